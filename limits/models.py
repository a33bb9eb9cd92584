"""What all workers count together. Nothing here is durable (UNLOGGED), and nothing outlives the hour."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import connection, models
from django.utils import timezone

HOUR = timedelta(hours=1)
TAKE = """INSERT INTO limits_allowance AS kept (key, used, ends_at) VALUES (%s, %s, %s)
ON CONFLICT (key) DO UPDATE SET
    used = excluded.used +
        CASE WHEN kept.ends_at <= %s OR kept.ends_at > excluded.ends_at + interval '1 minute' THEN 0 ELSE kept.used END,
    ends_at =
        CASE WHEN kept.ends_at <= %s OR kept.ends_at > excluded.ends_at + interval '1 minute' THEN excluded.ends_at
        ELSE kept.ends_at END
RETURNING used, ends_at"""
"""One statement, so that two workers cannot both take the last one. What ends later than it can was counted before
the clock was set back; a minute is what the clocks of several machines may differ by."""
ONE_FOR_ALL = """INSERT INTO limits_hourlysecret AS kept (hour, secret) VALUES (%s, %s)
ON CONFLICT (hour) DO UPDATE SET hour = excluded.hour RETURNING secret"""
"""One statement, so that another worker whose hour is over already cannot forget it in between."""

_secret: tuple[datetime, bytes] | None = None


class HourlySecret(models.Model):
    """The key of the digests of one hour, the same for all workers. With it goes every way back to an address."""

    hour = models.DateTimeField(primary_key=True)
    secret = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.hour:%Y-%m-%d %H}"


class Allowance(models.Model):
    """How much somebody used of something since a moment; the key is a digest of both."""

    key = models.CharField(max_length=32, primary_key=True)
    used = models.PositiveIntegerField()
    ends_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.key


class SharedValue(models.Model):
    """What `limits.cache` keeps for all workers."""

    key = models.CharField(max_length=32, primary_key=True)
    content = models.JSONField()
    ends_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.key


def digest(*words: str) -> str:
    """A digest that nobody can repeat once the hour's secret is gone."""
    return hashlib.blake2b("\x00".join(words).encode(), key=hourly_secret(timezone.now()), digest_size=16).hexdigest()


def hourly_secret(now: datetime) -> bytes:
    """The secret of this hour. Whoever is first makes it, and forgets the hours before with all that was counted."""
    global _secret
    hour = now.replace(minute=0, second=0, microsecond=0)
    if _secret is None or _secret[0] != hour:
        with connection.cursor() as cursor:
            cursor.execute(ONE_FOR_ALL, [hour, secrets.token_bytes(32)])
            secret = bytes(cursor.fetchone()[0])
        forget(hour, now)
        _secret = hour, secret
    return _secret[1]


def forget(hour: datetime, now: datetime) -> None:
    HourlySecret.objects.filter(hour__lt=hour).delete()
    Allowance.objects.filter(ends_at__lte=now).delete()
    SharedValue.objects.filter(ends_at__lte=now).delete()


def take(purpose: str, who: str, most: int, per: timedelta, units: int = 1) -> int:
    """Uses up some of what somebody may have in a while. Returns the seconds to wait, 0 if there is nothing to."""
    used, ends_at = count(purpose, who, per, units)
    return 0 if used <= most else max(1, round((ends_at - timezone.now()).total_seconds()))


def count(purpose: str, who: str, per: timedelta, units: int = 1) -> tuple[int, datetime]:
    """Counts that somebody uses something; returns how much it is in this while, and when that ends."""
    now = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [digest(purpose, who), units, now + per, now, now])
        used, ends_at = cursor.fetchone()
    return used, ends_at


def counted(purpose: str, who: str) -> int:
    """How much somebody has used until now."""
    kept = Allowance.objects.filter(key=digest(purpose, who), ends_at__gt=timezone.now())
    return kept.values_list("used", flat=True).first() or 0
