"""Copies of sources against a local server that plays all the bad hosts. No network."""

import hashlib
import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from warcio.archiveiterator import ArchiveIterator

from desk.intake.capture.addresses import FetchError, is_public, split_address
from desk.intake.capture.captures import FOLDER, ask_wayback, capture, due
from desk.intake.capture.fetching import Fetcher, request_headers
from desk.intake.capture.proxies import Proxy, in_socks
from desk.models import Capture
from records.models import Source
from records.serial import save_dict
from records.storage import archive_storage
from tests.desk.intake.capture.server import PAGE, Bad, bad_host, self_signed
from tests.invented import records as invented

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
Host = tuple[type[Bad], int]


def here(host: str, port: int) -> str:
    """Invented names lead to the local server; addresses are judged as ever."""
    from desk.intake.capture.addresses import public_address

    return "127.0.0.1" if host.endswith(".example") else public_address(host, port)


@pytest.fixture
def bad() -> Iterator[Host]:
    with bad_host() as found:
        yield found


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Any) -> None:
    settings.VAR = tmp_path


def fetcher(**values: Any) -> Fetcher:
    """With time for a busy machine: what waits for its end says so."""
    return Fetcher(**{"resolve": here, "seconds": 60, "largest": 100_000, **values})


def source(bad: Host, path: str = "page") -> Source:
    url = f"http://news.example:{bad[1]}/{path}"
    return save_dict(Source, invented.source(url=url))


def test_fetch_keeps_what_came(bad: Host) -> None:
    found = fetcher().fetch(f"http://news.example:{bad[1]}/moved")

    assert (found.body, found.status, found.url) == (PAGE, 200, f"http://news.example:{bad[1]}/page")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("endless", "larger than 100000 bytes"),
        ("loop", "more than 5 redirects"),
        ("inside", "169.254.169.254 is no public address"),
        ("to-file", "only plain http and https"),
        ("program", "is application/octet-stream, not a page or a PDF"),
        ("nonsense", "BadStatusLine"),
        ("short", "hung up before the end"),
    ],
)
def test_fetch_when_the_host_is_bad(bad: Host, path: str, why: str) -> None:
    with pytest.raises(FetchError, match=why):
        fetcher().fetch(f"http://news.example:{bad[1]}/{path}")


@pytest.mark.parametrize("path", ["drip", "drip-headers", "silent"])
def test_fetch_when_the_host_is_slow(bad: Host, path: str) -> None:
    """Two of the three never end: who waited for them would wait for ever."""
    with pytest.raises(FetchError, match="took too long"):
        fetcher(seconds=1).fetch(f"http://news.example:{bad[1]}/{path}")


def test_fetch_unpacks_nothing(bad: Host) -> None:
    found = fetcher().fetch(f"http://news.example:{bad[1]}/bomb")

    assert len(found.body) < 100_000


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.0.0.1/", "http://192.168.1.1/",
        "http://172.16.0.1/", "http://169.254.169.254/", "http://0.0.0.0/", "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://[fe80::1]/", "http://100.64.0.1/",
        "http://2130706433/", "http://0x7f.1/", "http://0xa9fea9fe/", "http://localhost./", "http://192.0.0.8/",
        "http://[fec0::1]/", "ftp://news.example/", "file:///etc/passwd", "gopher://news.example/",
        "http://user:word@news.example/", "http://news.example:99999/", "http://", "javascript:alert(1)",
        "http://news.example/a b", "http://news.example/\r\nHost: x",
    ],
)  # fmt: skip
def test_fetch_when_the_address_leads_inside_or_nowhere(url: str) -> None:
    with pytest.raises(FetchError):
        fetcher().fetch(url)


