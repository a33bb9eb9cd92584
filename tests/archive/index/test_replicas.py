"""Which database answers: one that stands where the primary stands, and never one that is behind."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections
from django.db.backends.postgresql.base import DatabaseWrapper

from archive.index import replicas

ONE, OTHER = "replica1", "replica2"


def nowhere(alias: str) -> DatabaseWrapper:
    """The database of a server that is gone."""
    return DatabaseWrapper({**connections.settings[DEFAULT_DB_ALIAS], "HOST": "/nowhere"}, alias)


@pytest.fixture(autouse=True)
def two_replicas(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two replicas that are away, unless a test says what they have."""
    settings.REPLICAS = [ONE, OTHER]
    monkeypatch.setattr(replicas, "_left_out_until", {})
    monkeypatch.setattr(replicas, "_newest", 0)
    for alias in (ONE, OTHER):
        connections[alias] = nowhere(alias)
    yield
    replicas.ask_the_primary()
    for alias in (ONE, OTHER):
        del connections[alias]


def having(monkeypatch: pytest.MonkeyPatch, **versions: int | None) -> None:
    monkeypatch.setattr(replicas, "version", lambda alias: versions.get(alias))


def test_replica_answers_while_it_has_what_the_primary_has(monkeypatch: pytest.MonkeyPatch) -> None:
    having(monkeypatch, default=7, replica1=7, replica2=7)
    assert {replicas.chosen() for _ in range(64)} == {ONE, OTHER}


@pytest.mark.parametrize("behind_or_away", [6, 8, None])
def test_replica_is_left_out_when_it_has_another_state(
    monkeypatch: pytest.MonkeyPatch, behind_or_away: int | None
) -> None:
    having(monkeypatch, default=7, replica1=behind_or_away, replica2=7)
    assert {replicas.chosen() for _ in range(16)} == {OTHER}
    having(monkeypatch, default=7, replica1=behind_or_away, replica2=behind_or_away)
    assert replicas.chosen() == DEFAULT_DB_ALIAS


def test_replica_that_has_most_answers_while_the_primary_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    having(monkeypatch, default=None, replica1=6, replica2=7)
    assert {replicas.chosen() for _ in range(16)} == {OTHER}


def test_replica_that_misses_what_was_seen_never_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A case that was withdrawn does not come back with the primary's death."""
    having(monkeypatch, default=7, replica1=6, replica2=6)
    replicas.chosen()
    having(monkeypatch, default=None, replica1=6, replica2=6)
    assert replicas.chosen() == DEFAULT_DB_ALIAS


def test_one_request_reads_from_one_database(monkeypatch: pytest.MonkeyPatch) -> None:
    having(monkeypatch, default=7, replica1=7)
    replicas.choose_for_this_request()
    assert replicas.answering() == ONE
    having(monkeypatch, default=8, replica1=7)
    assert replicas.answering() == ONE
    replicas.choose_for_this_request()
    assert replicas.answering() == DEFAULT_DB_ALIAS


def test_commands_and_editors_read_the_primary(monkeypatch: pytest.MonkeyPatch) -> None:
    having(monkeypatch, default=7, replica1=7)
    assert replicas.answering() == DEFAULT_DB_ALIAS


@pytest.mark.django_db
def test_database_that_is_away_is_asked_once_in_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    assert replicas.version(ONE) is None
    monkeypatch.setattr(connections[ONE], "connect", lambda: pytest.fail("asked again"))
    assert replicas.version(ONE) is None
    monkeypatch.setattr(replicas, "SECONDS_LEFT_OUT", 0)
    replicas.leave_out(OTHER)
    assert not replicas.is_left_out(OTHER)


def failing(cause: Exception) -> OperationalError:
    error = OperationalError("the statement failed")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("cause", "is_asked_again", "is_left_out"),
    [
        (psycopg.errors.AdminShutdown(), True, True),
        (psycopg.OperationalError("the connection is closed"), True, True),
        (psycopg.errors.SerializationFailure("conflict with recovery"), True, False),
        (psycopg.errors.QueryCanceled("took too long"), False, False),
    ],
)
def test_primary_is_asked_when_a_replica_fails(
    monkeypatch: pytest.MonkeyPatch, cause: Exception, is_asked_again: bool, is_left_out: bool
) -> None:
    """What took too long there would take as long here."""
    having(monkeypatch, default=7, replica1=7)
    replicas.choose_for_this_request()
    assert replicas.answering() == ONE
    assert replicas.turn_to_the_primary(failing(cause)) is is_asked_again
    assert (replicas.answering() == DEFAULT_DB_ALIAS) is is_asked_again
    assert replicas.is_left_out(ONE) is is_left_out


def test_question_that_nobody_else_could_answer_raises(settings: Any) -> None:
    settings.REPLICAS = []

    def away() -> None:
        raise OperationalError("away")

    with pytest.raises(OperationalError):
        replicas.asked(DEFAULT_DB_ALIAS, away)
    settings.REPLICAS = [ONE]
    monkey = failing(psycopg.errors.QueryCanceled())

    def too_long() -> None:
        raise monkey

    with pytest.raises(OperationalError):
        replicas.asked(ONE, too_long)
