"""Appends to the one chain of the archive."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from django.db import connection, transaction

from editions.document import StoredDocument, stored
from editions.index import Lines, index_editions, lines_of
from editions.models import GENESIS, ChainEntry, Edition, EditionText, PriorCase
from editions.parts import new_salt
from editions.schema import Document
from records.copying import copy_rows
from records.json_dict import JSONDict

Entry = TypeVar("Entry", bound=ChainEntry)
LOCK = 0x5368656B74
"""The advisory lock that whoever appends to the chain holds until the transaction ends."""


class NewEdition(NamedTuple):
    """What the next edition is to say. No document: the case is withdrawn."""

    case_id: str
    former_ids: Sequence[str]
    reason: JSONDict
    document: Document | None


class WrittenDocument(NamedTuple):
    """A document as the database takes it: its text, and what it is found by. Another process may write it."""

    format: str
    rule_book: str
    stored: StoredDocument
    lines: Lines


class WrittenEdition(NamedTuple):
    """What the next edition is to say, ready to be appended."""

    case_id: str
    former_ids: Sequence[str]
    reason: JSONDict
    document: WrittenDocument | None


def write(plain: JSONDict) -> WrittenDocument:
    """Writes a plain document, with new salts. Asks no database."""
    return WrittenDocument(plain["format"], plain["rule_book"], stored(plain), lines_of(plain))


@transaction.atomic
def append(new: Sequence[NewEdition], now: datetime) -> list[Edition]:
    """Adds an edition for each of `new` and indexes it. All or none; writers wait for each other.

    Build and reckon before calling: what happens here happens one at a time.
    """
    written = [WrittenEdition(*entry[:3], write(entry.document.to_dict()) if entry.document else None) for entry in new]
    lock()
    return append_written(written, [now] * len(written))


def append_written(new: Sequence[WrittenEdition], moments: Sequence[datetime]) -> list[Edition]:
    """Adds an edition for each of `new`, in this order, in the transaction of who holds the lock."""
    head, cases = ChainEntry.objects.head(), _Cases(new)
    editions: list[Edition] = []
    for entry, moment in zip(new, moments, strict=True):
        edition = chained(Edition(**cases.fields(entry), **_said(entry)), head, moment)
        editions.append(edition)
        head = edition
    _save(editions, [entry.document for entry in new])
    return editions


def _said(entry: WrittenEdition) -> dict[str, Any]:
    """The fields of an edition that come from its document, or from there being none."""
    said: dict[str, Any] = {"case_id": entry.case_id, "reason": entry.reason}
    if entry.document is None:
        return {**said, "kind": ChainEntry.Kind.WITHDRAWN}
    format, rule_book, text, _lines = entry.document
    document = {"format": format, "rule_book": rule_book, "digest": text.digest}
    return {**said, **document, "kind": ChainEntry.Kind.PUBLISHED}


def _save(editions: Sequence[Edition], documents: Sequence[WrittenDocument | None]) -> None:
    """Stores editions, texts and what stands behind earlier convictions, and makes them findable."""
    appended = list(zip(editions, documents, strict=True))
    texts = [(edition, document.stored) for edition, document in appended if document]
    copy_rows(Edition, editions)
    # By number: a text that knows its edition is known to it as well, and both stay until Python looks for such pairs.
    copy_rows(EditionText, (EditionText(edition_id=edition.number, content=text.content) for edition, text in texts))
    PriorCase.objects.bulk_create(
        PriorCase(key=key, edition=edition, case_id=case_id)
        for edition, text in texts
        for key, case_id in text.prior_cases.items()
    )
    index_editions(
        [(edition, document and document.lines) for edition, document in zip(editions, documents, strict=True)]
    )


def lock() -> None:
    """Let nobody else append until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def try_lock() -> bool:
    """Like `lock`, unless somebody else appends just now: then it returns False at once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        return bool(cursor.fetchone()[0])


def following(head: ChainEntry | None, moment: datetime, **fields: Any) -> ChainEntry:
    """The entry after `head`, unsaved. Its moment is never before the head's, whatever the clock says."""
    return chained(ChainEntry(**fields), head, moment)


def chained(entry: Entry, head: ChainEntry | None, moment: datetime) -> Entry:
    """Gives an unsaved entry its place after `head`."""
    entry.number = head.number + 1 if head else 1
    entry.key = new_salt()
    entry.published_at = max(moment, head.published_at) if head else moment
    entry.previous = head.hash if head else GENESIS
    entry.hash = entry.computed_hash()
    return entry


class _Case(NamedTuple):
    newest: int
    key: str


class _Cases:
    """The key that all editions of a case share, also after a rename, and how many there are."""

    def __init__(self, new: Sequence[WrittenEdition]) -> None:
        ids = {id_ for entry in new for id_ in (entry.case_id, *entry.former_ids)}
        rows = Edition.objects.filter(case_id__in=ids).order_by("number").values_list("case_id", "number", "case_key")
        self._newest: dict[str, _Case] = {case_id: _Case(number, key) for case_id, number, key in rows}
        keys = {case.key for case in self._newest.values()}
        versions = Edition.objects.filter(case_key__in=keys, version__isnull=False).order_by("version")
        self._versions = {key: version or 0 for key, version in versions.values_list("case_key", "version")}

    def fields(self, entry: WrittenEdition) -> dict[str, Any]:
        """The case's key, and the version if the entry has a document."""
        key = self._key(entry)
        if entry.document is None:
            return {"case_key": key}
        self._versions[key] = self._versions.get(key, 0) + 1
        return {"case_key": key, "version": self._versions[key]}

    def _key(self, entry: WrittenEdition) -> str:
        ids = (entry.case_id, *entry.former_ids)
        known = [self._newest[id_] for id_ in ids if id_ in self._newest]
        case = max(known, default=_Case(0, secrets.token_hex(16)))
        self._newest.setdefault(entry.case_id, case)
        return case.key
