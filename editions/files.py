"""The files that documents name, and what becomes of them when nothing names them any more."""

from collections.abc import Collection
from functools import partial

from django.db import transaction

from editions.models import EditionText
from editions.schema import Document
from people.models import Portrait
from records import stored
from records.models import Paper

SUFFIXES = {type_: suffix.removeprefix(".") for suffix, type_ in stored.TYPES.items()}
"""Media type -> the end of a file's name."""


def file_names(document: Document) -> set[str]:
    """The names (`<SHA-256>.<suffix>`) of all files of a document: of the portrait, and of public papers."""
    portrait = document.person.portrait
    pictures = {f"{file.sha256}.{SUFFIXES[file.type]}" for file in portrait.renditions} if portrait else set()
    return pictures | {f"{source.paper.sha256}.pdf" for source in document.sources if source.paper}


def delete_unnamed(names: Collection[str]) -> None:
    """Removes, once the transaction ends well, those of the files that no edition's text and no row names."""
    transaction.on_commit(partial(_forget, sorted(names)))


def _forget(names: Collection[str]) -> None:
    for name in names:
        if not _is_named(name.partition(".")[0]):
            stored.delete(stored.CLEANED, name)


def _is_named(digest: str) -> bool:
    return (
        Portrait.objects.filter(renditions__contains=[{"sha256": digest}]).exists()
        or Paper.objects.filter(public_sha256=digest).exists()
        or EditionText.objects.filter(content__contains=digest).exists()
    )
