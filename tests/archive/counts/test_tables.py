from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from archive.crosstabs import Asked, Cell, table, withheld
from archive.filters import Selection
from archive.reckoned import read
from law.states import state
from tests import invented
from tests.archive.filters.oracle import restrictions
from tests.archive.published import NOON, TODAY, document, publish, publish_real, real_documents, withdraw

pytestmark = pytest.mark.django_db
HERE = Selection(today=TODAY, on=TODAY)


def asked(**values: Any) -> Asked:
    plain = {"unit": "persons", "rows": "kind", "columns": "year", "first": 2020, "last": 2026, "month_day": (1, 1)}
    return Asked(**{**plain, **values})


def test_table_of_persons_by_kind_is_that_of_brute_force() -> None:
    publish_real()
    found = table(HERE, asked())
    for kind, cells in found.rows:
        for year, cell in zip(found.columns, cells, strict=True):
            assert cell == _counted(kind, date(int(year), 1, 1)), (kind, year)
    assert len(found.rows) > 8


def _counted(kind: str, day: date) -> Cell:
    ranks = {"in-force": 3, "uncertain": 2, "unknown": 1}
    surest: Counter[str] = Counter()
    for one in real_documents():
        for held in restrictions(one):
            if held.outcome.kind == kind and held.outcome.standing != "expected":
                rank = ranks.get(state(held.outcome, day), 0)
                surest[one.person.id] = max(surest[one.person.id], rank)
    values = list(surest.values())
    return Cell(values.count(3), values.count(2), values.count(1))


def test_table_when_columns_are_a_dimension_counts_on_the_day() -> None:
    publish_real()
    found = table(Selection(today=TODAY, on=date(2024, 1, 1), kind=("public-activity-ban",)), asked(columns="gender"))
    ban = {
        one.person.id
        for one in real_documents()
        for outcome in one.reckoning.restrictions
        if outcome.kind == "public-activity-ban" and state(read(outcome), date(2024, 1, 1)) == "in-force"
    }
    assert sum(cell.certain for cell in found.total) == len(ban) > 1


def test_table_says_who_counts_twice() -> None:
    publish_real()
    assert table(HERE, asked(rows="article")).several > 0
    assert table(HERE, asked(rows="gender")).several == 0


def test_table_when_cases_were_withdrawn_since_says_how_many() -> None:
    publish(document(), document(invented.case("invented-2020")))
    assert withheld(TODAY) == 0
    withdraw("invented-2020", now=NOON + timedelta(days=40))
    assert withheld(TODAY) == 1
    assert withheld(date(2026, 10, 1)) == 0
    assert withheld(date(2026, 12, 31)) == 0


def test_table_when_the_knowledge_is_fixed_does_not_change(client: Client) -> None:
    publish(document(), now=NOON)
    first = client.get("/en/tables.csv?known=2026-11-05&on=2026-11-05&rows=kind").content
    publish(document(invented.case("invented-2020")), now=NOON + timedelta(days=9))
    assert client.get("/en/tables.csv?known=2026-11-05&on=2026-11-05&rows=kind").content == first
    assert client.get("/en/tables.csv?on=2026-11-05&rows=kind").content != first


def test_page_of_a_table_gives_the_sentence_and_the_lasting_address(client: Client) -> None:
    publish_real()
    page = client.get("/en/tables/?count=cases&rows=article&on=2026-11-01&known=2026-11-02").content.decode()
    assert "Cases known to the Shekteu archive" in page
    assert "known=2026-11-02" in page
    assert "rule_book=" in page


@pytest.mark.parametrize(
    ("query", "field"),
    [
        *(("rows=nonsense", "rows"), ("count=people", "count"), ("day=02-30", "day"), ("from=2020&to=2010", "to")),
        *(("rows=kind&columns=kind", "columns"), ("rule_book=%00", "rule_book"), ("page=2", "page"), ("q=%FF", "q")),
    ],
)
def test_table_when_a_parameter_cannot_be_read(client: Client, query: str, field: str) -> None:
    for address in ("tables/", "tables.csv", "tables.xlsx"):
        response = client.get(f"/en/{address}?{query}")
        assert response.status_code == 400
        assert field in response.content.decode()
