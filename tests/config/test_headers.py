from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "policy"),
    [
        ("/en/about/", "same-origin"),
        ("/desk/account/login/", "same-origin"),
        ("/healthz", "same-origin"),
        ("/media/x", "same-origin"),
        ("/en/tables.csv", "cross-origin"),
        ("/en/statistics/by-kind.svg", "cross-origin"),
        ("/api/v1/rules/", "cross-origin"),
    ],
)
def test_every_answer_says_what_it_may_not_use_and_who_may_load_it(client: Client, path: str, policy: str) -> None:
    headers = client.get(path).headers
    assert headers["Cross-Origin-Resource-Policy"] == policy
    assert headers["Permissions-Policy"].startswith("accelerometer=(), autoplay=(), camera=()")


@pytest.mark.parametrize(
    ("host", "status"),
    [("testserver", 200), ("testserver:443", 200), ("testserver:8443", 400), ("testserver:99999", 400)],
)
def test_foreign_port_is_not_echoed(client: Client, settings: Any, host: str, status: int) -> None:
    settings.SITE_PORTS = ["80", "443"]
    response = client.get("/en/", headers={"host": host})
    assert response.status_code == status
    assert (":8443" in response.text, ":99999" in response.text) == (False, False)


def test_onion_where_there_is_one(client: Client, settings: Any) -> None:
    assert "Onion-Location" not in client.get("/en/about/", secure=True).headers
    settings.ONION = "http://invented.onion"
    assert client.get("/en/?q=x", secure=True).headers["Onion-Location"] == "http://invented.onion/en/?q=x"
    for path, secure in (("/en/about/", False), ("/desk/account/login/", True), ("/en/cases.json", True)):
        assert "Onion-Location" not in client.get(path, secure=secure).headers
