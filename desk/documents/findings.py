"""Everything in a paper that should not reach readers, as data: `{"code", "page", "number"}`; no text of it."""

from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
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
    """Page by page, then of the file as a whole."""
    for number, page in enumerate(reader.pages, start=1):
        drawing = Drawing(reader).page(page)
        box = page.cropbox
        counts = {
            "covered": drawing.hidden(),
            "invisible": drawing.invisible,
            "outside": drawing.outside((float(box.left), float(box.bottom), float(box.right), float(box.top))),
            "marks": sum(kind in COVERING for kind in _kinds(page)),
        }
        yield from ({"code": code, "page": number, "number": count} for code, count in counts.items() if count)
    root = reader.root_object
    if "/OCProperties" in root:
        yield {"code": "layers", "page": None, "number": 1}
    if active := _active(reader):
        yield {"code": "active", "page": None, "number": active}


def _kinds(page: Any) -> list[str]:
    """The kinds of the page's annotations."""
    found = page.get("/Annots")
    rows = [one.get_object() for one in found.get_object()] if found is not None else []
    return [str(row.get("/Subtype")) for row in rows if isinstance(row, DictionaryObject)]


def _active(reader: PdfReader) -> int:
    """How many objects would do something when opened: scripts, programs, files within the file, forms."""
    rows = [row for row in _all(reader) if isinstance(row, DictionaryObject)]
    return sum(row.get("/S") in ACTIVE or bool(ACTIVE_KEYS & row.keys()) for row in rows)


def _all(reader: PdfReader) -> Iterator[Any]:
    for generation, rows in reader.xref.items():
        for number in rows:
            yield from _one(reader, number, generation)
    for number in reader.xref_objStm:
        yield from _one(reader, number, 0)


def _one(reader: PdfReader, number: int, generation: int) -> Iterator[Any]:
    if number:
        yield IndirectObject(number, generation, reader).get_object()


def texts(reader: PdfReader) -> list[str]:
    """The text of each page, as far as three million signs go."""
    left, found = MOST_TEXT, []
    for page in reader.pages:
        found.append((page.extract_text() or "")[: max(left, 0)])
        left -= len(found[-1])
    return found
