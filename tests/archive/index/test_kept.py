"""Pages that were rendered once: given again, never when something changed."""

import gzip
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings as site
from django.contrib.auth.models import User
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.test import Client

from archive.index import kept as kept_pages
from archive.index.kept import CACHE_CONTROL
from archive.index.models import IndexState, KeptPage
from tests.archive.published import NOON, document, publish, withdraw
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
CASE = "/en/cases/invented-2016/"


@pytest.fixture(autouse=True)
def keeping(settings: Any) -> None:
    settings.KEEP_PAGES = True


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The addresses for which a page was made."""
    made: list[str] = []
    page = kept_pages.page_of

    def counted(key: str, day: Any, response: HttpResponse) -> KeptPage:
        made.append(key)
        return page(key, day, response)

    monkeypatch.setattr(kept_pages, "page_of", counted)
    yield made


def test_page_is_made_once_and_costs_one_query(
    client: Client, rendered: list[str], django_assert_num_queries: Any
) -> None:
    publish(document())
    first = client.get(CASE)
    with django_assert_num_queries(1):
        second = client.get(CASE)
    assert (first.content, len(rendered)) == (second.content, 1)
    assert "Invented Person" in second.text
    assert first["ETag"] == second["ETag"]


def test_page_that_cannot_be_kept_is_shown(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk, say: it costs readers nothing but time."""

    def fail(*_words: Any) -> None:
        raise OperationalError("no space left")

    publish(document())
    monkeypatch.setattr("archive.index.models.kept_page.KeptPageQuerySet.keep", fail)
    assert "Invented Person" in client.get(CASE).text


@pytest.mark.parametrize("address", [CASE, CASE.replace("/en/", "/kk/") + "text.txt", "/en/cases/"])
def test_kept_page_has_every_header_that_the_first_answer_had(client: Client, address: str) -> None:
    publish(document())
    first, second = client.get(address), client.get(address)
    assert dict(first.items()) == dict(second.items())
    assert "default-src 'none'" in second["Content-Security-Policy"]
    assert (second["X-Frame-Options"], second["X-Content-Type-Options"]) == ("DENY", "nosniff")
    assert second["Content-Language"] == address[1:3]
    assert int(second["Content-Length"]) == len(second.content)


def test_kept_page_is_the_same_for_an_editor_and_asks_for_no_session(
    client: Client, rendered: list[str], django_assert_num_queries: Any
) -> None:
    publish(document())
    for_readers = client.get(CASE).content
    client.force_login(User.objects.create_superuser("editor"))
    with django_assert_num_queries(1):
        for_editor = client.get(CASE)
    assert (for_editor.content, for_editor.cookies, len(rendered)) == (for_readers, {}, 1)


