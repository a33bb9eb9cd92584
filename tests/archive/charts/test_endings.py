"""Endings by month."""

from datetime import date

from archive.charts.chart import Count
from archive.charts.endings import endings
from law.dates import UNKNOWN, DateRange, exact
from law.outcome import Likely
from tests.archive.charts.restrictions import Stretch, lasting

ON = date(2021, 2, 10)


def stretch(person: str, kind: str, binds: DateRange, ends: DateRange, item: str = "one") -> Stretch:
    return Stretch(1, person, "case", item, kind, "ordered", False, False, binds, ends, date(2020, 1, 1))


def test_endings_by_month() -> None:
    january, soon = date(2020, 1, 1), exact(date(2021, 2, 28))
    found = [
        stretch("a", "public-activity-ban", exact(january), soon),
        stretch("a", "criminal-record", exact(january), DateRange(date(2021, 2, 1), date(2021, 4, 2))),
        stretch("a", "probation", exact(january), exact(date(2030, 1, 1))),
        stretch("a", "probation", exact(january), DateRange(date(2021, 5, 1), None)),
        stretch("a", "imprisonment", exact(january), exact(ON)),
        stretch("a", "financial-monitoring-list", exact(january), UNKNOWN)._replace(open_ended=True),
    ]
    counts = endings(lasting(found), ON)
    assert counts.numbers["ban"][:3] == [Count(1, 0), Count(0, 0), Count(0, 0)]
    assert counts.numbers["record"][:4] == [Count(0, 0, 1), Count(0, 0, 1), Count(0, 0, 1), Count(0)]
    assert sum(number.sure + number.possible for number in counts.numbers["custody"]) == 0
    assert (counts.later, counts.open, counts.lasting) == (1, 1, 1)


def test_likely_last_day_counts_in_its_month() -> None:
    """A range that lies behind is not over: by the strict reading it may still end in these months."""
    begins, strict = exact(date(2019, 1, 1)), DateRange(date(2020, 1, 1), date(2021, 4, 2))
    likely = Likely(begins, begins, UNKNOWN, DateRange(date(2021, 3, 2), date(2021, 3, 20)))
    behind = likely._replace(last_day=DateRange(date(2021, 1, 2), date(2021, 1, 20)))
    found = [
        stretch("a", "probation", begins, strict)._replace(likely=likely),
        stretch("b", "probation", begins, strict)._replace(likely=behind),
    ]
    counts = endings(lasting(found), ON)
    assert counts.numbers["control"][:4] == [Count(0, 0, 1), Count(0, 1, 1), Count(0, 0, 1), Count(0)]
    assert (counts.later, counts.open) == (0, 0)


def test_range_that_leaves_the_picture_is_possible_in_its_months() -> None:
    ends = DateRange(date(2024, 1, 5), date(2025, 1, 1))
    counts = endings(lasting([stretch("a", "probation", exact(date(2020, 1, 1)), ends)]), ON)
    assert [place for place, number in enumerate(counts.numbers["control"]) if number.possible] == [35]
