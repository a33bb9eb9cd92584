"""ID numbers, telephone numbers and addresses, all invented."""

from datetime import date
from typing import Any

import pytest

from desk.review.checks import findings
from desk.review.checks.identifiers import is_id_number
from tests.desk.invented_documents import document, person

DAY = date(2026, 11, 22)


def codes(**case: Any) -> list[str]:
    return [one.code for one in findings(document(**case), DAY)]


@pytest.mark.parametrize(
    ("digits", "is_one"),
    [
        ("730101300123", True),
        ("000229500123", True),
        ("010229500123", False),  # 2001 had no 29 February
        ("731301300123", False),
        ("730101900123", False),
        ("730101000123", False),
    ],
)
def test_is_id_number(digits: str, is_one: bool) -> None:
    assert is_id_number(digits) == is_one


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("His IIN is 730101300123.", "id-number"),
        ("ИИН 730101 300123", "id-number"),
        ("Call +7 701 123 45 67", "phone"),
        ("тел. 8 (727) 123-45-67", "phone"),
        ("701 123-45-67 деп жазыңыз", "phone"),
        ("живёт по адресу ул. Вымышленная, д. 5, кв. 12", "address"),
        ("улица Вымышленная 17а", "address"),
        ("мкр. Вымышленный, дом 3", "address"),
        ("Ойдан көшесі 12 үйде тұрады", "address"),
        ("lives at 12 Invented Street", "address"),
        ("Invented street, 12", "address"),
        ("in apartment 7", "address"),
    ],
)
@pytest.mark.parametrize("place", ["title", "event", "claim", "person", "source"])
def test_identifiers_when_one_stands_anywhere(text: str, code: str, place: str) -> None:
    sourced = {"sources": ["invented-news-1"]}
    found = {
        "title": lambda: document(title={"en": text}),
        "event": lambda: document(events=[{"kind": "other", "text": {"ru": text}, **sourced}]),
        "claim": lambda: document(claims=[{"id": "k1", "says": "other", "by": {"en": text}, **sourced}]),
        "person": lambda: document(who=person(about={"kk": text})),
        "source": lambda: document(found=_sources_titled(text)),
    }[place]()

    blocking = [one for one in findings(found, DAY) if one.blocks]

    # Where somebody lives now may look like a breach as well.
    assert [one.code for one in blocking if one.code != "breach"] == [code]
    assert text not in blocking[0].words


def _sources_titled(text: str) -> Any:
    from tests.desk.invented_documents import sources

    found = sources()
    found["invented-news-1"]["title"] = text
    return found


@pytest.mark.parametrize(
    "text",
    [
        "The fine was 530250 tenge, paid on 2021-02-04.",
        "Case number 7512-24-00-1/123",
        "123456789012 tenge",  # no birth day begins so
        "Articles 174, 274 and 400; 15 days",
        "On 24 April 2016 about 1000 people stood on Isatay and Makhambet square",
        "Суд № 2 Бостандыкского района, 2023 год",
        "Алматы қаласының Медеу аудандық соты 2 жыл",
        "Almaty city, 5 years",
    ],
)
def test_identifiers_when_numbers_mean_something_else(text: str) -> None:
    assert codes(events=[{"kind": "other", "text": {"en": text}, "sources": ["invented-news-1"]}]) == []


def test_identifiers_when_digits_stand_in_the_address_of_a_page() -> None:
    from tests.desk.invented_documents import sources

    assert findings(document(found=sources(url="https://news.example/730101300123")), DAY) == []
