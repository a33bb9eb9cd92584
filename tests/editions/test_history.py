from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from editions.erase import ErasedPlace, delete_text, redact
from editions.history import import_lines, lines, verify_lines
from editions.models import Edition, EditionText, Erasure
from editions.publish import withdraw
from editions.refusal import PublicationError
from tests.editions.rows import NOON, REASON, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def history() -> list[str]:
    """A history with everything that can be in one; the archive is empty again afterwards."""
    redact(published(), [ErasedPlace("case.title")], REASON, NOON)
    delete_text(published("invented-2020"), REASON, NOON)
    withdraw("invented-2016", REASON, NOON)
    found = list(lines())
    empty()
    return found


def empty() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("TRUNCATE editions_edition CASCADE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_import_lines_into_an_empty_archive(history: list[str], told: list[Any]) -> None:
    told.append((99, "left from before"))
    assert (verify_lines(history), import_lines(history)) == (3, 3)
    assert list(lines()) == history
    assert (Edition.objects.count(), Erasure.objects.count(), EditionText.objects.count()) == (3, 2, 1)
    assert told == [(1, "invented-2016"), (2, None), (3, None)]


def test_import_lines_when_archive_has_editions(history: list[str]) -> None:
    published()
    with pytest.raises(PublicationError) as error:
        import_lines(history)
    assert error.value.problems == ["this archive has editions already: import a history into an empty one"]


@pytest.mark.parametrize(
    ("harm", "problem"),
    [
        (lambda found: found[1:], "line 1: must be"),
        (lambda found: [], "line 1: must be"),
        (lambda found: [found[0], "{}"], "line 2: no edition of a history: KeyError('edition')"),
        (lambda found: [found[0], *found[2:]], "line 2: edition 2 is broken: edition 1 is missing before it"),
        (
            lambda found: [*found[:1], found[1].replace("invented-person", "other-person"), *found[2:]],
            "line 2: edition 1 is broken: its text was changed without an erasure",
        ),
        (
            lambda found: [*found[:3], found[3].replace('"withdrawn"', '"published"')],
            "line 4: edition 3 is broken: its hash does not fit what it says",
        ),
    ],
)
def test_verify_lines_when_history_is_broken(
    history: list[str], harm: Callable[[list[str]], list[str]], problem: str
) -> None:
    with pytest.raises(PublicationError) as error:
        verify_lines(harm(history))
    assert error.value.problems[0].startswith(problem)


def test_history_commands_carry_all_to_an_empty_archive(tmp_path: Path, capsys: Any) -> None:
    published()
    file = tmp_path / "history.jsonl"
    call_command("export_history", str(file))
    before = file.read_bytes()
    empty()
    call_command("import_history", str(file))
    call_command("export_history", str(file))
    assert file.read_bytes() == before
    assert capsys.readouterr().out == (
        f"{file}: 1 editions\n{file}: 1 editions imported and indexed\n{file}: 1 editions\n"
    )


def test_import_history_when_file_is_broken(tmp_path: Path) -> None:
    file = tmp_path / "history.jsonl"
    file.write_text("nonsense\n")
    with pytest.raises(CommandError) as error:
        call_command("import_history", str(file))
    assert str(error.value).startswith(f"Nothing of {file} was imported:\n  line 1: must be")
    with pytest.raises(CommandError) as error:
        call_command("import_history", str(tmp_path / "none"))
    assert str(error.value) == f"{tmp_path / 'none'}: No such file or directory: check the path"
