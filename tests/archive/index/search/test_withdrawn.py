"""A case that is gone is found by no spelling of its names, and its names are offered to nobody."""

import pytest
from django.test import Client

from archive.index.columns.selecting import choose
from archive.index.selection import Selection
from tests.archive.published import TODAY, publish_real, withdraw

pytestmark = pytest.mark.django_db
QUERIES = (
    *("Ilyashev", "Ilyeshv", "Iljaschew", "Ильяшеву", "bkmzitd", "А. Ильяшев", "Ильяшев Альнур Серикович"),
    *("Al Ilyashef", "ilyashev-2020", "alnur-ilyashev", "Ілияшевтің", "/cases/ilyashev-2020/"),
)


def found(query: str) -> list[int]:
    return choose(Selection(today=TODAY, on=TODAY, q=query)).ordered("en").tolist()


def test_search_when_a_case_is_gone_neither_finds_nor_offers_its_names(client: Client) -> None:
    editions = {edition.number for edition in publish_real() if edition.case_id == "ilyashev-2020"}
    assert [query for query in QUERIES if not editions & set(found(query))] == []
    withdraw("ilyashev-2020")
    assert [query for query in QUERIES if editions & set(found(query))] == []
    for query in QUERIES:
        assert "Alnur" not in client.get("/en/cases/", {"q": query}).content.decode()
