"""Appends editions to the one chain of the archive."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import connection, transaction

from editions.canonical import digest
from editions.document import content_of
from editions.index import index_editions
from editions.models import GENESIS, Edition, EditionText
from editions.schema import Document
from records.copying import copy_rows
from records.json_dict import JSONDict

LOCK = 0x5368656B74
"""The advisory lock that whoever appends to the chain holds until the transaction ends."""


class ChainEntry(NamedTuple):
    """What the next edition is to say. No document: the case is withdrawn."""

    case_id: str
    former_ids: Sequence[str]
    reason: JSONDict
    document: Document | None


class _Appended(NamedTuple):
    edition: Edition
    document: Document | None
    content: bytes


@transaction.atomic
def append(entries: Sequence[ChainEntry], now: datetime) -> list[Edition]:
    """Add an edition for each entry and index it. All or none; writers wait for each other.

    Build and reckon before calling: what happens here happens one at a time.
    """
    lock()
    head, keys = Edition.objects.head(), _CaseKeys(entries)
    appended = []
    for entry in entries:
        content = content_of(entry.document) if entry.document else b""
        head = _following(head, entry, content, keys.of(entry), now)
        appended.append(_Appended(head, entry.document, content))
    copy_rows(Edition, (one.edition for one in appended))
    texts = (EditionText(edition=one.edition, content=one.content.decode()) for one in appended if one.document)
    copy_rows(EditionText, texts)
    index_editions([(one.edition, one.document) for one in appended])
    return [one.edition for one in appended]


def lock() -> None:
    """Let nobody else append or erase until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _following(head: Edition | None, entry: ChainEntry, content: bytes, case_key: str, now: datetime) -> Edition:
    """The edition after `head`. Its moment is never before the head's, whatever the clock says."""
    edition = Edition(
        number=head.number + 1 if head else 1,
        case_key=case_key,
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


class _CaseKeys:
    """The key that all editions of a case share, also after a rename; random for a new case."""

    def __init__(self, entries: Sequence[ChainEntry]) -> None:
        ids = {id_ for entry in entries for id_ in (entry.case_id, *entry.former_ids)}
        rows = Edition.objects.filter(case_id__in=ids).order_by("number").values_list("case_id", "number", "case_key")
        self._newest = {case_id: (number, key) for case_id, number, key in rows}

    def of(self, entry: ChainEntry) -> str:
        ids = (entry.case_id, *entry.former_ids)
        number, key = max((self._newest[id_] for id_ in ids if id_ in self._newest), default=(0, secrets.token_hex(16)))
        self._newest.setdefault(entry.case_id, (number, key))
        return key
