"""PDFs written for tests, by hand: a few lines of the page's language. Nobody's verdict."""

import zlib
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

TEXT = b"BT /F1 12 Tf 72 700 Td (Secret Name) Tj ET\n"
BOX = b"0 g 60 690 140 26 re f\n"


def pdf(*pages: bytes, writer: PdfWriter | None = None, **resources: Any) -> bytes:
    """A PDF with a page for each content."""
    writer = writer or PdfWriter()
    for content in pages or (TEXT,):
        add(writer, content, **resources)
    return written(writer)


def add(writer: PdfWriter, content: bytes, **resources: Any) -> Any:
    page = writer.add_blank_page(595, 842)
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    plain = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(plain)})
    own = {NameObject(f"/{key}"): value for key, value in resources.items()}
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts, **own})
    stream = DecodedStreamObject()
    stream.set_data(content)
    page[NameObject("/Contents")] = writer._add_object(stream)
    return page


def written(writer: PdfWriter) -> bytes:
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def picture(writer: PdfWriter, content: bytes, width: int, height: int) -> DictionaryObject:
    """The resource of a photograph as it is stored, under the name /Im1."""
    stream = StreamObject()
    stream._data = content
    kinds = {"/Type": "/XObject", "/Subtype": "/Image", "/ColorSpace": "/DeviceRGB", "/Filter": "/DCTDecode"}
    stream.update({NameObject(key): NameObject(value) for key, value in kinds.items()})
    numbers = {"/Width": width, "/Height": height, "/BitsPerComponent": 8}
    stream.update({NameObject(key): FloatObject(value) for key, value in numbers.items()})
    return DictionaryObject({NameObject("/Im1"): writer._add_object(stream)})


def marked(kind: str) -> bytes:
    """A page with a mark upon it, as a viewer draws one."""
    writer = PdfWriter()
    page = add(writer, b"")
    mark = DictionaryObject({NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject(kind)})
    mark[NameObject("/Rect")] = ArrayObject([FloatObject(one) for one in (60, 690, 200, 716)])
    page[NameObject("/Annots")] = ArrayObject([writer._add_object(mark)])
    return written(writer)


def talkative() -> bytes:
    """A harmless page, with an author, a script, a file within the file and a link."""
    writer = PdfWriter()
    page = add(writer, b"BT /F1 12 Tf 72 700 Td (Verdict) Tj ET\n")
    writer.add_metadata({"/Author": "Secret Author", "/Producer": "Secret Program"})
    names = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('Secret script')")}
    script = DictionaryObject({NameObject(key): value for key, value in names.items()})
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(script)
    writer.add_attachment("secret.txt", b"Secret attachment")
    xmp = StreamObject()
    xmp._data = b"<x:xmpmeta>Secret XMP</x:xmpmeta>"
    writer.root_object[NameObject("/Metadata")] = writer._add_object(xmp)
    page[NameObject("/PieceInfo")] = DictionaryObject({NameObject("/Secret"): TextStringObject("Secret piece")})
    return written(writer)


def locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf())))
    writer.encrypt("secret")
    return written(writer)


def layered() -> bytes:
    """A page whose text stands in a layer that is switched off."""
    writer = PdfWriter()
    group = DictionaryObject({NameObject("/Type"): NameObject("/OCG"), NameObject("/Name"): TextStringObject("Layer")})
    layer = writer._add_object(group)
    add(writer, b"/OC /L1 BDC\n" + TEXT + b"EMC\n", Properties=DictionaryObject({NameObject("/L1"): layer}))
    shown = DictionaryObject({NameObject("/OFF"): ArrayObject([layer])})
    layers = {NameObject("/OCGs"): ArrayObject([layer]), NameObject("/D"): shown}
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject(layers)
    return written(writer)


def bomb(megabytes: int = 500) -> bytes:
    """A page whose packed content comes to half a gigabyte."""
    packer, packed = zlib.compressobj(9), b""
    piece = b"q Q " * 262_144
    for _number in range(megabytes):
        packed += packer.compress(piece)
    packed += packer.flush()
    stream = StreamObject()
    stream._data = packed
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    page[NameObject("/Contents")] = writer._add_object(stream)
    return written(writer)
