"""One page over the network: bounded in size, time, type, redirects and destination."""

import contextlib
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urljoin

from desk.intake.capture.addresses import FetchError, public_address, split_address

MEGABYTE = 1024 * 1024
AGENT = "ShekteuArchive/1.0 (keeps a copy of cited sources)"
TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
GONE = (404, 410)
REDIRECTS = (301, 302, 303, 307, 308)
CHUNK = 64 * 1024
PRIVATE_NAMES = (".localhost", ".local", ".internal")


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
    """How to fetch. `resolve` tells where a host may be reached; `proxy` is `http://…` or `socks5h://…` (Tor)."""

    largest: int = 20 * MEGABYTE
    seconds: float = 30
    redirects: int = 5
    proxy: str = ""
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
        try:
            connection = self._connection(scheme, host, port, deadline)
            cut = threading.Timer(seconds_left(deadline), hang_up, [connection.sock])
            cut.start()
            try:
                connection.request("GET", path, headers=request_headers(host, port, scheme))
                return self._read(url, connection.getresponse(), deadline)
            finally:
                cut.cancel()
                connection.close()
        except (OSError, http.client.HTTPException, ValueError) as error:
            seconds_left(deadline)
            raise FetchError(f"{host}: {type(error).__name__}: {error}") from error

    def _connection(self, scheme: str, host: str, port: int, deadline: float) -> http.client.HTTPConnection:
        connection = http.client.HTTPConnection(host, port)
        sock = self._socket(host, port, deadline)
        try:
            connection.sock = self.context.wrap_socket(sock, server_hostname=host) if scheme == "https" else sock
        except BaseException:
            sock.close()
            raise
        return connection

    def _socket(self, host: str, port: int, deadline: float) -> socket.socket:
        if self.proxy:
            return through_proxy(self.proxy, host, port, seconds_left(deadline))
        return socket.create_connection((self.resolve(host, port), port), timeout=seconds_left(deadline))

    def _read(self, url: str, response: http.client.HTTPResponse, deadline: float) -> Fetched:
        body = bytearray()
        while chunk := response.read1(CHUNK):
            body += chunk
            if len(body) > self.largest:
                raise FetchError(f"{url[:100]}: larger than {self.largest} bytes")
            seconds_left(deadline)
        seconds_left(deadline)
        if response.length:
            raise FetchError(f"{url[:100]}: the server hung up before the end")
        page = Fetched(url, response.status, response.reason, response.getheaders(), bytes(body))
        if page.status == 200 and page.content_type not in TYPES:
            raise FetchError(f"{url[:100]}: is {page.content_type or 'of no named type'}, not a page or a PDF")
        return page


def hang_up(sock: socket.socket) -> None:
    """Ends a connection from outside: a server that sends a byte now and then cannot hold us either."""
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def request_headers(host: str, port: int, scheme: str) -> dict[str, str]:
    """What we say of ourselves and of what we take; the port is named where it is not the scheme's own."""
    usual = port == (443 if scheme == "https" else 80)
    name = f"[{host}]" if ":" in host else host
    return {
        "Host": name if usual else f"{name}:{port}",
        "User-Agent": AGENT,
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


def through_proxy(proxy: str, host: str, port: int, seconds: float) -> socket.socket:
    """Connects to `host` by a proxy, which also looks the name up. Names that are addresses must be public."""
    scheme, _colon, rest = proxy.partition("://")
    proxy_host, _colon, proxy_port = rest.rstrip("/").rpartition(":")
    if scheme not in ("http", "socks5h") or not proxy_port.isdecimal():
        raise FetchError(f"{proxy}: write the proxy as http://host:port or socks5h://host:port")
    if host == "localhost" or host.endswith(PRIVATE_NAMES) or ":" in host or host[-1:].isdigit():
        public_address(host, port)  # raises FetchError for what only we could reach
    sock = socket.create_connection((proxy_host, int(proxy_port)), timeout=seconds)
    try:
        (connect_by_http if scheme == "http" else connect_by_socks)(sock, host, port)
    except BaseException:
        sock.close()
        raise
    return sock


def connect_by_http(sock: socket.socket, host: str, port: int) -> None:
    """Asks an HTTP proxy to connect. Raises FetchError."""
    sock.sendall(f"CONNECT {host}:{port} HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode("ascii"))
    answer = b""
    while b"\r\n\r\n" not in answer and len(answer) < 8192:
        piece = sock.recv(1)
        if not piece:
            break
        answer += piece
    if answer.split(b" ")[1:2] != [b"200"]:
        raise FetchError(f"{host}: the proxy refuses: {answer[:60]!r}")


def connect_by_socks(sock: socket.socket, host: str, port: int) -> None:
    """Asks a SOCKS 5 proxy, Tor say, to connect. Raises FetchError."""
    name = host.encode("idna")
    sock.sendall(b"\x05\x01\x00")
    if receive(sock, 2) != b"\x05\x00":
        raise FetchError("the proxy wants a password")
    sock.sendall(b"\x05\x01\x00\x03" + bytes([len(name)]) + name + port.to_bytes(2, "big"))
    head = receive(sock, 4)
    if head[1] != 0:
        raise FetchError(f"{host}: the proxy cannot reach it ({head[1]})")
    length = {1: 4, 4: 16}.get(head[3]) or receive(sock, 1)[0]
    receive(sock, length + 2)


def receive(sock: socket.socket, number: int) -> bytes:
    """Receives exactly so many bytes. Raises FetchError."""
    received = b""
    while len(received) < number:
        piece = sock.recv(number - len(received))
        if not piece:
            raise FetchError("the proxy hung up")
        received += piece
    return received
