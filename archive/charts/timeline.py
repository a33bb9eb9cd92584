"""One line of time: events, verdicts, and the starts and ends of restrictions, never as events if computed."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from archive.wording.dates import as_written, in_words
from archive.wording.footnotes import Footnotes
from archive.wording.localize import LocalizedText, localize, word
from archive.wording.restrictions import RestrictionView
from archive.wording.sentence import RulingView, rulings
from editions.schema import Document
from law.dates import UNKNOWN, DateRange, parse


class Moment(NamedTuple):
    when: DateRange
    date: str
    label: str
    text: LocalizedText | None
    computed: bool
    anchor: str
    notes: tuple[int, ...]

    @property
    def order(self) -> tuple[date, date, bool]:
        earliest, latest = self.when
        known = earliest or latest or date.max
        return (known, latest or date.max, self.computed)


def timeline(document: Document, rows: Iterable[RestrictionView], notes: Footnotes) -> tuple[Moment, ...]:
    """All moments in the order of time; what has no date comes last."""
    found = [*_events(document, notes), *_verdicts(document, notes), *_spells(document, rows), *_turns(rows)]
    return tuple(sorted(found, key=lambda moment: moment.order))


def _events(document: Document, notes: Footnotes) -> list[Moment]:
    return [
        Moment(
            parse(event.date) if event.date else UNKNOWN,
            as_written(event.date),
            word("events", event.kind),
            localize(event.text),
            False,
            "",
            notes.of(event.sources),
        )
        for event in document.case.events
    ]


def _verdicts(document: Document, notes: Footnotes) -> list[Moment]:
    dates = {verdict.id: verdict.date for verdict in document.case.verdicts}
    return [_ruled(ruling, dates[ruling.id]) for ruling in rulings(document, notes)]


def _ruled(ruling: RulingView, on: str | None) -> Moment:
    label = _("%(instance)s: %(result)s") % {"instance": ruling.instance, "result": ruling.result}
    return Moment(parse(on) if on else UNKNOWN, ruling.date, label, ruling.court, False, "", ruling.notes)


def _spells(document: Document, rows: Iterable[RestrictionView]) -> list[Moment]:
    names = {row.id: row for row in rows if row.held}
    found = []
    for spell in document.case.custody:
        row = names.get(spell.id)
        if row is None:
            continue
        for value, label in ((spell.begins, _("first day: %(name)s")), (spell.until, _("last day: %(name)s"))):
            if value:
                said = label % {"name": row.name}
                found.append(Moment(parse(value), as_written(value), said, None, False, row.anchor, row.notes))
    return found


def _turns(rows: Iterable[RestrictionView]) -> list[Moment]:
    """Starts and ends of restrictions; what nobody reported is called a calculation."""
    found = []
    for row in rows:
        if row.held or row.state == "void" or row.outcome.standing == "expected":
            continue
        if row.outcome.binds_from.earliest:
            found.append(_start(row))
        if row.ends and not row.outcome.open_ended and row.outcome.ends.earliest:
            found.append(_end(row))
    return found


def _start(row: RestrictionView) -> Moment:
    computed = row.outcome.start_basis == "computed"
    label = _("by our calculation in force from then: %(name)s") if computed else _("in force from then: %(name)s")
    return _turn(row, row.outcome.binds_from, label, computed)


def _end(row: RestrictionView) -> Moment:
    computed = row.outcome.end_basis == "computed"
    label = (
        _("by our calculation the first day without: %(name)s")
        if computed
        else _("as reported the first day without: %(name)s")
    )
    return _turn(row, row.outcome.ends, label, computed)


def _turn(row: RestrictionView, when: DateRange, label: str, computed: bool) -> Moment:
    notes = () if computed else row.notes
    return Moment(when, in_words(when), label % {"name": row.name}, None, computed, row.anchor, notes)
