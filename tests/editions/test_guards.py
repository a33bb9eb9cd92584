"""What was published stays: the database refuses, whoever asks."""

import json
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from editions.canonical import canonical
from editions.chain import following
from editions.erase import without
from editions.models import ChainEntry, Edition, EditionText
from tests.editions.rows import NOON, REASON, published

pytestmark = pytest.mark.django_db


def refusal(sql: str, *values: Any) -> str:
    with pytest.raises(DatabaseError) as error, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    return str(error.value).splitlines()[0]


def erasure(edition: Edition, **places: Any) -> ChainEntry:
    """An entry that says so, with nothing done yet."""
    paths = {path.replace("__", "."): replacement for path, replacement in places.items()}
    entry = following(
        ChainEntry.objects.head(),
        NOON,
        kind="erased",
        case_key=edition.case_key,
        reason=REASON,
        body={"erases": edition.key, "places": paths},
    )
    entry.save(force_insert=True)
    return entry


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("UPDATE editions_chainentry SET case_id = 'another'", "UPDATE of editions_chainentry is refused"),
        ("UPDATE editions_chainentry SET case_id = ''", "UPDATE of editions_chainentry is refused"),
        ("DELETE FROM editions_chainentry", "DELETE of editions_chainentry is refused"),
        ("UPDATE editions_editiontext SET content = '{}'", "UPDATE of the text of edition 1 is refused"),
        ("UPDATE editions_editiontext SET person = 'another'", "UPDATE of the text of edition 1 is refused"),
        ("DELETE FROM editions_editiontext", "DELETE of the text of edition 1 is refused"),
        ("UPDATE editions_editiontext SET edition_id = 2", "UPDATE of the text of edition 2 is refused"),
        ("SELECT editions_erase(1, NULL)", "DELETE of the text of edition 1 is refused"),
        ("SELECT editions_erase(1, '{}')", "UPDATE of the text of edition 1 is refused"),
    ],
)
def test_database_when_somebody_changes_what_was_published(sql: str, message: str) -> None:
    published()
    assert refusal(sql).startswith(message)


@pytest.mark.parametrize("table", ["editions_chainentry", "editions_editiontext"])
def test_database_when_somebody_truncates(table: str) -> None:
    published()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL shekteu.tests_may_truncate = 'off'")
    assert refusal(f"TRUNCATE {table} CASCADE").startswith("TRUNCATE of ")


PLANTED = "They confessed to everything"


def planted_elsewhere(before: Any, after: Any) -> None:
    after["case"]["summary"] = {"en": PLANTED}


def planted_in_the_place(before: Any, after: Any) -> None:
    after["case"]["title"] = {"en": PLANTED}


def another_salt(before: Any, after: Any) -> None:
    after["salts"]["case.summary"] = "0" * 32


def salt_kept(before: Any, after: Any) -> None:
    after["salts"] = before["salts"]


def leaf_of_another(before: Any, after: Any) -> None:
    after["leaves"]["case.summary"] = "0" * 64


def no_leaf(before: Any, after: Any) -> None:
    after["leaves"] = {}


@pytest.mark.parametrize(
    "harm", [planted_elsewhere, planted_in_the_place, another_salt, salt_kept, leaf_of_another, no_leaf]
)
def test_database_when_a_text_is_planted_under_an_invented_erasure(harm: Any) -> None:
    edition = published()
    before = json.loads(EditionText.objects.get().content)
    after = without(before, {"case.title": None})
    harm(before, after)
    erasure(edition, case__title=None)
    message = refusal("SELECT editions_erase(1, %s)", canonical(after).decode())
    assert message.startswith("UPDATE of the text of edition 1 is refused")
    connection.set_rollback(True)


@pytest.mark.parametrize("path", ["case__title", "case__events__0", "person__about"])
def test_database_when_a_replacement_is_no_initials(path: str) -> None:
    edition = published()
    before = json.loads(EditionText.objects.get().content)
    place = path.replace("__", ".")
    before["person"]["about"] = {"en": "Somebody"}
    erasure(edition, **{path: {"en": PLANTED}})
    after = without({**before, "salts": {**before["salts"], "person.about": "0" * 32}}, {place: None})
    after["case"]["title"] = {"en": PLANTED}
    assert "is refused" in refusal("SELECT editions_erase(1, %s)", canonical(after).decode())
    connection.set_rollback(True)


