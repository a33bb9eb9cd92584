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

from desk.intake.capture.addresses import FetchError, parts, public_address

MEGABYTE = 1024 * 1024
AGENT = "ShekteuArchive/1.0 (keeps a copy of cited sources)"
TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
GONE = (404, 410)
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
        found = next((value for name, value in self.headers if name.lower() == "content-type"), "")
        return found.partition(";")[0].strip().lower()

    @property
    def is_gone(self) -> bool:
        return self.status in GONE


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
        """The page at `url`. Raises FetchError with the reason."""
        deadline = time.monotonic() + self.seconds
        for _step in range(self.redirects + 1):
            found = self._once(url, deadline)
            target = _location(found)
            if target is None:
                return found
            url = urljoin(url, target)
        raise FetchError(f"{url[:100]}: more than {self.redirects} redirects")

    def _once(self, url: str, deadline: float) -> Fetched:
        scheme, host, port, path = parts(url)
        try:
            connection = self._connection(scheme, host, port, deadline)
            cut = threading.Timer(_left(deadline), _hang_up, [connection.sock])
            cut.start()
            try:
                connection.request("GET", path, headers=_headers(host, port, scheme))
                return self._read(url, connection.getresponse(), deadline)
            finally:
                cut.cancel()
                connection.close()
        except (OSError, http.client.HTTPException, ValueError) as error:
            _left(deadline)
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
            return through_proxy(self.proxy, host, port, _left(deadline))
        return socket.create_connection((self.resolve(host, port), port), timeout=_left(deadline))

    def _read(self, url: str, response: http.client.HTTPResponse, deadline: float) -> Fetched:
        body = bytearray()
        while chunk := response.read1(CHUNK):
            body += chunk
            if len(body) > self.largest:
                raise FetchError(f"{url[:100]}: larger than {self.largest} bytes")
            _left(deadline)
        _left(deadline)
        if response.length:
            raise FetchError(f"{url[:100]}: the server hung up before the end")
        found = Fetched(url, response.status, response.reason, response.getheaders(), bytes(body))
        if found.status == 200 and found.content_type not in TYPES:
            raise FetchError(f"{url[:100]}: is {found.content_type or 'of no named type'}, not a page or a PDF")
        return found


def _hang_up(sock: socket.socket) -> None:
    """End a connection from outside: a server that sends a byte now and then cannot hold us either."""
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _headers(host: str, port: int, scheme: str) -> dict[str, str]:
    plain = port == (443 if scheme == "https" else 80)
    named = f"[{host}]" if ":" in host else host
    return {
        "Host": named if plain else f"{named}:{port}",
        "User-Agent": AGENT,
        "Accept": ", ".join(TYPES),
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def _left(deadline: float) -> float:
    """Seconds that are left. Raises FetchError if there are none: a slow server cannot hold us."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise FetchError("the server took too long")
    return left


def _location(found: Fetched) -> str | None:
    if found.status not in (301, 302, 303, 307, 308):
        return None
    return next((value for name, value in found.headers if name.lower() == "location"), None)


def through_proxy(proxy: str, host: str, port: int, seconds: float) -> socket.socket:
    """A connection to `host` made by a proxy, which also looks the name up. Names that are addresses must be public."""
    scheme, _colon, rest = proxy.partition("://")
    proxy_host, _colon, proxy_port = rest.rstrip("/").rpartition(":")
    if scheme not in ("http", "socks5h") or not proxy_port.isdecimal():
        raise FetchError(f"{proxy}: write the proxy as http://host:port or socks5h://host:port")
    _refuse_private_literal(host, port)
    sock = socket.create_connection((proxy_host, int(proxy_port)), timeout=seconds)
    try:
        (_connect if scheme == "http" else _socks)(sock, host, port)
    except BaseException:
        sock.close()
        raise
    return sock


def _refuse_private_literal(host: str, port: int) -> None:
    if (
        host == "localhost"
        or host.endswith((".localhost", ".local", ".internal"))
        or ":" in host
        or host[-1:].isdigit()
    ):
        public_address(host, port)


def _connect(sock: socket.socket, host: str, port: int) -> None:
    sock.sendall(f"CONNECT {host}:{port} HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode("ascii"))
    answer = b""
    while b"\r\n\r\n" not in answer and len(answer) < 8192:
        piece = sock.recv(1)
        if not piece:
            break
        answer += piece
    if answer.split(b" ")[1:2] != [b"200"]:
        raise FetchError(f"{host}: the proxy refuses: {answer[:60]!r}")


def _socks(sock: socket.socket, host: str, port: int) -> None:
    name = host.encode("idna")
    sock.sendall(b"\x05\x01\x00")
    if _exactly(sock, 2) != b"\x05\x00":
        raise FetchError("the proxy wants a password")
    sock.sendall(b"\x05\x01\x00\x03" + bytes([len(name)]) + name + port.to_bytes(2, "big"))
    head = _exactly(sock, 4)
    if head[1] != 0:
        raise FetchError(f"{host}: the proxy cannot reach it ({head[1]})")
    length = {1: 4, 4: 16}.get(head[3]) or _exactly(sock, 1)[0]
    _exactly(sock, length + 2)


def _exactly(sock: socket.socket, number: int) -> bytes:
    found = b""
    while len(found) < number:
        piece = sock.recv(number - len(found))
        if not piece:
            raise FetchError("the proxy hung up")
        found += piece
    return found
