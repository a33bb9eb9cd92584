"""Who asks: the address of the connection, or the one that our own proxy names. Never what a stranger made up."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest

from limits.models import digest

IPV6_HOME = 64
"""Whoever has one IPv6 address has this whole network of them; with 6to4 or Teredo, what one IPv4 address brings."""
UNIQUE_LOCAL = ipaddress.ip_network("fc00::/7")
"""Of this network each address is somebody: Tor names each circuit so."""


def reader(request: HttpRequest) -> str:
    """A digest that stands for where the request came from, and for nothing once the hour is over."""
    return digest("reader", address(request))


def address(request: HttpRequest) -> str:
    """The last address on the way that is no proxy of ours: what stands before it in X-Forwarded-For is hearsay."""
    way = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    way.append(request.META.get("REMOTE_ADDR", ""))
    while len(way) > 1 and is_ours(way[-1]):
        way.pop()
    return network(way[-1])


def is_ours(place: str) -> bool:
    """Whether a proxy of ours has this address. Without any the connection came over a socket of this machine."""
    if not place:
        return True
    try:
        ip = ipaddress.ip_address(place)
    except ValueError:
        return False
    return any(ip in ipaddress.ip_network(proxies) for proxies in settings.TRUSTED_PROXIES)


def network(place: str) -> str:
    """The address, or the network that one reader has of IPv6."""
    try:
        ip = ipaddress.ip_address(place)
    except ValueError:
        return place
    if isinstance(ip, ipaddress.IPv4Address) or ip in UNIQUE_LOCAL:
        return place
    within = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
    return str(within or ipaddress.ip_network((ip, IPV6_HOME), strict=False))
