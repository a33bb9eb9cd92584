"""The values of a step in words: dates, lengths, counts, rates, articles, words of the rule book."""

import re
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from archive.wording import dates as dates_in_words
from archive.wording.dates import grouped, tongue
from archive.wording.localize import word
from editions.reckoned import count, date_range
from editions.schema import reckoning
from law.lengths import Length, LengthError

VOCABULARIES = {"gravity": "gravity", "regime": "regimes"}
Value = reckoning.Days | reckoning.Count | int | str | None


def in_words(value: Value, name: str = "") -> str:
    """A value of a step; ``name`` is that of the input, which says what a text means."""
    if value is None:
        return _("not known")
    if isinstance(value, reckoning.Days):
        return dates_in_words.in_words(date_range(value))
    if isinstance(value, reckoning.Count):
        return dates_in_words.days(count(value))
    if isinstance(value, int):
        return grouped(value)
    if name in VOCABULARIES:
        return word(VOCABULARIES[name], value)
    return _length(value)


def phrases(step: reckoning.Step, names: Mapping[str, str]) -> dict[str, str]:
    """The phrases that the sentence of a step may use, by name; ``inputs`` lists them all."""
    found = {entry.name: in_words(entry.value, entry.name) for entry in step.inputs}
    found["inputs"] = listed(step.inputs, names)
    found["result"] = in_words(step.result, "gravity" if step.operation == "gravity-by-sanction" else "")
    return found


def listed(inputs: Iterable[reckoning.Input], names: Mapping[str, str]) -> str:
    named = ((names.get(entry.ref or "", entry.name), in_words(entry.value, entry.name)) for entry in inputs)
    return "; ".join(f"{name}: {value}" for name, value in named)


def _length(text: str) -> str:
    try:
        return dates_in_words.length(Length.parse(text))
    except LengthError:
        return decimal(text)


def decimal(text: str) -> str:
    """A rate such as 1.5 with the comma that Russian and Kazakh write; any other text as it is."""
    return text.replace(".", ",") if tongue() != "en" and re.fullmatch(r"\d+\.\d+", text) else text
