"""What comes out of an uploaded picture, and what is refused."""

import tracemalloc
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from PIL import Image, ImageCms

from desk.portraits.picture import open_picture, renditions
from tests.desk.portraits.pictures import LEFT, RIGHT, bomb, drawn, encoded, tell_tale

SUFFIX = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}


def made(content: bytes, name: str = "picture.jpg") -> list[Any]:
    return list(renditions(open_picture(BytesIO(content), name)))


def refusal(content: bytes, name: str = "picture.jpg") -> str:
    with pytest.raises(ValidationError) as error:
        open_picture(BytesIO(content), name)
    return error.value.messages[0]


def near(one: Any, other: Any) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_renditions_when_the_picture_tells_where_it_was_taken(format: str) -> None:
    source = tell_tale(format)
    assert b"Secret Camera" in source
    assert Image.open(BytesIO(source)).getexif().get_ifd(0x8825)[2] == (43.0, 15.0, 0.0)

    for one in made(source, f"picture.{SUFFIX[format]}"):
        assert b"Secret" not in one.content
        image = Image.open(BytesIO(one.content))
        assert (len(image.getexif()), dict(image.getexif().get_ifd(0x8825))) == (0, {})
        assert not {"exif", "xmp", "XML:com.adobe.xmp", "icc_profile", "comment", "Author"} & image.info.keys()


def test_renditions_are_three_sizes_and_a_fallback() -> None:
    found = [(one.type, one.width, one.height) for one in made(encoded())]

    assert found == [
        ("image/avif", 160, 200),
        ("image/webp", 160, 200),
        ("image/avif", 320, 400),
        ("image/webp", 320, 400),
        ("image/jpeg", 320, 400),
        ("image/avif", 640, 800),
        ("image/webp", 640, 800),
    ]


def test_renditions_are_what_their_types_say() -> None:
    found = {one.type: Image.open(BytesIO(one.content)) for one in made(encoded())}

    assert {type_: image.format for type_, image in found.items()} == {
        "image/avif": "AVIF",
        "image/webp": "WEBP",
        "image/jpeg": "JPEG",
    }


def test_renditions_when_the_picture_is_narrow_are_never_larger() -> None:
    assert {(one.width, one.height) for one in made(encoded(drawn(200, 250)))} == {(160, 200), (200, 250)}


def test_orientation_6_is_applied() -> None:
    """Turned by a quarter: what was on the left is above."""
    image = open_picture(BytesIO(tell_tale(orientation=6)), "picture.jpg")

    assert image.size == (1000, 800)
    assert near(image.getpixel((500, 50)), LEFT)
    assert near(image.getpixel((500, 750)), RIGHT)


def test_transparency_becomes_white() -> None:
    image = open_picture(BytesIO(encoded(Image.new("RGBA", (300, 300), (0, 0, 0, 0)), "PNG")), "picture.png")

    assert (image.mode, image.getpixel((150, 150))) == ("RGB", (255, 255, 255))


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_colours_of_other_models_become_rgb(mode: str) -> None:
    assert open_picture(BytesIO(encoded(drawn(mode=mode))), "picture.jpg").mode == "RGB"


def test_colours_of_another_profile_are_translated() -> None:
    """In this profile red is called blue, and blue red."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"tmp!").replace(b"bXYZ", b"rXYZ").replace(b"tmp!", b"bXYZ")

    image = open_picture(BytesIO(encoded(format="PNG", icc_profile=swapped)), "picture.png")

    assert near(image.getpixel((10, 10)), LEFT[::-1])


def test_profile_that_is_none_is_left_aside() -> None:
    image = open_picture(BytesIO(encoded(format="PNG", icc_profile=b"no profile")), "picture.png")

    assert near(image.getpixel((10, 10)), LEFT)


def test_polyglot_comes_out_as_a_picture_alone() -> None:
    for one in made(encoded() + b"<script>alert(1)</script>PK\x03\x04"):
        assert b"script" not in one.content
        assert b"PK\x03\x04" not in one.content


def test_decompression_bomb_is_refused_before_it_is_unpacked() -> None:
    tracemalloc.start()

    assert refusal(bomb(), "picture.png") == "The picture has more than 50 million pixels: make it smaller."
    assert refusal(bomb(8000, 8000), "picture.png") == "The picture has more than 50 million pixels: make it smaller."

    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


UNREADABLE = "This is no whole picture that can be read: send a JPEG, PNG, WebP or AVIF file."


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "picture.svg"),
        (b"<!doctype html><script>alert(1)</script>", "picture.jpg"),
        (b"GIF89a/*" + b"\0" * 100 + b"*/=1;alert(1)", "picture.gif"),
        (encoded()[:2000], "picture.jpg"),
        (encoded(format="PNG")[:1000], "picture.png"),
        (encoded(format="WEBP")[:200], "picture.webp"),
        (encoded(format="AVIF")[:400], "picture.avif"),
        (encoded(format="GIF"), "picture.gif"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 5000, "picture.jpg"),
        (b"", "picture.jpg"),
    ],
    ids=["svg", "html", "gif script", "half jpeg", "half png", "half webp", "half avif", "gif", "head alone", "empty"],
)
def test_file_that_only_pretends_is_refused(content: bytes, name: str) -> None:
    assert refusal(content, name) == UNREADABLE


@pytest.mark.parametrize(("format", "name"), [("PNG", "a.png"), ("WEBP", "a.webp"), ("AVIF", "a.avif")])
def test_moving_picture_is_refused(format: str, name: str) -> None:
    other = drawn().transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    content = encoded(format=format, save_all=True, append_images=[other])

    assert refusal(content, name) == "The picture moves: send one that does not."


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (encoded(format="PNG"), "picture.jpg", "The file is named “.jpg” but holds PNG: rename it if you trust"),
        (encoded(), "picture.jpg.exe", "The file is named “.exe” but holds JPEG"),
        (encoded(), "picture", "The file is named “” but holds JPEG"),
        (encoded(drawn(120, 300)), "picture.jpg", "The picture is smaller than 160 pixels: find a larger one."),
        (encoded(drawn(900, 200)), "picture.jpg", "The picture is over three times as long as wide: cut out"),
    ],
)
def test_picture_that_does_not_do_is_refused(content: bytes, name: str, message: str) -> None:
    assert refusal(content, name).startswith(message)


def test_name_with_path_tricks_is_only_a_suffix() -> None:
    assert open_picture(BytesIO(encoded()), "../../etc/passwd\0/..\\x.JPG").size == (800, 1000)
