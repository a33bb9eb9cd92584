"""Likely days beside ends that were reported later."""

import pytest

from archive.index.columns.current import columns
from archive.index.coverage import Widths, coverage, sets_a_bound, widths
from archive.index.reported_ends import coverage_elsewhere, documents
from editions.schema import Document
from law.dates import edtf
from records.json_dict import JSONDict
from tests.archive.published import document, publish_real, real_documents
from tests.invented import records as invented

CHARGE = {"id": "ch1", "article": "380", "part": "1", "outcome": "convicted", "verdict": "v1"}
VERDICT = {"id": "v1", "instance": "first", "result": "convicted", "date": "2021-10-11"}


def served(ends: str, **more: JSONDict | str | None) -> Document:
    ban = {"id": "ban", "kind": "public-activity-ban", "verdict": "v1", "length": "P2Y", "ends": ends} | more
    fine = {"id": "fine", "kind": "fine", "verdict": "v1"}
    nothing = {"custody": [], "claims": [], "events": [], "testimonies": []}
    case = invented.case(charges=[CHARGE], verdicts=[VERDICT], restrictions=[ban, fine], **nothing)
    return document(case)


@pytest.mark.parametrize(("ends", "inside"), [("2023-12-01", 1), ("2023-10-26", 0), ("2024-04-13", 0)])
def test_end_is_taken_away_before_it_is_compared(ends: str, inside: int) -> None:
    """In force from 27 October 2021 to 12 April 2022; two years from there."""
    covered = coverage([served(ends, ended_by="served")])
    assert [(edtf(end.likely), end.days, end.presumed) for end in covered.ends] == [
        ("[2023-10-27..2024-04-12]", 169, True)
    ]
    assert covered.inside == inside


@pytest.mark.parametrize("ended_by", ["parole", "amnesty", "replaced", None])
def test_end_by_mercy_or_by_an_order_says_nothing(ended_by: str | None) -> None:
    assert coverage([served("2023-12-01", ended_by=ended_by)]) == ((), 0, 0)


def test_trial_that_set_a_bound_is_left_out() -> None:
    bokai = next(one for one in real_documents() if one.case.id == "bokai-2016")
    assert sets_a_bound(bokai.case.to_dict())
    assert not sets_a_bound(served("2023-12-01").case.to_dict())
    assert coverage([bokai]) == ((), 0, 0)


def test_ends_elsewhere_are_of_trials_that_set_no_bound() -> None:
    assert not {end.case for end in coverage_elsewhere().ends} & {
        one.case.id for one in documents() if sets_a_bound(one.case.to_dict())
    }


@pytest.mark.django_db
def test_widths_are_those_of_the_documents() -> None:
    publish_real()
    days = sorted(
        (likely.last_day.latest - likely.last_day.earliest).days + 1
        for one in real_documents()
        for outcome in (*one.reckoning.restrictions, *(held.as_restriction() for held in one.reckoning.custody))
        if (likely := outcome.likely)
        and likely.last_day != outcome.last_day
        and likely.last_day.earliest
        and likely.last_day.latest
    )
    assert widths(columns()) == Widths(len(days), days[len(days) // 2], days[-1])
