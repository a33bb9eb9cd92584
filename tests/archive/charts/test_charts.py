"""The numbers behind the charts."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from archive.charts.burden import CLASSES, PRONOUNCED, distributed
from archive.charts.chart import Count
from archive.charts.endings import endings
from archive.charts.over_time import over_time
from archive.index.columns.binary import Array
from archive.index.indexing.rows import burden_days
from law.dates import UNKNOWN, DateRange, exact
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
    assert counts.kinds["public-activity-ban"][2:4] == [Count(0, 2), Count(0, 2)]
    assert counts.kinds["public-activity-ban"][:2] == [Count(2, 0), Count(2, 0)]


def test_one_person_with_two_cases_is_one() -> None:
    found = [spell("a", "imprisonment", "2020-01-01", "2021-01-01"), spell("a", "custody", "2020-02-01", "2020-05-01")]
    assert over_time(lasting(found), ON).groups["custody"][:4] == [1, 1, 1, 1]


def test_nothing_known_is_drawn_as_nothing() -> None:
    counts = over_time(lasting([]), ON)
    assert (len(counts.days), sum(counts.doubtful), counts.kinds) == (4, 0, {})


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
    assert counts.numbers["record"][:4] == [Count(0, 1), Count(0, 1), Count(0, 1), Count(0, 0)]
    assert sum(number.sure + number.possible for number in counts.numbers["custody"]) == 0
    assert (counts.later, counts.open, counts.lasting) == (1, 1, 1)


def test_range_that_leaves_the_picture_is_possible_in_its_months() -> None:
    ends = DateRange(date(2024, 1, 5), date(2025, 1, 1))
    counts = endings(lasting([stretch("a", "probation", exact(date(2020, 1, 1)), ends)]), ON)
    assert [place for place, number in enumerate(counts.numbers["control"]) if number.possible] == [35]


def part(kind: str, least: int | None, most: int | None) -> dict[str, object]:
    return {"kind": kind, "days": {"least": least, "most": most}}


def days(burdens: list[dict[str, Any]]) -> Array:
    """As the columns have the days: -1 for what cannot be said."""
    rows = [[-1 if number is None else number for number in burden_days(burden)] for burden in burdens]
    return np.array(rows)


def test_burden_by_class_of_length() -> None:
    burdens = [
        {"nominal": "P5Y", "parts": [part("behind-bars", 1826, 1826), part("record-or-list", 2000, 2300)]},
        {"nominal": "P18M", "parts": [part("banned", 1095, 1095)]},
        {"nominal": None, "parts": [part("home", 10, None)]},
    ]
    counts = distributed(days(burdens))

    def of(name: str) -> dict[str, tuple[int, int]]:
        return {one: tuple(number) for one, number in zip(CLASSES, counts.numbers[name], strict=True) if any(number)}

    assert (counts.cases, of(PRONOUNCED)) == (3, {"5-7": (1, 0), "1-2": (1, 0)})
    assert of("behind-bars") == {"none": (2, 0), "5-7": (1, 0)}
    assert of("banned") == {"none": (2, 0), "3-5": (1, 0)}
    assert of("record-or-list") == {"none": (2, 0), "5-7": (1, 0)}
    assert counts.unknown == {PRONOUNCED: 1, "behind-bars": 0, "home": 1, "banned": 0, "record-or-list": 0}


@pytest.mark.parametrize(("least", "most", "classes"), [(0, 400, 3), (700, 740, 2), (400, 500, 1)])
def test_range_of_days_counts_in_every_class_that_it_touches(least: int, most: int, classes: int) -> None:
    numbers = distributed(days([{"nominal": None, "parts": [part("home", least, most)]}])).numbers["home"]
    assert sum(number.possible or number.sure for number in numbers) == classes
