"""Everything in a paper that should not reach readers, as data: `{"code", "page", "number"}`; no text of it."""

from collections.abc import Iterator
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from desk.documents.hidden_text import Drawing

PdfFinding = dict[str, Any]
# Marks that lie upon the page: they can be taken off, and what they cover appears.
COVERING = {
    "/Redact", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Line", "/Ink", "/Highlight", "/FreeText", "/Stamp",
}  # fmt: skip
ACTIVE = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/RichMediaExecute", "/Rendition"}
ACTIVE_KEYS = {"/EmbeddedFiles", "/JavaScript", "/AcroForm", "/XFA", "/RichMedia", "/EF"}
MOST_TEXT = 3_000_000


def findings_in(reader: PdfReader) -> Iterator[PdfFinding]:
    """What hides in the paper, page by page, then in the file as a whole."""
    for number, page in enumerate(reader.pages, start=1):
        drawing = Drawing(reader).page(page)
        box = page.cropbox
        counts = {
            "covered": drawing.hidden(),
            "invisible": drawing.invisible,
            "outside": drawing.outside((float(box.left), float(box.bottom), float(box.right), float(box.top))),
            "marks": sum(str(mark.get("/Subtype")) in COVERING for mark in annotations(page)),
        }
        yield from ({"code": code, "page": number, "number": count} for code, count in counts.items() if count)
    if "/OCProperties" in reader.root_object:
        yield {"code": "layers", "page": None, "number": 1}
    # Objects that would do something when opened: scripts, programs, files within the file, forms.
    active = sum(row.get("/S") in ACTIVE or bool(ACTIVE_KEYS & row.keys()) for row in dictionaries_of(reader))
    if active:
        yield {"code": "active", "page": None, "number": active}


def annotations(page: PageObject) -> list[DictionaryObject]:
    """What lies upon the page."""
    listed = page.get("/Annots")
    rows = [row.get_object() for row in listed.get_object()] if listed is not None else []
    return [row for row in rows if isinstance(row, DictionaryObject)]


def dictionaries_of(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary that the file numbers, in compressed streams too."""
    places = [(number, generation) for generation, rows in reader.xref.items() for number in rows]
    places += [(number, 0) for number in reader.xref_objStm]
    for number, generation in places:
        row = IndirectObject(number, generation, reader).get_object() if number else None
        if isinstance(row, DictionaryObject):
            yield row


def texts(reader: PdfReader) -> list[str]:
    """The text of each page, as far as three million signs go."""
    left, pages = MOST_TEXT, []
    for page in reader.pages:
        pages.append((page.extract_text() or "")[: max(left, 0)])
        left -= len(pages[-1])
    return pages
