"""What was published stays: the database refuses, whoever asks."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from editions.canonical import digest
from editions.models import Edition, EditionText, Erasure
from tests.editions.rows import NOON, REASON, published

pytestmark = pytest.mark.django_db


def refusal(sql: str) -> str:
    with pytest.raises(DatabaseError) as error, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    return str(error.value).splitlines()[0]


def erasure(new: str) -> Erasure:
    return Erasure.objects.create(
        number=1, edition_id=1, places=["case.title"], reason=REASON, erased_at=NOON, digest=new
    )


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("UPDATE editions_edition SET case_id = 'another'", "UPDATE of editions_edition is refused"),
        ("DELETE FROM editions_edition", "DELETE of editions_edition is refused"),
        ("UPDATE editions_editiontext SET content = '{}'", "UPDATE of the text of edition 1 is refused"),
        ("DELETE FROM editions_editiontext", "DELETE of the text of edition 1 is refused"),
        ("UPDATE editions_editiontext SET edition_id = 2", "a text stays with its edition"),
    ],
)
def test_database_when_somebody_changes_what_was_published(sql: str, message: str) -> None:
    published()
    assert refusal(sql).startswith(message)


@pytest.mark.parametrize("table", ["editions_edition", "editions_editiontext", "editions_erasure"])
def test_database_when_somebody_truncates(table: str) -> None:
    published()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL shekteu.tests_may_truncate = 'off'")
    assert refusal(f"TRUNCATE {table} CASCADE").startswith("TRUNCATE of ")


@pytest.mark.parametrize("sql", ["UPDATE editions_erasure SET places = '[]'", "DELETE FROM editions_erasure"])
def test_database_when_somebody_changes_an_erasure(sql: str) -> None:
    published()
    content = '{"salt":"x"}'
    erasure(digest(content.encode()))
    EditionText.objects.update(content=content)
    assert "of editions_erasure is refused" in refusal(sql)


def test_database_when_an_erasure_comes_with_another_text() -> None:
    published()
    erasure(digest(b"{}"))
    assert refusal("UPDATE editions_editiontext SET content = '[]'").startswith("UPDATE of the text of edition 1")
    connection.set_rollback(True)


def test_database_when_an_erasure_comes_without_its_text() -> None:
    published()
    erasure(digest(b"{}"))
    assert refusal("SELECT 1") == "edition 1 and its text do not belong together: write both in one transaction"
    connection.set_rollback(True)


def test_database_when_an_edition_comes_without_a_text() -> None:
    edition = published()
    edition.number, edition.previous, edition.hash = 2, edition.hash, "f" * 64
    edition.save(force_insert=True)
    assert refusal("SELECT 1") == "edition 2 and its text do not belong together: write both in one transaction"
    connection.set_rollback(True)


def test_database_when_the_chain_would_fork() -> None:
    edition = published()
    edition.number, edition.hash = 2, "f" * 64
    with pytest.raises(IntegrityError, match="edition_chain_has_no_forks"), transaction.atomic():
        edition.save(force_insert=True)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"previous": "x"}, "edition_is_numbered_and_chained"),
        ({"case_key": "X"}, "edition_has_a_case_key"),
        ({"digest": ""}, "edition_has_a_digest_if_published"),
        ({"kind": "withdrawn"}, "edition_has_a_digest_if_published"),
        ({"kind": "hidden"}, "edition_has_a_digest_if_published"),
    ],
)
def test_database_when_an_edition_makes_no_sense(values: dict[str, str], constraint: str) -> None:
    published()
    edition = Edition(
        **{**Edition.objects.values().get(), "number": 2, "previous": "a" * 64, "hash": "b" * 64, **values}
    )
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        edition.save(force_insert=True)
