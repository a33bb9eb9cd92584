"""Merging people and sources, and restoring editions. All invented."""

from typing import Any

import pytest
from django.test import Client

from cases.models import Case, CaseCitation
from desk.models import RowChange
from editions.models import Edition
from people.models import Person, PersonNote
from records.models import Source
from records.serial import fresh_dict, save_dict
from tests.desk.accounts.test_own_drafts import NOON
from tests.desk.invented_accounts import account, browser
from tests.desk.invented_documents import SOUND
from tests.desk.review.sound_cases import sound
from tests.invented import records as invented
from tests.invented.publications import publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Client:
    return browser(account("editor", "editor"))


def two_people() -> tuple[Case, Case]:
    one = sound("one-2024")
    save_dict(Person,
        invented.person(
            "second-person", names={"en": "Second Person", "ru": "Второй"}, other_names=[], born=None,
            occupations=["poet"],
            recognitions=[{"by": "Third Watch", "as": "political-prisoner", "sources": ["invented-news-2"]}],
            sources=["invented-news-1"],
        )
    )  # fmt: skip
    values = {**SOUND, "tags": [], "trial": None, "person": "second-person"}
    return one, save_dict(Case, invented.case("two-2024", **values))


def send(client: Client, subject: str, kept: str, gone: str, **values: str) -> Any:
    return client.post(f"/desk/merge/{subject}/", {"kept": kept, "gone": gone, **values})


def test_merge_of_people_is_shown_before_it_is_done(editor: Client) -> None:
    two_people()
    before = RowChange.objects.count()

    page = send(editor, "people", "invented-person", "second-person").content.decode()

    assert "case two-2024: changed" in page
    assert "Second Person" in page
    assert (Person.objects.count(), RowChange.objects.count()) == (2, before)


def test_merge_of_people_moves_everything(editor: Client) -> None:
    one, two = two_people()
    PersonNote.objects.create(person=two.person, notes="Their note")
    publish(one, {"en": "First"}, NOON)

    send(editor, "people", "invented-person", "second-person", confirmed="1")

    person = Person.objects.get()
    record = fresh_dict(person)
    assert {case.slug for case in person.cases.all()} == {"one-2024", "two-2024"}
    assert record["former_ids"] == ["second-person"]
    assert record["names"] == {"en": "Invented Person", "ru": "Второй", "kk": "Ойдан шығарылған"}
    assert "Second Person" in [other["name"] for other in record["other_names"]]
    assert record["occupations"] == ["activist", "poet", "teacher"]
    assert [(row["by"], row["sources"]) for row in record["recognitions"]] == [("Third Watch", ["invented-news-2"])]
    assert person.note.notes == "Their note"
    assert Case.objects.get(slug="two-2024").status == "draft"


def test_merge_makes_drafts_that_nobody_else_s_form_overwrites(editor: Client) -> None:
    one, two = two_people()
    publish(two, {"en": "First"}, NOON)
    two.refresh_from_db()
    assert two.status == "published"

    send(editor, "people", "invented-person", "second-person", confirmed="1")

    merged = Case.objects.get(slug="two-2024")
    assert (merged.status, merged.version) == ("draft", two.version + 1)

    publish(one, {"en": "Second"}, NOON)
    one.refresh_from_db()
    send(editor, "sources", "invented-news-1", "invented-news-2", confirmed="1")

    merged = Case.objects.get(slug="one-2024")
    assert (merged.status, merged.version) == ("draft", one.version + 1)


def test_merge_of_people_is_undone_by_restoring(editor: Client) -> None:
    one, two = two_people()
    first, second = publish(one, {"en": "First"}, NOON), publish(two, {"en": "Second"}, NOON)
    before = [fresh_dict(one.person), fresh_dict(two.person)]
    send(editor, "people", "invented-person", "second-person", confirmed="1")

    for edition in (first, second):
        editor.post(f"/desk/restore/{edition.number}/")

    people = {person.slug: fresh_dict(person) for person in Person.objects.all()}
    assert people == {"invented-person": before[0], "second-person": before[1]}
    assert Case.objects.get(slug="two-2024").person_id == "second-person"


def test_merge_of_sources_moves_citations(editor: Client) -> None:
    case = sound()
    citations = CaseCitation.objects.filter(case=case).count()

    send(editor, "sources", "invented-news-1", "invented-news-2", confirmed="1")

    assert not Source.objects.filter(slug="invented-news-2").exists()
    assert Source.objects.get(slug="invented-news-1").former_ids == ["invented-news-2"]
    assert set(CaseCitation.objects.values_list("source_id", flat=True)) == {"invented-news-1"}
    assert CaseCitation.objects.filter(case=case).count() == citations
    assert fresh_dict(case)["restrictions"][0]["sources"] == ["invented-news-1"]


def test_merge_finds_people_by_name(editor: Client) -> None:
    sound()
    save_dict(Person, invented.person("second-person", names={"ru": "Нурлыбай Татаев"}, other_names=[]))

    asked = send(editor, "people", "invented-person", "Татаев").content.decode()
    assert "Is it one of these? Нурлыбай Татаев (second-person)." in asked
    assert "new to the archive" not in asked
    moved = send(editor, "people", "invented-person", "Татаев", **{"gone-choice": "second-person"})

    assert moved.status_code == 200
    assert "What would move" in moved.content.decode()


@pytest.mark.parametrize(
    ("kept", "gone", "problem"),
    [
        ("invented-person", "nobody", "The archive has nothing of this id or name"),
        ("invented-person", "invented-person", "choose two different entries"),
        ("", "", "This field is required"),
    ],
)
def test_merge_when_it_cannot_be(editor: Client, kept: str, gone: str, problem: str) -> None:
    sound()

    response = send(editor, "people", kept, gone, confirmed="1")

    assert response.status_code == 400
    assert problem in response.content.decode()
    assert Person.objects.count() == 1


def test_restore_an_edition_as_a_draft(editor: Client) -> None:
    case = sound()
    edition = publish(case, {"en": "First"}, NOON)
    before = fresh_dict(case)
    save_dict(Case, invented.case("invented-2024", **{**SOUND, "tags": [], "trial": None, "title": {"en": "Spoilt"}}))

    editor.post(f"/desk/restore/{edition.number}/")

    assert fresh_dict(Case.objects.get()) == {**before, "status": "draft"}
    assert Edition.objects.count() == 1
