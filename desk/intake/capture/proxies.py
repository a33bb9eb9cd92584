"""Connections through a proxy: to an address that we looked up ourselves, or to a name that Tor looks up."""

import ipaddress
import socket
from typing import NamedTuple

from desk.intake.capture.addresses import FetchError

WITHOUT_NAMES, WITH_NAMES = ("http", "socks5"), ("socks5h",)
MISSPELLED = "write the proxy as http://host:port, socks5://host:port, or socks5h://host:port for Tor"


class Proxy(NamedTuple):
    """Where the proxy is, and how to speak with it."""

    scheme: str
    host: str
    port: int

    @classmethod
    def of(cls, text: str) -> "Proxy":
        """Reads `http://host:port`. Raises FetchError."""
        scheme, _colon, rest = text.partition("://")
        host, _colon, port = rest.rstrip("/").rpartition(":")
        if scheme not in (*WITHOUT_NAMES, *WITH_NAMES) or not host or not port.isdecimal():
            raise FetchError(f"{text}: {MISSPELLED}")
        return cls(scheme, host, int(port))

    @property
    def looks_names_up(self) -> bool:
        """Whether it is told names. Asking our own name server would tell it what we read: Tor asks for us."""
        return self.scheme in WITH_NAMES

    def connect(self, host: str, port: int, seconds: float) -> socket.socket:
        """Connects to a name or an address. Raises FetchError or OSError."""
        sock = socket.create_connection((self.host, self.port), timeout=seconds)
        try:
            (connect_by_http if self.scheme == "http" else connect_by_socks)(sock, host, port)
        except BaseException:
            sock.close()
            raise
        return sock


def connect_by_http(sock: socket.socket, host: str, port: int) -> None:
    """Asks an HTTP proxy to connect. Raises FetchError."""
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    sock.sendall(f"CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n\r\n".encode("ascii"))
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
    sock.sendall(b"\x05\x01\x00")
    if receive(sock, 2) != b"\x05\x00":
        raise FetchError("the proxy wants a password")
    sock.sendall(b"\x05\x01\x00" + in_socks(host) + port.to_bytes(2, "big"))
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


def in_socks(host: str) -> bytes:
    """A name or an address as SOCKS 5 writes it."""
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        name = host.encode("idna")
        return b"\x03" + bytes([len(name)]) + name
    return (b"\x01" if ip.version == 4 else b"\x04") + ip.packed
