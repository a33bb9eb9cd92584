"""A case in one bar."""

from datetime import date

from archive.charts.life import LifeBar, life_bar
from archive.wording.footnotes import Footnotes
from archive.wording.restrictions import RestrictionView
from law.dates import UNKNOWN, DateRange, exact
from law.lengths import Length
from law.outcome import Outcome
from tests.archive.published import document

ON = date(2020, 1, 1)


def row(id_: str, kind: str, begins: DateRange, ends: DateRange) -> RestrictionView:
    outcome = Outcome(id=id_, kind=kind, standing="ordered", derived=False, verdict="v1")
    outcome = outcome._replace(binds_from=begins, counts_from=begins, ends=ends)
    return RestrictionView(outcome, ON, {id_: id_}, Footnotes(document()))


def first(year: int) -> DateRange:
    return exact(date(year, 1, 1))


def drawn(*rows: RestrictionView) -> LifeBar:
    bar = life_bar(rows, ON, Length(years=3))
    assert bar is not None
    return bar


def test_each_day_shows_the_heaviest() -> None:
    prison = row("prison", "imprisonment", first(2015), first(2018))
    record = row("record", "criminal-record", first(2015), first(2025))
    bar = drawn(prison, record)
    assert [(part.kind, part.pale) for part in bar.stretches] == [("behind-bars", False), ("record-or-list", False)]
    assert (bar.first, bar.last, bar.open_end) == ("January 2015", "December 2024", False)
    assert bar.sentence_x == bar.stretches[1].x


def test_what_is_not_certain_is_pale() -> None:
    ends = DateRange(date(2018, 1, 1), date(2019, 1, 1))
    assert [part.pale for part in drawn(row("prison", "imprisonment", first(2015), ends)).stretches] == [False, True]


def test_open_end_has_a_mark_and_no_month() -> None:
    bar = drawn(row("prison", "imprisonment", first(2015), DateRange(date(2018, 1, 1), None)))
    assert (bar.open_end, bar.last) == (True, "")


def test_what_has_no_first_day_is_named_and_not_drawn() -> None:
    prison = row("prison", "imprisonment", first(2015), first(2018))
    bar = drawn(prison, row("list", "financial-monitoring-list", UNKNOWN, first(2030)))
    assert bar.undated == ("list",)
    assert len(bar.stretches) == 1


def test_no_day_at_all_is_no_picture() -> None:
    assert life_bar([row("ban", "public-activity-ban", UNKNOWN, UNKNOWN)], ON, None) is None


def test_start_that_no_source_has_is_a_mark_and_no_month() -> None:
    reported_only = DateRange(None, date(2016, 5, 1))
    bar = drawn(row("list", "financial-monitoring-list", reported_only, first(2030)))
    assert (bar.open_start, bar.first) == (True, "")


def test_start_is_known_where_another_row_begins_it() -> None:
    not_before = DateRange(date(2016, 1, 1), None)
    bar = drawn(
        row("prison", "imprisonment", first(2015), first(2018)), row("ban", "probation", not_before, first(2030))
    )
    assert (bar.open_start, bar.first) == (False, "January 2015")
