"""Why this date: the steps of a calculation with rule, article, sources, assumption, certainty."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from archive.wording.dates import in_words
from archive.wording.footnotes import Footnotes
from archive.wording.lengths import counted, days, grouped, length
from archive.wording.localize import word
from archive.wording.rules import short_place
from archive.wording.step_texts import ASSUMPTIONS, step_sentence
from law.country import country
from law.dates import DateRange
from law.lengths import Days, Length
from law.outcome import Step, Value
from law.rulebook import Rule
from records.languages import active_language

VOCABULARIES = {"gravity": "gravity", "regime": "regimes"}
"""Inputs whose texts are words of a vocabulary."""
RESULTS = {"gravity-by-sanction": "gravity", "regime-by-law": "regime"}
"""Operations whose results are such words."""


@dataclass(frozen=True, slots=True)
class StepView:
    """One step. ``rule`` and ``law`` are empty if this release lacks the rule."""

    step: Step
    names: Mapping[str, str]
    footnotes: Footnotes

    @property
    def text(self) -> str:
        """The sentence of the step; its phrase ``inputs`` lists all inputs by the names of their rows."""
        of_result = RESULTS.get(self.step.operation, "")
        values = [(entry, value_words(entry.value, entry.name)) for entry in self.step.inputs]
        phrases = {entry.name: value for entry, value in values}
        articles = [entry for entry in self.step.inputs if entry.name == "article"]
        phrases |= {entry.name: self.names.get(entry.ref or "", phrases[entry.name]) for entry in articles}
        phrases["inputs"] = "; ".join(
            f"{self.names.get(entry.ref or '', entry.name)}: {value}" for entry, value in values
        )
        phrases["result"] = value_words(self.step.result, of_result)
        return step_sentence(self.step.operation, phrases)

    @property
    def known_rule(self) -> Rule | None:
        return country().rules.get(self.step.rule)

    @property
    def rule(self) -> str:
        return self.step.rule if self.known_rule else ""

    @property
    def law(self) -> str:
        """“Criminal Code 79(3)”: the law as readers know it, and the article."""
        rule = self.known_rule
        return short_place(rule.law, rule.article) if rule else ""

    @property
    def certainty(self) -> str:
        return word("certainties", self.step.certainty)

    @property
    def unread(self) -> bool:
        return self.step.edition == "unread"

    @property
    def assumption(self) -> str:
        key = self.step.assumption or ""
        return str(ASSUMPTIONS.get(key, key))

    @property
    def notes(self) -> tuple[int, ...]:
        return self.footnotes.of(self.step.sources)


def value_words(value: Value, name: str = "") -> str:
    """A value of a step in words; ``name`` is that of the input, which says what a text means."""
    match value:
        case None:
            return _("not known")
        case DateRange():
            return in_words(value)
        case Days():
            return days(value)
        case Length():
            return length(value)
        case int():
            return counted(value, "day") if name == "days" else grouped(value)
    if name in VOCABULARIES:
        return word(VOCABULARIES[name], value)
    # A rate such as 1.5 has the comma that Russian and Kazakh write; any other text stays as it is.
    is_rate = re.fullmatch(r"\d+\.\d+", value)
    return value.replace(".", ",") if is_rate and active_language() != "en" else value
