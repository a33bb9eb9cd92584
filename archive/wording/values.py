"""The values of a step in words: dates, lengths, counts, rates, articles, words of the rule book."""

import re
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from archive.wording import dates as dates_in_words
from archive.wording.dates import grouped
from archive.wording.localize import word
from law.dates import DateRange
from law.lengths import Days, Length
from law.outcome import Input, Step, Value
from records.languages import active_language

VOCABULARIES = {"gravity": "gravity", "regime": "regimes"}


def in_words(value: Value, name: str = "") -> str:
    """A value of a step; ``name`` is that of the input, which says what a text means."""
    if value is None:
        return _("not known")
    if isinstance(value, DateRange):
        return dates_in_words.in_words(value)
    if isinstance(value, Days):
        return dates_in_words.days(value)
    if isinstance(value, Length):
        return dates_in_words.length(value)
    if isinstance(value, int):
        return grouped(value)
    if name in VOCABULARIES:
        return word(VOCABULARIES[name], value)
    return decimal(value)


def phrases(step: Step, names: Mapping[str, str]) -> dict[str, str]:
    """The phrases that the sentence of a step may use, by name; ``inputs`` lists them all."""
    found = {entry.name: in_words(entry.value, entry.name) for entry in step.inputs}
    found["inputs"] = listed(step.inputs, names)
    found["result"] = in_words(step.result, "gravity" if step.operation == "gravity-by-sanction" else "")
    return found


def listed(inputs: Iterable[Input], names: Mapping[str, str]) -> str:
    named = ((names.get(entry.ref or "", entry.name), in_words(entry.value, entry.name)) for entry in inputs)
    return "; ".join(f"{name}: {value}" for name, value in named)


def decimal(text: str) -> str:
    """A rate such as 1.5 with the comma that Russian and Kazakh write; any other text as it is."""
    return text.replace(".", ",") if active_language() != "en" and re.fullmatch(r"\d+\.\d+", text) else text
