from unittest.mock import patch

import pytest

from config import checks


@pytest.mark.django_db
def test_check_when_database_is_good() -> None:
    assert checks.check_database(["default"]) == []


@pytest.mark.parametrize(
    ("answers", "ids"),
    [((14, True), ["config.E001"]), ((15, True), []), ((18, False), ["config.E002"])],
)
def test_check_when_server_is_otherwise(answers: tuple[int, bool], ids: list[str]) -> None:
    with patch.object(checks, "_answers", return_value=answers):
        assert [error.id for error in checks.check_database(["default"])] == ids
