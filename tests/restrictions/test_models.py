"""Records become rows and come back unchanged. All people and cases here are invented."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from cases.models import Case, CaseNote
from people.models import Person
from records.models import Court, Source, Trial
from records.serial import fresh_dict, save_dict, to_dicts
from tests.invented import records as invented

pytestmark = pytest.mark.django_db


@pytest.fixture
def shared() -> None:
    """What the invented case refers to."""
    for id in invented.SOURCES:
        save_dict(Source, invented.source(id))
    save_dict(Court, invented.court())
    save_dict(Trial, invented.trial())
    save_dict(Person, invented.person())


def order_of_keys(value: Any) -> Any:
    """The keys of all objects in their order: dicts are equal whatever their order."""
    if isinstance(value, dict):
        return [(key, order_of_keys(item)) for key, item in value.items()]
    return [order_of_keys(item) for item in value] if isinstance(value, list) else value


def test_case_record_when_saved_and_read_again(shared: None) -> None:
    record = invented.case()

    saved = save_dict(Case, record)

    assert fresh_dict(saved) == record
    assert order_of_keys(fresh_dict(saved)) == order_of_keys(record)


def test_save_case_when_record_lost_entries(shared: None) -> None:
    save_dict(Case, invented.case())
    empty = invented.case(
        inclusion=[], prior=[], charges=[], custody=[], verdicts=[], restrictions=[], events=[], claims=[],
        testimonies=[], tags=[], trial=None, missing=[],
    )  # fmt: skip

    saved = save_dict(Case, empty)

    assert fresh_dict(saved) == empty
    assert saved.version == 2
    assert saved.citations.count() == 0


def test_save_case_when_the_desk_has_notes(shared: None) -> None:
    case = save_dict(Case, invented.case())
    CaseNote.objects.create(case=case, notes="Telephone call")

    save_dict(Case, invented.case(title={"en": "Another title"}))

    assert CaseNote.objects.get().notes == "Telephone call"
    assert "Telephone" not in str(fresh_dict(case))


@pytest.mark.parametrize("number", [1, 3])
def test_case_records_costs_fifteen_queries(shared: None, django_assert_num_queries: Any, number: int) -> None:
    for index in range(number):
        save_dict(Case, invented.case(f"invented-{index}"))

    with django_assert_num_queries(15):
        records = list(to_dicts(Case.objects.all()))

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
        save_dict(Case, invented.case(**lonely))
        connection.check_constraints()

    assert Case.objects.count() == 0


def test_source_when_a_case_cites_it(shared: None) -> None:
    save_dict(Case, invented.case())

    with pytest.raises(ProtectedError):
        Source.objects.get(slug="invented-news-1").delete()

    assert Source.objects.filter(slug="invented-news-1").exists()


def test_case_when_deleted_takes_its_facts_along(shared: None) -> None:
    case = save_dict(Case, invented.case())

    case.delete()
    connection.check_constraints()

    assert Case.objects.count() == 0
    assert Source.objects.get(slug="invented-court-1").delete()[0] == 1
