import pytest
from django.db import connection
from django.test import Client


@pytest.mark.django_db
def test_health_when_database_answers(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_server_when_kazakh_letters_are_lowered() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT lower('ӘІҢҒҮҰҚӨҺ')")
        assert cursor.fetchone() == ("әіңғүұқөһ",)
