"""The page of one person: all cases, and one total of them together."""

import re

import pytest
from django.test import Client

from archive.pages import people
from editions.schema import Document
from tests.archive.published import publish, shipped_documents

TWO_CASES = ("dzhaukerova-2019", "dzhaukerova-2021")


def documents(*case_ids: str) -> list[Document]:
    return [document for document in shipped_documents() if document.case.id in case_ids]


def is_plain(document: Document) -> bool:
    """Neither undone nor reckoned twice because sources differ on a length."""
    undone = any(outcome.void for outcome in document.reckoning.restrictions)
    disputed = any(basis.field == "length" for row in document.case.restrictions for basis in row.basis)
    return not undone and not disputed


def test_union_of_one_case_is_what_the_law_says_of_it() -> None:
    plain = [document for document in shipped_documents() if is_plain(document)]
    totals = {document.case.id: people.union([document]) for document in plain}
    assert len(totals) > 30
    assert {id_: (total.days, total.span) for id_, total in totals.items() if total} == {
        document.case.id: (own.days, own.span)
        for document in plain
        if (own := people.total_words(document.reckoning.burden))
    }


def test_union_counts_no_day_twice() -> None:
    same = documents("bokai-2016")
    once, twice = people.union(same), people.union(same * 2)
    assert once == twice


def test_union_of_a_case_that_was_undone_is_not_said() -> None:
    assert people.union(documents("matayev-aset-2016")) is None


@pytest.mark.django_db
def test_page_gathers_the_cases_with_one_total_in_its_parts(client: Client) -> None:
    cases = documents(*TWO_CASES)
    publish(*cases)
    text = client.get(f"/en/people/{cases[0].person.id}/").text
    words = " ".join(re.sub(r"<[^>]+>", " ", text).split())
    assert all(f"/en/cases/{case_id}/" in text for case_id in TWO_CASES)
    assert "All cases together Each day counted once, under the heaviest." in words
    assert re.search(r"Restriction of freedom: +1 year ?; Ban on public activity: +2 years", words)
    total = people.union(cases)
    assert total is not None
    assert f"{total.shares[0].name} {total.shares[0].roughly}" in words.partition("All cases together")[2]
