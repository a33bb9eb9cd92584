"""Rows that stand in documents alone."""

from typing import Any

import pytest

from archive.exports import document_rows
from tests.archive.published import document
from tests.invented import records as invented

BY_THE_PERSON = {"name": invented.person()["names"], "role": {}}


def said(**facts: Any) -> dict[str, Any]:
    return {**invented.case()["testimonies"][0], **facts}


def of_case(*rows: dict[str, Any]) -> dict[str, Any]:
    return document(invented.case(testimonies=list(rows))).to_dict()


@pytest.mark.parametrize(("consent", "shown"), [("given", True), ("public-statement", False)])
def test_what_a_person_says_under_a_ban_on_saying_it_is_in_no_table(consent: str, shown: bool) -> None:
    """Neither the words nor that they were found: the same as on the page."""
    plain = of_case(said(speaker=BY_THE_PERSON, consent=consent, said_on="2022-01-01"))
    assert [row["consent"] for row in document_rows.testimonies(plain)] == ([consent] if shown else [])
    assert ("testimonies" in {row["table"] for row in document_rows.citations(plain)}) == shown


@pytest.mark.parametrize(("form", "speaker"), [("paraphrase", {}), ("quotation", {"en": "Somebody"})])
def test_our_own_words_are_put_in_nobodys_mouth(form: str, speaker: dict[str, str]) -> None:
    (row,) = document_rows.testimonies(of_case(said(form=form)))
    assert row["speaker"] == speaker


def test_withdrawn_consent_takes_the_row() -> None:
    assert list(document_rows.testimonies(of_case(said(consent="withdrawn")))) == []


def test_sources_are_told_by_the_field_that_they_support() -> None:
    row = {
        "sources": {"all": ["one"], "date": ["two"]},
        "changes": [{"sources": ["three"]}],
        "basis": [{"field": "from", "sources": ["four"]}],
        "place": {"en": "A place"},
    }
    assert sorted(document_rows.cited(row)) == [
        ("all", "one"),
        ("basis.from", "four"),
        ("changes.1", "three"),
        ("date", "two"),
    ]
