"""The vocabularies: complete in three languages, and just what the law page says."""

import re

import pytest

from law.kazakhstan import vocabularies
from law.kazakhstan.vocabularies import Names

CODE = "KZ-CC"
EXTREMIST = {"174", "179", "180", "181", "182", "184", "258", "259", "260", "267", "404", "405"}
TERRORIST = {"170", "171", "173", "177", "178", "184", "269", "270"} | {str(number) for number in range(255, 262)}
GRAVITY_BY_YEARS = [(2, "minor"), (5, "medium"), (12, "grave"), (20, "especially-grave")]
EVERY_PART = [
    pytest.param(part, id=f"{article.article}({part.part})")
    for article in vocabularies.articles().values()
    for part in article.parts.values()
]


def assert_three_languages(names: Names) -> None:
    assert all(text.strip() == text != "" for text in (names.en, names.ru, names.kk))
    assert re.findall("[А-Яа-яёәғқңөұүһі]+", names.en) == []
    assert re.findall("[A-Za-z]+", names.ru) == []
    assert re.findall("[A-Za-z]+", names.kk) == []


def test_names_fall_back_to_english():
    names = Names("record", "судимость", "соттылық")

    assert [names.get(language) for language in ("en", "ru", "kk", "de")] == [
        "record",
        "судимость",
        "соттылық",
        "record",
    ]


def test_articles_have_names_in_three_languages():
    for article in vocabularies.articles().values():
        assert_three_languages(article.names)


def test_extremist_articles_are_the_closed_list():
    marked = {one.article for one in vocabularies.articles().values() if one.extremist}

    assert marked == EXTREMIST


def test_terrorist_articles_are_the_list():
    marked = {one.article for one in vocabularies.articles().values() if one.terrorist}

    assert marked == TERRORIST


@pytest.mark.parametrize("part", EVERY_PART)
def test_gravity_agrees_with_the_sanction(part: vocabularies.Part):
    if part.most is not None:
        assert part.gravity == next(name for most, name in GRAVITY_BY_YEARS if part.most <= most)
        assert (part.least or 0) < part.most


@pytest.mark.parametrize(
    ("number", "part", "expected"),
    [
        ("174", "2", ("grave", "A")),
        ("174", "3", ("especially-grave", "A")),
        ("174", None, (None, "C")),
        ("274", "2", ("medium", "A")),
        ("274", "4", ("grave", "A")),
        ("272", "3", ("medium", "A")),
        ("378", "2", ("minor", "C")),
        ("378", None, ("minor", "C")),
        ("380", None, ("medium", "B")),
        ("400", None, ("misdemeanour", "A")),
        ("404", None, ("grave", "A")),
        ("405", "1", ("grave", "A")),
        ("405", "2", ("minor", "A")),
        ("405", None, (None, "C")),
        ("405", "7", (None, "C")),
        ("258", "1", (None, "C")),
        ("194", None, (None, "C")),
        ("999", "1", (None, "C")),
    ],
)
def test_gravity_of(number: str, part: str | None, expected: tuple[str | None, str]):
    assert vocabularies.gravity(CODE, number, part) == expected


@pytest.mark.parametrize(
    ("number", "part", "expected"),
    [
        ("405", "2", True),
        ("174", None, True),
        ("274", "4", False),
        ("404", "1", False),
        ("404", "2", True),
        ("404", "3", True),
        ("404", None, None),
        ("999", None, None),
    ],
)
def test_is_extremist(number: str, part: str | None, expected: bool | None):
    assert vocabularies.is_extremist(CODE, number, part) is expected


@pytest.mark.parametrize(("number", "expected"), [("258", True), ("184", True), ("174", False), ("999", None)])
def test_is_terrorist(number: str, expected: bool | None):
    assert vocabularies.is_terrorist(CODE, number, None) is expected


def test_article_when_unknown():
    assert vocabularies.article(CODE, "999") is None
    assert vocabularies.article("KZ-XX", "174") is None
