"""What a spelling is found by: the same in the database as in Python. All names are invented or of public cases."""

import pytest
from django.db import connection

from people.spellings import HABITS, LATIN, folded

pytestmark = pytest.mark.django_db


def keys_of(spellings: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT spelling_keys(%s)", [spellings])
        (keys,) = cursor.fetchone()
    return set(keys)


@pytest.mark.parametrize("name", ["Татаев", "Tataev", "Tatayev", "ТАТАЕВ"])
def test_word_is_found_in_any_script(name: str) -> None:
    assert folded(name) == "tataev"
    assert {"tataev", "ataev", "tatae", "~ttv", "=ttv", "=tv"} < keys_of(name)


def test_database_reads_the_same_letters_as_python() -> None:
    letters = [*LATIN, *(habit for habit, _plain in HABITS)]
    words = [f"b{letter}b{letter.upper()}b" for letter in letters]

    assert {folded(word) for word in words} <= keys_of(" ".join(words))


@pytest.mark.parametrize(
    ("one", "other", "key"),
    [
        ("Anna Bo", "Bo, ANNA!", "anna"),
        ("Serik Vydumanov", "Serek Vidumonof", "=dkmnrsv"),
        ("Bek Zhan Oidan", "Bekzhan Oidan", "=bdhknnz"),
        ("Ли", "Li", "li"),
    ],
)
def test_names_that_meet(one: str, other: str, key: str) -> None:
    assert key in keys_of(one) & keys_of(other)


def test_several_spellings_meet_each_alone() -> None:
    assert keys_of('["Anna Bova", "Анна Бова"]') == keys_of("Anna Bova")
    assert keys_of('" ," 1 "') == set()
