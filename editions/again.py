"""Published documents reckoned again: with a changed rule book, or beside a changed case.

Works on documents only, never on rows: a half-done edit of a row cannot slip out this way.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from editions.chain import NewEdition, append
from editions.codec import to_plain
from editions.contradictions import contradictions
from editions.current import Standing, people, standing_of_person
from editions.differences import Difference, reckoned_differences
from editions.models import Edition
from editions.reasons import checked_reason
from editions.reckoning import reckoning_of
from editions.refusal import PublicationError
from editions.schema import Document
from records.json_dict import JSONDict


class Move(NamedTuple):
    """A published case whose dates come out differently today: its edition, the document, what moved."""

    edition: Edition
    document: Document
    changes: list[Difference]


def moved() -> Iterator[Move]:
    """Every published case that today's rule book moves."""
    for person in people():
        yield from moved_of_person(person)


def moved_of_person(person_id: str) -> list[Move]:
    """The person's published cases that come out differently as they now stand beside each other.

    Asked after a publication, these are what it offers to publish again.
    """
    published = standing_of_person(person_id)
    moves = []
    for standing in published:
        document = reckoned_again(standing, published)
        old, new = to_plain(standing.document.reckoning), to_plain(document.reckoning)
        moves.append(Move(standing.edition, document, reckoned_differences(old, new)))
    return [move for move in moves if move.changes]


def reckoned_again(standing: Standing, published: Sequence[Standing]) -> Document:
    """The same facts, reckoned by today's rule book beside the person's other published cases."""
    document = standing.document
    cases = sorted((other.document.case for other in published), key=lambda case: case.id)
    others = [case.to_dict() for case in cases if case.id != document.case.id]
    sources = [source.to_dict() for source in document.sources]
    reckoning = reckoning_of(document.case.to_dict(), document.person.to_dict(), others, sources)
    return document.model_copy(update={"rule_book": reckoning.rule_book, "reckoning": reckoning})


@transaction.atomic
def republish(moves: Sequence[Move], reason: JSONDict, now: datetime) -> list[Edition]:
    """Appends an edition for each move with one reason, all or none. Raises PublicationError."""
    reason = checked_reason(reason)
    if problems := [problem for move in moves for problem in contradictions(move.document)]:
        raise PublicationError(problems)
    return append([NewEdition(move.document.case.id, (), reason, move.document) for move in moves], now)
