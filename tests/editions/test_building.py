"""Documents of many rows at once are those that each would be by itself, from as many queries as one takes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editions import building
from editions.building import document_of_rows, documents_of_rows
from editions.document import content_digest
from tests.editions.rows import published, saved

pytestmark = pytest.mark.django_db


def test_queries_whatever_the_number_of_cases() -> None:
    cases = [saved(f"invented-201{number}", person=f"person-{number}") for number in range(5)]
    counts = []
    for some in (cases[:1], cases):
        with CaptureQueriesContext(connection) as queries:
            documents_of_rows(some)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_documents_when_read_a_few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    published("invented-2009", person="person-0")
    cases = [saved(f"invented-201{number}", person=f"person-{number % 2}") for number in range(5)]
    together = [content_digest(document) for document in documents_of_rows(cases)]
    monkeypatch.setattr(building, "AT_ONCE", 2)
    assert [content_digest(document) for document in documents_of_rows(cases)] == together
    alone = documents_of_rows([cases[1]])
    assert [document.case.id for document in alone] == ["invented-2011"]


def test_published_case_of_the_same_person_is_taken_into_account() -> None:
    published("invented-2009", person="person-0")
    case = saved("invented-2010", person="person-0")
    assert list(building.published_facts(["person-0", "nobody"])) == ["person-0", "nobody"]
    assert list(building.published_facts(["person-0"])["person-0"]) == ["invented-2009"]
    assert document_of_rows(case).case.id == "invented-2010"
