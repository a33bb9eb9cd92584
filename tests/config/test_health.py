from unittest.mock import patch

import pytest
from django.db import OperationalError, connection
from django.test import Client


@pytest.mark.django_db
def test_health_when_database_answers(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_health_when_database_is_away(client: Client) -> None:
    with patch.object(connection, "ensure_connection", side_effect=OperationalError("away")):
        response = client.get("/healthz")
    assert (response.status_code, response.content) == (503, b"no database\n")


@pytest.mark.django_db
def test_lower_when_letters_are_kazakh() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT lower('ӘІҢҒҮҰҚӨҺ')")
        assert cursor.fetchone() == ("әіңғүұқөһ",)
