"""Many cases published as one act, in constant memory: all or none, and nothing of it public half-way.

Documents are built, reckoned and written to their last byte in other processes, some at a time. Here, in one
transaction, their entries are chained in batches and copied into the tables.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from random import SystemRandom
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from cases.models import Case
from cases.models.case import CaseQuerySet
from editions.building import CaseToBuild, Piece, document_of, pieces
from editions.chain import WrittenDocument, WrittenEdition, append_written, lock, write
from editions.contradictions import against_the_code, cannot_be
from editions.current import StoredText, texts_of_cases
from editions.document import Shared, said
from editions.load import load
from editions.reasons import checked_reason
from editions.refusal import PublicationError
from law.outcome import Contradiction
from records.json_dict import JSONDict
from records.parallel import in_order


class CasesToWrite(NamedTuple):
    """A piece, and by case what readers see of it now."""

    piece: Piece
    published: Mapping[str, StoredText]


class WrittenCase(NamedTuple):
    """What another process made of a case. No document: readers see all of it already, or it breaks the format."""

    case_id: str
    former_ids: Sequence[str]
    document: WrittenDocument | None
    contradictions: Sequence[Contradiction] = ()
    complaints: Sequence[str] = ()


class BulkPublication:
    """Publishes those of many cases that say something else than their published edition, or have none.

    Drafts too: it is for cases that somebody has cleared. `run` goes within the caller's transaction; after it,
    `published` holds the ids of the cases that got an edition, `doubts` by case what the code does not know.
    """

    def __init__(
        self, cases: CaseQuerySet, reason: JSONDict, now: datetime, scattered: bool = False, processes: int | None = 1
    ) -> None:
        self.published: list[str] = []
        self.doubts: dict[str, list[str]] = {}
        self._cases, self._reason, self._now = cases, checked_reason(reason), now
        self._scattered, self._processes = scattered, processes
        self._problems: list[str] = []

    def run(self) -> Iterator[int]:
        """Gives after each batch how many cases are done. Raises PublicationError at the end, with every problem."""
        case_ids = list(self._cases.select_for_update().order_by("slug").values_list("slug", flat=True))
        # Before the first batch: whoever holds a case that comes later would wait for this lock, and this for them.
        lock()
        with connection.cursor() as cursor:
            # Each row is looked up by its number. What the planner knows of the tables is from before they were filled
            # here: it would read all of them for every batch.
            cursor.execute("SET LOCAL enable_seqscan = off")
        moments = iter([self._now] * len(case_ids))
        if self._scattered:
            case_ids, moments = scattered(case_ids, self._now)
        done = 0
        for batch in in_order(write_cases, _to_write(case_ids), self._processes):
            self._append(batch, moments)
            done += len(batch)
            yield done
        if self._problems:
            raise PublicationError(sorted(self._problems))

    def _append(self, batch: Sequence[WrittenCase], moments: Iterator[datetime]) -> None:
        """Chains a batch, unless something was refused: then the rest is only looked through for more to refuse."""
        for case in batch:
            self._problems += [*case.complaints, *cannot_be(case.case_id, case.contradictions)]
            if lines := against_the_code(case.case_id, case.contradictions):
                self.doubts[case.case_id] = lines
        new = [
            WrittenEdition(case.case_id, case.former_ids, self._reason, case.document)
            for case in batch
            if case.document
        ]
        if new and not self._problems:
            append_written(new, [next(moments) for _ in new])
            case_ids = [entry.case_id for entry in new]
            Case.objects.filter(slug__in=case_ids).mark_published()
            self.published += case_ids


def scattered(case_ids: Sequence[str], now: datetime) -> tuple[list[str], Iterator[datetime]]:
    """An order and moments of today that say nothing, for a first import: so that no place is empty where a case is
    withheld later."""
    random, midnight = SystemRandom(), timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    shares = sorted(random.random() for _ in case_ids)
    return random.sample(case_ids, len(case_ids)), (midnight + (now - midnight) * share for share in shares)


def _to_write(case_ids: Sequence[str]) -> Iterator[CasesToWrite]:
    for piece in pieces(case_ids):
        yield CasesToWrite(piece, texts_of_cases([case.record["id"] for case in piece.cases]))


def write_cases(some: CasesToWrite) -> list[WrittenCase]:
    """Builds, reckons and writes some cases to the last byte. Asks no database."""
    (cases, shared), published = some
    return [_written(case, shared, published.get(case.record["id"])) for case in cases]


def _written(case: CaseToBuild, shared: Shared, published: StoredText | None) -> WrittenCase:
    id_, former_ids = case.record["id"], case.record["former_ids"]
    try:
        document = document_of(case, shared)
    except PublicationError as error:
        return WrittenCase(id_, former_ids, None, complaints=error.problems)
    plain = document.to_dict()
    is_published = published is not None and said(_read(published)) == said(plain)
    written = None if is_published else write(plain)
    return WrittenCase(id_, former_ids, written, document.reckoning.contradictions)


def _read(text: StoredText) -> JSONDict:
    return load(text.content.encode(), text.format).to_dict()