def test_kept_page_passes_no_middleware_further_in(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(document())
    client.get(CASE)
    passed: list[str] = []

    def note(_middleware: object, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        passed.append(request.path)
        return response

    monkeypatch.setattr(LocaleMiddleware, "process_response", note)
    client.get(CASE)
    assert passed == []
    client.get(CASE, {"on": "2026-01-01"})
    assert passed == [CASE]


def test_desk_is_never_kept(client: Client) -> None:
    client.get(f"/{site.DESK_PATH}/", follow=True)
    client.get("/api/v1/cases/")
    assert KeptPage.objects.count() == 0


def test_page_in_another_language_or_for_htmx_is_another(client: Client, rendered: list[str]) -> None:
    publish(document())
    client.get(CASE)
    client.get(CASE.replace("/en/", "/ru/"))
    client.get("/en/cases/")
    client.get("/en/cases/", headers={"HX-Request": "true"})
    assert len(set(rendered)) == 4


def test_page_when_the_reader_has_it_is_not_sent(client: Client, rendered: list[str]) -> None:
    publish(document())
    etag = client.get(CASE)["ETag"]
    response = client.get(CASE, headers={"If-None-Match": etag})
    assert (response.status_code, response.content, response["ETag"], len(rendered)) == (304, b"", etag, 1)


def test_page_is_given_as_it_is_kept_to_who_takes_gzip(client: Client) -> None:
    publish(document())
    plain, zipped = client.get(CASE), client.get(CASE, headers={"Accept-Encoding": "gzip"})
    assert zipped["Content-Encoding"] == "gzip"
    assert gzip.decompress(zipped.content) == plain.content
    assert "Accept-Encoding" in zipped["Vary"]


@pytest.mark.parametrize("address", [CASE, "/en/", "/en/cases/", "/en/restrictions/", "/en/people/invented-person/"])
def test_shared_caches_forget_within_the_minute(client: Client, address: str) -> None:
    publish(document())
    assert {client.get(address)["Cache-Control"] for _twice in range(2)} == {CACHE_CONTROL}
    assert "max-age=60" in CACHE_CONTROL


def test_query_of_a_stranger_is_never_kept(client: Client) -> None:
    publish(document())
    for day in range(1, 9):
        client.get(CASE, {"on": f"2026-01-0{day}"})
    assert KeptPage.objects.count() == 0


def test_withdrawn_case_is_gone_with_everything_that_named_it(client: Client) -> None:
    publish(document(), document(invented.case("invented-2020")))
    other = "/en/cases/invented-2020/"
    assert CASE in client.get(other).text
    for address in (CASE, "/en/", "/en/cases/", "/en/restrictions/criminal-record/"):
        assert "invented-2016" in client.get(address).text
    withdraw("invented-2016")
    assert KeptPage.objects.count() == 0
    assert client.get(CASE).status_code == 410
    for address in (other, "/en/", "/en/cases/", "/en/restrictions/criminal-record/"):
        assert "invented-2016" not in client.get(address).text


def test_new_edition_is_shown_at_once(client: Client) -> None:
    publish(document())
    client.get(CASE)
    publish(document(invented.case(title={"en": "Another title"})), now=NOON + timedelta(days=1))
    assert "Another title" in client.get(CASE).text


def test_page_of_an_earlier_version_cannot_be_kept() -> None:
    publish(document())
    version = IndexState.objects.version()
    page = KeptPage(key="0" * 64, day=NOON.date(), etag="x", headers={}, body=b"")
    publish(document(), now=NOON + timedelta(days=1))
    KeptPage.objects.keep(page, version)
    assert KeptPage.objects.count() == 0
    KeptPage.objects.keep(page, IndexState.objects.version())
    assert KeptPage.objects.count() == 1


def test_only_what_was_found_is_kept(rf: Any, client: Client) -> None:
    publish(document())
    assert client.get("/en/cases/no-such-case/").status_code == 404

    @kept_pages.kept
    def personal(request: HttpRequest) -> HttpResponse:
        response = HttpResponse("yours")
        response.set_cookie("who", "you")
        return response

    assert kept_pages.kept_pages(personal)(rf.get("/en/yours/")).content == b"yours"
    assert KeptPage.objects.count() == 0


def test_number_of_pages_is_bounded(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.index.models.kept_page.MOST", 2)
    publish(document())
    for address in (CASE, "/en/", "/en/cases/", "/en/restrictions/"):
        assert client.get(address).status_code == 200
    assert KeptPage.objects.count() == 2


WORKER = """
import sys, django
django.setup()
from django.conf import settings
settings.ALLOWED_HOSTS = ["testserver"]
from django.test import Client
if sys.argv[1] == "withdraw":
    from tests.archive.published import withdraw
    withdraw("invented-2016")
else:
    print(Client().get("/en/cases/invented-2016/").status_code, flush=True)
    sys.stdin.read()
"""


def worker(work: str) -> subprocess.Popen[str]:
    """Another process on the tests' database."""
    at = connection.settings_dict
    address = f"postgresql://{at['USER']}@/{at['NAME']}?host={quote(at['HOST'])}"
    environ = {"DATABASE_URL": address, "KEEP_PAGES": "1", "DJANGO_SETTINGS_MODULE": "config.settings"}
    return subprocess.Popen(
        [sys.executable, "-c", WORKER, work],
        env={**os.environ, **environ},
        cwd=site.BASE_DIR,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


@pytest.mark.django_db(transaction=True)
def test_withdrawal_through_one_worker_is_known_to_all() -> None:
    publish(document())
    with worker("get") as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "200\n"
        assert KeptPage.objects.count() == 1
        first.kill()
    with worker("withdraw") as second:
        assert second.wait(60) == 0
    with worker("get") as third:
        assert third.communicate(timeout=60)[0] == "410\n"
