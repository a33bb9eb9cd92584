"""A local server that plays every bad host: slow, endless, moving, lying, robots-shy."""

import gzip
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

PAGE = "<html><p>An invented page, Ә</p></html>".encode()


class Bad(BaseHTTPRequestHandler):
    """One address for each sort of trouble."""

    protocol_version = "HTTP/1.1"
    robots = b""
    body = PAGE
    seen: list[str] = []

    def do_GET(self) -> None:
        type(self).seen.append(self.path)
        name = self.path.split("?")[0].strip("/").split("/")[0].replace("-", "_").replace(".", "_") or "page"
        getattr(self, name, self.missing)()

    def send(self, body: bytes, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(status)
        own = {key.replace("_", "-"): value for key, value in headers.items()}
        for key, value in {"Content-Type": kind, "Content-Length": str(len(body)), **own}.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def page(self) -> None:
        self.send(type(self).body)

    def pdf(self) -> None:
        self.send(b"%PDF-1.7 invented", kind="application/pdf")

    def robots_txt(self) -> None:
        self.send(self.robots, kind="text/plain") if self.robots else self.missing()

    def missing(self) -> None:
        self.send(b"", 404)

    def gone(self) -> None:
        self.send(b"", 410)

    def error(self) -> None:
        self.send(b"", 500)

    def moved(self) -> None:
        self.send(b"", 301, Location="/page")

    def loop(self) -> None:
        self.send(b"", 302, Location="/loop")

    def inside(self) -> None:
        self.send(b"", 302, Location="http://169.254.169.254/latest/meta-data/")

    def to_file(self) -> None:
        self.send(b"", 302, Location="file:///etc/passwd")

    def program(self) -> None:
        self.send(b"MZ", kind="application/octet-stream")

    def bomb(self) -> None:
        self.send(gzip.compress(b"0" * 50_000_000), Content_Encoding="gzip")

    def endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self._forever(b"x" * 65536, 0)

    def drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self._forever(b"x", 0.05)

    def drip_headers(self) -> None:
        self._forever(b"X-Drip: 1\r\n"[:1], 0.05)

    def silent(self) -> None:
        time.sleep(3)

    def short(self) -> None:
        self.send(b"half", Content_Length="8")
        self.close_connection = True

    def nonsense(self) -> None:
        self.wfile.write(b"\x00\xff nonsense\r\n\r\n")
        self.close_connection = True

    def _forever(self, piece: bytes, pause: float) -> None:
        self.close_connection = True
        try:
            while True:
                self.wfile.write(piece)
                self.wfile.flush()
                time.sleep(pause)
        except OSError:
            return

    def log_message(self, *args: object) -> None:
        """Nothing is told."""


def self_signed(name: str, folder: Path) -> Path:
    """A file with a key and the certificate that it signed itself."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    certificate = (
        x509.CertificateBuilder(subject, subject, key.public_key(), 1, now - timedelta(1), now + timedelta(1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    pem = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    file.write_bytes(key.private_bytes(*pem) + certificate.public_bytes(serialization.Encoding.PEM))
    return file


@contextmanager
def bad_host(certificate: Path | None = None) -> Iterator[tuple[type[Bad], int]]:
    """A fresh server; its handler, whose answers a test may change, and its port. With a certificate it speaks TLS."""
    handler = type("Handler", (Bad,), {"seen": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.handle_error = lambda *_: None
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield handler, server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
