"""A paper made anew for readers: its pages and nothing else.

Left behind: authors, dates, XMP, places in photographs, scripts, files within the file, links, marks, forms, layers.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.filters import decode_stream_data
from pypdf.generic import DictionaryObject, NameObject, StreamObject

KEPT_OF_A_PAGE = ("/Resources", "/Contents", "/MediaBox", "/CropBox", "/Rotate")
DROPPED = frozenset({
    "/Metadata", "/PieceInfo", "/LastModified", "/OpenAction", "/JS", "/JavaScript", "/AF", "/EF", "/EmbeddedFiles",
    "/Annots", "/StructParent", "/StructParents", "/Thumb", "/OC", "/OPI", "/Alternates",
})  # fmt: skip


def clean(reader: PdfReader, target: Path) -> None:
    """Writes the paper's pages to `target`."""
    writer = PdfWriter()
    for page in reader.pages:
        writer.add_page(bare_page(page, reader), excluded_keys=sorted(DROPPED))
    for row in dictionaries(writer):
        for key in DROPPED & row.keys():
            del row[NameObject(key)]
        if isinstance(row, StreamObject):
            strip_picture(row)
    writer.metadata = None
    with target.open("wb") as stream:
        writer.write(stream)


def bare_page(page: PageObject, reader: PdfReader) -> PageObject:
    """Copies what is drawn on the page and nothing else. What it inherits from above comes along."""
    bare = PageObject(reader, page.indirect_reference)
    bare[NameObject("/Type")] = NameObject("/Page")
    for key in KEPT_OF_A_PAGE:
        entry = page.get(key) if key in page else inherited(page, key)
        if entry is not None:
            bare[NameObject(key)] = entry
    return bare


def inherited(page: Any, key: str) -> Any:
    """What the pages above this one say; None if none does. A file may be made to go round in circles."""
    for _level in range(50):
        parent = page.get("/Parent")
        if parent is None:
            return None
        page = parent.get_object()
        if key in page:
            return page[key]
    return None


def dictionaries(writer: PdfWriter) -> Iterator[DictionaryObject]:
    """Every dictionary of the new file, those within others too."""
    waiting: list[Any] = [entry for entry in writer._objects if entry is not None]
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, DictionaryObject):
            yield entry
            waiting += [inner for inner in entry.values() if isinstance(inner, dict | list)]
        elif isinstance(entry, list):
            waiting += [inner for inner in entry if isinstance(inner, dict | list)]


def strip_picture(row: StreamObject) -> None:
    """Takes out of a photograph, as it is stored, what may tell where it was taken."""
    kinds = row.get("/Filter")
    last = kinds[-1] if isinstance(kinds, list) and kinds else kinds
    if last not in STRIPPED:
        return
    if isinstance(kinds, list) and len(kinds) > 1:  # packed once more: unpacked for good
        row._data = decode_stream_data(row)
        row.pop(NameObject("/DecodeParms"), None)
    row[NameObject("/Filter")] = NameObject(last)
    row._data = STRIPPED[last](row._data)


def jpeg_without_metadata(content: bytes) -> bytes:
    """The JPEG without comments and application data, but for what its colours need (JFIF, Adobe)."""
    kept, at = [content[:2]], 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big") + 2
        if marker == 0xDA:
            break
        if marker not in (*range(0xE1, 0xEE), 0xEF, 0xFE):
            kept.append(content[at : at + length])
        at += length
    end = content.rfind(b"\xff\xd9")
    return b"".join(kept) + content[at : end + 2 if end > at else len(content)]


def jpx_without_metadata(content: bytes) -> bytes:
    """The JPEG 2000 without its boxes of text."""
    kept, at = [], 0
    while at + 8 <= len(content) and content[4:8] == b"jP  ":
        length, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        length = length if length >= 8 else len(content) - at
        if kind not in (b"uuid", b"xml ", b"uinf"):
            kept.append(content[at : at + length])
        at += length
    return b"".join(kept) if kept else content


STRIPPED = {"/DCTDecode": jpeg_without_metadata, "/JPXDecode": jpx_without_metadata}
