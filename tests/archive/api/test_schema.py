"""The API against its own description, fuzzed."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.openapi.loaders import from_wsgi

from archive.api.schema import not_after
from tests.archive.published import for_this_module, publish_real

pytestmark = pytest.mark.django_db
OPERATIONS, EXAMPLES = 13, 30
HEADERS = {"Host": "localhost", "Accept-Encoding": "identity"}


@pytest.fixture(scope="module", autouse=True)
def published(django_db_setup: Any, django_db_blocker: Any) -> Iterator[None]:
    with for_this_module(django_db_blocker):
        publish_real()
        yield


@pytest.fixture
def description(db: None) -> Iterator[Any]:
    """Read inside the test's transaction: a request must not close its connection."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield from_wsgi("/api/v1/schema/", get_wsgi_application(), headers=HEADERS)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_api_keeps_to_its_description(description: Any, mode: GenerationMode) -> None:
    """Good requests are answered as described; bad ones are refused as problems, and nothing breaks."""
    operations = [found.ok() for found in description.get_all_operations()]
    assert len(operations) == OPERATIONS
    for operation in operations:
        if mode is GenerationMode.POSITIVE or any(operation.iter_parameters()):
            _fuzz(operation, mode)


def _fuzz(operation: Any, mode: GenerationMode) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def run(case: Any) -> None:
        case.call_and_validate(headers=HEADERS)

    run()


def test_description_when_read_is_of_version_3_1(client: Client) -> None:
    found = client.get("/api/v1/schema/").json()
    assert found["openapi"].startswith("3.1")
    assert len(found["paths"]) == OPERATIONS


@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2027, 1, 1), date(2030, 12, 31), date(2028, 2, 29)])
def test_pattern_of_knowledge_ends_today(today: date) -> None:
    pattern = re.compile(not_after(today))
    days = [today + timedelta(number) for number in (-40_000, -9_000, -366, -31, -30, -1, 0, 1, 30, 31, 366, 9_000)]
    assert [bool(pattern.fullmatch(day.isoformat())) for day in days] == [
        date(1990, 1, 1) <= day <= today for day in days
    ]
