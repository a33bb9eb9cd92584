"""Nothing unpublished can leak: public requests read editions and the index, and no other table."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.archive.published import publish_real

pytestmark = pytest.mark.django_db
ALLOWED = {
    *("editions_chainentry", "editions_editiontext", "editions_priorcase", "archive_writtenrelease"),
    *("archive_entry", "archive_period", "archive_label", "archive_publicfile"),
    *("archive_indexstate", "archive_indexchange"),
}
ALSO = {
    "archive:your-case": {"inbox_message", "limits_allowance", "limits_hourlysecret", "limits_sharedvalue"},
    "archive:answer": {"inbox_message"},
}
"""Readers' messages: asked for by whoever holds the message's secret number; how many came from one place."""
ARGUMENTS = {
    "case_id": "bokai-2016",
    "person_id": "max-bokai",
    "kind_id": "public-activity-ban",
    "rule_id": "credit-prison",
    "trial_id": "koshe-thirteen",
    "number": 1,
    "suffix": "bib",
    "rest": "nowhere",
    "release": "none",
    "name": "cases.csv",
    "chart": "by-kind",
    "form": "svg",
}
NAMESPACES = ("archive", "api")
TABLE = re.compile(r'(?:FROM|JOIN|INTO|UPDATE|TABLE)\s+(?:ONLY\s+)?"?([a-z_]+)"?', re.IGNORECASE)
NO_TABLES = {"unnest", "jsonb_each", "generate_series"}


def addresses() -> Iterator[tuple[str, str]]:
    """Every public address of the resolver, with its name."""
    for namespace in NAMESPACES:
        for name, arguments in sorted(set(_named(_of(namespace)))):
            yield (
                f"{namespace}:{name}",
                reverse(f"{namespace}:{name}", kwargs={one: ARGUMENTS[one] for one in arguments}),
            )


def _of(namespace: str) -> URLResolver:
    return get_resolver().namespace_dict[namespace][1]


def _named(resolver: URLResolver) -> Iterator[tuple[str, tuple[str, ...]]]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern) and pattern.name:
            yield pattern.name, tuple(pattern.pattern.converters or pattern.pattern.regex.groupindex)
        elif isinstance(pattern, URLResolver):
            yield from _named(pattern)


def tables(queries: Any) -> set[str]:
    found = {table for query in queries for table in TABLE.findall(query["sql"])}
    return {table for table in found if "_" in table} - NO_TABLES


def test_public_requests_read_only_what_is_published(client: Client) -> None:
    publish_real()
    seen = {}
    for name, address in addresses():
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
            if response.streaming:
                b"".join(response.streaming_content)
        assert response.status_code in (200, 301, 302, 400, 404), (name, address)
        seen[name] = tables(queries)
        assert seen[name] - ALSO.get(name, set()) <= ALLOWED, (name, address)
    assert len(seen) > 30
    assert set().union(*seen.values()) >= ALLOWED - {"editions_priorcase", "archive_publicfile", "archive_indexchange"}


def test_tables_when_a_query_joins_reads_them_all() -> None:
    sql = 'SELECT 1 FROM "archive_entry" INNER JOIN "cases_case" ON (1=1) WHERE EXISTS(SELECT 1 FROM people_person)'
    assert tables([{"sql": sql}]) == {"archive_entry", "cases_case", "people_person"}
