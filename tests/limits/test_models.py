from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from limits import models
from limits.models import Allowance, HourlySecret, digest, hourly_secret, take

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def fresh_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that knows no secret yet."""
    monkeypatch.setattr(models, "_secret", None)


def test_allowance_when_it_is_used_up() -> None:
    waits = [take("x", "somebody", 2, MINUTE) for _ in range(3)]
    assert (waits[:2], 55 < waits[2] <= 60) == ([0, 0], True)
    assert take("x", "somebody else", 2, MINUTE) == 0
    assert take("y", "somebody", 2, MINUTE) == 0


def test_allowance_when_its_time_is_over() -> None:
    take("x", "somebody", 1, MINUTE)
    Allowance.objects.update(ends_at=timezone.now())
    assert [bool(take("x", "somebody", 1, MINUTE)) for _ in range(2)] == [False, True]


def test_allowance_when_the_clock_was_set_back() -> None:
    """What was used up in a minute that is to come again holds nobody off until it has come."""
    take("x", "somebody", 1, MINUTE)
    Allowance.objects.update(ends_at=timezone.now() + timedelta(minutes=30), used=9)
    assert [bool(take("x", "somebody", 1, MINUTE)) for _ in range(2)] == [False, True]


def test_allowance_when_another_machine_has_its_clock_some_seconds_ahead() -> None:
    Allowance.objects.bulk_create([Allowance(key=digest("x", "somebody"), used=9, ends_at=in_a_minute(seconds=20))])
    assert take("x", "somebody", 1, MINUTE) > 0


def in_a_minute(seconds: int) -> datetime:
    return timezone.now() + MINUTE + timedelta(seconds=seconds)


def test_workers_have_one_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another worker, or this one after a restart, goes on counting where the first was."""
    first = digest("somebody")
    monkeypatch.setattr(models, "_secret", None)
    assert digest("somebody") == first


def test_nothing_outlives_the_hour() -> None:
    now = timezone.now()
    first = hourly_secret(now)
    take("x", "somebody", 1, MINUTE)
    second = hourly_secret(now + timedelta(hours=1))
    assert first != second
    assert (HourlySecret.objects.count(), Allowance.objects.count()) == (1, 0)


def test_tables_are_not_durable() -> None:
    """No log of the database and no physical backup holds who asked."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relpersistence FROM pg_class WHERE relname LIKE 'limits\\_%' AND relkind = 'r'")
        assert cursor.fetchall() == [("u",)] * 3
