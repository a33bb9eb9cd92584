"""The portrait as pages show it: the files that are here, with credit and licence; none, then initials."""

from collections.abc import Sequence
from typing import NamedTuple

from archive.wording.footnotes import Footnotes
from archive.wording.localize import LocalizedText, localize
from editions.files import SUFFIXES
from editions.schema import Document
from editions.schema.person import Rendition
from records import stored
from records.licences import LICENCES, Licence

WORDS_OF_A_NAME = 2
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
    alt, credit = localize(portrait.alt), localize(portrait.credit)
    here = [one for one in portrait.renditions if stored.find(stored.CLEANED, _name(one))]
    jpegs = _files(here, "image/jpeg")
    if alt is None or credit is None or not jpegs:
        return None
    formats = (PortraitFormat(type_, _files(here, type_)) for type_ in FORMATS)
    return PortraitView(
        formats=tuple(one for one in formats if one.files),
        fallback=jpegs[-1],
        alt=alt,
        credit=credit,
        licence=LICENCES.get(portrait.licence or ""),
        terms=localize(portrait.terms),
        notes=notes.of(portrait.sources),
    )


def _files(renditions: Sequence[Rendition], type_: str) -> tuple[PortraitFile, ...]:
    found = [PortraitFile(_name(one), one.width, one.height) for one in renditions if one.type == type_]
    return tuple(sorted(found, key=lambda one: one.width))


def _name(one: Rendition) -> str:
    return f"{one.sha256}.{SUFFIXES[one.type]}"


def initials(name: str) -> str:
    """Two letters at most: what stands where there is no picture."""
    words = [word for word in name.split() if word[:1].isalpha()]
    return "".join(word[0] for word in [*words[:1], *words[1:][-1:]][:WORDS_OF_A_NAME]).upper()
