"""The invented archive as an archive file, or as editions in a database that holds nothing else."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from random import Random

from archive.index.edition_index import analyze
from editions import chain
from editions.document import Shared, build, new_salt
from editions.models import Edition
from editions.schema import ArchiveFile, Document
from records.json_dict import JSONDict
from tests.invented.archives import cases, people

REASON = {"en": "Invented for measuring"}
PREFIX = "synthetic-"
AT_ONCE = 200


class NotEmpty(RuntimeError):
    """The database holds cases that are not invented."""


def archive_file(number: int, seed: int) -> JSONDict:
    """An archive file of that many cases. The same seed gives the same file."""
    random = Random(seed)
    plain = {
        "format": "shekteu/1",
        "sources": cases.sources(),
        "courts": cases.courts(),
        "people": [people.person(one, random) for one in range(number)],
        "cases": [cases.case(one, random) for one in range(number)],
    }
    return ArchiveFile.model_validate(plain).to_dict()


def documents(number: int, seed: int) -> Iterator[Document]:
    """The documents of the same cases, without rows behind them."""
    found = archive_file(number, seed)
    named = {person["id"]: person for person in found["people"]}
    shared = Shared({one["id"]: one for one in found["sources"]}, {one["id"]: one for one in found["courts"]}, {})
    for case in found["cases"]:
        yield build(case, named[case["person"]], shared, [], new_salt())


def publish(number: int, seed: int, now: datetime) -> int:
    """Publish them. Raises NotEmpty where anything real is published."""
    if Edition.objects.exclude(case_id__startswith=PREFIX).exists():
        raise NotEmpty(
            "This database holds published cases: invented ones are never mixed with them. Use an empty one."
        )
    waiting = documents(number, seed)
    while found := list(islice(waiting, AT_ONCE)):
        chain.append([chain.ChainEntry(one.case.id, [], REASON, one) for one in found], now)
    analyze()
    return number
