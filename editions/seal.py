"""The seal of a day: an entry of the chain that fixes what is public, and the ledger that readers can keep.

A ledger holds a line for each public version: the SHA-256 of what a citation names. Its root is in the chain, its
anchor ties it to the chain without telling how long that is. docs/chain.md explains it to who wants to verify one.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from editions.canonical import canonical, digest
from editions.chain import following, lock
from editions.models import ChainEntry, Edition, moment_text
from editions.parts import new_salt
from records.json_dict import JSONDict

FORMAT = "shekteu-ledger/1"


class Ledger(NamedTuple):
    """What is public on a day, for who keeps it: no line tells what it is of, but who knows a version finds it."""

    day: str
    anchor: str
    lines: list[str]

    @property
    def root(self) -> str:
        return digest(canonical(self.lines))

    def statement(self) -> JSONDict:
        """What is signed and time-stamped."""
        return {"format": FORMAT, "day": self.day, "root": self.root, "anchor": self.anchor}

    def to_dict(self) -> JSONDict:
        return {**self.statement(), "lines": self.lines}


def line(key: str, case_id: str, version: int | None, moment: datetime, document_digest: str) -> str:
    """The line of a version in a ledger."""
    return digest(canonical([key, case_id, version, moment_text(moment), document_digest]))


@transaction.atomic
def seal(now: datetime) -> Ledger:
    """Seals the day: appends an entry, whatever happened, and gives the ledger."""
    lock()
    head = ChainEntry.objects.head()
    lines = sorted(_lines())
    day, salt = timezone.localdate(now).isoformat(), new_salt()
    entry = following(
        head, now, kind=ChainEntry.Kind.SEALED, digest=digest(canonical(lines)), body={"day": day, "salt": salt}
    )
    entry.save(force_insert=True)
    return Ledger(day, digest(canonical([entry.previous, salt])), lines)


def _lines() -> Iterator[str]:
    """A line for each version that readers can have: with a text, of a case that is not withdrawn."""
    withdrawn = Edition.objects.newest_per_case().filter(kind=Edition.Kind.WITHDRAWN).values("case_key")
    public = Edition.objects.filter(text__isnull=False).exclude(case_key__in=withdrawn)
    rows = public.values_list("key", "case_id", "version", "published_at", "digest")
    return (line(*row) for row in rows.iterator())
