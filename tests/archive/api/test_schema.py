"""The API against its own description, fuzzed."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from django.utils.timezone import localdate
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from schemathesis import GenerationMode
from schemathesis.openapi.loaders import from_wsgi

from archive.index.columns.current import columns
from archive.index.models import Entry
from editions.erase import ErasedPlace, redact, with_repeats
from editions.reasons import SILENT
from tests.archive.published import NOON, document, for_this_module, publish, publish_real
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
OPERATIONS, EXAMPLES = 15, 10
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


def test_description_is_the_same_tomorrow_and_with_other_cases(client: Client) -> None:
    """Nothing in it comes from the day or from rows: a client made today can ask for an article of tomorrow."""
    before = client.get("/api/v1/schema/").json()
    with_one_more = document(
        invented.case("another-case", charges=[{**invented.case()["charges"][0], "article": "999"}])
    )
    publish(with_one_more)
    assert client.get("/api/v1/schema/").json() == before
    words = {word for enum in enums(before) for word in enum}
    assert words & {"public-activity-ban", "KZ-75", "in-force"}
    assert not words & {*columns().facets["article"], *columns().facets["court"], *columns().facets["publisher"]}
    assert str(localdate().year + 1) not in json.dumps(before)


def enums(schema: Any) -> Iterator[list[Any]]:
    if isinstance(schema, dict) and isinstance(schema.get("enum"), list):
        yield schema["enum"]
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from enums(inner)


def test_every_parameter_says_what_it_asks(client: Client) -> None:
    for path, methods in client.get("/api/v1/schema/").json()["paths"].items():
        for parameter in methods["get"].get("parameters", []):
            assert len(parameter["description"].split()) > 2, (path, parameter["name"])


def test_documents_and_steps_are_typed_as_they_are(client: Client) -> None:
    """Every shipped case, and one of which something was erased, is what the description says of it."""
    schema = client.get("/api/v1/schema/").json()
    of_a_case = {**schema["components"]["schemas"]["CaseOnADay"], "components": schema["components"]}
    validator = Draft202012Validator(of_a_case)
    ids = list(Entry.objects.known(None).order_by("case_id").values_list("case_id", flat=True))[::4]
    assert len(ids) > 3
    for case_id in ids:
        assert [error.message for error in validator.iter_errors(client.get(f"/api/v1/cases/{case_id}/").json())] == []
    step = schema["components"]["schemas"]["Step"]["properties"]
    assert {"rule", "version", "certainty", "inputs", "result", "sources"} <= set(step)


def test_document_when_something_was_erased_is_as_described(client: Client) -> None:
    row = {"theme": "work", "form": "paraphrase", "consent": "given", "text": {"en": "It is hard"}, "sources": [],
           "speaker": {"name": {}, "role": {}}, "original": None, "said_on": None, "about": None}  # fmt: skip
    (edition,) = publish(document(invented.case("erased-case", testimonies=[row])))
    places = [ErasedPlace("case.testimonies.0"), ErasedPlace("person.gender")]
    redact(edition, with_repeats(edition, places), SILENT, NOON)
    schema = client.get("/api/v1/schema/").json()
    of_a_case = {**schema["components"]["schemas"]["CaseOnADay"], "components": schema["components"]}
    answer = client.get("/api/v1/cases/erased-case/").json()
    assert answer["document"]["leaves"]
    assert [error.message for error in Draft202012Validator(of_a_case).iter_errors(answer)] == []
