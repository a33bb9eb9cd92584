"""The files that documents name, and what becomes of them when nothing names them any more."""

from collections.abc import Collection
from functools import partial

from django.db import transaction

from editions.models import EditionText
from editions.schema import Document
from people.models import Portrait
from records import stored
from records.json_dict import JSONDict
from records.models import Paper

SUFFIXES = {type_: suffix.removeprefix(".") for suffix, type_ in stored.TYPES.items()}
"""Media type -> the end of a file's name."""


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
