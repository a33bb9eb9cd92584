"""The geometry of the bars: numbers, no drawing."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.charts.bars import Bars, Segment, bars
from archive.charts.scale import YearAxis
from archive.pages.case.page import case_page
from archive.wording.footnotes import Footnotes
from archive.wording.restrictions import RestrictionView
from law.dates import UNKNOWN, DateRange, exact
from law.outcome import Likely, Outcome
from tests.archive.published import TODAY, document, real_documents

ON = date(2020, 1, 1)


def row(kind: str = "public-activity-ban", **values: object) -> RestrictionView:
    outcome = Outcome(id="ban", kind=kind, standing="ordered", derived=False, verdict="v1")._replace(**values)
    return RestrictionView(outcome, ON, {"ban": "Ban"}, Footnotes(document()))


def segments(**values: object) -> tuple[Segment, ...]:
    return bars([row(**values)], [], ON).rows[0].segments


def looks(**values: object) -> list[str]:
    return [segment.look for segment in segments(**values)]


def first(year: int) -> DateRange:
    return exact(date(year, 1, 1))


def test_bar_is_one_stretch_where_both_days_are_known() -> None:
    found = segments(binds_from=first(2018), counts_from=first(2018), ends=first(2022))
    assert found == (Segment("sure", "0.00%", "80.01%"),)


def test_what_is_not_certain_is_pale() -> None:
    begins, ends = DateRange(date(2015, 1, 1), date(2015, 6, 1)), DateRange(date(2018, 1, 1), date(2018, 6, 1))
    assert looks(binds_from=begins, counts_from=begins, ends=ends) == ["possible", "sure", "possible"]


def test_no_edge_is_drawn_where_no_source_has_a_day() -> None:
    """An unknown start is an open end with a mark, never a ramp over an invented year."""
    begins = DateRange(None, date(2015, 6, 1))
    found = bars([row(binds_from=begins, counts_from=begins, ends=first(2018))], [], ON).rows[0]
    assert [segment.look for segment in found.segments] == ["sure"]
    assert (found.opens_at, found.goes_on_at) == (found.segments[0].x, "")  # reported that day, begun nobody knows when
    begins = DateRange(date(2015, 1, 1), None)
    found = bars([row(binds_from=begins, counts_from=begins, ends=UNKNOWN)], [], ON).rows[0]
    assert [segment.look for segment in found.segments] == ["possible"]
    assert (found.opens_at, found.goes_on_at) == ("0.00%", "100.00%")


def test_no_end_reaches_the_edge_and_says_so() -> None:
    found = bars([row(binds_from=first(2015), counts_from=first(2015), ends=UNKNOWN, open_ended=True)], [], ON).rows[0]
    assert [segment.look for segment in found.segments] == ["sure"]
    assert found.goes_on_at == "100.00%"


def test_likely_days_are_drawn_pale() -> None:
    begins = DateRange(date(2015, 1, 1), None)
    likely = Likely(first(2015), first(2015), first(2018), first(2018))
    found = bars([row(binds_from=begins, counts_from=begins, ends=UNKNOWN, likely=likely)], [], ON).rows[0]
    assert [segment.look for segment in found.segments] == ["possible"]
    assert found.goes_on_at == ""


def test_fine_is_a_tick() -> None:
    assert looks(kind="fine", binds_from=first(2015), counts_from=first(2015)) == ["tick"]


def test_expected_listing_has_no_bar() -> None:
    assert bars([row(standing="expected", ends=first(2030))], [], ON).rows == ()


def test_nothing_known_at_all_has_no_bar() -> None:
    assert bars([row()], [], ON).rows == ()


def test_a_century_has_few_years_written() -> None:
    found = bars([row(binds_from=first(2000), counts_from=first(2000), ends=first(2100))], [], ON)
    assert [year.number for year in found.years if year.labelled] == [2020, 2040, 2060, 2080]


@pytest.mark.parametrize("number", range(4))
def test_real_cases_stay_inside_the_picture(number: int) -> None:
    inside(case_page(real_documents()[number], TODAY).bars)


def inside(found: Bars) -> None:
    for bar in found.rows:
        for segment in bar.segments:
            left, width = float(segment.x[:-1]), float(segment.width[:-1])
            assert 0 <= left <= 100
            assert 0 < width <= 100.01


days = st.none() | st.dates(date(1995, 1, 1), date(2060, 1, 1))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(days, days, days, days, st.booleans())
def test_any_bounds_can_be_drawn(
    a: date | None, b: date | None, c: date | None, d: date | None, open_ended: bool
) -> None:
    known = [day for day in (a, b, c, d) if day]
    ordered = iter(sorted(known))
    begins = DateRange(*(next(ordered) if day else None for day in (a, b)))
    ends = DateRange(*(next(ordered) if day else None for day in (c, d)))
    inside(bars([row(binds_from=begins, counts_from=begins, ends=ends, open_ended=open_ended)], [], ON))


def test_axis_keeps_days_beyond_it_at_its_edges() -> None:
    axis = YearAxis(date(2000, 1, 1), date(2010, 1, 1))
    assert (axis.percent(date(1990, 1, 1)), axis.percent(date(2020, 1, 1))) == ("0.00%", "100.00%")
