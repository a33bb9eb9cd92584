"""An uploaded picture, opened with care and made anew: upright, in sRGB, without metadata, in three sizes."""

import contextlib
import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePath
from struct import error as StructError
from typing import Any, BinaryIO, NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

SUFFIXES = {
    "JPEG": (".jpg", ".jpeg", ".jfif"),
    "MPO": (".jpg", ".jpeg", ".mpo"),  # a JPEG of some phones that holds a second picture: the first is taken
    "PNG": (".png",),
    "WEBP": (".webp",),
    "AVIF": (".avif",),
}
READ = ("JPEG", "PNG", "WEBP", "AVIF")
WIDTHS = (160, 320, 640)
FALLBACK_WIDTH = 320
SMALLEST, LONGEST_SHAPE = 160, 3
FORMATS: dict[str, tuple[str, dict[str, Any]]] = {
    "image/avif": ("AVIF", {"quality": 60, "speed": 7}),
    "image/webp": ("WEBP", {"quality": 78, "method": 4}),
    "image/jpeg": ("JPEG", {"quality": 82, "optimize": True, "progressive": True}),
}
# What Pillow raises on files that only pretend.
BROKEN = (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, TypeError, StructError, MemoryError)
BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


class PictureFile(NamedTuple):
    """One file of the portrait."""

    content: bytes
    type: str
    width: int
    height: int


def open_picture(stream: BinaryIO, name: str) -> Image.Image:
    """Decodes the picture, upright, in RGB. Raises ValidationError with what is wrong and what to do."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            image = Image.open(stream, formats=READ)
            refuse(image, name)
            image.draft("RGB", (WIDTHS[-1] * 2, WIDTHS[-1] * 2))
            image.load()
        except BOMBS as error:
            raise too_many_pixels() from error
        except BROKEN as error:
            message = _("This is no whole picture that can be read: send a JPEG, PNG, WebP or AVIF file.")
            raise ValidationError(message, "unreadable") from error
    return in_srgb(ImageOps.exif_transpose(image))


def refuse(image: Image.Image, name: str) -> None:
    """Raises ValidationError for what can be seen before a single pixel is decoded."""
    width, height = image.size
    if width * height > settings.PORTRAIT_PIXELS:
        raise too_many_pixels()
    if min(width, height) < SMALLEST:
        raise ValidationError(_("The picture is smaller than %(least)s pixels: find a larger one."), "small",
                              {"least": SMALLEST})  # fmt: skip
    if max(width, height) > LONGEST_SHAPE * min(width, height):
        raise ValidationError(_("The picture is over three times as long as wide: cut out the person."), "shape")
    if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
        raise ValidationError(_("The picture moves: send one that does not."), "animated")
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES[str(image.format)]:
        message = _("The file is named “%(suffix)s” but holds %(format)s: rename it if you trust where it comes from.")
        raise ValidationError(message, "suffix", {"suffix": suffix, "format": image.format})


def too_many_pixels() -> ValidationError:
    most = settings.PORTRAIT_PIXELS // 1_000_000
    return ValidationError(_("The picture has more than %(most)s million pixels: make it smaller."), "pixels",
                           {"most": most})  # fmt: skip


def in_srgb(image: Image.Image) -> Image.Image:
    """Puts it on white where it is transparent, in the colours that every screen shows, with nothing but pixels."""
    profile = image.info.get("icc_profile")
    if image.has_transparency_data:
        upon = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(upon, image.convert("RGBA"))
    if image.mode not in ("RGB", "CMYK", "L"):
        image = image.convert("RGB")
    if profile:
        # The colours as they are will do if the profile does not fit the picture.
        with contextlib.suppress(ImageCms.PyCMSError, *BROKEN):
            own, srgb = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            image = ImageCms.profileToProfile(image, own, srgb, outputMode="RGB") or image
    bare = Image.new("RGB", image.size)
    bare.paste(image.convert("RGB"))
    return bare


def renditions(image: Image.Image) -> Iterator[PictureFile]:
    """Makes three sizes as AVIF and WebP, one as JPEG for what reads neither; never larger than what came."""
    for width in sorted({min(width, image.width) for width in WIDTHS}):
        sized = image.resize((width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS)
        for type_ in ("image/avif", "image/webp"):
            yield encoded(sized, type_)
        if width == min(FALLBACK_WIDTH, image.width):
            yield encoded(sized, "image/jpeg")


def encoded(image: Image.Image, type_: str) -> PictureFile:
    format_, options = FORMATS[type_]
    stream = BytesIO()
    image.save(stream, format_, **options)
    return PictureFile(stream.getvalue(), type_, *image.size)
