"""What the database itself refuses, and lets pass. All people and cases here are invented."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from cases.models import Case, Charge, Verdict
from people.models import Person, Recogniser, Recognition
from records.models import Source
from restrictions.models import Restriction

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    person = Person.objects.create(slug="invented-person", names={"en": "Invented"})
    return Case.objects.create(slug="invented-2016", person=person)


def attempt(model: Any, **values: Any) -> str:
    """The name of the constraint that refuses a row, empty if none does; the row is not kept."""
    try:
        with transaction.atomic():
            model.objects.create(**values)
            connection.check_constraints()
            transaction.set_rollback(True)
    except IntegrityError as error:
        return error.__cause__.diag.constraint_name
    return ""


@pytest.mark.parametrize(
    ("slug", "refused"), [("abc", ""), ("a-1", ""), ("ab", "s"), ("Abc", "s"), ("a b c", "s"), ("a" * 60, "")]
)
def test_archive_id(slug: str, refused: str) -> None:
    assert attempt(Source, slug=slug, kind="media") == ("source_id_pattern" if refused else "")
    assert attempt(Person, slug=slug, names={"en": "N"}) == ("person_id_pattern" if refused else "")


@pytest.mark.parametrize(
    ("values", "refused_by"),
    [
        ({"term": "length", "length": "P1Y"}, ""),
        ({"term": "life"}, ""),
        ({"term": "life", "length": "P1Y"}, "restriction_length_only_by_length"),
        ({"term": "forever"}, "restriction_term_known"),
        ({"verdict": "v1"}, ""),
        ({"verdict": "v2"}, "restrictions_restriction_verdict_in_case"),
        ({"slug": "Ban"}, "restriction_id_pattern"),
        ({"slug": "other"}, "restriction_id_once_per_case"),
    ],
)
def test_restriction(case: Case, values: dict[str, Any], refused_by: str) -> None:
    Verdict.objects.create(case=case, slug="v1", instance="first", result="convicted")
    Restriction.objects.create(case=case, slug="other", kind="fine")

    assert attempt(Restriction, **{"case": case, "slug": "ban", "kind": "fine", **values}) == refused_by


@pytest.mark.parametrize(
    ("on", "refused_by"), [(None, ""), ("v1", ""), ("v2", "verdict_not_on_itself"), ("v9", "cases_verdict_on_in_case")]
)
def test_verdict_on_another(case: Case, on: str | None, refused_by: str) -> None:
    Verdict.objects.create(case=case, slug="v1", instance="first", result="convicted")

    assert attempt(Verdict, case=case, slug="v2", on=on, instance="appeal", result="upheld") == refused_by


def test_charge_when_its_verdict_stands_in_another_case(case: Case) -> None:
    other = Case.objects.create(slug="invented-2020", person=case.person)
    Verdict.objects.create(case=other, slug="v1", instance="first", result="convicted")
    values = {"slug": "ch1", "article": "174", "outcome": "convicted", "verdict": "v1"}

    assert attempt(Charge, case=case, **values) == "cases_charge_verdict_in_case"
    assert attempt(Charge, case=other, **values) == ""


def test_case_status(case: Case) -> None:
    assert attempt(Case, slug="another-case", person=case.person, status="published") == ""
    assert attempt(Case, slug="another-case", person=case.person, status="secret") == "case_status_known"


def test_recognition_id_is_given_once(case: Case) -> None:
    by = Recogniser.objects.create(name="Invented Watch")
    values = {"person": case.person, "by": by, "kind": "other"}
    Recognition.objects.create(**values, slug="r1")

    assert attempt(Recognition, **values, slug="r1") == "recognition_id_once_per_person"
    assert attempt(Recognition, **values, slug="r2") == ""


def test_person_when_a_case_stands(case: Case) -> None:
    with pytest.raises(Exception, match="protected"):
        case.person.delete()


def test_message_when_an_editor_breaks_a_constraint(case: Case) -> None:
    with pytest.raises(ValidationError, match=r"empty the length, or choose “a length”"):
        Restriction(case=case, slug="ban", kind="fine", term="life", length="P1Y").validate_constraints()
