"""Whatever is sent to whichever address of the site: it is refused, or taken, and never a failure of ours."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client

from tests.archive.published import document, publish
from tests.desk.addresses import Examples, addresses, examples_for_this_module, path_of
from tests.desk.invented_accounts import account, browser

OF_READERS: Examples = {
    "case_id": "bokai-2016",
    "person_id": "invented-person",
    "kind_id": "fine",
    "rule_id": "credit-prison",
    "trial_id": "invented-trial",
    "number": 1,
    "suffix": "bib",
    "chart": "burden",
    "form": "svg",
    "release": "2026-11-01",
    "name": "cases.csv",
    "rest": "nowhere/",
    "url": "nowhere/",
    "format": ".json",
}
ADDRESSES = sorted({(name or "", route) for name, route in addresses()})
LONG = 100_000
AT_ONCE = 20
"""So many long fields in one request: more of them Django refuses by their size alone."""
OTHERS = ("note", "comment", "text", "reason_en", "harm", "public", "digest", "language", "action")
"""The fields that are sent where no page shows a form: what the desk's own actions read."""
NUMBER_TOO_LARGE = "9" * 30


class Field(NamedTuple):
    name: str
    text: str
    hidden: bool


class Forms(HTMLParser):
    """The fields of a page's forms, by the path that each is sent to."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = self.action = path
        self.fields: dict[str, dict[str, Field]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {key: text or "" for key, text in attrs}
        name = named.get("name", "").replace("__prefix__", "0")
        if tag == "form":
            self.action = urlsplit(named.get("action", "")).path or self.path
        elif name and tag in ("input", "select", "textarea", "button"):
            hidden = named.get("type") == "hidden"
            self.fields.setdefault(self.action, {})[name] = Field(name, named.get("value", ""), hidden)


def read_whole(response: Any) -> None:
    """Reads what is streamed, so that its file is closed."""
    if response.streaming:
        list(response)


@pytest.fixture(scope="module")
def examples(django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[Examples]:
    with examples_for_this_module(django_db_blocker, tmp_path_factory.mktemp("var")) as rows:
        publish(document())
        yield OF_READERS | rows


@pytest.fixture(scope="module")
def chief(examples: Examples, django_db_blocker: Any) -> Client:
    """A browser that may do everything, and that shows an error as a page."""
    client = browser(account("chief", superuser=True))
    client.raise_request_exception = False
    return client


@pytest.fixture(scope="module")
def fields(examples: Examples, chief: Client) -> dict[str, list[Field]]:
    """The fields of every form that any page shows, by the path that takes it."""
    by_path: dict[str, dict[str, Field]] = {}
    for name, route in ADDRESSES:
        path = path_of(name, route, examples)
        with transaction.atomic():
            response = chief.get(path)
            read_whole(response)
            transaction.set_rollback(True)
        if response.headers.get("Content-Type", "").startswith("text/html") and not response.streaming:
            page = Forms(path.partition("?")[0])
            page.feed(response.content.decode())
            for action, named in page.fields.items():
                by_path.setdefault(action, {}).update(named)
    return {path: list(named.values()) for path, named in by_path.items()}


def bodies(fields: list[Field]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Bad bodies for a form of these fields, each with what is bad of it. Hidden ones count the forms."""
    hidden = {field.name: field.text for field in fields if field.hidden}
    shown = [field.name for field in fields if not field.hidden] or list(OTHERS)
    yield "NUL", {"data": {**hidden, **dict.fromkeys(shown, "a\0b")}}
    yield "NUL everywhere", {"data": dict.fromkeys([*hidden, *shown], "a\0b")}
    yield "number too large", {"data": {**hidden, **dict.fromkeys(shown, NUMBER_TOO_LARGE)}}
    yield "number too large everywhere", {"data": dict.fromkeys([*hidden, *shown], NUMBER_TOO_LARGE)}
    for start in range(0, len(shown), AT_ONCE):
        yield "long", {"data": {**hidden, **dict.fromkeys(shown[start : start + AT_ONCE], "x" * LONG)}}
    yield "files", {"data": {**hidden, **{name: SimpleUploadedFile("x.pdf", b"%PDF-") for name in shown}}}
    yield "JSON", {"data": b'[{"note": [1]}]', "content_type": "application/json"}
    yield "no UTF-8", {"data": b"note=%FF%FE&%ED%A0%80=1", "content_type": "application/x-www-form-urlencoded"}
    yield "no boundary", {"data": b"note", "content_type": "multipart/form-data"}


def status(client: Client, path: str, body: dict[str, Any]) -> int:
    """The status of the answer; what the request did is undone."""
    with transaction.atomic():
        response = client.post(path, **body)
        read_whole(response)
        transaction.set_rollback(True)
    return response.status_code


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "route"), ADDRESSES)
def test_address_when_a_bad_body_is_sent(
    chief: Client, examples: Examples, fields: dict[str, list[Field]], name: str, route: str
) -> None:
    path = path_of(name, route, examples)
    nothing = status(chief, path, {})
    assert nothing < 500
    if nothing != 405:
        known = fields.get(path.partition("?")[0], [])
        assert [bad for bad, body in bodies(known) if status(chief, path, body) >= 500] == []


@pytest.mark.django_db
def test_forms_are_known(fields: dict[str, list[Field]], examples: Examples) -> None:
    """The test above sends something to the fields that views read."""
    named = {path: {field.name for field in known} for path, known in fields.items()}

    assert {"title_en", "slug"} <= named[
        path_of("admin:cases_case_add", dict(ADDRESSES)["admin:cases_case_add"], examples)
    ]
    assert {"text", "kind"} <= named["/en/about/your-case/"]
