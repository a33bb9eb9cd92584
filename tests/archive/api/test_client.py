"""A client that a generator makes of the description works: what is typed there comes back typed."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from types import ModuleType
from typing import Any

import httpx
import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client

from tests.archive.published import TODAY, publish_real, real_documents

pytestmark = [pytest.mark.django_db, pytest.mark.deploy]
NAME = "shekteu_client"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The package that openapi-python-client writes, without a word of complaint."""
    folder = tmp_path_factory.mktemp("client")
    description, plain = folder / "openapi.json", folder / "config.json"
    description.write_text(json.dumps(Client().get("/api/v1/schema/").json()))
    plain.write_text(json.dumps({"post_hooks": []}))
    command = ["generate", "--path", description, "--output-path", folder / NAME, "--meta", "none", "--config", plain]
    generator = [sys.executable, "-m", "openapi_python_client", *map(str, command), "--fail-on-warning"]
    done = subprocess.run(generator, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    sys.path.insert(0, str(folder))
    yield NAME
    sys.path.remove(str(folder))


@pytest.fixture
def api(package: str) -> Iterator[Any]:
    """The client, speaking to the site inside the test's transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    client = import_module(package).Client(base_url="http://localhost", raise_on_unexpected_status=True)
    transport = httpx.WSGITransport(app=get_wsgi_application())  # type: ignore[arg-type]
    client.set_httpx_client(httpx.Client(transport=transport, base_url="http://localhost"))
    yield client
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def called(package: str, operation: str) -> ModuleType:
    return import_module(f"{package}.api.{operation.partition('_')[0]}.{operation}")


def test_client_reads_lists_counts_and_a_document(package: str, api: Any) -> None:
    publish_real()
    kinds = import_module(f"{package}.models.cases_list_kind_type_0_item")
    ban = kinds.CasesListKindType0Item("public-activity-ban")
    page = called(package, "cases_list").sync(client=api, kind=[ban], not_article=["174"], limit=3, on=TODAY)
    assert page.count > 3 == len(page.results)
    counts = called(package, "counts_read").sync(client=api, kind=[ban], not_article=["174"], on=TODAY)
    assert counts.cases == page.count
    case = called(package, "cases_detail").sync("bokai-2016", client=api)
    assert (case.document.case.id, case.document.person.names["en"]) == ("bokai-2016", "Max Bokai")
    ban = next(row for row in case.restrictions if row.kind == "public-activity-ban")
    assert ban.ends.earliest == date(2024, 2, 4)
    assert {step.certainty.value for row in case.restrictions for step in row.steps} <= set("ABC")
    person = called(package, "people_detail").sync("max-bokai", client=api)
    assert person.in_cases[0].burden.days.least == person.burden.days.least


def test_client_crawls_every_case_once(package: str, api: Any) -> None:
    publish_real()
    ids, cursor, as_of = [], None, None
    while True:
        again = {} if cursor is None else {"cursor": cursor, "as_of": as_of}
        page = called(package, "cases_list").sync(client=api, limit=20, **again)
        ids += [row.case_id for row in page.results]
        if page.next_ is None:
            break
        parameters = httpx.URL(page.next_).params
        cursor, as_of = parameters["cursor"], page.as_of
    assert sorted(ids) == sorted(document.case.id for document in real_documents())
