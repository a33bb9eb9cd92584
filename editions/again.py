"""Published documents reckoned again: with a changed rule book, or beside a changed case.

Works on documents only, never on rows: a half-done edit of a row cannot slip out this way.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from editions.building import with_digests
from editions.chain import Entry, append
from editions.codec import to_plain
from editions.contradictions import contradictions
from editions.current import Standing, people, standing_of_person
from editions.differences import Difference, reckoned_differences
from editions.document import new_salt
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
    again = [reckoned_again(one, published) for one in published]
    moves = [_move(one, document) for one, document in zip(published, again, strict=True)]
    return [move for move in moves if move.changes]


def reckoned_again(standing: Standing, published: Sequence[Standing]) -> Document:
    """The same facts, reckoned by today's rule book beside the person's other published cases."""
    document = standing.document
    others = [one for one in published if one.document.case.id != document.case.id]
    sources = [source.to_dict() for source in document.sources]
    facts = sorted((one.document.case.to_dict() for one in others), key=lambda one: one["id"])
    reckoning = reckoning_of(document.case.to_dict(), document.person.to_dict(), facts, sources)
    changed = {"salt": new_salt(), "rule_book": reckoning.rule_book, "reckoning": reckoning}
    return document.model_copy(update=changed)


def _move(standing: Standing, again: Document) -> Move:
    old, new = to_plain(standing.document.reckoning), to_plain(again.reckoning)
    return Move(standing.edition, again, reckoned_differences(old, new))


@transaction.atomic
def republish(moves: Sequence[Move], reason: JSONDict, now: datetime) -> list[Edition]:
    """Append an edition for each move with one reason, all or none. Raises PublicationError."""
    reason = checked_reason(reason)
    if problems := [problem for move in moves for problem in contradictions(move.document)]:
        raise PublicationError(problems)
    documents = with_digests([move.document for move in moves], _digests(moves))
    return append([Entry(document.case.id, (), reason, document) for document in documents], now)


def _digests(moves: Sequence[Move]) -> dict[str, str]:
    """The digests of what stands beside the moved cases and does not move itself."""
    moving = {move.document.case.id for move in moves}
    people_ = sorted({move.document.person.id for move in moves})
    beside = (one for person in people_ for one in standing_of_person(person))
    return {one.document.case.id: one.edition.digest for one in beside if one.document.case.id not in moving}
