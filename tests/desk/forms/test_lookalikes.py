"""Who looks like a typed name, among few and among many. All invented."""

from difflib import SequenceMatcher
from random import Random
from typing import Any

import pytest
from django.db import connection

from desk.forms.lookalikes import LIKE, looks_like, sharing_a_word
from people.models import OtherName, Person
from people.spellings import folded
from records.serial import save_dict
from tests.invented import records as invented
from tests.invented.archives import people

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Айгерим Выдуманова", "Aigerim Vydumanova"),
        ("Әлия Қиялұлы", "Aliya Kiyaluly"),
        ("Vydumanov, Serik", "serik vydumanov"),
        ("Bekzhan Oidanov", "Bekjan Oydanov"),
        ("Нурлыбай Татаев", "Nurlybay Tataev"),
        ("Нурлыбай Татаев", "Nurlybai Tatayev"),
        ("Нұрлыбай Татаев", "ТАТАЕВ НУРЛЫБАЙ"),
        ("Татаев", "Tatayev"),
        ("Али Хан", "Alihan"),
    ],
)
def test_names_that_look_alike(one: str, other: str) -> None:
    save_dict(Person, invented.person(names={"en": one}, other_names=[], recognitions=[], sources=[]))

    assert [person.slug for person in looks_like([other])] == ["invented-person"]
    assert looks_like(["Gulnara Fantazina"]) == []


def test_other_names_look_alike_and_go_with_their_row() -> None:
    person = Person.objects.create(slug="invented-one", names={"en": "Anna Bova"})
    other = OtherName.objects.create(person=person, name="Сауле Выдуманова")

    assert looks_like(["Saule Vydumanova"]) == [person]
    assert looks_like(["Saule Vydumanova"], Person.objects.none()) == []
    other.delete()
    assert looks_like(["Saule Vydumanova"]) == []


@pytest.mark.parametrize("name", ["", "  ", "1 2", "-", "x" * 300])
def test_nobody_looks_like_nothing(name: str) -> None:
    Person.objects.create(slug="invented-one", names={"en": "1 2 -"})

    assert looks_like([name]) == []


def crowd(number: int) -> None:
    """That many invented people."""
    rows = [people.person(index, Random(index)) for index in range(number)]
    Person.objects.bulk_create(Person(slug=row["id"], names=row["names"]) for row in rows)


@pytest.mark.parametrize("number", [3, 300])
def test_look_alikes_cost_two_queries(django_assert_num_queries: Any, number: int) -> None:
    crowd(number)
    name = Person.objects.all()[0].names["ru"]

    with django_assert_num_queries(2):
        assert looks_like([name])[0].slug == "synthetic-person-000000"


def test_candidates_come_from_the_index() -> None:
    crowd(300)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")

    plan = sharing_a_word(["Сауле Выдуманова"]).explain()

    assert "person_by_spelling" in plan
    assert "other_name_by_spelling" in plan


def misspelled(name: str, random: Random) -> str:
    """The name with one to three letters changed, added, left out or turned round."""
    letters = list(name)
    for _ in range(random.randint(1, 3)):
        place = random.choice([place for place, letter in enumerate(letters[:-1]) if letter.isalpha()])
        letters[place : place + 2] = random.choice(
            [["i", letters[place + 1]], letters[place + 1 : place + 2], [*letters[place : place + 2], "n"],
             letters[place : place + 2][::-1]]
        )  # fmt: skip
    return "".join(letters)


def test_whoever_is_found_among_all_is_found_by_the_index() -> None:
    crowd(60)
    random, everybody, missed, alike = Random(7), list(Person.objects.all()), [], 0
    spellings = [(person.slug, {folded(name) for name in person.names.values()}) for person in everybody]
    for person in everybody:
        typed = misspelled(person.names["en"], random)
        near = {
            slug
            for slug, known in spellings
            if any(SequenceMatcher(None, folded(typed), name).ratio() >= LIKE for name in known)
        }
        alike += len(near)
        if lost := near - {found.slug for found in looks_like([typed])}:
            missed.append((typed, lost))

    assert alike > 50
    assert missed == []
