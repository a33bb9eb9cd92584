"""The portrait as pages show it: the files that are here, with credit and licence."""

from typing import NamedTuple

from archive.wording.footnotes import Footnotes
from archive.wording.localize import LocalizedText, localize
from editions.files import SUFFIXES
from editions.schema import Document
from records import stored
from records.licences import LICENCES, Licence

FORMATS = ("image/avif", "image/webp")


class PortraitFile(NamedTuple):
    """One size in one format; `name` is the end of its address."""

    name: str
    width: int
    height: int


class PortraitFormat(NamedTuple):
    """The sizes that a browser of this format may choose from."""

    type: str
    files: tuple[PortraitFile, ...]


class PortraitView(NamedTuple):
    """What `<picture>` needs, and what must stand beside it."""

    formats: tuple[PortraitFormat, ...]
    fallback: PortraitFile
    alt: LocalizedText
    credit: LocalizedText
    licence: Licence | None
    terms: LocalizedText | None
    notes: tuple[int, ...]


def portrait_view(document: Document, notes: Footnotes) -> PortraitView | None:
    """The person's portrait; none if there is none, or its files or its credit are not here."""
    portrait = document.person.portrait
    if portrait is None:
        return None
    files: dict[str, list[PortraitFile]] = {}
    for rendition in sorted(portrait.renditions, key=lambda rendition: rendition.width):
        name = f"{rendition.sha256}.{SUFFIXES[rendition.type]}"
        if stored.is_worth_naming(name):
            files.setdefault(rendition.type, []).append(PortraitFile(name, rendition.width, rendition.height))
    alt, credit = localize(portrait.alt), localize(portrait.credit)
    if alt is None or credit is None or "image/jpeg" not in files:
        return None
    return PortraitView(
        formats=tuple(PortraitFormat(type_, tuple(files[type_])) for type_ in FORMATS if type_ in files),
        fallback=files["image/jpeg"][-1],
        alt=alt,
        credit=credit,
        licence=LICENCES.get(portrait.licence or ""),
        terms=localize(portrait.terms),
        notes=notes.of(portrait.sources),
    )
