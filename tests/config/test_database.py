from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

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
    environ = {"DATABASE_URL": "postgresql://a/b", "DATABASE_REPLICA_URL": "postgresql://c/d"}
    found = databases(environ, tmp_path, pooled=True)
    assert [(name, each["HOST"], each["NAME"]) for name, each in found.items()] == [
        ("default", "a", "b"),
        ("replica", "c", "d"),
    ]
    assert found["replica"]["TEST"] == {"MIRROR": "default"}
    assert found["default"]["OPTIONS"] == {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}}


def test_databases_when_the_replica_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_REPLICA_URL must begin with"):
        databases({"DATABASE_REPLICA_URL": "http://c/d"}, tmp_path, pooled=False)