def test_fetch_when_a_name_also_leads_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    def answers(host: str, port: int, **kwargs: Any) -> Any:
        return [(2, 1, 6, "", ("93.184.216.34", port)), (2, 1, 6, "", ("10.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    with pytest.raises(FetchError, match=r"10\.0\.0\.1 is no public address"):
        Fetcher().fetch("http://rebinding.example/")


@pytest.mark.parametrize(("address", "public"), [("8.8.8.8", True), ("2606:4700::1111", True), ("224.0.0.1", False)])
def test_is_public(address: str, public: bool) -> None:
    assert is_public(address) == public


def test_parts_when_letters_are_not_latin() -> None:
    scheme, host, port, path = split_address("https://новость.example/мақала?q=ә")

    assert (scheme, host, port) == ("https", "xn--b1avdbpg4e.example", 443)
    assert path == "/%D0%BC%D0%B0%D2%9B%D0%B0%D0%BB%D0%B0?q=%D3%99"


@pytest.mark.django_db
def test_capture_keeps_an_untouched_copy(bad: Host) -> None:
    made = capture(source(bad), fetcher(), NOON)

    assert (made.status, made.problem, made.changed) == (200, "", False)
    assert made.sha256 == hashlib.sha256(PAGE).hexdigest()
    with default_storage.open(f"{FOLDER}/{made.file}") as stream:
        record = next(iter(ArchiveIterator(stream)))
        assert record.rec_headers["WARC-Target-URI"] == made.url
        assert record.http_headers.get_header("Content-Type") == "text/html; charset=utf-8"
        assert record.content_stream().read() == PAGE


@pytest.mark.django_db
def test_capture_again_when_the_page_changed_stayed_or_died(bad: Host) -> None:
    row = source(bad)
    first = capture(row, fetcher(), NOON)
    same = capture(row, fetcher(), NOON + timedelta(days=1))
    bad[0].body = b"<p>Other</p>"
    changed = capture(row, fetcher(), NOON + timedelta(days=2))
    bad[0].page = Bad.gone  # type: ignore[method-assign]
    died = capture(row, fetcher(), NOON + timedelta(days=3))

    assert (same.changed, same.file) == (False, first.file)
    assert (changed.changed, changed.file == first.file) == (True, False)
    assert (died.died_at, died.status, died.problem) == (NOON + timedelta(days=3), 410, "the server answers 410 Gone")
    assert default_storage.exists(f"{FOLDER}/{first.file}")


@pytest.mark.django_db
def test_capture_when_robots_stay_away(bad: Host) -> None:
    bad[0].robots = b"User-agent: *\nDisallow: /page"

    made = capture(source(bad), fetcher(), NOON)

    assert made.problem == "the site asks robots to stay away"
    assert bad[0].seen == ["/robots.txt"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["inside", "endless", "error", "nonsense"])
def test_capture_when_it_fails_leaves_no_file(bad: Host, path: str) -> None:
    made = capture(source(bad, path), fetcher(), NOON)

    assert made.problem != ""
    assert (made.sha256, made.file, made.died_at) == ("", "", None)
    assert list(archive_storage().walk(FOLDER)) == []


@pytest.mark.django_db
def test_due_when_tried_lately(bad: Host) -> None:
    row = source(bad)
    save_dict(Source, invented.source("invented-book", url=None))
    assert list(due(NOON, timedelta(days=30))) == [row]
    capture(row, fetcher(), NOON)

    assert list(due(NOON + timedelta(days=29), timedelta(days=30))) == []
    assert list(due(NOON + timedelta(days=30), timedelta(days=30))) == [row]


@pytest.mark.django_db
def test_archive_sources_reports(bad: Host, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    source(bad)
    save_dict(Source, invented.source("invented-gone", url=f"http://news.example:{bad[1]}/gone"))
    save_dict(Source, invented.source("invented-inside", url="http://127.0.0.1/"))
    monkeypatch.setattr("desk.management.commands.archive_sources.Fetcher", lambda **values: fetcher())

    call_command("archive_sources")

    lines = capsys.readouterr().out.splitlines()
    assert lines.pop(2).startswith("3 pages looked at in ")
    assert lines == [
        "invented-gone: died: the server answers 410 Gone",
        "invented-inside: not fetched: 127.0.0.1: 127.0.0.1 is no public address of the internet",
        "1 kept, 0 changed, 1 died, 1 not fetched",
    ]
    assert Capture.objects.count() == 3


@pytest.mark.django_db
def test_wayback_when_it_has_no_copy(bad: Host) -> None:
    row = source(bad)
    stub = fetcher(resolve=lambda host, port: _refuse())

    with pytest.raises(FetchError):
        ask_wayback(row, stub)
    row.refresh_from_db()
    assert row.archived_url is None


def _refuse() -> str:
    raise FetchError("no network")


INSIDE = [
    *("127.0.0.1", "localhost", "localhost.", "::1", "printer.local", "printer", "0xa9fea9fe", "2852039166", "0177.1"),
    *("127.0.0.1.nip.io", "10-0-0-1.sslip.io", "192.0.0.8", "fec0::1", "169.254.169.254.", "name.1"),
]
NAMES = {"127.0.0.1.nip.io": "127.0.0.1", "10-0-0-1.sslip.io": "10.0.0.1", "printer": "10.0.0.2", "name.1": "10.0.0.3",
         "printer.local": "10.0.0.2", "localhost": "127.0.0.1"}  # fmt: skip


@pytest.mark.parametrize("host", INSIDE)
@pytest.mark.parametrize("proxy", ["http://127.0.0.1:1", "socks5://127.0.0.1:1", "socks5h://127.0.0.1:1"])
def test_proxy_is_not_asked_for_what_is_inside(proxy: str, host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name server says the truth of names that hold an address; the proxy is never connected to."""

    def answers(name: str, port: int, **kwargs: Any) -> Any:
        return [(2, 1, 6, "", (NAMES.get(name, name), port))]

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    monkeypatch.setattr(socket, "create_connection", lambda *where, **more: pytest.fail(f"connected to {where}"))
    place = f"[{host}]" if ":" in host else host
    with pytest.raises(FetchError, match="is no public address of the internet"):
        Fetcher(proxy=proxy).fetch(f"http://{place}/")


def test_redirect_inside_is_refused_through_a_proxy_too(bad: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.create_connection
    monkeypatch.setattr(Proxy, "connect", lambda proxy, host, port, seconds: connect(("127.0.0.1", port), seconds))
    for proxy in ("http://127.0.0.1:1", "socks5h://127.0.0.1:1"):
        with pytest.raises(FetchError, match=r"169\.254\.169\.254"):
            fetcher(proxy=proxy).fetch(f"http://news.example:{bad[1]}/inside")


def test_proxy_is_told_the_address_or_tor_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    told = []

    def connect(proxy: Proxy, host: str, port: int, seconds: float) -> socket.socket:
        told.append((proxy.scheme, host))
        raise OSError("enough")

    monkeypatch.setattr(Proxy, "connect", connect)
    for proxy in ("http://127.0.0.1:1", "socks5://127.0.0.1:1", "socks5h://127.0.0.1:1"):
        with pytest.raises(FetchError, match="enough"):
            Fetcher(proxy=proxy, resolve=lambda host, port: "93.184.216.34").fetch("https://news.example/")
    assert told == [("http", "93.184.216.34"), ("socks5", "93.184.216.34"), ("socks5h", "news.example")]


def test_pasted_address_goes_through_the_proxy_of_the_settings(settings: Any) -> None:
    settings.SOURCES_PROXY = "socks5h://127.0.0.1:1"
    assert Fetcher().proxy == "socks5h://127.0.0.1:1"


def test_agent_is_a_setting(bad: Host, settings: Any) -> None:
    settings.SOURCES_AGENT = "Somebody/2"
    assert request_headers("news.example", 80, "http")["User-Agent"] == "Somebody/2"


@pytest.mark.parametrize("proxy", ["socks4://127.0.0.1:1", "127.0.0.1:1", "http://127.0.0.1", "http://:1"])
def test_proxy_when_misspelled(proxy: str) -> None:
    with pytest.raises(FetchError, match="write the proxy as"):
        Proxy.of(proxy)


@pytest.mark.parametrize(
    ("host", "written"),
    [("93.184.216.34", b"\x01\x5d\xb8\xd8\x22"), ("::1", b"\x04" + b"\x00" * 15 + b"\x01"), ("a.b", b"\x03\x03a.b")],
)
def test_host_in_socks(host: str, written: bytes) -> None:
    assert in_socks(host) == written


@pytest.mark.parametrize(("name", "trusted", "why"), [
    ("news.example", True, ""), ("other.example", True, "CERTIFICATE_VERIFY_FAILED"),
    ("news.example", False, "CERTIFICATE_VERIFY_FAILED"),
])  # fmt: skip
def test_certificate_is_that_of_the_name(bad: Host, tmp_path: Path, name: str, trusted: bool, why: str) -> None:
    """The connection goes to an address that we chose; who answers there has to prove the name."""
    certificate = self_signed("news.example", tmp_path)
    with bad_host(certificate) as (_handler, port):
        context = ssl.create_default_context(cafile=str(certificate) if trusted else None)
        ours = fetcher(context=context, seconds=5)
        if why:
            with pytest.raises(FetchError, match=why):
                ours.fetch(f"https://{name}:{port}/page")
        else:
            assert ours.fetch(f"https://{name}:{port}/page").body == PAGE


@pytest.mark.parametrize("argument", ["--again-after=-5", "--again-after=0", "--largest=x", "--seconds=-1"])
def test_archive_sources_when_a_number_is_nonsense(argument: str) -> None:
    with pytest.raises(CommandError, match="is no number from 1"):
        call_command("archive_sources", argument)
