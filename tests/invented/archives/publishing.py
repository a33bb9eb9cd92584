"""The invented archive as an archive file, or as editions in a database that holds nothing else."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from multiprocessing import get_context
from random import Random

from django.db import connections

from archive.index.edition_index import analyze
from editions import chain
from editions.document import Shared, build
from editions.models import Edition
from editions.schema import ArchiveFile, Case, Document, Person
from records.json_dict import JSONDict
from tests.invented.archives import cases, people

REASON = {"en": "Invented for measuring"}
PREFIX = "synthetic-"
AT_ONCE = 200


class NotEmpty(RuntimeError):
    """The database holds cases that are not invented."""


def archive_file(number: int, seed: int) -> JSONDict:
    """An archive file of that many cases. The same seed gives the same file."""
    rows = [_rows(one, seed) for one in range(number)]
    plain = {
        "format": "shekteu/1",
        "sources": cases.sources(),
        "courts": cases.courts(),
        "people": [person for person, _case in rows],
        "cases": [case for _person, case in rows],
    }
    return ArchiveFile.model_validate(plain).to_dict()


def _rows(number: int, seed: int) -> tuple[JSONDict, JSONDict]:
    """A person and their case, whichever others are made."""
    random = Random(f"{seed}-{number}")
    return people.person(number, random), cases.case(number, random)


def documents(numbers: Iterable[int], seed: int) -> Iterator[Document]:
    """The documents of the same cases, without rows behind them, one at a time."""
    plain = {"format": "shekteu/1", "sources": cases.sources(), "courts": cases.courts()}
    record = ArchiveFile.model_validate(plain).to_dict()
    shared = Shared({one["id"]: one for one in record["sources"]}, {one["id"]: one for one in record["courts"]}, {})
    for number in numbers:
        person, case = _rows(number, seed)
        normal_case, normal_person = Case.model_validate(case).to_dict(), Person.model_validate(person).to_dict()
        yield build(normal_case, normal_person, shared, [])


def publish(number: int, seed: int, now: datetime, processes: int = 1) -> int:
    """Publish them, in several processes that build at once and append in turn.

    Raises NotEmpty where anything real is published.
    """
    if Edition.objects.exclude(case_id__startswith=PREFIX).exists():
        raise NotEmpty(
            "This database holds published cases: invented ones are never mixed with them. Use an empty one."
        )
    shares = [range(first, number, processes) for first in range(processes)]
    if processes == 1:
        _publish(shares[0], seed, now)
    else:
        connections.close_all()
        children = [get_context("fork").Process(target=_publish, args=(share, seed, now)) for share in shares]
        for child in children:
            child.start()
        for child in children:
            child.join()
        if any(child.exitcode for child in children):
            raise RuntimeError("a process that publishes has failed")
    analyze()
    return number


def _publish(numbers: range, seed: int, now: datetime) -> None:
    waiting = documents(numbers, seed)
    while some := list(islice(waiting, AT_ONCE)):
        chain.append([chain.NewEdition(one.case.id, [], REASON, one) for one in some], now)
