"""Every restriction of a case as the table shows it, with why its dates are what they are."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.wording.dates import day, in_words
from archive.wording.footnotes import Footnotes
from archive.wording.last_days import days_in_words, first_day_words, is_rough, last_day_words
from archive.wording.lengths import grouped, length
from archive.wording.localize import (
    LocalizedText,
    full_name,
    kind_meaning,
    localize,
    restriction_kind,
    short_name,
    word,
)
from archive.wording.statements import state_in_words, support
from archive.wording.step_texts import missing_fact
from archive.wording.steps import StepView
from editions.schema import Document
from editions.schema.case import Basis, Custody, Restriction
from law.country import country
from law.dates import DateRange, parse
from law.lengths import Length
from law.outcome import Outcome
from law.states import State, state


class BasisView(NamedTuple):
    """How the record knows a date that no source simply states."""

    how: str
    text: LocalizedText | None
    notes: tuple[int, ...]


class Chance(NamedTuple):
    """The first day on which something may be asked for."""

    rule: str
    title: str
    date: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True)
class RestrictionView:
    """One restriction on a day. ``record`` is what a court ordered; none where the law alone brings it.

    ``names``: the words for the rows of the case, by their ids.
    """

    outcome: Outcome
    on: date
    names: Mapping[str, str]
    footnotes: Footnotes
    record: Restriction | None = None

    is_pretrial = False

    @property
    def id(self) -> str:
        return self.outcome.id

    @property
    def anchor(self) -> str:
        return anchor(self.outcome.id)

    @property
    def kind(self) -> str:
        return self.outcome.kind

    @property
    def group(self) -> str:
        return restriction_kind(self.kind).group

    @property
    def order(self) -> tuple[int, date]:
        """Where it stands in the order in which a person meets them."""
        kind = restriction_kind(self.kind)
        return (0 if kind.pretrial else kind.order, self.outcome.binds_from.earliest or date.max)

    @property
    def name(self) -> str:
        return self.names[self.outcome.id]

    @property
    def official(self) -> str:
        return full_name(self.kind)

    @property
    def meaning(self) -> str:
        return kind_meaning(self.kind)

    @property
    def once(self) -> bool:
        """A fine, a confiscation: an amount, no length."""
        return restriction_kind(self.kind).once

    @property
    def state(self) -> State:
        return state(self.outcome, self.on)

    @property
    def state_words(self) -> str:
        """The state for a badge, with what it rests on."""
        return state_in_words(self.outcome, self.on, self.newest_publisher)

    @property
    def newest_publisher(self) -> str:
        """Who published the newest of its sources, if that is the newest report of it."""
        notes = [note for note in self.footnotes.notes if note.number in self.notes]
        newest = notes[-1].source if notes else None
        is_last_report = newest and newest.published and parse(newest.published) == self.outcome.last_report
        return (newest.publisher or "") if newest and is_last_report else ""

    @property
    def support(self) -> str:
        return support(self.outcome, self.on)

    @property
    def remark(self) -> str:
        """What must be said of its days in a sentence; mostly nothing."""
        return ""

    @property
    def begins(self) -> str:
        return "" if self.outcome.standing == "expected" else in_words(self.outcome.binds_from)

    @property
    def from_until(self) -> str:
        """The first and the last day in one short line; of what is paid or taken once, the day if it is known."""
        if self.outcome.standing == "expected" or self.outcome.void:
            return ""
        if self.once:
            return days_in_words(self.outcome.binds_from) if None not in self.outcome.binds_from else ""
        first, last = first_day_words(self.outcome), last_day_words(self.outcome)
        # A dash within a range of days would read as one between first and last.
        return f"{first} → {last}" if "–" in first + last else f"{first} – {last}"

    @property
    def exact_last_day(self) -> str:
        """The calculated day itself, where the line of the row tells only its month."""
        days = self.outcome.last_day
        return in_words(days) if None not in days and is_rough(self.outcome) and not self.outcome.open_ended else ""

    @property
    def planning_day(self) -> str:
        """The latest day under any reading, where the row's own last day says less."""
        day_, days = self.outcome.planning_day, self.outcome.last_day
        return "" if day_ is None or days.latest == day_ or self.once else day(day_)

    @property
    def counts(self) -> str:
        """From when the term is counted, where that is not the day from which it binds."""
        counts = self.outcome.counts_from
        return "" if counts == self.outcome.binds_from or counts.is_unknown else in_words(counts)

    @property
    def last_day(self) -> str:
        """Empty for what is paid or taken once: it has no last day to speak of."""
        return "" if self.once else last_day_words(self.outcome)

    @property
    def rule_end(self) -> str:
        """What the rule itself answers, where a report comes before it."""
        if self.outcome.rule_end is None:
            return ""
        if self.outcome.rule_end == self.outcome.ends:
            sentence = _("by the rule %(date)s, the same as reported")
        elif self.outcome.rule_end.contains(self.outcome.ends):
            sentence = _("by the rule %(date)s; the reported day lies within")
        else:
            sentence = _("by the rule %(date)s, not what is reported")
        return sentence % {"date": in_words(self.outcome.rule_end)}

    @property
    def otherwise(self) -> str:
        return in_words(self.outcome.otherwise) if self.outcome.otherwise else ""

    @property
    def standing(self) -> str:
        if self.record and self.record.told:
            return word("basis", "told")
        return word("standing", self.outcome.standing)

    @property
    def certainty(self) -> str:
        return word("certainties", self.outcome.certainty)

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(missing_fact(key, self.names) for key in self.outcome.missing)

    @property
    def steps(self) -> tuple[StepView, ...]:
        return tuple(StepView(step, self.names, self.footnotes) for step in self.outcome.steps)

    @property
    def likely_steps(self) -> tuple[StepView, ...]:
        """What the likely days rest on, where they are not the strict ones: each presumption, then what follows."""
        steps = self.outcome.likely.steps if self.outcome.likely else ()
        return tuple(StepView(step, self.names, self.footnotes) for step in steps)

    @property
    def strict_last_day(self) -> str:
        """The last day by the strict reading, where another line does not say the same."""
        strict = self.outcome.last_day
        if self.outcome.working_last_day == strict or strict.is_unknown or self.exact_last_day:
            return ""
        return in_words(strict)

    @property
    def chances(self) -> tuple[Chance, ...]:
        """From when what may be asked for, by which rule; without its title if this release lacks the rule."""
        chances = []
        for early in self.outcome.early:
            rule = country().rules.get(early.rule)
            title = rule.title.get(get_language() or "en") if rule else early.rule
            steps = tuple(StepView(step, self.names, self.footnotes) for step in early.steps)
            chances.append(Chance(early.rule if rule else "", title, in_words(early.date), steps))
        return tuple(chances)

    @property
    def waits_for(self) -> tuple[tuple[str, str], ...]:
        """The rows on which its dates hang: anchor and name."""
        return tuple((anchor(id_), self.names.get(id_, id_)) for id_ in self.outcome.waits_for)

    @property
    def extended_from(self) -> tuple[date, ...]:
        """The ends before each extension, for the marks on the bar."""
        pairs = zip(self.outcome.steps, self.outcome.steps[1:], strict=False)
        ends = [before.result for before, after in pairs if after.operation == "extended-by"]
        return tuple(end.earliest for end in ends if isinstance(end, DateRange) and end.earliest)

    @property
    def pronounced(self) -> str:
        """As a court set it; empty where the length follows from the law."""
        if self.record is None or restriction_kind(self.kind).length == "law":
            return ""
        return pronounced(self.record)

    @property
    def wording(self) -> LocalizedText | None:
        return localize(self.record.wording) if self.record else None

    @property
    def reported_as(self) -> LocalizedText | None:
        return localize(self.record.reported_as) if self.record else None

    @property
    def covers(self) -> tuple[str, ...]:
        scopes, language = country().ban_scopes, get_language() or "en"
        covers = self.record.covers if self.record else ()
        return tuple(scopes[cover].names.get(language) if cover in scopes else cover for cover in covers)

    @property
    def bases(self) -> tuple[BasisView, ...]:
        return basis_views(self.record.basis, self.footnotes) if self.record else ()

    @property
    def notes(self) -> tuple[int, ...]:
        return self.footnotes.of(self.record.sources) if self.record else ()


