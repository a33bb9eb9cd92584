"""Pictures drawn for tests: nobody is on them."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, PngImagePlugin

LEFT, RIGHT = (200, 30, 30), (30, 30, 200)
CAMERA, PLACE = "Secret Camera 3000", "43 deg 15 min"


def drawn(width: int = 800, height: int = 1000, mode: str = "RGB") -> Image.Image:
    """Red on the left half, blue on the right."""
    image = Image.new("RGB", (width, height), LEFT)
    image.paste(RIGHT, (width // 2, 0, width, height))
    return image.convert(mode)


def encoded(image: Image.Image | None = None, format: str = "JPEG", **options: Any) -> bytes:
    stream = BytesIO()
    (image or drawn()).save(stream, format, **options)
    return stream.getvalue()


def tell_tale(format: str = "JPEG", orientation: int = 1, **options: Any) -> bytes:
    """A picture that tells where and with what it was taken."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112] = "Secret Maker", CAMERA, orientation
    exif.get_ifd(0x8825).update({1: "N", 2: (43.0, 15.0, 0.0), 3: "E", 4: (76.0, 55.0, 0.0)})
    if format == "JPEG":
        options |= {"xmp": b"<x:xmpmeta>Secret XMP</x:xmpmeta>", "comment": b"Secret comment"}
    if format == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Author", "Secret author")
        options["pnginfo"] = text
    return encoded(format=format, exif=exif, **options)


def bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A PNG of some hundred bytes that says it is 900 million pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(b"\0" * 100_000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
