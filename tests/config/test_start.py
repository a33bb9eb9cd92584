import pytest

from config.start import needs_database


@pytest.mark.parametrize(
    ("arguments", "needs"),
    [
        ([], False),
        (["help"], False),
        (["migrate", "--help"], False),
        (["check"], False),
        (["check", "--database", "default"], True),
        (["compilemessages"], False),
        (["migrate"], True),
        (["import_archive", "file.json"], True),
        (["runserver"], True),
    ],
)
def test_needs_database_when_command_is(arguments: list[str], needs: bool) -> None:
    assert needs_database(arguments) == needs
