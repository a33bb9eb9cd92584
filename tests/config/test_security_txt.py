from datetime import datetime, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

ADDRESS = "/.well-known/security.txt"


def lines(client: Client) -> dict[str, str]:
    response = client.get(ADDRESS)
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    return dict(line.split(": ", 1) for line in response.text.splitlines())


def test_contact_of_the_settings(client: Client, settings: Any) -> None:
    settings.SECURITY_CONTACTS = ["mailto:security@archive.example"]
    said = lines(client)
    assert said["Contact"] == "mailto:security@archive.example"
    assert said["Canonical"] == f"http://testserver{ADDRESS}"
    assert timezone.now() < datetime.fromisoformat(said["Expires"]) < timezone.now() + timedelta(days=365)


def test_form_where_no_contact_is_set(client: Client) -> None:
    assert lines(client)["Contact"] == "http://testserver/en/about/your-case/"
