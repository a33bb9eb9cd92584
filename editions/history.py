"""All editions and erasures as JSON Lines, and back into an empty archive."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import transaction

from editions import index
from editions.chain import lock
from editions.current import replay
from editions.models import GENESIS, Edition, EditionText, Erasure, moment_text
from editions.refusal import PublicationError
from editions.verify import EditionCheck, check
from records.json_dict import JSONDict

FORMAT = "shekteu-history/1"
CHUNK = 200


def lines() -> Iterator[str]:
    """The whole chain, one line a JSON value: first the format, then each edition with text and erasures."""
    yield _line({"format": FORMAT})
    editions = Edition.objects.select_related("text").prefetch_related("erasures").order_by("number")
    for edition in editions.iterator(chunk_size=CHUNK):
        text = getattr(edition, "text", None)
        yield _line(
            {
                "edition": {**edition.envelope(), "hash": edition.hash},
                "text": text.content if text else None,
                "erasures": [_erasure(erasure) for erasure in edition.erasures.all()],
            }
        )


def _line(value: JSONDict) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _erasure(erasure: Erasure) -> JSONDict:
    return {
        "number": erasure.number,
        "places": erasure.places,
        "reason": erasure.reason,
        "erased_at": moment_text(erasure.erased_at),
        "digest": erasure.digest,
    }


class HistoryLine:
    """One line of a history as unsaved rows. Raises PublicationError with the line's number."""

    def __init__(self, number: int, line: str) -> None:
        try:
            plain = json.loads(line)
            self.edition = Edition(**_with_moment(plain["edition"], "published_at"))
            erasures = [_with_moment(erasure, "erased_at") for erasure in plain["erasures"]]
            self.erasures = [Erasure(edition=self.edition, **erasure) for erasure in erasures]
            self.text = EditionText(edition=self.edition, content=plain["text"]) if plain["text"] else None
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise PublicationError([f"line {number}: no edition of a history: {error!r}"]) from error

    def check(self, previous: str, number: int) -> EditionCheck:
        return check(self.edition, previous, number, self.text, self.erasures)


def _with_moment(plain: dict[str, Any], key: str) -> dict[str, Any]:
    return {**plain, key: datetime.fromisoformat(plain[key])}


def verify_lines(history: Iterable[str]) -> int:
    """The number of editions in a history that holds together. Raises PublicationError with every broken line."""
    problems, previous, count = [], GENESIS, 0
    for count, (number, row) in enumerate(_rows(history), start=1):
        checked = row.check(previous, count)
        previous = row.edition.hash
        if checked.state == "broken":
            problems.append(f"line {number}: edition {checked.number} is broken: {checked.detail}")
    if problems:
        raise PublicationError(problems)
    return count


def _rows(history: Iterable[str]) -> Iterator[tuple[int, HistoryLine]]:
    numbered = enumerate(history, start=1)
    _, first = next(numbered, (1, ""))
    if first.strip() != _line({"format": FORMAT}).strip():
        raise PublicationError([f'line 1: must be {{"format":"{FORMAT}"}}: give a file made by export_history'])
    return ((number, HistoryLine(number, line)) for number, line in numbered if line.strip())


@transaction.atomic
def import_lines(history: Iterable[str]) -> int:
    """Save a verified history into an empty archive and index it. Gives the number of editions.

    Call `verify_lines` first. Raises PublicationError if the archive has editions.
    """
    lock()
    if Edition.objects.exists():
        raise PublicationError(["this archive has editions already: import a history into an empty one"])
    count = 0
    for chunk in _chunks(row for _, row in _rows(history)):
        _save(chunk)
        count += len(chunk)
    for _done in index.rebuild(replay()):
        pass
    return count


def _save(rows: list[HistoryLine]) -> None:
    """Editions before erasures before texts: the database holds each text to what came before it."""
    Edition.objects.bulk_create(row.edition for row in rows)
    Erasure.objects.bulk_create(erasure for row in rows for erasure in row.erasures)
    EditionText.objects.bulk_create(row.text for row in rows if row.text)


def _chunks(rows: Iterable[HistoryLine]) -> Iterator[list[HistoryLine]]:
    chunk: list[HistoryLine] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
