from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from config import checks


@pytest.mark.django_db
def test_check_when_database_is_good() -> None:
    assert checks.check_database(["default"]) == []


@pytest.mark.django_db
def test_migrate_when_an_earlier_release_made_the_database() -> None:
    MigrationRecorder(connection).record_applied("desk", "0001_accounts")

    with pytest.raises(SystemCheckError) as raised:
        call_command("migrate", verbosity=0, skip_checks=False)

    assert "An earlier release made this database." in str(raised.value)
    for command in ("export_archive", "export_history", "import_archive", "import_history"):
        assert f"manage.py {command} " in str(raised.value)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("answers", "ids"),
    [((14, True), ["config.E001"]), ((15, True), []), ((18, False), ["config.E002"])],
)
def test_check_when_server_is_otherwise(answers: tuple[int, bool], ids: list[str]) -> None:
    with patch.object(checks, "_answers", return_value=answers):
        assert [error.id for error in checks.check_database(["default"])] == ids
