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
    """Finds the address to connect to. Raises FetchError if the name has none, or any that is not public.

    The connection goes to exactly this address, so that a second answer of the name server changes nothing.
    """
    try:
        addresses = {str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (socket.gaierror, UnicodeError) as error:
        raise FetchError(f"{host}: no such host") from error
    for address in sorted(addresses):
        if not is_public(address):
            raise FetchError(f"{host}: {address} is no public address of the internet")
    return min(addresses, key=lambda address: (":" in address, address))  # IPv4 first


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, also behind the ways to write IPv4 in IPv6."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if inner is not None:
            return is_public(str(inner))
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def split_address(url: str) -> tuple[str, str, int, str]:
    """Splits an address into scheme, host, port, and path with query, in ASCII. Raises FetchError."""
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
    host = split.hostname
    try:
        host = host if ":" in host else host.encode("idna").decode()
    except UnicodeError as error:
        raise FetchError(f"{host[:100]}: no name of a host") from error
    return split.scheme, host, port, quote(path, safe=KEPT)
