from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from cases.models import Case
from editions.erase import ErasedPlace, delete_text, redact
from editions.history import import_lines, lines, verify_lines
from editions.models import ChainEntry, EditionText, PriorCase
from editions.publish import withdraw
from editions.reasons import SILENT
from editions.refusal import PublicationError
from editions.seal import seal
from tests.editions.rows import NOON, REASON, published, saved
from tests.invented.publications import publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def history() -> list[str]:
    """A history with everything that can be in one; the archive is empty again afterwards."""
    saved("invented-2018")
    gone = published("invented-2020")
    redact(published(prior=[{"case": "invented-2018"}]), [ErasedPlace("case.title")], REASON, NOON)
    delete_text(gone, REASON, NOON)
    withdraw("invented-2016", REASON, NOON)
    seal(NOON)
    found = list(lines())
    empty()
    return found


def empty() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("TRUNCATE editions_chainentry CASCADE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_import_lines_into_an_empty_archive(history: list[str], told: list[Any]) -> None:
    told.append((99, "left from before"))
    assert (verify_lines(history), import_lines(history)) == (6, 6)
    assert list(lines()) == history
    assert (ChainEntry.objects.count(), EditionText.objects.count(), PriorCase.objects.count()) == (6, 1, 1)
    assert told == [(1, None), (2, "invented-2016"), (5, None)]


def test_history_of_a_removed_case_does_not_name_it() -> None:
    published("invented-renamed", former_ids=["invented-2016"])
    first = published("invented-2016")
    Case.objects.filter(slug="invented-2016").update(slug="now-called-so", former_ids=["invented-2016"])
    second = publish(Case.objects.get(slug="now-called-so"), REASON, NOON)
    assert second.case_key == first.case_key
    assert any("now-called-so" in line for line in lines())
    for edition in (first, second):
        delete_text(edition, SILENT, NOON)
    left = [line for line in lines() if first.case_key in line]
    assert len(left) == 4
    assert not any("now-called-so" in line or "invented-2016" in line for line in left)


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
        (lambda found: [found[0], "{}"], "line 2: no entry of a history: KeyError('entry')"),
        (
            lambda found: [found[0], *found[2:]],
            "line 2: 2 invented-2016: broken: entry 1 is missing before it",
        ),
        (
            lambda found: [*found[:2], found[2].replace("invented-person", "other-person"), *found[3:]],
            "line 3: 2 invented-2016: broken: its text was changed without an erasure",
        ),
        (
            lambda found: [*found[:5], found[5].replace('"withdrawn"', '"published"'), *found[6:]],
            "line 6: 5 invented-2016: broken: its hash does not fit what it says",
        ),
        (
            lambda found: found[:3],
            "1 published: broken: its text is missing without an erasure",
        ),
    ],
)
def test_verify_lines_when_history_is_broken(
    history: list[str], harm: Callable[[list[str]], list[str]], problem: str
) -> None:
    with pytest.raises(PublicationError) as error:
        verify_lines(harm(history))
    assert any(line.startswith(problem) for line in error.value.problems)


def test_history_commands_carry_all_to_an_empty_archive(tmp_path: Path, capsys: Any) -> None:
    published()
    file = tmp_path / "history.jsonl"
    call_command("export_history", str(file))
    before = file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600, "what was withheld is in it"
    empty()
    call_command("import_history", str(file))
    call_command("export_history", str(file))
    assert file.read_bytes() == before
    assert capsys.readouterr().out == (
        f"{file}: 1 entries\n{file}: 1 entries imported and indexed\n{file}: 1 entries\n"
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
