"""Where a fetch may go: to public addresses of the internet and nowhere else."""

import ipaddress
import socket
from urllib.parse import quote, urlsplit

SCHEMES = ("http", "https")
KEPT = "/?&=:%+,;@!$'()*~"
PORTS = {"http": 80, "https": 443}


class FetchError(Exception):
    """A page may not or cannot be fetched; the message says why."""


def public_address(host: str, port: int) -> str:
    """The address to connect to. Raises FetchError if the name has none, or any that is not public.

    The connection goes to exactly this address, so that a second answer of the name server changes nothing.
    """
    try:
        found = {row[4][0] for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (socket.gaierror, UnicodeError) as error:
        raise FetchError(f"{host}: no such host") from error
    for address in sorted(found):
        if not is_public(address):
            raise FetchError(f"{host}: {address} is no public address of the internet")
    return sorted(found, key=lambda one: (":" in one, one))[0]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, also behind the ways to write IPv4 in IPv6."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo and found.teredo[1])
        if inner is not None:
            return is_public(str(inner))
        if found in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
    return found.is_global and not found.is_multicast and not found.is_reserved


def parts(url: str) -> tuple[str, str, int, str]:
    """(scheme, host, port, path with query) of an address, in ASCII. Raises FetchError."""
    try:
        split = urlsplit(url)
        port = split.port or PORTS.get(split.scheme, 0)
    except ValueError as error:
        raise FetchError(f"{url[:100]}: no address of a page") from error
    if split.scheme not in SCHEMES or not split.hostname or split.username or split.password:
        raise FetchError(f"{url[:100]}: only plain http and https addresses are fetched")
    if any(ord(sign) < 33 or ord(sign) == 127 for sign in url):
        raise FetchError(f"{url[:100]!r}: the address holds signs that no address has")
    path = (split.path or "/") + (f"?{split.query}" if split.query else "")
    return split.scheme, _ascii(split.hostname), port, quote(path, safe=KEPT)


def _ascii(host: str) -> str:
    try:
        return host if ":" in host else host.encode("idna").decode()
    except UnicodeError as error:
        raise FetchError(f"{host[:100]}: no name of a host") from error
