"""Whatever stands in the address: an answer or a message that names the parameter, never a failure."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from archive.index.filters import CaseFilter
from tests.archive.published import for_this_module, publish_real

pytestmark = pytest.mark.django_db
LEAVING_OUT = ("article!", "region!", "judge!")
"""One of each field: all others that leave something out are read by the same."""
NAMES = sorted(name for name in CaseFilter.base_filters if not name.endswith("!") or name in LEAVING_OUT)
PAGES = (
    *("cases/", "cases.csv", "cases.json", "cases.jsonl", "cases.atom", "cases.ics", "restrictions.csv"),
    *("statistics/", "calendar/", "tables/", "tables.csv"),
)
VALUES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        (
            *("-1", "0", "99999999999999999999", "1e9", "NaN", "２０２４", "2023-13-45", "2026-02-30", "0000-00-00"),
            *(
                "9999-12-31",
                "P0D",
                "P99999999Y",
                "\x00",
                "' OR 1=1 --",
                "%s",
                "{}",
                "in-force",
                "KZ-75",
                "174.2",
                "name",
            ),
            *(
                "2026-11-22",
                "P1Y",
                "2020",
                "public-activity-ban",
                "Бокаев",
                "burden",
                "next-end",
                "relevance",
                "\ud800",
            ),
        )
    ),
)
QUERIES = st.lists(st.tuples(st.sampled_from((*NAMES, "rows", "count", "day", "nonsense")), VALUES), max_size=5)


@pytest.fixture(scope="module", autouse=True)
def published(django_db_setup: Any, django_db_blocker: Any) -> Iterator[None]:
    with for_this_module(django_db_blocker):
        publish_real()
        yield


def answer(client: Client, page: str, query: str) -> tuple[int, str]:
    response = client.get(f"/en/{page}", QUERY_STRING=query)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return response.status_code, body.decode("utf-8", "replace")


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(page=st.sampled_from(PAGES), pairs=QUERIES)
@example(page="cases/", pairs=[("kind", "fine")] * 5000)
@example(page="cases/", pairs=[("year_from", "2025"), ("year_to", "2020")])
@example(page="cases/", pairs=[("ends_within", "36600"), ("on", "2199-12-31")])
@example(page="calendar/", pairs=[("on", "2199-12-31")])
@example(page="calendar/", pairs=[("on", "1900-01-01")])
@example(page="tables/", pairs=[("on", "1900-01-01")])
@example(page="statistics/", pairs=[("on", "1900-01-01")])
@example(page="statistics/", pairs=[("on", "2199-12-31")])
def test_any_query_is_answered_or_refused_by_name(client: Client, page: str, pairs: list[tuple[str, str]]) -> None:
    query = urlencode(pairs, errors="surrogatepass")
    status, body = answer(client, page, query)
    assert status in (200, 400), (page, pairs)
    if status == 400:
        assert any(name in body for name, _value in pairs), (page, pairs)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", ["%00", "%FF%FE", "%ED%A0%80", quote("\x1b[31m")])
def test_broken_bytes_are_refused_by_name(client: Client, name: str, value: str) -> None:
    status, body = answer(client, "cases/", f"{name}={value}")
    assert (status, f"<code>{name}</code>" in body) == (400, True)


@pytest.mark.parametrize("path", ["cases", "restrictions", "people", "statistics", "tables"])
@pytest.mark.parametrize(
    "query", ["q=%00", "on=%FF%FE", "kind=%ED%A0%80", "article=%1B%5B31m", "kind=fine&" * 60 + "kind=fine"]
)
def test_api_refuses_broken_values_by_name(client: Client, path: str, query: str) -> None:
    response = client.get(f"/api/v1/{path}/", QUERY_STRING=query)
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
    assert list(response.json()["errors"]) == [query.partition("=")[0]]


@pytest.mark.parametrize("name", NAMES)
def test_empty_value_is_as_if_it_were_not_there(client: Client, name: str) -> None:
    assert answer(client, "cases.json", f"{name}=")[0] == 200


@pytest.mark.parametrize("query", ["page=-1", "page=0", "page=2", "page=x", "on=2023-13-45", "kind=" * 60 + "fine"])
def test_list_when_a_value_is_out_of_bounds(client: Client, query: str) -> None:
    status, body = answer(client, "cases/", query)
    assert (status, query.partition("=")[0] in body) == (400, True)
