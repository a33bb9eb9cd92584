"""Appends to the one chain of the archive."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from random import SystemRandom
from typing import Any, NamedTuple

from django.db import connection, transaction
from django.utils import timezone

from editions.document import StoredDocument, stored
from editions.index import index_editions
from editions.models import GENESIS, ChainEntry, Edition, EditionText, PriorCase
from editions.parts import new_salt
from editions.schema import Document
from records.copying import copy_rows
from records.json_dict import JSONDict

LOCK = 0x5368656B74
"""The advisory lock that whoever appends to the chain holds until the transaction ends."""


class NewEdition(NamedTuple):
    """What the next edition is to say. No document: the case is withdrawn."""

    case_id: str
    former_ids: Sequence[str]
    reason: JSONDict
    document: Document | None


class _Appended(NamedTuple):
    edition: Edition
    document: Document | None
    stored: StoredDocument | None


@transaction.atomic
def append(new: Sequence[NewEdition], now: datetime, scattered: bool = False) -> list[Edition]:
    """Adds an edition for each of `new` and indexes it. All or none; writers wait for each other.

    Build and reckon before calling: what happens here happens one at a time. `scattered` is for a first import: an
    order and moments that say nothing, so that no place is empty where a case is withheld later.
    """
    texts = [stored(entry.document) if entry.document else None for entry in new]
    lock()
    head, cases = ChainEntry.objects.head(), _Cases(new)
    order, moments = _order_and_moments(len(new), now, scattered)
    appended: dict[int, _Appended] = {}
    for place, moment in zip(order, moments, strict=True):
        entry, text = new[place], texts[place]
        edition = following(head, moment, **cases.fields(entry), **_said(entry, text))
        head, appended[place] = edition, _Appended(Edition(**_fields(edition)), entry.document, text)
    _save([appended[place] for place in order])
    return [appended[place].edition for place in range(len(new))]


def _order_and_moments(count: int, now: datetime, scattered: bool) -> tuple[list[int], list[datetime]]:
    """In which order the editions come, and when: all now, or over the day until now."""
    if not scattered:
        return list(range(count)), [now] * count
    random, midnight = SystemRandom(), timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    order = random.sample(range(count), count)
    return order, sorted(midnight + (now - midnight) * random.random() for _ in range(count))


def _said(entry: NewEdition, text: StoredDocument | None) -> dict[str, Any]:
    """The fields of an edition that come from its document, or from there being none."""
    said: dict[str, Any] = {"case_id": entry.case_id, "reason": entry.reason}
    if entry.document is None or text is None:
        return {**said, "kind": ChainEntry.Kind.WITHDRAWN}
    document = {"format": entry.document.format, "rule_book": entry.document.rule_book, "digest": text.digest}
    return {**said, **document, "kind": ChainEntry.Kind.PUBLISHED}


def _fields(entry: ChainEntry) -> dict[str, Any]:
    return {field.attname: getattr(entry, field.attname) for field in ChainEntry._meta.concrete_fields}


def _save(appended: Sequence[_Appended]) -> None:
    """Stores editions, texts and what stands behind earlier convictions, and makes them findable."""
    copy_rows(Edition, (one.edition for one in appended))
    texts = (EditionText(edition=one.edition, content=one.stored.content) for one in appended if one.stored)
    copy_rows(EditionText, texts)
    PriorCase.objects.bulk_create(
        PriorCase(key=key, edition=one.edition, case_id=case_id)
        for one in appended
        if one.stored
        for key, case_id in one.stored.prior_cases.items()
    )
    index_editions([(one.edition, one.document) for one in appended])


def lock() -> None:
    """Let nobody else append until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def following(head: ChainEntry | None, moment: datetime, **fields: Any) -> ChainEntry:
    """The entry after `head`, unsaved. Its moment is never before the head's, whatever the clock says."""
    entry = ChainEntry(
        number=head.number + 1 if head else 1,
        key=new_salt(),
        published_at=max(moment, head.published_at) if head else moment,
        previous=head.hash if head else GENESIS,
        **fields,
    )
    entry.hash = entry.computed_hash()
    return entry


class _Case(NamedTuple):
    newest: int
    key: str


class _Cases:
    """The key that all editions of a case share, also after a rename, and how many there are."""

    def __init__(self, new: Sequence[NewEdition]) -> None:
        ids = {id_ for entry in new for id_ in (entry.case_id, *entry.former_ids)}
        rows = Edition.objects.filter(case_id__in=ids).order_by("number").values_list("case_id", "number", "case_key")
        self._newest: dict[str, _Case] = {case_id: _Case(number, key) for case_id, number, key in rows}
        self._versions = _newest_versions({case.key for case in self._newest.values()})

    def fields(self, entry: NewEdition) -> dict[str, Any]:
        """The case's key, and the version if the entry has a document."""
        key = self._key(entry)
        if entry.document is None:
            return {"case_key": key}
        self._versions[key] = self._versions.get(key, 0) + 1
        return {"case_key": key, "version": self._versions[key]}

    def _key(self, entry: NewEdition) -> str:
        ids = (entry.case_id, *entry.former_ids)
        known = [self._newest[id_] for id_ in ids if id_ in self._newest]
        case = max(known, default=_Case(0, secrets.token_hex(16)))
        self._newest.setdefault(entry.case_id, case)
        return case.key


def _newest_versions(keys: set[str]) -> dict[str, int]:
    rows = Edition.objects.filter(case_key__in=keys, version__isnull=False).order_by("version")
    return {key: version or 0 for key, version in rows.values_list("case_key", "version")}
