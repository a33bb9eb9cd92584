"""The whole chain with its texts as JSON Lines, and back into an empty archive."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction

from editions import index
from editions.batches import batches
from editions.chain import lock
from editions.current import replay
from editions.models import ChainEntry, EditionText, PriorCase
from editions.refusal import PublicationError
from editions.verify import ChainCheck, read_text
from records.json_dict import JSONDict

FORMAT = "shekteu-history/2"


def lines() -> Iterator[str]:
    """The whole chain, one line a JSON value: first the format, then each entry, an edition with its text."""
    yield _line({"format": FORMAT})
    entries = ChainEntry.objects.order_by("number").iterator()
    for chunk in batches(entries):
        numbers = [entry.number for entry in chunk]
        texts = EditionText.objects.in_bulk(numbers)
        prior = _prior_cases(numbers)
        for entry in chunk:
            yield _line(_to_dict(entry, texts.get(entry.number), prior.get(entry.number, {})))


def _prior_cases(numbers: list[int]) -> dict[int, dict[str, str]]:
    rows: dict[int, dict[str, str]] = {}
    for row in PriorCase.objects.filter(edition__in=numbers).order_by("key"):
        rows.setdefault(row.edition_id, {})[row.key] = row.case_id
    return rows


def _to_dict(entry: ChainEntry, text: EditionText | None, prior: dict[str, str]) -> JSONDict:
    return {
        "entry": {**entry.envelope(), "case_id": entry.case_id, "hash": entry.hash},
        "text": text.content if text else None,
        "prior_cases": prior,
    }


def _line(value: JSONDict) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


class HistoryLine:
    """One line of a history as unsaved rows. Raises PublicationError with the line's number."""

    def __init__(self, number: int, line: str) -> None:
        try:
            plain = json.loads(line)
            fields = plain["entry"]
            self.entry = ChainEntry(**{**fields, "published_at": datetime.fromisoformat(fields["published_at"])})
            self.content: str | None = plain["text"]
            self.prior_cases = dict(plain["prior_cases"])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise PublicationError([f"line {number}: no entry of a history: {error!r}"]) from error


def verify_lines(history: Iterable[str]) -> int:
    """The number of entries in a history that holds together. Raises PublicationError with every broken line."""
    problems, chain, count = [], ChainCheck(), 0
    for number, row in _rows(history):
        checked, count = chain.check(row.entry, None if row.content is None else read_text(row.content)), count + 1
        if checked.state == "broken":
            problems.append(f"line {number}: {checked}")
    problems += [str(complaint) for complaint in chain.complaints()]
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
    """Saves a verified history into an empty archive and indexes it. Gives the number of entries.

    Call `verify_lines` first. Raises PublicationError if the archive has entries.
    """
    lock()
    if ChainEntry.objects.exists():
        raise PublicationError(["this archive has editions already: import a history into an empty one"])
    count = 0
    for chunk in batches(row for _, row in _rows(history)):
        _save(chunk)
        count += len(chunk)
    for _done in index.rebuild(replay()):
        pass
    return count


def _save(rows: list[HistoryLine]) -> None:
    """Entries before texts: the database holds each text to its entry."""
    ChainEntry.objects.bulk_create(row.entry for row in rows)
    texts = [(row.entry.number, row.content) for row in rows if row.content]
    EditionText.objects.bulk_create(EditionText(edition_id=number, content=content) for number, content in texts)
    PriorCase.objects.bulk_create(
        PriorCase(key=key, edition_id=row.entry.number, case_id=case_id)
        for row in rows
        for key, case_id in row.prior_cases.items()
    )