@dataclass(frozen=True)
class CustodyView(RestrictionView):
    """A period of custody or house arrest before force: reported, no term of its own."""

    period: Custody = field(kw_only=True)

    is_pretrial = True
    standing = ""
    certainty = ""

    @property
    def name(self) -> str:
        return short_name(self.kind)

    @property
    def remark(self) -> str:
        return "" if self.period.until else _("No source names the last day; we count it until force.")

    @property
    def bases(self) -> tuple[BasisView, ...]:
        return basis_views(self.period.basis, self.footnotes)

    @property
    def notes(self) -> tuple[int, ...]:
        return self.footnotes.of(self.period.sources)


def restriction_views(
    document: Document, on: date, names: Mapping[str, str], notes: Footnotes
) -> tuple[RestrictionView, ...]:
    """Custody and restrictions in the order in which a person meets them."""
    periods = {period.id: period for period in document.case.custody}
    records = {record.id: record for record in document.case.restrictions}
    rows: list[RestrictionView] = [
        CustodyView(outcome.as_restriction(), on, names, notes, period=periods[outcome.id])
        for outcome in document.reckoning.custody
        if outcome.id in periods
    ]
    for outcome in document.reckoning.restrictions:
        rows.append(RestrictionView(outcome, on, names, notes, records.get(outcome.id)))
    return tuple(sorted(rows, key=lambda row: row.order))


def basis_views(bases: Iterable[Basis], notes: Footnotes) -> tuple[BasisView, ...]:
    return tuple(BasisView(word("how", basis.how), localize(basis.text), notes.of(basis.sources)) for basis in bases)


def reported_lengths(reported: str, bases: Iterable[Basis]) -> str:
    """A length in words; where sources differ, both."""
    first = length(Length.parse(reported))
    for basis in bases:
        if basis.field == "length" and basis.otherwise is not None:
            other = length(Length.parse(basis.otherwise))
            return _("%(first)s by one source, %(other)s by another") % {"first": first, "other": other}
    return first


def anchor(id_: str) -> str:
    """An id that may stand in an address: derived ids hold colons."""
    return "r-" + id_.replace(":", "-")


def pronounced(record: Restriction) -> str:
    """The length as a court set it: “3 years”, “for life”, “length not reported”; of what is paid once, the amount."""
    if restriction_kind(record.kind).once:
        amount = record.amount or ""
        tenge = re.fullmatch(r"(\d{1,3}(?:,\d{3})*|\d+) tenge", amount)
        return _("%(number)s tenge") % {"number": grouped(int(tenge[1].replace(",", "")))} if tenge else amount
    if record.term != "length":
        return word("terms", record.term)
    if record.length:
        return reported_lengths(record.length, record.basis)
    return record.amount or _("length not reported")
