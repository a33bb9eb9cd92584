"""Records become rows and come back unchanged. All people and cases here are invented."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from cases.models import Case, CaseNote
from people.rows import save_person
from records.models import Source
from records.rows import save_court, save_source, save_trial
from restrictions.rows import case_record, case_records, save_case
from tests.invented import records as invented

pytestmark = pytest.mark.django_db


@pytest.fixture
def shared() -> None:
    """What the invented case refers to."""
    for id in invented.SOURCES:
        save_source(invented.source(id))
    save_court(invented.court())
    save_trial(invented.trial())
    save_person(invented.person())


def order_of_keys(value: Any) -> Any:
    """The keys of all objects in their order: dicts are equal whatever their order."""
    if isinstance(value, dict):
        return [(key, order_of_keys(item)) for key, item in value.items()]
    return [order_of_keys(item) for item in value] if isinstance(value, list) else value


def test_case_record_when_saved_and_read_again(shared: None) -> None:
    record = invented.case()

    saved = save_case(record)

    assert case_record(saved) == record
    assert order_of_keys(case_record(saved)) == order_of_keys(record)


def test_save_case_when_record_lost_entries(shared: None) -> None:
    save_case(invented.case())
    empty = invented.case(
        inclusion=[], prior=[], charges=[], custody=[], verdicts=[], restrictions=[], events=[], claims=[],
        testimonies=[], tags=[], trial=None, missing=[],
    )  # fmt: skip

    saved = save_case(empty)

    assert case_record(saved) == empty
    assert saved.version == 2
    assert saved.citations.count() == 0


def test_save_case_when_the_desk_has_notes(shared: None) -> None:
    case = save_case(invented.case())
    CaseNote.objects.create(case=case, notes="Telephone call")

    save_case(invented.case(title={"en": "Another title"}))

    assert CaseNote.objects.get().notes == "Telephone call"
    assert "Telephone" not in str(case_record(case))


@pytest.mark.parametrize("number", [1, 3])
def test_case_records_costs_fourteen_queries(shared: None, django_assert_num_queries: Any, number: int) -> None:
    for index in range(number):
        save_case(invented.case(f"invented-{index}"))

    with django_assert_num_queries(14):
        records = list(case_records(Case.objects.all()))

    assert [record["id"] for record in records] == [f"invented-{index}" for index in range(number)]


@pytest.mark.parametrize(
    ("part", "entry", "constraint"),
    [
        ("charges", {"id": "ch1", "article": "174", "outcome": "convicted", "verdict": "v9"}, "cases_charge_verdict"),
        ("verdicts", {"id": "v1", "on": "v9", "instance": "appeal", "result": "upheld"}, "cases_verdict_on"),
        ("restrictions", {"id": "ban", "kind": "fine", "verdict": "v9"}, "restrictions_restriction_verdict"),
    ],
)
def test_save_case_when_an_entry_points_at_nothing(shared: None, part: str, entry: Any, constraint: str) -> None:
    lonely = {"charges": [], "custody": [], "verdicts": [], "restrictions": [], part: [entry]}

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        save_case(invented.case(**lonely))
        connection.check_constraints()

    assert Case.objects.count() == 0


def test_source_when_a_case_cites_it(shared: None) -> None:
    save_case(invented.case())

    with pytest.raises(ProtectedError):
        Source.objects.get(slug="invented-news-1").delete()

    assert Source.objects.filter(slug="invented-news-1").exists()


def test_case_when_deleted_takes_its_facts_along(shared: None) -> None:
    case = save_case(invented.case())

    case.delete()
    connection.check_constraints()

    assert Case.objects.count() == 0
    assert Source.objects.get(slug="invented-court-1").delete()[0] == 1
