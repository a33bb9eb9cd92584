"""Where a fetch may go: to public addresses of the internet and nowhere else."""

import ipaddress
import socket
from urllib.parse import quote, urlsplit

SCHEMES = ("http", "https")
KEPT = "/?&=:%+,;@!$'()*~"
PORTS = {"http": 80, "https": 443}
PRIVATE = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "arpa", "onion")
TELLS_ADDRESSES = ("nip.io", "sslip.io", "xip.io", "localtest.me", "lvh.me", "vcap.me", "traefik.me")
"""Names below these have whatever address they say."""
OURS = [ipaddress.ip_network(network) for network in ("192.0.0.0/24", "fec0::/10")]
"""Networks of protocols and of sites, which not every Python knows to be no part of the open internet."""


class FetchError(Exception):
    """A page may not or cannot be fetched; the message says why."""


def public_address(host: str, port: int) -> str:
    """Finds the address to connect to. Raises FetchError if the name has none, or any that is not public.

    The connection goes to exactly this address, so that a second answer of the name server changes nothing.
    """
    host = written_plainly(host)
    try:
        addresses = {str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (socket.gaierror, UnicodeError) as error:
        raise FetchError(f"{host}: no such host") from error
    for address in sorted(addresses):
        if not is_public(address):
            raise FetchError(f"{host}: {address} is no public address of the internet")
    return min(addresses, key=lambda address: (":" in address, address))  # IPv4 first


def public_name(host: str) -> str:
    """The name for a proxy that looks it up. Raises FetchError for what names something inside, or an address.

    Which address a name of the open internet has, Tor's exits see to: they connect to none that is private.
    """
    host = written_plainly(host)
    try:
        public = is_public(host)
    except ValueError:
        labels = host.lower().split(".")
        inside = len(labels) < 2 or labels[-1] in PRIVATE or ".".join(labels[-2:]) in TELLS_ADDRESSES
        public = not inside and not any(map(str.isdigit, labels[-1]))
    if not public:
        raise FetchError(f"{host}: is no public address of the internet")
    return host


def written_plainly(host: str) -> str:
    """The host without a full stop at the end; an address in its usual form, however it is written (0xa9fea9fe)."""
    host = host.rstrip(".")
    try:
        return str(ipaddress.IPv4Address(socket.inet_aton(host)))
    except (OSError, UnicodeError):
        return host


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, also behind the ways to write IPv4 in IPv6."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if inner is not None:
            return is_public(str(inner))
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    if any(ip in network for network in OURS):
        return False
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
        host = host if ":" in host else written_plainly(host.encode("idna").decode())
    except UnicodeError as error:
        raise FetchError(f"{host[:100]}: no name of a host") from error
    return split.scheme, host, port, quote(path, safe=KEPT)
