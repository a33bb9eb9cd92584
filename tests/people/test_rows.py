"""People become rows and come back unchanged. Everybody here is invented."""

from typing import Any

import pytest

from people.models import Occupation, Person, PersonNote, Recogniser
from people.rows import person_record, save_person
from records.rows import save_source
from tests.invented import records as invented

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sources() -> None:
    for id in invented.SOURCES:
        save_source(invented.source(id))


def test_person_record_when_saved_and_read_again() -> None:
    assert person_record(save_person(invented.person())) == invented.person()


def test_save_person_when_the_record_lost_entries() -> None:
    person = save_person(invented.person())
    PersonNote.objects.create(person=person, risk="High")
    bare = invented.person(other_names=[], occupations=[], recognitions=[], sources=[], born=None)

    saved = save_person(bare)

    assert person_record(saved) == bare
    assert saved.citations.count() == 0
    assert saved.note.risk == "High"
    assert "High" not in str(person_record(saved))


def test_save_person_when_words_are_new_names_them_in_english() -> None:
    save_person(invented.person(occupations=["human-rights-lawyer"]))
    save_person(invented.person("another-person", occupations=["human-rights-lawyer"]))

    assert Occupation.objects.get().names == {"en": "human rights lawyer"}
    assert sorted(Recogniser.objects.values_list("name", flat=True)) == ["Another Watch", "Invented Watch"]


@pytest.mark.parametrize("number", [1, 3])
def test_whole_people_cost_six_queries(django_assert_num_queries: Any, number: int) -> None:
    for index in range(number):
        save_person(invented.person(f"invented-{index}"))

    with django_assert_num_queries(6):
        records = [person.as_record() for person in Person.objects.whole()]

    assert [record["id"] for record in records] == [f"invented-{index}" for index in range(number)]
