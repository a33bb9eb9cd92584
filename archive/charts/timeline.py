"""One line of time: events, verdicts, and the starts and ends of restrictions, never as events if computed."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date as Day
from typing import NamedTuple

from django.utils.translation import gettext as _

from archive.wording.dates import as_written, in_words
from archive.wording.footnotes import Footnotes
from archive.wording.localize import LocalizedText, localize, word
from archive.wording.restrictions import CustodyView, RestrictionView
from archive.wording.sentence import RulingView
from editions.schema import Document
from law.dates import UNKNOWN, DateRange, parse

RELEASED_FROM = ("imprisonment", "arrest")
"""Kinds whose end a reporter calls a release."""

OTHER = "other"
"""The kind of an event that no word of ours names: its text stands alone."""


class Moment(NamedTuple):
    when: DateRange
    date: str
    label: str
    text: LocalizedText | None = None
    computed: bool = False
    notes: tuple[int, ...] = ()

    @property
    def line(self) -> str:
        """“Trial: The trial opens”, for places that hold one line of text."""
        return ": ".join(filter(None, (self.label, self.text.text if self.text else "")))

    @property
    def order(self) -> tuple[Day, Day, bool]:
        earliest, latest = self.when
        known = earliest or latest or Day.max
        return (known, latest or Day.max, self.computed)


def timeline(
    document: Document, rulings: Iterable[RulingView], rows: Iterable[RestrictionView], notes: Footnotes
) -> tuple[Moment, ...]:
    """All moments in the order of time; what has no date comes last. What we calculated for one day is one line."""
    moments = []
    for event in document.case.events:
        when = parse(event.date) if event.date else UNKNOWN
        text, event_notes = localize(event.text), notes.of(event.sources)
        label = "" if text and event.kind == OTHER else word("events", event.kind)
        moments.append(Moment(when, as_written(event.date), label, text, notes=event_notes))
    for ruling in rulings:
        label = _("%(instance)s: %(result)s") % {"instance": ruling.instance, "result": ruling.result}
        moments.append(Moment(ruling.day, ruling.date, label, ruling.court, notes=ruling.notes))
    begun: dict[DateRange, list[str]] = {}
    ended: dict[DateRange, list[str]] = {}
    for row in rows:
        moments += days_of_custody(row) if isinstance(row, CustodyView) else reported_days(row)
        if is_timed(row) and row.outcome.start_basis == "computed" and row.outcome.binds_from.earliest:
            begun.setdefault(row.outcome.binds_from, []).append(row.name)
        if is_timed(row) and row.outcome.end_basis == "computed" and row.outcome.last_day.earliest:
            ended.setdefault(row.outcome.last_day, []).append(row.name)
    moments += computed_moments(begun, ended)
    return tuple(sorted(moments, key=lambda moment: moment.order))


def is_timed(row: RestrictionView) -> bool:
    """Whether its days may stand in a line of time: not of what fell, is only expected, or is done once."""
    return row.state != "void" and row.outcome.standing != "expected" and not row.once and not row.is_pretrial


def computed_moments(begun: Mapping[DateRange, list[str]], ended: Mapping[DateRange, list[str]]) -> Iterator[Moment]:
    """One line for each day that we calculated, with all that begins and all whose last day it is."""
    for when in {**begun, **ended}:
        labels = []
        if when in begun:
            labels.append(_("by our calculation the first day of: %(names)s") % {"names": ", ".join(begun[when])})
        if when in ended:
            labels.append(_("by our calculation the last day of: %(names)s") % {"names": ", ".join(ended[when])})
        yield Moment(when, in_words(when), "; ".join(labels), computed=True)


def days_of_custody(row: CustodyView) -> Iterator[Moment]:
    """The first and the last day, as far as they are reported."""
    for day, label in ((row.period.begins, _("first day: %(name)s")), (row.period.until, _("last day: %(name)s"))):
        if day:
            yield Moment(parse(day), as_written(day), label % {"name": row.name}, notes=row.notes)


def reported_days(row: RestrictionView) -> Iterator[Moment]:
    """The first and the last day as they were reported; of prison, the release."""
    outcome, name = row.outcome, {"name": row.name}
    if not is_timed(row):
        return
    if outcome.start_basis != "computed" and outcome.binds_from.earliest:
        label = _("%(name)s: in force, as reported") % name
        yield Moment(outcome.binds_from, in_words(outcome.binds_from), label, notes=row.notes)
    if outcome.end_basis != "computed" and not outcome.open_ended and outcome.ends.earliest:
        is_release = row.kind in RELEASED_FROM
        when = outcome.last_day
        label = _("released from prison") if is_release else _("%(name)s: last day, as reported") % name
        yield Moment(when, in_words(when), label, notes=row.notes)
