"""The files that documents name, and what becomes of them when nothing names them any more."""

import logging
from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction

from editions.models import EditionText
from editions.schema import Document
from people.models import Person, Portrait
from records import stored
from records.json_dict import JSONDict
from records.models import Paper
from records.storage import StorageError

SUFFIXES = {type_: suffix.removeprefix(".") for suffix, type_ in stored.TYPES.items()}
"""Media type -> the end of a file's name."""
MAY_BE_IN_HAND = timedelta(days=1)
logger = logging.getLogger(__name__)


def file_names(document: Document) -> set[str]:
    """The names (`<SHA-256>.<suffix>`) of all files of a document: of the portrait, and of public papers."""
    return named_files(document.to_dict())


def named_files(document: JSONDict) -> set[str]:
    """The same of a document as a plain object."""
    portrait = document["person"].get("portrait") or {"renditions": []}
    papers = [source["paper"] for source in document["sources"] if source.get("paper")]
    pictures = {f"{file['sha256']}.{SUFFIXES[file['type']]}" for file in portrait["renditions"]}
    return pictures | {f"{paper['sha256']}.pdf" for paper in papers}


def delete_unnamed(names: Collection[str]) -> None:
    """Removes, once the transaction ends well, those of the files that no edition's text and no row names."""
    transaction.on_commit(partial(_forget, sorted(names)))


def delete_untouched(digest: str) -> None:
    """Removes, once the transaction ends well, a paper as it came, unless another row has it too."""
    transaction.on_commit(partial(_forget_untouched, digest))


def delete_lost(now: datetime) -> int:
    """Removes every upload of which no row and no edition knows, and counts them. Raises StorageError.

    A storage that was away, or a process that was killed, leaves some. Those of the last day may be of somebody who is
    saving at this moment, and those of an archive without rows wait for the rows.
    """
    if not Person.objects.exists() and not EditionText.objects.exists():
        return 0
    number = 0
    for room, unnamed in ((stored.CLEANED, _unnamed), (stored.UNTOUCHED, _unnamed_untouched)):
        for name in unnamed(stored.names(room)):
            with suppress(FileNotFoundError):
                if now - stored.stored_at(room, name) > MAY_BE_IN_HAND:
                    stored.delete(room, name)
                    number += 1
    return number


def _unnamed(names: Collection[str]) -> Iterator[str]:
    """What the rows name is known at once; the rest is looked for in the documents."""
    portraits = Portrait.objects.values_list("renditions", flat=True)
    named = {rendition["sha256"] for renditions in portraits for rendition in renditions}
    named.update(Paper.objects.values_list("public_sha256", flat=True))
    for name in names:
        digest = name.partition(".")[0]
        if digest not in named and not _is_named(digest):
            yield name


def _unnamed_untouched(names: Collection[str]) -> Iterator[str]:
    named = set(Paper.objects.values_list("sha256", flat=True))
    return (name for name in names if name.partition(".")[0] not in named)


def _forget(names: Collection[str]) -> None:
    for name in names:
        if not _is_named(name.partition(".")[0]):
            _delete(stored.CLEANED, name)


def _forget_untouched(digest: str) -> None:
    if not Paper.objects.filter(sha256=digest).exists():
        _delete(stored.UNTOUCHED, f"{digest}.pdf")


def _delete(room: str, name: str) -> None:
    """What cannot be removed now stays unseen by readers, and the command removes it: the rows are right already."""
    try:
        stored.delete(room, name)
    except StorageError as error:
        logger.error("%s: a file could not be removed: manage.py finish_removals does it each day", error)


def _is_named(digest: str) -> bool:
    return (
        Portrait.objects.filter(renditions__contains=[{"sha256": digest}]).exists()
        or Paper.objects.filter(public_sha256=digest).exists()
        or EditionText.objects.filter(content__contains=digest).exists()
    )