@pytest.mark.parametrize(
    "chosen",
    [
        {"case.title": None},
        {"case.events.0": None, "case.events.1": None},
        {"case.claims.k1": None, "reckoning.claims.k1": None},
        {"reckoning.restrictions.law:criminal-record:v1.steps": None, "reckoning.verdicts.v2": None},
        {"reckoning.verdicts.v2": None, "reckoning.verdicts.v2.steps": None},
        {"sources.invented-news-1": None, "person.gender": None, "case.tags": None},
        {"person.names": {"en": "I. P.", "kk": "О. Ш."}, "case.withheld": ["noindex"]},
    ],
)
def test_database_takes_out_what_python_does(chosen: Any) -> None:
    published()
    before = json.loads(EditionText.objects.get().content)
    after = without(before, chosen)
    with connection.cursor() as cursor:
        values = [canonical(before).decode(), canonical(after).decode(), json.dumps(chosen)]
        cursor.execute("SELECT editions_is_obeyed(%s::jsonb, %s::jsonb, %s::jsonb)", values)
        assert cursor.fetchone() == (True,)


def test_database_when_an_erasure_comes_without_being_done() -> None:
    edition = published()
    erasure(edition, case__title=None)
    assert refusal("SELECT 1") == "entry 2 and its text do not belong together: write both in one transaction"
    connection.set_rollback(True)


def test_database_when_an_erasure_is_of_nothing() -> None:
    edition = published()
    edition.key = "d" * 32
    erasure(edition, case__title=None)
    assert refusal("SELECT 1") == "entry 2 and its text do not belong together: write both in one transaction"
    connection.set_rollback(True)


def second(edition: Edition) -> Edition:
    edition.number, edition.version, edition.key = 2, 2, "e" * 32
    edition.previous, edition.hash = edition.hash, "f" * 64
    edition.save(force_insert=True)
    return edition


def test_database_when_an_edition_comes_without_a_text() -> None:
    second(published())
    assert refusal("SELECT 1") == "entry 2 and its text do not belong together: write both in one transaction"
    connection.set_rollback(True)


def test_database_when_a_text_is_of_another_case() -> None:
    edition = second(published())
    content = EditionText.objects.get().content.replace("invented-2016", "invented-2018")
    message = refusal("INSERT INTO editions_editiontext VALUES (%s, %s)", edition.number, content)
    assert message.startswith("INSERT of the text of edition 2 is refused")
    connection.set_rollback(True)


def test_database_when_the_chain_would_fork() -> None:
    edition = published()
    edition.number, edition.hash, edition.key, edition.version = 2, "f" * 64, "e" * 32, 2
    with pytest.raises(IntegrityError, match="chain_has_no_forks"), transaction.atomic():
        edition.save(force_insert=True)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"previous": "x"}, "chain_entry_is_numbered_and_chained"),
        ({"key": "x"}, "chain_entry_is_numbered_and_chained"),
        ({"case_key": "X"}, "chain_entry_has_a_case_key"),
        ({"digest": ""}, "chain_entry_says_what_its_kind_says"),
        ({"version": None}, "chain_entry_says_what_its_kind_says"),
        ({"kind": "withdrawn"}, "chain_entry_says_what_its_kind_says"),
        ({"kind": "erased"}, "chain_entry_says_what_its_kind_says"),
        ({"kind": "sealed", "case_key": ""}, "chain_entry_says_what_its_kind_says"),
        ({"kind": "hidden"}, "chain_entry_says_what_its_kind_says"),
        ({"version": 1}, "chain_version_once_a_case"),
        ({"key": None}, "chain_key_is_unique"),
    ],
)
def test_database_when_an_entry_makes_no_sense(values: dict[str, Any], constraint: str) -> None:
    published()
    first = ChainEntry.objects.values().get()
    fresh = {"number": 2, "version": 2, "key": "e" * 32, "previous": "a" * 64, "hash": "b" * 64}
    entry = ChainEntry(
        **{**first, **fresh, **{name: first[name] if one is None else one for name, one in values.items()}}
    )
    if values == {"version": None}:
        entry.version = None
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        entry.save(force_insert=True)


def test_database_takes_the_person_of_a_text_from_the_text() -> None:
    text = EditionText.objects.get(edition=published())
    assert text.person == json.loads(text.content)["person"]["id"] != ""
