"""A published text may have to go. What went, where and why stays on record."""

import json
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction
from pydantic import ValidationError

from editions.canonical import canonical, digest
from editions.chain import lock
from editions.files import delete_unnamed, file_names
from editions.index import index_edition
from editions.load import load
from editions.models import Edition, EditionText, Erasure
from editions.reasons import checked_reason
from editions.refusal import PublicationError
from records.json_dict import JSONDict


class ErasedPlace(NamedTuple):
    """A place in a document, `case.testimonies[2]` or `person.names.en`, and what stands there afterwards.

    Rows that have ids may be named by them: `case.claims.k1`. No replacement: nothing stands there.
    """

    path: str
    replacement: str | list[str] | None = None


@transaction.atomic
def redact(edition: Edition, places: Sequence[ErasedPlace], reason: JSONDict, now: datetime) -> Erasure:
    """Takes `places` out of the edition's text and records the erasure. Raises PublicationError.

    What may not be missing (an id, a kind) can only be replaced.
    """
    reason = checked_reason(reason)
    lock()
    text = _text(edition)
    plain = json.loads(text.content)
    for place in sorted(places, key=_order, reverse=True):  # later rows first: the others keep their numbers
        _take_out(plain, place)
    content = canonical(plain)
    _refuse_what_is_no_document(edition, content)
    return _record(edition, text, places, reason, now, content)


@transaction.atomic
def delete_text(edition: Edition, reason: JSONDict, now: datetime) -> Erasure:
    """Takes the edition's whole text away and records the erasure. Raises PublicationError."""
    reason = checked_reason(reason)
    lock()
    return _record(edition, _text(edition), [ErasedPlace("document")], reason, now, None)


def _text(edition: Edition) -> EditionText:
    text = EditionText.objects.filter(edition=edition).first()
    if text is None:
        raise PublicationError([f"edition {edition.number} has no text: nothing to erase"])
    return text


def _record(
    edition: Edition,
    text: EditionText,
    places: Sequence[ErasedPlace],
    reason: JSONDict,
    now: datetime,
    content: bytes | None,
) -> Erasure:
    last = Erasure.objects.order_by("number").last()
    erasure = Erasure.objects.create(
        number=last.number + 1 if last else 1,
        edition=edition,
        places=sorted(place.path for place in places),
        reason=reason,
        erased_at=now,
        digest=digest(content) if content else "",
    )
    left = load(content, edition.format) if content else None
    names = file_names(load(text.content.encode(), edition.format))
    delete_unnamed(names - file_names(left) if left else names)
    if content:
        text.content = content.decode()
        text.save(update_fields=["content"])
    else:
        text.delete()
    index_edition(edition, left)
    return erasure


def _refuse_what_is_no_document(edition: Edition, content: bytes) -> None:
    try:
        load(content, edition.format)
    except ValidationError as error:
        places = ", ".join(".".join(map(str, problem["loc"])) for problem in error.errors())
        raise PublicationError(
            [f"{places} cannot be missing: give a replacement, as in person.names.en=M. B."]
        ) from error


# Places in a plain value

_STEP = re.compile(r"([A-Za-z0-9_:-]+)|\[(\d+)\]")


def _take_out(plain: Any, place: ErasedPlace) -> None:
    """Removes what stands at `place`, or puts the replacement there."""
    *way, last = _steps(place.path)
    for step in way:
        plain = plain[_key(plain, step, place.path)]
    key = _key(plain, last, place.path)
    if place.replacement is None:
        del plain[key]
    else:
        plain[key] = place.replacement


def _steps(path: str) -> list[str]:
    steps = [word or number for word, number in _STEP.findall(path)]
    if not steps:
        raise PublicationError([f"{path!r} is no place: write one such as case.testimonies[2] or person.names.en"])
    return steps


def _order(place: ErasedPlace) -> list[str]:
    return [step.zfill(9) if step.isdigit() else step for step in _steps(place.path)]


def _key(plain: Any, step: str, path: str) -> Any:
    """`step` as a key of an object or a number in a list; rows are found by their ids as well."""
    if isinstance(plain, dict) and step in plain:
        return step
    if isinstance(plain, list):
        if step.isdigit() and int(step) < len(plain):
            return int(step)
        for number, row in enumerate(plain):
            if isinstance(row, dict) and row.get("id") == step:
                return number
    raise PublicationError([f"{path}: there is no {step!r} in this edition"])
