"""While the database is away: 503 with a time to come back, and a problem from the API."""

from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.db.backends.utils import CursorWrapper
from django.test import Client

pytestmark = pytest.mark.django_db


def answers(path: str, error: Exception) -> tuple[int, str, str]:
    client = Client(raise_request_exception=False)
    with patch.object(CursorWrapper, "execute", side_effect=error):
        response = client.get(path)
    return response.status_code, response.headers.get("Retry-After", ""), response["Content-Type"]


def test_page_when_the_database_is_away() -> None:
    assert answers("/en/cases/", OperationalError("away")) == (503, "30", "text/html; charset=utf-8")


def test_api_when_the_database_is_away() -> None:
    assert answers("/api/v1/cases/", OperationalError("away")) == (503, "30", "application/problem+json")


def test_api_when_something_else_breaks() -> None:
    assert answers("/api/v1/cases/", ValueError("ours")) == (500, "", "application/problem+json")


def test_kept_page_when_the_database_is_away(settings: pytest.FixtureRequest) -> None:
    settings.KEEP_PAGES = True
    with patch("archive.index.kept.KeptPage.objects.using", side_effect=OperationalError("away")):
        assert Client(raise_request_exception=False).get("/en/").status_code == 503
