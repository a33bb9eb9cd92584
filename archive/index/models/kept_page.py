"""Pages as they were rendered, for all workers; gone with the index that they were rendered from."""

import json
from typing import Any

from django.db import connections, models

MOST = 5_000
"""Pages that are kept at once. No stranger's query is kept, so that an archive rarely has more addresses a day."""
PAGE = "SELECT etag, headers, body FROM archive_keptpage WHERE key = %s"
KEEP = """INSERT INTO archive_keptpage (key, day, etag, headers, body)
SELECT %s, %s, %s, %s::jsonb, %s FROM archive_indexstate
WHERE version = %s AND (SELECT count(*) FROM archive_keptpage) < %s
FOR SHARE SKIP LOCKED ON CONFLICT (key) DO NOTHING"""
"""Only while the index is what the page was rendered from, and nobody is changing it: a page of a case that is being
withdrawn can never be kept behind the back of whoever withdraws it."""


class KeptPageQuerySet(models.QuerySet["KeptPage"]):
    """Kept pages. They are written where the index is, whatever database answers readers."""

    def page(self, key: str) -> "KeptPage | None":
        """The page of a key; None: not kept. One query, by hand: the ORM's own would take as long as all the rest."""
        with connections[self.db].cursor() as cursor:
            cursor.execute(PAGE, [key])
            row = cursor.fetchone()
        return KeptPage(key=key, etag=row[0], headers=json.loads(row[1]), body=row[2]) if row else None

    def keep(self, page: "KeptPage", version: int) -> None:
        """Keeps a page that was rendered from a version of the index; drops those of other days. Two statements."""
        self.exclude(day=page.day).delete()
        values: list[Any] = [page.key, page.day, page.etag, json.dumps(page.headers), page.body, version, MOST]
        with connections[self.db].cursor() as cursor:
            cursor.execute(KEEP, values)


class KeptPage(models.Model):
    """``key``: a digest of address, day and release. ``body`` is compressed by gzip."""

    key = models.CharField(max_length=64, primary_key=True)
    day = models.DateField()
    etag = models.CharField(max_length=64)
    headers = models.JSONField()
    body = models.BinaryField()

    objects = KeptPageQuerySet.as_manager()

    def __str__(self) -> str:
        return self.key
