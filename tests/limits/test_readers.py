import re

import pytest
from django.conf import settings as site
from django.test import RequestFactory

from limits.readers import address


@pytest.mark.parametrize(
    ("peer", "forwarded", "expected"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1, 127.0.0.1", "203.0.113.9"),
        ("127.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.9, ::1", "203.0.113.9"),
        ("", "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "made up", "made up"),
        ("2a00:1:1:2:3::4", "", "2a00:1:1:2::/64"),
        ("2a00:1:1:2:5::6", "", "2a00:1:1:2::/64"),
        ("127.0.0.1", "fc00:dead:beef:4dad::1:2", "fc00:dead:beef:4dad::1:2"),
        ("::ffff:203.0.113.9", "", "203.0.113.9"),
        ("2002:cb00:7109:1::1", "", "203.0.113.9"),
        ("2002:cb00:7109:ffff::2", "", "203.0.113.9"),
        ("2001:0:53aa:64c:0:7a7e:34ff:8ef6", "", "203.0.113.9"),
        ("2001:0:53aa:64c:0:7a7f:34ff:8ef6", "", "203.0.113.9"),
        ("2001:db8:1:2::1", "", "2001:db8:1:2::/64"),
        ("fe80::1:2", "", "fe80::/64"),
    ],
)
def test_address_is_the_last_that_is_no_proxy_of_ours(peer: str, forwarded: str, expected: str) -> None:
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    assert address(RequestFactory().get("/", headers=headers, REMOTE_ADDR=peer)) == expected


def test_address_behind_a_proxy_on_another_machine(settings: pytest.FixtureRequest) -> None:
    settings.TRUSTED_PROXIES = ["10.0.0.0/8"]
    request = RequestFactory().get("/", headers={"x-forwarded-for": "203.0.113.9"}, REMOTE_ADDR="10.1.2.3")
    assert address(request) == "203.0.113.9"


def of_nginx(place: str) -> str:
    """As whom `deploy/nginx.conf` counts an address: the first line of its map that fits."""
    (lines,) = re.findall(
        r"map \$remote_addr \$reader \{\n(.*?)\n\}", (site.BASE_DIR / "deploy/nginx.conf").read_text(), re.S
    )
    for pattern, words in re.findall(r'"~(\S+)" "?([^";]+)"?;', lines):
        if match := re.search(pattern.replace("(?<", "(?P<"), place):
            return str(words).replace("$remote_addr", place).replace("$home", match.groupdict().get("home", ""))
    return place


@pytest.mark.parametrize(
    "places",
    [
        ("2a00:1:1:2:3::4", "2a00:1:1:2:5:6:7:8", "2a00:1:1:2::9"),
        ("2a00:1::5", "2a00:1::9:8:7:6"),
        ("2002:cb00:7109:1::1", "2002:cb00:7109:ffff::2"),
    ],
)
def test_nginx_counts_a_network_of_ipv6_once(places: tuple[str, ...]) -> None:
    assert len({of_nginx(place) for place in places}) == 1
    assert len({address(RequestFactory().get("/", REMOTE_ADDR=place)) for place in places}) == 1


def test_nginx_counts_each_other_reader() -> None:
    others = ("203.0.113.9", "203.0.113.10", "fc00:dead:beef:4dad::1:2", "fc00:dead:beef:4dad::1:3", "2a00:1:1:3::4")
    assert len({of_nginx(place) for place in others}) == len(others)
