"""Appends editions to the one chain of the archive."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import connection, transaction

from editions.canonical import digest
from editions.document import content_of
from editions.index import index_edition
from editions.models import GENESIS, Edition, EditionText
from editions.schema import Document
from records.json_dict import JSONDict

LOCK = 0x5368656B74
"""The advisory lock that whoever appends to the chain holds until the transaction ends."""


class ChainEntry(NamedTuple):
    """What the next edition is to say. No document: the case is withdrawn."""

    case_id: str
    former_ids: Sequence[str]
    reason: JSONDict
    document: Document | None


@transaction.atomic
def append(entries: Sequence[ChainEntry], now: datetime) -> list[Edition]:
    """Add an edition for each entry and index it. All or none; writers wait for each other.

    Build and reckon before calling: what happens here happens one at a time.
    """
    lock()
    head = Edition.objects.head()
    appended = []
    for entry in entries:
        head = _append_one(entry, head, now)
        appended.append(head)
    return appended


def lock() -> None:
    """Let nobody else append or erase until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _append_one(entry: ChainEntry, head: Edition | None, now: datetime) -> Edition:
    content = content_of(entry.document) if entry.document else b""
    edition = _following(head, entry, content, now)
    edition.save(force_insert=True)
    if entry.document:
        EditionText.objects.create(edition=edition, content=content.decode())
    index_edition(edition, entry.document)
    return edition


def _following(head: Edition | None, entry: ChainEntry, content: bytes, now: datetime) -> Edition:
    """The edition after `head`. Its moment is never before the head's, whatever the clock says."""
    edition = Edition(
        number=head.number + 1 if head else 1,
        case_key=case_key(entry.case_id, entry.former_ids),
        case_id=entry.case_id,
        published_at=max(now, head.published_at) if head else now,
        reason=entry.reason,
        kind=Edition.Kind.PUBLISHED if entry.document else Edition.Kind.WITHDRAWN,
        format=entry.document.format if entry.document else "",
        rule_book=entry.document.rule_book if entry.document else "",
        digest=digest(content) if entry.document else "",
        previous=head.hash if head else GENESIS,
    )
    edition.hash = edition.computed_hash()
    return edition


def case_key(case_id: str, former_ids: Sequence[str]) -> str:
    """The key that all editions of a case share, also after a rename; random for a new case."""
    earlier = Edition.objects.filter(case_id__in=[case_id, *former_ids]).order_by("number").last()
    return earlier.case_key if earlier else secrets.token_hex(16)
