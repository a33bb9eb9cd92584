from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client


@pytest.mark.django_db
def test_health_when_database_answers(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_health_when_database_is_away(client: Client) -> None:
    with patch.object(connection, "get_connection_params", return_value={"host": "/nowhere", "dbname": "x"}):
        response = client.get("/healthz")
    assert (response.status_code, response.content) == (503, b"no database\n")


@pytest.mark.django_db
def test_health_does_not_wait_for_the_pool(client: Client) -> None:
    """Fourteen readers may hold every connection: health has one of its own."""
    with patch.object(connection, "ensure_connection", side_effect=OperationalError("the pool is empty")):
        assert client.get("/healthz").status_code == 200


@pytest.mark.django_db
def test_lower_when_letters_are_kazakh() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT lower('ӘІҢҒҮҰҚӨҺ')")
        assert cursor.fetchone() == ("әіңғүұқөһ",)


@pytest.mark.django_db
def test_ready_when_everything_is_there(client: Client) -> None:
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, b"ready\n")


@pytest.mark.django_db
def test_ready_when_a_migration_is_missing(client: Client) -> None:
    MigrationRecorder.Migration.objects.filter(app="editions", name="0002_triggers").delete()
    response = client.get("/readyz")
    assert (response.status_code, response.text) == (503, "migrations are missing: run manage.py migrate\n")


@pytest.mark.django_db
def test_ready_when_there_are_no_styles(client: Client, settings: Any, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    backend = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": backend}}
    assert client.get("/readyz").text == "no static files: run manage.py collectstatic\n"


@pytest.mark.django_db
def test_ready_when_database_is_away(client: Client) -> None:
    with patch.object(connection, "get_connection_params", return_value={"host": "/nowhere", "dbname": "x"}):
        assert client.get("/readyz").status_code == 503
