"""A case cited in five styles."""

import json
from datetime import date

import pytest
import rispy

from archive.pages.case import citations as citing
from archive.pages.case.citations import EditionCitation

pytestmark = pytest.mark.django_db
ONE = EditionCitation(
    key="shekteu-a-1",
    title="A {strange} 100 % title",
    language="en",
    version=3,
    published=date(2026, 11, 1),
    accessed=date(2026, 11, 22),
    digest="ab" * 32,
    address="https://example.org/en/cases/a/versions/3/",
)


def test_citation_styles() -> None:
    assert citing.sentence(ONE) == (
        "Shekteu. A {strange} 100 % title. Version 3 of 1 November 2026. https://example.org/en/cases/a/versions/3/ "
        f"(SHA-256 {'ab' * 32})"
    )
    assert citing.apa(ONE) == (
        "Shekteu. (2026, November 1). A {strange} 100 % title (Version 3). https://example.org/en/cases/a/versions/3/"
    )
    assert citing.mla(ONE).endswith(
        "version 3, 1 Nov. 2026, https://example.org/en/cases/a/versions/3/. Accessed 22 Nov. 2026."
    )
    assert citing.gost(ONE) == (
        "A {strange} 100 % title // Shekteu : сайт. 2026. Версия 3 (01.11.2026). "
        "URL: https://example.org/en/cases/a/versions/3/ (дата обращения: 22.11.2026)."
    )
    assert citing.mla(ONE._replace(published=date(2026, 9, 1))).count("version 3, 1 Sept. 2026, ") == 1
    assert citing.mla(ONE._replace(accessed=date(2026, 6, 30))).endswith("Accessed 30 June 2026.")
    assert r"title = {{A \{strange\} 100 \% title}}" in citing.bibtex(ONE)
    assert citing.ris(ONE).splitlines()[0] == "TY  - ELEC"
    assert json.loads(citing.csl(ONE))[0]["issued"] == {"date-parts": [[2026, 11, 1]]}


def test_every_special_sign_is_escaped_for_bibtex() -> None:
    title = citing.braced("a_b & c $ 5 % #1 {x} ~ ^ \\")
    assert title == r"a\_b \& c \$ 5 \% \#1 \{x\} \textasciitilde{} \textasciicircum{} \textbackslash{}"


@pytest.mark.parametrize("title", ["Mamai: “the money”", "Бокай: жер митингісі № 2", "TY  - BOOK\r\nER  - \r\nT"])
def test_reference_manager_reads_back_what_was_written(title: str) -> None:
    """By rispy, a parser not ours: a title with line breaks stays one field of one entry."""
    [entry] = rispy.loads(citing.ris(ONE._replace(title=title)))
    read = {name: entry.get(name) for name in ("type_of_reference", "title", "authors", "year", "language", "urls")}
    assert read == {
        "type_of_reference": "ELEC",
        "title": " ".join(title.split()),
        "authors": ["Shekteu"],
        "year": "2026",
        "language": "en",
        "urls": ["https://example.org/en/cases/a/versions/3/"],
    }
    assert (entry["date"], entry["access_date"], entry["edition"]) == ("2026/11/01", "2026/11/22", "3")
