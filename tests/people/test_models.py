"""People become rows and come back unchanged. Everybody here is invented."""

from typing import Any

import pytest

from people.models import Occupation, Person, PersonNote, Recogniser
from records.models import Source
from records.serial import fresh_dict, save_dict, to_dicts
from tests.invented import records as invented

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sources() -> None:
    for id in invented.SOURCES:
        save_dict(Source, invented.source(id))


def test_person_record_when_saved_and_read_again() -> None:
    assert fresh_dict(save_dict(Person, invented.person())) == invented.person()


def test_save_person_when_the_record_lost_entries() -> None:
    person = save_dict(Person, invented.person())
    PersonNote.objects.create(person=person, risk="High")
    bare = invented.person(other_names=[], occupations=[], recognitions=[], sources=[], born=None)

    saved = save_dict(Person, bare)

    assert fresh_dict(saved) == bare
    assert saved.citations.count() == 0
    assert saved.note.risk == "High"
    assert "High" not in str(fresh_dict(saved))


def test_save_person_when_words_are_new_names_them_in_english() -> None:
    save_dict(Person, invented.person(occupations=["human-rights-lawyer"]))
    save_dict(Person, invented.person("another-person", occupations=["human-rights-lawyer"]))

    assert Occupation.objects.get().names == {"en": "human rights lawyer"}
    assert sorted(Recogniser.objects.values_list("name", flat=True)) == ["Another Watch", "Invented Watch"]


@pytest.mark.parametrize("number", [1, 3])
def test_whole_people_cost_five_queries(django_assert_num_queries: Any, number: int) -> None:
    for index in range(number):
        save_dict(Person, invented.person(f"invented-{index}"))

    with django_assert_num_queries(5):
        records = list(to_dicts(Person.objects.all()))

    assert [record["id"] for record in records] == [f"invented-{index}" for index in range(number)]
