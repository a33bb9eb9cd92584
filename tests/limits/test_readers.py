import pytest
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
