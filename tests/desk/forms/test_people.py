"""The desk's lists, its search boxes and the form of a person. All people and cases here are invented."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cases.models import Case, CaseCitation
from desk.forms.cases import CaseAdmin
from desk.forms.inlines import FactInline
from desk.forms.people import PersonAdmin
from people.models import Person
from records.models import Source
from records.serial import fresh_dict, save_dict
from tests.desk.form_data import typed
from tests.desk.forms.test_cases import errors
from tests.desk.invented_accounts import account, browser
from tests.invented import records as invented

FORMS = {
    f"{part}-{key}_FORMS": 0
    for part in ("other_names", "recognitions", "citations", "note")
    for key in ("TOTAL", "INITIAL")
}


def found(response: Any) -> list[str]:
    return [result["id"] for result in response.json()["results"]]


@pytest.mark.parametrize("number", [1, 3])
def test_list_of_cases_costs_seven_queries(
    desk: Client, shared: None, django_assert_num_queries: Any, number: int
) -> None:
    for index in range(number):
        save_dict(Case, invented.case(f"invented-{index}"))

    with django_assert_num_queries(7):
        response = desk.get("/desk/cases/case/")

    assert response.content.decode().count('class="action-select"') == number


@pytest.mark.parametrize("number", [1, 3])
def test_list_of_sources_costs_eight_queries(
    desk: Client, shared: None, django_assert_num_queries: Any, number: int
) -> None:
    Person.objects.all().delete()
    Source.objects.exclude(slug__in=invented.SOURCES[:number]).delete()

    with django_assert_num_queries(8):
        response = desk.get("/desk/records/source/")

    assert response.content.decode().count('class="action-select"') == number


@pytest.mark.parametrize("spelling", ["Invented P", "шығарылған", "Inv. Pers", "A. Person", "invented-person"])
def test_search_for_a_person_when_spelled_otherwise(desk: Client, shared: None, spelling: str) -> None:
    save_dict(Person, invented.person("nobody-else", names={"en": "Nobody"}, other_names=[]))
    box = {"app_label": "cases", "model_name": "case", "field_name": "person"}

    assert found(desk.get("/desk/autocomplete/", {**box, "term": spelling})) == ["invented-person"]


def test_search_for_a_source_of_a_fact(desk: Client, shared: None) -> None:
    box = {"app_label": "cases", "model_name": "casecitation", "field_name": "source"}

    assert found(desk.get("/desk/autocomplete/", {**box, "term": "court-1"})) == ["invented-court-1"]


def test_person_form_when_saved_untouched(desk: Client, shared: None) -> None:
    person = Person.objects.get()
    address = reverse("admin:people_person_change", args=[person.pk])

    response = desk.post(address, typed(desk.get(address).content.decode()))

    assert errors(response) == ""
    assert fresh_dict(person) == invented.person()


def test_person_form_when_entered_from_nothing(desk: Client, shared: None) -> None:
    data = {**FORMS, "slug": "new-person", "names_kk": "Жаңа", "born": "1980~", "sources": ["invented-news-1"]}

    response = desk.post("/desk/people/person/add/", data)

    assert errors(response) == ""
    record = fresh_dict(Person.objects.get(slug="new-person"))
    assert (record["names"], record["born"], record["sources"]) == ({"kk": "Жаңа"}, "1980~", ["invented-news-1"])


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"names_kk": ""}, "This field is required"),
        ({"names_kk": "x" * 10_000}, "at most 200 characters"),
        ({"born": "1980-13"}, "is not in the calendar"),
        ({"sources": ["nothing"]}, "nothing is not one of the available choices"),
    ],
)
def test_person_form_when_mistyped(desk: Client, shared: None, values: dict[str, Any], message: str) -> None:
    data = {**FORMS, "slug": "new-person", "names_kk": "Жаңа", **values}

    assert message in errors(desk.post("/desk/people/person/add/", data))
    assert not Person.objects.filter(slug="new-person").exists()


def test_source_when_a_case_cites_it_cannot_be_removed(desk: Client, shared: None) -> None:
    save_dict(Case, invented.case())
    source = Source.objects.get(slug="invented-news-1")
    address = reverse("admin:records_source_delete", args=[source.pk])

    response = desk.post(address, {"post": "yes"})

    assert "would require deleting the following protected related objects" in response.content.decode()
    assert CaseCitation.objects.filter(source=source).exists()


@pytest.mark.parametrize("part", [part for form in (CaseAdmin, PersonAdmin) for part in form.inlines])
def test_form_shows_every_field_of_a_part(part: Any) -> None:
    given = [name for row in part.fields or [] for name in ([row] if isinstance(row, str) else row)]
    own = {field.name for field in part.model._meta.fields if field.editable and not field.primary_key}
    owner = {"case", "person"} & own

    assert not part.fields or set(given) - {"sources"} == own - owner
    assert ("sources" in given) == issubclass(part, FactInline)


def test_case_form_when_the_editor_may_only_look(shared: None) -> None:
    case = save_dict(Case, invented.case())
    client = browser(account("reader", "reviewer"))
    address = reverse("admin:cases_case_change", args=[case.pk])

    page = client.get(address)

    assert page.status_code == 200
    assert "prison" in page.content.decode()
    assert client.post(address, {"title_en": "Mine"}).status_code == 403
