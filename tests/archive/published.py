"""Editions for tests of the readers' side: documents go into the chain without rows behind them."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from editions import chain
from editions.document import Shared, build
from editions.models import Edition
from editions.schema import ArchiveFile, Document
from records.json_dict import JSONDict
from tests.invented import records as invented

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
TODAY = date(2026, 11, 22)
REASON = {"en": "For a test"}
SHARED = ("sources", "courts", "trials", "occupations", "tags")
FIXTURES = Path(__file__).parents[2] / "fixtures" / "kazakhstan.json"


@contextmanager
def for_this_module(blocker: Any) -> Iterator[None]:
    """What is published inside is there for all tests of a module and gone when the module ends.

    `blocker` is pytest-django's: a fixture of a module has no test's transaction to stand in.
    """
    with blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@cache
def real_documents() -> tuple[Document, ...]:
    """The documents of the cases of the founding file, in the order of their ids."""
    return kept(documents_of(json.loads(FIXTURES.read_text())))


@cache
def shipped_documents() -> tuple[Document, ...]:
    """The documents of all cases that the site ships, in all its files."""
    shipped: JSONDict = {}
    for file in sorted(FIXTURES.parent.glob("*.json")):
        for name, rows in json.loads(file.read_text()).items():
            if isinstance(rows, list):
                by_id = {row["id"]: row for row in [*shipped.get(name, []), *rows]}
                rows = [by_id[id_] for id_ in sorted(by_id)]
            shipped[name] = rows
    return kept(documents_of(shipped))


# What the chain writes of the documents above, by document and index: hundreds of tests publish them.
_written: dict[tuple[int, str], chain.WrittenDocument] = {}
_kept: set[int] = set()


def kept(documents: tuple[Document, ...]) -> tuple[Document, ...]:
    """The documents, of which each is written once for all tests of the run."""
    _kept.update(map(id, documents))
    return documents


def written(document: Document) -> chain.WrittenDocument:
    if id(document) not in _kept:
        return chain.write(document.to_dict())
    place = id(document), settings.EDITION_INDEX
    if place not in _written:
        _written[place] = chain.write(document.to_dict())
    return _written[place]


def documents_of(file: JSONDict) -> tuple[Document, ...]:
    archive = ArchiveFile.model_validate(file).to_dict()
    people = {person["id"]: person for person in archive["people"]}
    shared = Shared(*({row["id"]: row for row in archive[name]} for name in SHARED))
    return tuple(_document(case, people[case["person"]], shared, archive["cases"]) for case in archive["cases"])


def _document(case: JSONDict, person: JSONDict, shared: Shared, cases: Iterable[JSONDict]) -> Document:
    others = [one for one in cases if one["person"] == person["id"] and one["id"] != case["id"]]
    return build(case, person, shared, others)


def document(case: JSONDict | None = None, person: JSONDict | None = None) -> Document:
    """A document of invented records."""
    case = case or invented.case()
    person = person or invented.person(case["person"])
    sources = {id_: invented.source(id_) for id_ in invented.SOURCES}
    shared = Shared(sources, {"invented-court": invented.court()}, {"invented-trial": invented.trial()})
    return build(case, person, shared, [])


def publish(*documents: Document, now: datetime = NOON) -> list[Edition]:
    """Append the documents to the chain and index them."""
    editions = [chain.WrittenEdition(one.case.id, one.case.former_ids, REASON, written(one)) for one in documents]
    with transaction.atomic():
        chain.lock()
        return chain.append_written(editions, [now] * len(editions))


def publish_real(now: datetime = NOON) -> list[Edition]:
    """All shipped cases, published."""
    return publish(*real_documents(), now=now)


def withdraw(case_id: str, now: datetime = NOON) -> Edition:
    """Take a case from the public pages."""
    return chain.append([chain.NewEdition(case_id, [], REASON, None)], now)[0]
