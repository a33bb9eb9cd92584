"""What is found in a paper, what is refused, and what readers get of it. All invented."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from django.conf import settings as site
from django.core.exceptions import ValidationError
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject

from desk.documents.child import read
from desk.documents.inspection import blocks, in_words, inspect_pdf
from tests.desk.documents.pdfs import BOX, TEXT, add, bomb, layered, locked, marked, pdf, picture, talkative, written
from tests.desk.portraits.pictures import encoded, tell_tale

pytestmark = pytest.mark.django_db  # a paper is read when a turn is free, and the turns are counted in the database
WHITE = b"1 g "
IMAGE = b"q 140 0 0 26 60 690 cm /Im1 Do Q\n"


def found(content: bytes) -> list[tuple[str, int, int]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(content)
        findings = read(path, 10, None)["findings"]
    return [(one["code"], one["page"], one["number"]) for one in findings if one["code"] != "picture"]


def with_picture(content: bytes) -> bytes:
    writer = PdfWriter()
    return pdf(content, writer=writer, XObject=picture(writer, encoded(), 800, 1000))


def shining() -> DictionaryObject:
    state = DictionaryObject({NameObject("/BM"): NameObject("/Multiply")})
    return DictionaryObject({NameObject("/G1"): state})


@pytest.mark.parametrize(
    ("content", "signs"),
    [
        (TEXT + BOX, 10),
        (BOX + TEXT, 10),
        (TEXT + b"0 0 0 rg 60 690 140 26 re f\n", 10),
        (TEXT + b"0 0 0 1 k 60 690 140 26 re f\n", 10),
        (TEXT + b"1 g 60 690 140 26 re f\n", 10),
        (TEXT + b"q 2 0 0 2 -60 -690 cm 60 690 70 13 re f Q\n", 10),
        (TEXT + b"60 690 m 200 690 l 200 716 l 60 716 l h f\n", 10),
        (TEXT + b"60 690 48 26 re f\n", 6),
        (b"BT /F1 12 Tf 1 0 0 1 72 700 Tm [(Secret) -250 (Name)] TJ ET\n" + BOX, 10),
        (b"BT /F1 12 Tf 14 TL 72 714 Td (Open) Tj (Hidden) ' ET\n" + BOX, 6),
    ],
    ids=["box after", "box before", "rgb", "cmyk", "white box", "moved", "drawn by lines", "half", "spaced", "lines"],
)
def test_text_under_a_box_is_found(content: bytes, signs: int) -> None:
    assert found(pdf(content)) == [("covered", 1, signs)]


@pytest.mark.parametrize(
    "content",
    [
        TEXT,
        BOX + WHITE + TEXT,
        b"0.9 g 60 690 140 26 re f 0 g " + TEXT,
        TEXT + b"72 698 100 1 re f\n",
        TEXT + b"72 703 100 1 re f\n",
        TEXT + b"300 690 140 26 re f\n",
        TEXT + b"60 690 140 26 re S\n",
        TEXT + b"60 690 140 26 re n\n",
        TEXT + b"q /G1 gs 1 1 0 rg 60 690 140 26 re f Q\n",
        b"",
    ],
    ids=["text", "white on black", "on grey", "underlined", "struck", "beside", "frame", "clip", "marker", "nothing"],
)
def test_text_that_can_be_read_is_no_finding(content: bytes) -> None:
    assert found(pdf(content, ExtGState=shining())) == []


def test_text_under_a_picture_is_found_and_upon_one_is_not() -> None:
    assert found(with_picture(TEXT + IMAGE)) == [("covered", 1, 10)]
    assert found(with_picture(IMAGE + TEXT)) == []


def test_text_of_a_scanner_is_found() -> None:
    assert found(with_picture(b"3 Tr " + TEXT + IMAGE)) == [("covered", 1, 10)]


def test_text_within_a_form_is_found() -> None:
    from pypdf.generic import DecodedStreamObject

    writer = PdfWriter()
    form = DecodedStreamObject()
    form.set_data(TEXT)
    form.update({NameObject("/Subtype"): NameObject("/Form"), NameObject("/Type"): NameObject("/XObject")})
    forms = DictionaryObject({NameObject("/Im1"): writer._add_object(form)})

    assert found(pdf(b"/Im1 Do " + BOX, writer=writer, XObject=forms)) == [("covered", 1, 10)]


def test_text_beside_the_page_is_found() -> None:
    writer = PdfWriter()
    add(writer, TEXT)[NameObject("/CropBox")] = ArrayObject([FloatObject(one) for one in (0, 0, 595, 600)])

    assert found(written(writer)) == [("covered", 1, 10)]


@pytest.mark.parametrize("kind", ["/Redact", "/Stamp"])
def test_mark_that_is_not_burnt_in_is_found(kind: str) -> None:
    assert found(marked(kind)) == [("marks", 1, 1)]
    assert blocks([{"code": "marks"}])


@pytest.mark.parametrize("kind", ["/Link", "/Text", "/Popup"])
def test_mark_that_covers_nothing_is_no_finding(kind: str) -> None:
    assert found(marked(kind)) == []


def test_pages_are_named() -> None:
    assert found(pdf(TEXT, TEXT + BOX, TEXT, TEXT + BOX)) == [("covered", 2, 10), ("covered", 4, 10)]


def asked(tmp_path: Path, content: bytes, clean: bool = False) -> Any:
    path = tmp_path / "paper.pdf"
    path.write_bytes(content)
    return inspect_pdf(path, tmp_path / "clean.pdf" if clean else None)


def drawn_anew(tmp_path: Path, content: bytes) -> bytes:
    """The paper as readers get it."""
    asked(tmp_path, content, clean=True)
    return (tmp_path / "clean.pdf").read_bytes()


def pictures_of(paper: bytes) -> list[Any]:
    return [picture.image.convert("L") for page in PdfReader(BytesIO(paper)).pages for picture in page.images]


def test_paper_drawn_anew_is_pictures_and_nothing_else(tmp_path: Path) -> None:
    source = talkative()
    assert [word for word in (b"Author", b"XMP", b"script", b"piece") if b"Secret " + word not in source] == []

    made = drawn_anew(tmp_path, source)

    reader = PdfReader(BytesIO(made))
    assert reader.root_object.keys() == {"/Type", "/Pages"}
    assert not reader.metadata
    assert (reader.pages[0].keys(), reader.pages[0].extract_text()) == (
        {"/Type", "/Parent", "/Resources", "/MediaBox", "/Contents"}, ""
    )  # fmt: skip
    assert b"Secret" not in made
    (picture,) = pictures_of(made)
    assert picture.size == (1653, 2339)
    assert picture.getextrema() == (0, 255)


@pytest.mark.parametrize("box", [BOX, WHITE + BOX[4:]], ids=["black", "white"])
def test_text_under_a_box_is_gone_from_the_picture(tmp_path: Path, box: bytes) -> None:
    (with_text,) = pictures_of(drawn_anew(tmp_path, pdf(TEXT + box)))
    (tmp_path / "clean.pdf").unlink()
    (without,) = pictures_of(drawn_anew(tmp_path, pdf(box)))

    assert with_text.tobytes() == without.tobytes()


def test_mark_drawn_by_itself_is_burnt_in(tmp_path: Path) -> None:
    (picture,) = pictures_of(drawn_anew(tmp_path, marked("/Square")))

    assert picture.getextrema()[0] == 0
    assert found(marked("/Square")) == []


def test_layer_that_is_switched_off_is_not_in_the_picture(tmp_path: Path) -> None:
    (picture,) = pictures_of(drawn_anew(tmp_path, layered()))

    assert picture.getextrema() == (255, 255)


def test_photograph_tells_readers_no_place(tmp_path: Path) -> None:
    writer = PdfWriter()
    add(writer, IMAGE, XObject=picture(writer, tell_tale(), 800, 1000))
    source = written(writer)
    assert b"Secret" in source

    made = drawn_anew(tmp_path, source)

    (shown,) = PdfReader(BytesIO(made)).pages[0].images
    assert shown.image is not None
    assert (shown.image.mode, len(shown.image.getexif())) == ("L", 0)
    assert b"Secret" not in made


def test_page_as_large_as_a_wall_is_drawn_with_few_dots(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(14_400, 14_400)

    (picture,) = pictures_of(drawn_anew(tmp_path, written(writer)))

    assert picture.width * picture.height <= 8_800_000


def test_paper_when_drawn_twice_is_the_same(tmp_path: Path) -> None:
    first = drawn_anew(tmp_path, talkative())
    (tmp_path / "clean.pdf").unlink()

    assert drawn_anew(tmp_path, talkative()) == first


def test_scan_says_that_only_eyes_can_read_it(tmp_path: Path) -> None:
    findings = asked(tmp_path, with_picture(IMAGE)).findings

    assert list(in_words(findings)) == [
        "page 1: no text but a picture: a machine finds no number or address in it, only your eyes do"
    ]
    assert not blocks(findings)


def test_number_under_a_box_hinders_nobody(tmp_path: Path) -> None:
    text = b"BT /F1 12 Tf 72 700 Td (730412300123) Tj ET\n"

    assert [one["code"] for one in asked(tmp_path, pdf(text + BOX)).findings] == ["covered"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("IIN 730412300123", "page 1: an ID number (IIN) stands in the text: black it out for good"),
        ("call +7 701 234 56 78", "page 1: a telephone number stands in the text: black it out for good"),
    ],
)
def test_what_identifies_is_found_without_repeating_it(tmp_path: Path, text: str, line: str) -> None:
    found = asked(tmp_path, pdf(b"BT /F1 12 Tf 72 700 Td (" + text.encode() + b") Tj ET")).findings

    assert list(in_words(found)) == [line]
    assert blocks(found)
    assert text.split()[-1] not in json.dumps(found)


def refusal(tmp_path: Path, content: bytes) -> str:
    with pytest.raises(ValidationError) as error:
        asked(tmp_path, content)
    return error.value.messages[0]


BROKEN = "This PDF is broken and cannot be read whole: print it to a new PDF."
NO_PDF = "This is no PDF, whatever its name says: send the paper as a PDF."
BEHIND = "Something else hangs on the end of this PDF: print it to a new PDF."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", NO_PDF),
        (b"MZ\x90\x00" + pdf(), NO_PDF),
        (b"GIF89a" + pdf(), NO_PDF),
        (b"", NO_PDF),
        (pdf() + b"<script>alert(1)</script>" * 100, BEHIND),
        (pdf() + b"PK\x05\x06" + b"\0" * 18, BEHIND),
        (pdf()[:300], BROKEN),
        (b"%PDF-1.7\n%%EOF", BROKEN),
        (locked(), "This PDF is locked: remove the password, or print it to a new PDF."),
    ],
    ids=["svg", "exe", "gif", "empty", "html behind", "zip behind", "half", "bare", "locked"],
)
def test_file_that_is_no_paper_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    assert refusal(tmp_path, content) == message


def test_file_that_goes_round_in_circles_is_an_empty_page(tmp_path: Path) -> None:
    circle = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"

    assert asked(tmp_path, circle) == (1, [{"code": "picture", "page": 1, "number": 1}])


def test_thousands_of_pages_are_refused(tmp_path: Path, settings: Any) -> None:
    writer = PdfWriter()
    for _number in range(3000):
        writer.add_blank_page(595, 842)

    assert refusal(tmp_path, written(writer)) == "It has 3000 pages, at most 500 are read: split it."


def test_bomb_is_refused_in_bounded_time(tmp_path: Path, settings: Any) -> None:
    """Half a gigabyte packed into half a megabyte: what a child may not take, it does not get."""
    settings.PAPER_SECONDS = 5

    assert refusal(tmp_path, bomb()).endswith("print it to a new PDF.")


def test_child_when_it_takes_too_long(tmp_path: Path, settings: Any) -> None:
    settings.PAPER_SECONDS = 1
    content = pdf(b"BT /F1 12 Tf 72 700 Td " + b"(a) Tj " * 2_000_000 + b" ET")

    assert refusal(tmp_path, content) == (
        "Reading it takes more time or memory than a paper needs: print it to a new PDF."
    )


def test_child_loads_no_django() -> None:
    """It starts quickly, knows no settings and holds no secret."""
    modules = "desk.documents.child, desk.documents.findings, desk.documents.pictures"
    code = f"import sys, {modules}; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=site.BASE_DIR, capture_output=True, check=True)

    assert done.stdout == b"False\n"
