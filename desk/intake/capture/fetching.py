"""One page over the network: bounded in size, time, type, redirects and destination."""

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import urljoin

from django.conf import settings
from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, ProtocolError

from desk.intake.capture.addresses import FetchError, public_address, public_name, split_address
from desk.intake.capture.proxies import Proxy

MEGABYTE = 1024 * 1024
TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
GONE = (404, 410)
REDIRECTS = (301, 302, 303, 307, 308)
CHUNK = 64 * 1024


class Fetched(NamedTuple):
    """What a server sent, untouched. `url` is where redirects ended."""

    url: str
    status: int
    reason: str
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def content_type(self) -> str:
        return self.header("content-type").partition(";")[0].strip().lower()

    @property
    def is_gone(self) -> bool:
        return self.status in GONE

    @property
    def redirected_to(self) -> str:
        """Where the server sends us instead; empty if this is the answer."""
        return self.header("location") if self.status in REDIRECTS else ""

    def header(self, wanted: str) -> str:
        return next((text for name, text in self.headers if name.lower() == wanted), "")


@dataclass(frozen=True)
class Fetcher:
    """How to fetch. `resolve` tells where a host may be reached; `proxy` is `http://…`, `socks5://…` or, for Tor,
    `socks5h://…`, and that of the settings unless another is named."""

    largest: int = 20 * MEGABYTE
    seconds: float = 30
    redirects: int = 5
    proxy: str = field(default_factory=lambda: settings.SOURCES_PROXY)
    resolve: Callable[[str, int], str] = public_address
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def fetch(self, url: str) -> Fetched:
        """Fetches the page at `url`. Raises FetchError with the reason."""
        deadline = time.monotonic() + self.seconds
        for _step in range(self.redirects + 1):
            page = self._once(url, deadline)
            if not page.redirected_to:
                return page
            url = urljoin(url, page.redirected_to)
        raise FetchError(f"{url[:100]}: more than {self.redirects} redirects")

    def _once(self, url: str, deadline: float) -> Fetched:
        scheme, host, port, path = split_address(url)
        line = Line(lambda: self._socket(host, port, deadline))
        cut = threading.Timer(seconds_left(deadline), line.hang_up)
        try:
            with self._pool(scheme, host, port, line) as pool:
                cut.start()
                response = pool.urlopen(
                    "GET", path, headers=request_headers(host, port, scheme), redirect=False, retries=False,
                    timeout=seconds_left(deadline), preload_content=False, decode_content=False, assert_same_host=False,
                )  # fmt: skip
                return self._read(url, response, deadline)
        except (OSError, HTTPError, ValueError) as error:
            seconds_left(deadline)
            raise FetchError(f"{host}: {type(error).__name__}: {error}") from error
        finally:
            cut.cancel()
            line.hang_up()

    def _pool(self, scheme: str, host: str, port: int, line: "Line") -> HTTPConnectionPool:
        """A pool of one connection, which takes the socket that we opened: urllib3 looks no name up."""
        pool = HTTPConnectionPool(host, port)
        if scheme == "https":
            pool = HTTPSConnectionPool(host, port, ssl_context=self.context)
        pool.ConnectionCls = line.connection_class(scheme)
        return pool

    def _socket(self, host: str, port: int, deadline: float) -> socket.socket:
        if not self.proxy:
            return socket.create_connection((self.resolve(host, port), port), timeout=seconds_left(deadline))
        proxy = Proxy.of(self.proxy)
        place = public_name(host) if proxy.looks_names_up else self.resolve(host, port)
        return proxy.connect(place, port, seconds_left(deadline))

    def _read(self, url: str, response: BaseHTTPResponse, deadline: float) -> Fetched:
        body = bytearray()
        try:
            while chunk := response.read1(CHUNK, decode_content=False):
                body += chunk
                if len(body) > self.largest:
                    raise FetchError(f"{url[:100]}: larger than {self.largest} bytes")
                seconds_left(deadline)
        except ProtocolError as error:
            seconds_left(deadline)
            raise FetchError(f"{url[:100]}: the server hung up before the end") from error
        seconds_left(deadline)
        if response.length_remaining:
            raise FetchError(f"{url[:100]}: the server hung up before the end")
        page = Fetched(url, response.status, response.reason or "", list(response.headers.items()), bytes(body))
        if page.status == 200 and page.content_type not in TYPES:
            raise FetchError(f"{url[:100]}: is {page.content_type or 'of no named type'}, not a page or a PDF")
        return page


class Line:
    """The one connection of a fetch: opened by us, and cut from outside when the time is over.

    A server that sends a byte now and then cannot hold us either.
    """

    def __init__(self, open_socket: Callable[[], socket.socket]) -> None:
        self.open_socket = open_socket
        self.connection: HTTPConnection | None = None

    def connection_class(self, scheme: str) -> Any:
        """urllib3's connection, but for where its socket comes from."""
        line, base = self, HTTPSConnection if scheme == "https" else HTTPConnection

        class PinnedConnection(base):  # type: ignore[misc, valid-type]
            def _new_conn(self) -> socket.socket:
                line.connection = self
                return line.open_socket()

        return PinnedConnection

    def hang_up(self) -> None:
        sock = self.connection and self.connection.sock
        if sock:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            with contextlib.suppress(OSError):
                sock.close()


def request_headers(host: str, port: int, scheme: str) -> dict[str, str]:
    """What we say of ourselves and of what we take; the port is named where it is not the scheme's own."""
    usual = port == (443 if scheme == "https" else 80)
    name = f"[{host}]" if ":" in host else host
    return {
        "Host": name if usual else f"{name}:{port}",
        "User-Agent": settings.SOURCES_AGENT,
        "Accept": ", ".join(TYPES),
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def seconds_left(deadline: float) -> float:
    """Counts the seconds that are left. Raises FetchError if there are none: a slow server cannot hold us."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise FetchError("the server took too long")
    return left
