"""One line of time: events, verdicts, and the starts and ends of restrictions, never as events if computed."""

from collections.abc import Iterable, Iterator
from datetime import date as Day
from typing import NamedTuple

from django.utils.translation import gettext as _

from archive.wording.dates import as_written, in_words
from archive.wording.footnotes import Footnotes
from archive.wording.localize import LocalizedText, localize, word
from archive.wording.restrictions import CustodyView, RestrictionView
from archive.wording.sentence import RulingView
from editions.schema import Document
from law.country import country
from law.dates import UNKNOWN, DateRange, parse


class Moment(NamedTuple):
    when: DateRange
    date: str
    label: str
    text: LocalizedText | None = None
    computed: bool = False
    anchor: str = ""
    notes: tuple[int, ...] = ()

    @property
    def order(self) -> tuple[Day, Day, bool]:
        earliest, latest = self.when
        known = earliest or latest or Day.max
        return (known, latest or Day.max, self.computed)


def timeline(
    document: Document, rulings: Iterable[RulingView], rows: Iterable[RestrictionView], notes: Footnotes
) -> tuple[Moment, ...]:
    """All moments in the order of time; what has no date comes last."""
    moments = []
    for event in document.case.events:
        when = parse(event.date) if event.date else UNKNOWN
        label, event_notes = word("events", event.kind), notes.of(event.sources)
        moments.append(Moment(when, as_written(event.date), label, localize(event.text), notes=event_notes))
    for ruling in rulings:
        label = _("%(instance)s: %(result)s") % {"instance": ruling.instance, "result": ruling.result}
        moments.append(Moment(ruling.day, ruling.date, label, ruling.court, notes=ruling.notes))
    for row in rows:
        moments += days_of_custody(row) if isinstance(row, CustodyView) else starts_and_ends(row)
    return tuple(sorted(moments, key=lambda moment: moment.order))


def days_of_custody(row: CustodyView) -> Iterator[Moment]:
    """The first and the last day, as far as they are reported."""
    for day, label in ((row.period.begins, _("first day: %(name)s")), (row.period.until, _("last day: %(name)s"))):
        if day:
            yield Moment(parse(day), as_written(day), label % {"name": row.name}, anchor=row.anchor, notes=row.notes)


def starts_and_ends(row: RestrictionView) -> Iterator[Moment]:
    """What nobody reported is called a calculation."""
    outcome, name = row.outcome, {"name": row.name}
    if row.state == "void" or outcome.standing == "expected":
        return
    if outcome.binds_from.earliest:
        computed = outcome.start_basis == "computed"
        label = _("by our calculation in force from then: %(name)s") if computed else _("in force from then: %(name)s")
        notes = () if computed else row.notes
        yield Moment(outcome.binds_from, in_words(outcome.binds_from), label % name, None, computed, row.anchor, notes)
    computed = outcome.end_basis == "computed"
    if computed and country().kinds[outcome.kind].length == "none":
        return  # paid or taken some day, by a last one at most: no day of its own
    if row.ends and not outcome.open_ended and outcome.ends.earliest:
        label = (
            _("by our calculation the first day without: %(name)s")
            if computed
            else _("as reported the first day without: %(name)s")
        )
        notes = () if computed else row.notes
        yield Moment(outcome.ends, in_words(outcome.ends), label % name, None, computed, row.anchor, notes)
