"""A published text may have to go, or a part of it. What went and where stays on record; what it said does not."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection, transaction
from django.utils.translation import gettext as _
from pydantic import ValidationError

from editions.canonical import canonical
from editions.chain import following, lock
from editions.files import delete_unnamed, file_names
from editions.index import index_edition
from editions.load import load
from editions.models import WHOLE, ChainEntry, Edition, EditionText, PriorCase
from editions.parts import BLOCKS, is_rows, leaves, parts
from editions.reasons import checked_reason
from editions.refusal import PublicationError
from editions.repeats import repeats
from editions.schema.document import DOCUMENT_FORMAT
from records.events import log_event
from records.json_dict import JSONDict

REPLACEABLE: Mapping[str, int] = {"person.names": 40, "case.withheld": 101}
"""What may stand in the place of a part, and how long each of its texts may be: initials, and what is withheld. Nothing
else can be written into a published text, so that no erasure is a pretext for a new sentence."""


class ErasedPlace(NamedTuple):
    """A part of a document (`case.testimonies.2`, `person.born`) or a list of them (`case.testimonies`), and what
    stands there afterwards. No replacement: nothing does."""

    path: str
    replacement: Any = None


@transaction.atomic
def redact(edition: Edition, places: Sequence[ErasedPlace], reason: JSONDict, now: datetime) -> ChainEntry:
    """Takes `places` out of the edition's text and records it. Raises PublicationError, naming what repeats them.

    What may not be missing (an id, a kind) cannot go; of names, initials stay.
    """
    reason = checked_reason(reason)
    lock()
    text = _text(edition)
    before = _plain(edition, text)
    chosen = _chosen(before, places)
    after = without(before, chosen)
    _refuse_repeats(edition, before, after, chosen)
    _refuse_what_is_no_document(edition, after)
    return _record(edition, text, chosen, reason, now, canonical(after).decode())


@transaction.atomic
def delete_text(edition: Edition, reason: JSONDict, now: datetime) -> ChainEntry:
    """Takes the edition's whole text away, with the case's id, and records it. Raises PublicationError."""
    reason = checked_reason(reason)
    lock()
    return _record(edition, _text(edition), {WHOLE: None}, reason, now, None)


def with_repeats(edition: Edition, places: Sequence[ErasedPlace]) -> list[ErasedPlace]:
    """The places and all that repeats what stands in them. Raises PublicationError where a place is unknown."""
    before = _plain(edition, _text(edition))
    chosen = _chosen(before, places)
    while more := repeats(before, without(before, chosen), chosen):
        chosen = {**chosen, **dict.fromkeys(more)}
    return [ErasedPlace(path, replacement) for path, replacement in chosen.items()]


def _text(edition: Edition) -> EditionText:
    text = EditionText.objects.filter(edition=edition).first()
    if text is None:
        raise PublicationError([_("%(edition)s has no text: nothing to erase") % {"edition": edition}])
    return text


def _plain(edition: Edition, text: EditionText) -> JSONDict:
    if edition.format != DOCUMENT_FORMAT:
        words = _("%(edition)s has the format %(format)s, which knows no parts: take the whole text away")
        raise PublicationError([words % {"edition": edition, "format": edition.format}])
    plain: JSONDict = json.loads(text.content)
    return plain


# Which parts go


def _chosen(document: JSONDict, places: Sequence[ErasedPlace]) -> dict[str, Any]:
    """The parts that `places` name, by path, each with its replacement."""
    chosen: dict[str, Any] = {}
    known = parts(document)
    for place in places:
        named = [path for path in known if path == place.path or path.startswith(f"{place.path}.")]
        if not named:
            raise PublicationError([f"{place.path}: there is no such part in this edition"])
        for path in named:
            chosen[path] = _checked_replacement(path, known[path], place.replacement)
    return chosen


def _checked_replacement(path: str, content: Any, replacement: Any) -> Any:
    """The replacement in the shape of the part: one text stands for it in each language."""
    if replacement is None:
        return None
    if isinstance(content, dict) and isinstance(replacement, str):
        replacement = dict.fromkeys(content, replacement)
    texts = list(replacement.values()) if isinstance(replacement, dict) else list(replacement)
    if path not in REPLACEABLE or any(len(text) > REPLACEABLE[path] for text in texts):
        allowed = ", ".join(REPLACEABLE)
        raise PublicationError(
            [f"{path}: nothing can be put there: only {allowed} take a replacement, and a short one"]
        )
    return replacement


def _refuse_repeats(edition: Edition, before: JSONDict, after: JSONDict, chosen: Collection[str]) -> None:
    if left := repeats(before, after, chosen):
        lines = [f"{path}: repeats {erased}" for path, erased in sorted(left.items())]
        raise PublicationError(
            [_("%(edition)s would still say it: erase these with it") % {"edition": edition}, *lines]
        )


def _refuse_what_is_no_document(edition: Edition, after: JSONDict) -> None:
    try:
        load(canonical(after), edition.format)
    except ValidationError as error:
        places = ", ".join(".".join(map(str, problem["loc"])) for problem in error.errors())
        raise PublicationError([f"{places} cannot be missing: give a replacement, as in person.names=M. B."]) from error


# Taking them out


def without(document: JSONDict, chosen: Mapping[str, Any]) -> JSONDict:
    """The document without these parts and their salts; their leaves stay."""
    left: JSONDict = json.loads(canonical(document))
    left["leaves"] = {
        path: leaf for path, leaf in leaves(document).items() if path in chosen or path not in left["salts"]
    }
    left["salts"] = {path: salt for path, salt in left["salts"].items() if path not in chosen}
    for path in sorted(chosen, reverse=True):  # a row's blocks before the row
        _take_out(left, path, chosen[path])
    return left


def _take_out(document: JSONDict, path: str, replacement: Any) -> None:
    holder, names = _list_or_record(document, path)
    if replacement is not None:
        holder[names[0]] = replacement
    elif not is_rows(holder):
        del holder[names[0]]
    else:
        _take_out_of_row(holder, names)


def _list_or_record(document: JSONDict, path: str) -> tuple[Any, list[str]]:
    """The object or the list of rows that a path leads into, and the rest of the path."""
    first, *rest = path.split(".")
    holder = document[first]
    if isinstance(holder, dict) and is_rows(holder.get(rest[0])):
        return holder[rest[0]], rest[1:]
    return (holder, rest) if rest else (document, [first])


def _take_out_of_row(rows: list[Any], names: list[str]) -> None:
    """Takes a row, or a block of one, out. The place of a row without an id stays free."""
    place = next(
        number for number, row in enumerate(rows) if row is not None and str(row.get("id", number)) == names[0]
    )
    if len(names) > 1 and names[1] in BLOCKS:
        del rows[place][names[1]]
    elif "id" in rows[place]:
        del rows[place]
    else:
        rows[place] = None


# Recording it


def _record(
    edition: Edition,
    text: EditionText,
    chosen: Mapping[str, Any],
    reason: JSONDict,
    now: datetime,
    content: str | None,
) -> ChainEntry:
    """Appends the erasure, lets the database do what it says, and takes it from the index and from kept pages."""
    before = load(text.content.encode(), edition.format)
    after = load(content.encode(), edition.format) if content else None
    erasure = following(
        ChainEntry.objects.head(),
        now,
        kind=ChainEntry.Kind.ERASED,
        case_key=edition.case_key,
        reason=reason,
        body={"erases": edition.key, "places": dict(chosen)},
    )
    erasure.save(force_insert=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT editions_erase(%s, %s)", [edition.number, content])
    if content is None:
        _forget_prior_cases(edition)
    delete_unnamed(file_names(before) - file_names(after) if after else file_names(before))
    edition.refresh_from_db()
    index_edition(edition, after)
    log_event("erasure", edition=edition.number, entry=erasure.number, places=len(chosen))
    return erasure


def _forget_prior_cases(edition: Edition) -> None:
    """Forgets what stood behind the text's earlier convictions, and where the case stood if no text of it is left."""
    PriorCase.objects.filter(edition=edition).delete()
    if not EditionText.objects.filter(edition__case_key=edition.case_key).exists():
        PriorCase.objects.filter(case_id=edition.case_id).delete()
