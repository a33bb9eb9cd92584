"""Rows found by part of a name, or made in place where a paper names them. Everybody here is invented."""

from typing import Any

import pytest
from django.test import Client

from cases.models import Case
from desk.intake.making import id_for, language_of
from desk.models import DraftOwner
from people.models import Person
from records.models import Court, Trial
from records.serial import save_dict
from tests.desk.forms.test_cases import errors
from tests.invented import records as invented

PAGE = "/desk/paper/verdict/"
SOURCE = {"source-source": "invented-court-1"}
TATAEV = "Нурлыбай Татаев"


@pytest.fixture
def tataev(shared: None) -> Person:
    return save_dict(Person, invented.person("nurlybai-tataev", names={"ru": TATAEV}, other_names=[]))


def send(desk: Client, **values: str) -> Any:
    return desk.post(PAGE, {**SOURCE, **{name.replace("__", "-"): value for name, value in values.items()}})


@pytest.mark.parametrize("part", ["Татаев", "татаев", "Нурлыбай", "Tataev", "Tatayev", "Татаев Н"])
def test_part_of_a_name_asks_who_is_meant(desk: Client, tataev: Person, part: str) -> None:
    response = send(desk, begun__person=part)

    assert "Is it one of these? Нурлыбай Татаев (nurlybai-tataev)." in errors(response)
    html = response.content.decode()
    assert 'name="begun-person-choice" value="nurlybai-tataev" checked' in html  # the only one is chosen
    assert "none of these: enter it as new" in html
    assert not Case.objects.exists()


def test_person_when_chosen_among_those_near(desk: Client, tataev: Person) -> None:
    response = send(desk, begun__person="Татаев", **{"begun__person-choice": "nurlybai-tataev"})

    assert errors(response) == ""
    assert Case.objects.get().person == tataev


def test_person_when_none_of_those_near(desk: Client, tataev: Person) -> None:
    send(desk, begun__person="Ораз Татаев", **{"begun__person-choice": "other"})

    assert Case.objects.get().person.slug == "oraz-tataev"


def test_person_when_new_but_like_somebody(desk: Client, tataev: Person) -> None:
    warned = send(desk, begun__person="Нурлыбай Татаев", **{"begun__person-choice": "new"})
    assert "This looks like what the archive has" in errors(warned)
    assert Person.objects.filter(slug__startswith="nurlybai").count() == 1

    send(desk, begun__person="Нурлыбай Татаев", **{"begun__person-choice": "other"})

    assert Case.objects.get().person.slug == "nurlybai-tataev-2"


def test_person_made_in_place(desk: Client, shared: None) -> None:
    send(desk, begun__person="  Жандос   Қожамбердиев ", **{"begun__person-choice": "new"})

    person = Case.objects.get().person
    assert (person.slug, person.names) == ("zhandos-kozhamberdiev", {"kk": "Жандос Қожамбердиев"})
    assert DraftOwner.objects.filter(kind="person").count() == 1
    assert [row.source_id for row in person.citations.all()] == ["invented-court-1"]


def test_person_made_in_place_when_the_paper_is_refused(desk: Client, shared: None) -> None:
    response = send(desk, begun__person="Жандос Қожамбердиев", verdict__judge="<b>x", **{"begun__person-choice": "new"})

    assert response.status_code == 400
    assert not Person.objects.filter(slug="zhandos-kozhamberdiev").exists()


def test_name_when_it_is_no_name(desk: Client, shared: None) -> None:
    response = send(desk, begun__person="<script>alert(1)</script>", **{"begun__person-choice": "new"})

    assert "holds the markup" in errors(response)
    assert not Case.objects.exists()


def test_court_and_trial_made_in_place(desk: Client, shared: None) -> None:
    values = {"begun__trial-choice": "new", "verdict__court-choice": "new"}
    send(
        desk,
        begun__person="invented-person",
        begun__trial="Дело шестерых",
        verdict__court="Суд № 2 города Ораза",
        **values,
    )

    case = Case.objects.get()
    assert Trial.objects.get(slug=case.trial_id).title == {"ru": "Дело шестерых"}
    assert Court.objects.get(names__ru="Суд № 2 города Ораза").slug == "sud-no-2-goroda-oraza"


def test_court_when_said_to_be_new_is_there(desk: Client, shared: None) -> None:
    court = Court.objects.get()
    send(desk, begun__person="invented-person", verdict__court=str(court), **{"verdict__court-choice": "new"})

    assert Court.objects.get() == court


def test_court_of_the_same_place_is_asked_about(desk: Client, shared: None) -> None:
    Court.objects.create(slug="oraz-city", names={"ru": "Оразский городской суд"})

    response = send(desk, begun__person="invented-person", verdict__court="Оразского городского суда")

    assert "Is it one of these? Оразский городской суд (oraz-city)." in errors(response)


def test_only_verdict_of_a_case_is_chosen(desk: Client, shared: None) -> None:
    send(desk, begun__person="invented-person", begun__criterion="expression")
    case = Case.objects.get()

    html = desk.get(f"/desk/work/cases/{case.pk}/paper/appeal/").content.decode()

    select = html.split('name="appeal-on"')[1].split("</select>")[0]
    assert 'value=""' not in select
    assert 'value="v1"' in select
    (inclusion,) = case.inclusion.all()
    assert inclusion.criterion == "expression"
    assert case.citations.filter(fact=inclusion.fact).get().source_id == "invented-court-1"


@pytest.mark.parametrize(
    ("name", "language"), [("Ерлан", "ru"), ("Ерлан Мұратұлы", "kk"), ("Yerlan", "en"), ("Іңкәр", "kk")]
)
def test_language_of_a_name(name: str, language: str) -> None:
    assert language_of(name) == language


def test_id_when_a_name_has_no_letters(shared: None) -> None:
    assert id_for(Person, "李") == "id-unnamed"
    assert id_for(Person, "Ли") == "id-li"
    assert len(id_for(Court, "Специализированный межрайонный суд по уголовным делам Алматинской области")) <= 60
