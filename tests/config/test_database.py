from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.backends.postgresql.base import DatabaseWrapper

from config.database import ENGINE, databases, parse


def test_parse_when_address_is_whole() -> None:
    assert parse("postgresql://ed%40x:p%2Fw@db.example:6432/archive?sslmode=verify-full&connect_timeout=5") == {
        "ENGINE": ENGINE,
        "NAME": "archive",
        "USER": "ed@x",
        "PASSWORD": "p/w",
        "HOST": "db.example",
        "PORT": "6432",
        "OPTIONS": {"sslmode": "verify-full", "connect_timeout": "5"},
    }


@pytest.mark.parametrize(
    ("url", "host", "port"),
    [
        ("postgres:///archive", "", ""),
        ("postgresql:///archive?host=/var/run/postgresql&port=5433", "/var/run/postgresql", "5433"),
        ("postgresql://%2Fvar%2Frun%2Fpostgresql/archive", "/var/run/postgresql", ""),
        ("postgresql://[::1]:5433/archive", "::1", "5433"),
    ],
)
def test_parse_when_host_is_written_otherwise(url: str, host: str, port: str) -> None:
    found = parse(url)
    assert (found["NAME"], found["HOST"], found["PORT"], found["OPTIONS"]) == ("archive", host, port, {})


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("mysql://user:hush@host/name", "DATABASE_URL must begin with postgresql://"),
        ("hush", "DATABASE_URL must begin with postgresql://"),
        ("postgresql://user:hush@host", "DATABASE_URL names no database"),
        ("postgresql://user:hush@host/", "DATABASE_URL names no database"),
        ("postgresql://user:hush@host/a/b", "DATABASE_URL names no database"),
        ("postgresql://user:hush@host:port/name", "DATABASE_URL cannot be read"),
        ("postgresql://user:hush@host:99999/name", "DATABASE_URL cannot be read"),
        ("postgresql://user:hush@[::1/name", "DATABASE_URL cannot be read"),
    ],
)
def test_parse_when_address_is_wrong(url: str, reason: str) -> None:
    with pytest.raises(ImproperlyConfigured) as error:
        parse(url)
    assert str(error.value).startswith(reason)
    assert "hush" not in str(error.value)


def test_databases_when_nothing_is_set(tmp_path: Path) -> None:
    found = databases({}, tmp_path, pooled=False)
    assert list(found) == ["default"]
    assert (found["default"]["NAME"], found["default"]["OPTIONS"]) == ("shekteu", {})


def test_databases_when_there_is_a_replica(tmp_path: Path) -> None:
    """Who asks a server that is gone turns to the next one soon."""
    urls = "postgresql://c/d  postgresql://e/f?connect_timeout=9"
    environ = {"DATABASE_URL": "postgresql://a/b", "DATABASE_REPLICA_URL": urls}
    found = databases(environ, tmp_path, pooled=True)
    assert [(name, each["HOST"], each["NAME"]) for name, each in found.items()] == [
        ("default", "a", "b"),
        ("replica1", "c", "d"),
        ("replica2", "e", "f"),
    ]
    assert found["replica1"]["TEST"] == found["replica2"]["TEST"] == {"MIRROR": "default"}
    soon = {"tcp_user_timeout": "5000", "connect_timeout": "2"}
    pool = {"min_size": 1, "max_size": 8, "timeout": 2}
    assert found["default"]["OPTIONS"] == soon | {"pool": pool}
    assert (found["replica1"]["OPTIONS"], found["replica1"]["CONN_MAX_AGE"]) == (soon, None)
    assert found["replica2"]["OPTIONS"] == soon | {"connect_timeout": "9"}


def test_databases_when_there_is_no_replica_to_turn_to(tmp_path: Path) -> None:
    alone = databases({"DATABASE_URL": "postgresql://a/b", "DATABASE_REPLICA_URL": " "}, tmp_path, pooled=True)
    assert list(alone) == ["default"]
    assert alone["default"]["OPTIONS"] == {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}}


def test_databases_when_the_replica_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_REPLICA_URL must begin with"):
        databases({"DATABASE_REPLICA_URL": "http://c/d"}, tmp_path, pooled=False)


def test_databases_when_statements_of_readers_are_limited(tmp_path: Path) -> None:
    """The site sets it before it reads the settings; no command does."""
    environ = {"DATABASE_URL": "postgresql://a/b?options=-c%20lc_messages%3DC"}
    limited = databases(environ | {"STATEMENT_SECONDS": "20"}, tmp_path, pooled=False)["default"]
    assert limited["OPTIONS"] == {
        "options": "-c lc_messages=C -c statement_timeout=20000 -c idle_in_transaction_session_timeout=60000"
    }
    assert databases(environ, tmp_path, pooled=False)["default"]["OPTIONS"] == {"options": "-c lc_messages=C"}


def test_connections_are_checked_before_they_are_used_again(tmp_path: Path) -> None:
    assert databases({}, tmp_path, pooled=True)["default"]["CONN_HEALTH_CHECKS"] is True


CUT = """SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()"""


@pytest.mark.django_db
def test_request_after_a_restart_of_the_server(tmp_path: Path) -> None:
    """What the restart cut is thrown away; readers get their page."""
    production = databases({}, tmp_path, pooled=True)["default"]
    ours = {name: production[name] for name in ("OPTIONS", "CONN_HEALTH_CHECKS")}
    pooled = DatabaseWrapper(connection.settings_dict | ours, "default")
    try:
        with pooled.cursor() as cursor:
            cursor.execute("SELECT 1")
        pooled.close()
        with connection.cursor() as cursor:
            cursor.execute(CUT)
        with pooled.cursor() as cursor:
            cursor.execute("SELECT 1")
            assert cursor.fetchone() == (1,)
    finally:
        pooled.close()
        pooled.close_pool()
