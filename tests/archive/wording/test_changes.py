"""The history of a case in words: what moved, and why."""

from html import unescape

import pytest
from django.test import Client

from archive.wording.names import KEYS
from editions.schema.case import Case
from editions.schema.person import Person
from tests.archive.published import document, publish
from tests.invented import records as invented
from tests.reading import flat

pytestmark = pytest.mark.django_db
BAN = {"id": "ban", "kind": "public-activity-ban", "verdict": "v1", "length": "P3Y"}
FIRST = {"id": "v1", "instance": "first", "date": "2016-11-28", "appealed": False, "result": "convicted"}


def history(client: Client, language: str = "en", **changed: object) -> str:
    """The history of a case that was published, then published again with other facts."""
    facts = {"verdicts": [FIRST], "restrictions": [BAN], "custody": [], "events": [], "testimonies": [], "claims": []}
    publish(document(invented.case(**facts)))
    publish(document(invented.case(**{**facts, **changed})))
    return flat(unescape(client.get(f"/{language}/cases/invented-2016/versions/").text))


def test_a_date_moved_because_a_fact_changed(client: Client) -> None:
    text = history(client, restrictions=[{**BAN, "length": "P5Y"}])
    moved = text.index("End of Ban on public activity: from not before 13 December 2019 to not before 13 December 2021")
    because = text.index("Because of these changes of the facts:")
    assert moved < because < text.index("<li>Changed: restrictions, Ban on public activity, length</li>")
    assert "<li>First day without any restriction: from not before 13 December 2019 to" in text
    assert "<td>3 years</td><td>5 years</td>" in text


def test_a_fact_that_moves_nothing(client: Client) -> None:
    text = history(client, title={"en": "Another title"})
    assert "<li>Changed: title, in English</li>" in text
    assert "Because" not in text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "Изменено: ограничения, Запрет на общественную деятельность, срок"),
        ("kk", "Өзгертілді: шектеулер, Қоғамдық қызметке тыйым, мерзімі"),
    ],
)
def test_places_have_words_in_every_language(client: Client, language: str, words: str) -> None:
    assert words in history(client, language, restrictions=[{**BAN, "length": "P5Y"}])


def test_every_key_of_a_case_and_a_person_has_words() -> None:
    """Keys that are ids or texts of the whole are named by what they are."""
    keys = {field.alias or name for model in (Case, Person) for name, field in model.model_fields.items()}
    assert keys - set(KEYS) - {"id", "status", "missing"} == set()
