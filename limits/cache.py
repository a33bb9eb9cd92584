"""Django's cache for all workers: what allauth counts of sign-ins holds everywhere and over a restart."""

import json
from datetime import UTC, datetime
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import connection
from django.db.models import Q
from django.utils import timezone

from limits.models import SharedValue, digest

ADD = """INSERT INTO limits_sharedvalue AS kept (key, content, ends_at) VALUES (%s, %s, %s)
ON CONFLICT (key) DO UPDATE SET content = excluded.content, ends_at = excluded.ends_at WHERE kept.ends_at <= %s"""


class SharedCache(BaseCache):
    """Keeps values in the database, as JSON, under digests of their keys."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def row(self, key: str, version: int | None) -> str:
        return digest("cache", self.make_and_validate_key(key, version=version))

    def ends_at(self, timeout: float | None) -> datetime | None:
        seconds = self.get_backend_timeout(timeout)
        return None if seconds is None else datetime.fromtimestamp(seconds, UTC)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        kept = SharedValue.objects.filter(Q(ends_at=None) | Q(ends_at__gt=timezone.now()), key=self.row(key, version))
        row = kept.first()
        return default if row is None else row.content

    def set(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        fields = {"content": value, "ends_at": self.ends_at(timeout)}
        SharedValue.objects.bulk_create(
            [SharedValue(key=self.row(key, version), **fields)],
            update_conflicts=True,
            unique_fields=["key"],
            update_fields=list(fields),
        )

    def add(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keeps the value unless there is one that holds; of two workers at once one succeeds."""
        with connection.cursor() as cursor:
            cursor.execute(ADD, [self.row(key, version), json.dumps(value), self.ends_at(timeout), timezone.now()])
            return bool(cursor.rowcount)

    def touch(self, key: str, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return bool(SharedValue.objects.filter(key=self.row(key, version)).update(ends_at=self.ends_at(timeout)))

    def delete(self, key: str, version: int | None = None) -> bool:
        return bool(SharedValue.objects.filter(key=self.row(key, version)).delete()[0])

    def clear(self) -> None:
        SharedValue.objects.all().delete()
