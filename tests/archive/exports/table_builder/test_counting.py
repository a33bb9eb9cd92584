"""Cells: who stands where, how surely, and who stands twice."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from pyroaring import BitMap

from archive.exports.table_builder.counting import ALL, Cell, count, counted
from archive.exports.table_builder.query import Question
from archive.index.columns.columns import Columns
from archive.index.columns.loading import NO_ROWS
from archive.index.columns.selecting import Chosen, choose
from archive.index.selection import Selection
from law.dates import UNKNOWN, DateRange, exact
from law.outcome import Likely
from law.states import state
from tests.archive.charts.restrictions import Stretch, lasting
from tests.archive.index.columns.oracle import restrictions
from tests.archive.published import publish_real, real_documents

DAYS = (date(2020, 1, 1), date(2021, 1, 1))
FACETS = {
    "article": {"174": BitMap([1]), "174.2": BitMap([1]), "405": BitMap([1, 2])},
    "gender": {"male": BitMap([1])},
}


def stretch(entry: int, person: str, kind: str, ends: DateRange, item: str = "one") -> Stretch:
    binds = exact(date(2019, 1, 1))
    return Stretch(entry, person, f"case-{entry}", item, kind, "ordered", False, False, binds, ends, date(2019, 1, 1))


SURE, UNSURE = exact(date(2030, 1, 1)), DateRange(date(2019, 6, 1), date(2030, 1, 1))
FOUND = [
    stretch(1, "a", "public-activity-ban", SURE)._replace(covers=("posts", "interviews")),
    stretch(1, "a", "public-activity-ban", UNSURE, "two"),
    stretch(2, "b", "public-activity-ban", UNSURE),
    stretch(2, "b", "criminal-record", UNKNOWN, "record"),
]


CHOSEN = Chosen(Selection(DAYS[1], DAYS[1]), Columns(NO_ROWS, 0), None)
"""The restrictions are invented above: no archive is asked."""


def question(**values: object) -> Question:
    plain = {"count": "persons", "rows": "kind", "columns": "year", "days": DAYS, "rules": (), **values}
    return Question(CHOSEN, **plain)  # type: ignore[arg-type]


def cells(**values: object) -> dict[tuple[str, str], Cell]:
    """The cells of the last day."""
    found = counted(lasting(FOUND), FACETS, question(**values))
    return {place: of_days[-1] for place, of_days in found.cells.items()}


def test_person_counts_once_where_it_is_surest() -> None:
    assert cells() == {
        ("public-activity-ban", ALL): Cell(1, 0, 1),
        ("criminal-record", ALL): Cell(0, 0, 1),
        (ALL, ALL): Cell(1, 0, 1),
    }


def test_what_is_likely_counts_between_what_is_sure_and_what_is_possible() -> None:
    likely = Likely(exact(date(2019, 1, 1)), UNKNOWN, exact(date(2030, 1, 1)), UNKNOWN)
    probable = stretch(3, "c", "public-activity-ban", UNSURE)._replace(likely=likely)
    found = counted(lasting([*FOUND, probable]), FACETS, question()).cells
    assert {row: of_days[-1] for (row, _column), of_days in found.items()} == {
        "public-activity-ban": Cell(1, 1, 1),
        "criminal-record": Cell(0, 0, 1),
        ALL: Cell(1, 1, 1),
    }


def test_restrictions_count_each() -> None:
    found = cells(count="restrictions")
    assert (found["public-activity-ban", ALL], found[ALL, ALL]) == (Cell(1, 0, 2), Cell(1, 0, 3))


def test_case_stands_in_every_row_of_its_articles() -> None:
    found = cells(count="cases", rows="article", columns="gender")
    assert {place[0] for place in found} == {"174", "405", ALL}
    assert (found["174", "male"], found["405", "male"], found["405", ""], found["405", ALL]) == (
        Cell(1),
        Cell(1),
        Cell(0, 0, 1),
        Cell(1, 0, 1),
    )


def test_who_counts_twice_is_counted() -> None:
    found = counted(lasting(FOUND), FACETS, question(rows="article", columns="gender"))
    assert (found.twice_rows, found.twice_columns) == (1, 0)


def test_only_bans_stand_in_what_a_ban_covers() -> None:
    found = cells(rows="covers", count="restrictions")
    assert found == {
        ("posts", ALL): Cell(1),
        ("interviews", ALL): Cell(1),
        ("", ALL): Cell(0, 0, 2),
        (ALL, ALL): Cell(1, 0, 2),
    }


@pytest.mark.parametrize(("day", "cell"), [(date(2018, 1, 1), Cell()), (date(2030, 1, 1), Cell())])
def test_nothing_counts_before_or_after(day: date, cell: Cell) -> None:
    found = counted(lasting(FOUND[:1]), FACETS, question(days=(day, date(2040, 1, 1))))
    assert found.cells.get((ALL, ALL), [cell])[0] == cell


@pytest.mark.django_db
def test_persons_by_kind_are_those_of_brute_force() -> None:
    publish_real()
    days = tuple(date(year, 1, 1) for year in range(2018, 2031))
    found = count(replace(question(days=days), chosen=choose(Selection(days[-1], days[-1])))).cells
    kinds = {kind for kind, _column in found} - {ALL}
    assert len(kinds) > 8
    for kind in kinds:
        assert found[kind, ALL] == [_brute_force(kind, day) for day in days], kind


def _brute_force(kind: str, day: date) -> Cell:
    ranks = {"in-force": 4, "likely-in-force": 3, "possible": 2, "unknown": 1}
    surest: Counter[str] = Counter()
    for one in real_documents():
        held = [found.outcome for found in restrictions(one)]
        since = min(bound for outcome in held for bound in (*outcome.binds_from, *outcome.ends) if bound)
        for outcome in held:
            if outcome.kind == kind and outcome.standing != "expected":
                said = state(outcome, day)
                rank = 0 if said == "unknown" and day < since else ranks.get(said, 0)
                surest[one.person.id] = max(surest[one.person.id], rank)
    values = list(surest.values())
    return Cell(values.count(4), values.count(3), values.count(2), values.count(1))
