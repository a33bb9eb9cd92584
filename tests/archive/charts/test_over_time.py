"""People under restriction over time."""

from datetime import date

from archive.charts.chart import Count
from archive.charts.over_time import kinds_summary, over_time
from law.dates import UNKNOWN, DateRange, exact
from law.outcome import Likely
from tests.archive.charts.restrictions import Stretch, lasting

ON = date(2021, 2, 10)


def stretch(person: str, kind: str, binds: DateRange, ends: DateRange, item: str = "one") -> Stretch:
    return Stretch(1, person, "case", item, kind, "ordered", False, False, binds, ends, date(2020, 1, 1))


def spell(person: str, kind: str, begins: str, ends: str) -> Stretch:
    return stretch(person, kind, exact(date.fromisoformat(begins)), exact(date.fromisoformat(ends)))


def test_person_counts_once_under_the_heaviest() -> None:
    found = [
        spell("a", "imprisonment", "2020-03-01", "2020-09-01"),
        spell("a", "criminal-record", "2020-03-01", "2021-06-01"),
        spell("b", "public-activity-ban", "2020-06-01", "2021-06-01"),
    ]
    counts = over_time(lasting(found), ON)
    assert [day.isoformat() for day in counts.days][:4] == ["2020-01-01", "2020-04-01", "2020-07-01", "2020-10-01"]
    assert counts.groups["custody"] == [0, 1, 1, 0, 0, 0, 0, 0]
    assert counts.groups["record"] == [0, 0, 0, 1, 1, 1, 0, 0]
    assert counts.groups["ban"] == [0, 0, 1, 1, 1, 1, 0, 0]


def test_what_is_sure_is_not_doubtful_as_well() -> None:
    unsure = DateRange(date(2020, 6, 1), date(2020, 12, 1))
    found = [
        stretch("a", "public-activity-ban", exact(date(2020, 1, 1)), unsure),
        stretch("b", "public-activity-ban", exact(date(2020, 1, 1)), unsure),
        spell("b", "criminal-record", "2020-01-01", "2021-01-01"),
    ]
    counts = over_time(lasting(found), date(2020, 11, 1))
    assert counts.doubtful == [0, 0, 1, 1, 0, 0, 0, 0]
    assert counts.kinds["public-activity-ban"][2:4] == [Count(0, 0, 2), Count(0, 0, 2)]
    assert counts.kinds["public-activity-ban"][:2] == [Count(2, 0), Count(2, 0)]


def test_who_is_likely_under_one_counts_once_and_not_among_the_doubtful() -> None:
    unsure = DateRange(date(2020, 3, 1), date(2020, 12, 1))
    likely = Likely(exact(date(2020, 1, 1)), UNKNOWN, exact(date(2020, 8, 1)), UNKNOWN)
    ban = stretch("a", "public-activity-ban", exact(date(2020, 1, 1)), unsure)
    counts = over_time(lasting([ban._replace(likely=likely)]), date(2020, 11, 1))
    assert counts.kinds["public-activity-ban"][:4] == [Count(1), Count(0, 1), Count(0, 1), Count(0, 0, 1)]
    assert (counts.likely[:4], counts.doubtful[:4]) == ([0, 1, 1, 0], [0, 0, 0, 1])


def test_one_person_with_two_cases_is_one() -> None:
    found = [spell("a", "imprisonment", "2020-01-01", "2021-01-01"), spell("a", "custody", "2020-02-01", "2020-05-01")]
    assert over_time(lasting(found), ON).groups["custody"][:4] == [1, 1, 1, 1]


def test_nothing_known_is_drawn_as_nothing() -> None:
    counts = over_time(lasting([]), ON)
    assert (len(counts.days), sum(counts.doubtful), counts.kinds) == (4, 0, {})


def test_summary_of_the_kinds_names_no_zero() -> None:
    """A sentence that a reader can hear to its end: of thirteen kinds most have one part alone."""
    counts = over_time(lasting([spell("a", "imprisonment", "2020-03-01", "2022-09-01")]), ON)
    assert kinds_summary(counts, ON) == "On 1 January 2021: Prison: 1 certainly."
