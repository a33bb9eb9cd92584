"""The command from file to rows: all or nothing, and the database as before whenever something is wrong."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from cases.models import Case
from editions.exporting import archive_of_rows, as_bytes
from editions.importing.reading import MEGABYTE
from editions.management.commands import import_archive as command
from editions.models import Edition
from editions.subjects import SUBJECTS
from records.models import Source
from tests.editions.importing.test_checking import archive
from tests.editions.rows import NOTHING

pytestmark = pytest.mark.django_db

Write = Callable[[Any], str]


@pytest.fixture
def file(tmp_path: Path) -> Write:
    """Writes an archive file, or raw bytes, and gives its path."""

    def write(content: Any) -> str:
        path = tmp_path / "archive.json"
        path.write_bytes(content if isinstance(content, bytes) else as_bytes(content))
        return str(path)

    return write


def refusal(*arguments: str) -> list[str]:
    """The problems that an import names; the rows are as they were."""
    before = archive_of_rows().to_dict()
    with pytest.raises(CommandError) as error:
        call_command("import_archive", *arguments)
    assert archive_of_rows().to_dict() == before
    assert Edition.objects.count() == 0
    first, *problems = str(error.value).split("\n  ")
    assert first == f"Nothing of {arguments[0]} was imported. Correct this and try again:"
    return problems


def test_import_archive_when_archive_is_empty(file: Write, capsys: Any) -> None:
    path = file(archive())
    call_command("import_archive", path)
    assert capsys.readouterr().out == f"{path}: 9 created, 0 changed, 0 equal, 0 published\n"
    assert archive_of_rows().to_dict() == archive()
    assert Case.objects.get().status == "draft"


def test_import_archive_when_done_twice(file: Write, capsys: Any) -> None:
    path = file(archive())
    call_command("import_archive", path)
    version = Case.objects.get().version
    call_command("import_archive", path)
    assert capsys.readouterr().out.splitlines()[1] == f"{path}: 0 created, 0 changed, 9 equal, 0 published"
    assert Case.objects.get().version == version


def test_import_archive_when_an_object_differs(file: Write) -> None:
    call_command("import_archive", file(archive()))
    changed = archive(title={"en": "Another title"})
    changed["sources"][0]["title"] = "Another title"
    assert refusal(file(changed)) == [
        "sources[0] (invented-court-1): differs from the archive in title: import with --update to change it",
        "cases[0] (invented-2016): differs from the archive in title: import with --update to change it",
    ]


def test_import_archive_when_the_last_object_differs_takes_back_what_was_new(file: Write) -> None:
    call_command("import_archive", file(archive()))
    changed = archive(title={"en": "Another title"})
    changed["sources"].append({"id": "invented-new-source", "kind": "ngo"})
    assert refusal(file(changed)) == [
        "cases[0] (invented-2016): differs from the archive in title: import with --update to change it"
    ]
    assert not Source.objects.filter(slug="invented-new-source").exists()


def test_import_archive_when_the_end_of_the_file_is_missing(file: Write) -> None:
    (problem,) = refusal(file(as_bytes(archive())[:-4]))
    assert problem.endswith("no valid JSON: Expecting ',' delimiter")


def test_import_archive_when_the_rows_break_the_format(file: Write, capsys: Any) -> None:
    call_command("import_archive", file(archive()))
    Case.objects.update(title={"en": "<b>"})
    with pytest.raises(CommandError) as error:
        call_command("import_archive", file(archive()))
    assert "cases[0] (invented-2016): differs from the archive in title" in str(error.value)
    call_command("import_archive", file(archive()), "--update")
    assert archive_of_rows().to_dict() == archive()


def test_import_archive_when_told_to_update_makes_drafts(file: Write, capsys: Any) -> None:
    call_command("import_archive", file(archive(status="published")))
    assert Case.objects.get().status == "published"
    path = file(archive(status="published", title={"en": "Another title"}))
    call_command("import_archive", path, "--update")
    assert capsys.readouterr().out.splitlines()[1] == f"{path}: 0 created, 1 changed, 8 equal, 0 published"
    assert (Case.objects.get().status, Case.objects.get().title) == ("draft", {"en": "Another title"})
    assert Edition.objects.count() == 0


def test_import_archive_when_told_to_publish_leaves_drafts(file: Write, capsys: Any) -> None:
    two = archive(status="published")
    two["cases"].append({**archive()["cases"][0], "id": "invented-draft"})
    path = file(two)
    call_command("import_archive", path, "--publish", "--reason", "First import")
    assert capsys.readouterr().out == f"{path}: 10 created, 0 changed, 0 equal, 1 published\n"
    assert [(edition.case_id, edition.reason) for edition in Edition.objects.all()] == [
        ("invented-2016", {"en": "First import"})
    ]
    call_command("import_archive", path, "--publish", "--reason", "Once more")
    assert capsys.readouterr().out == f"{path}: 0 created, 0 changed, 10 equal, 0 published\n"


def test_import_archive_when_there_is_much_shows_how_far_it_is(
    file: Write, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "WORTH_SHOWING", 1)
    call_command("import_archive", file(archive(status="published")), "--publish", "--reason", "First import")
    lines = [line.split(" in ")[0] for line in capsys.readouterr().out.splitlines()]
    assert lines[:2] == ["9 records saved", "1 cases published"]


def test_import_archive_when_a_source_changes_publishes_the_cases_that_hold_it(file: Write) -> None:
    call_command("import_archive", file(archive(status="published")), "--publish", "--reason", "First import")
    source = {**archive()["sources"][1], "title": "A corrected title"}
    late = file({"format": "shekteu/1", "sources": [source]})
    call_command("import_archive", late, "--update", "--publish", "--reason", "A title was wrong")
    assert [(edition.case_id, edition.reason["en"]) for edition in Edition.objects.all()] == [
        ("invented-2016", "First import"),
        ("invented-2016", "A title was wrong"),
    ]


def test_import_archive_when_published_without_a_reason(file: Write) -> None:
    with pytest.raises(CommandError) as error:
        call_command("import_archive", file(archive()), "--publish")
    assert str(error.value) == "--publish needs --reason: say in a sentence why; readers will see it"


def test_import_archive_when_a_case_to_publish_contradicts_itself(file: Write) -> None:
    ban = {"id": "ban", "kind": "public-activity-ban", "verdict": "v1", "length": "P20Y"}
    verdict = {"id": "v1", "instance": "first", "date": "2020-01-01", "result": "convicted"}
    broken = archive(**NOTHING | {"restrictions": [ban], "verdicts": [verdict]}, status="published")
    assert refusal(file(broken), "--publish", "--reason", "First import") == [
        "invented-2016 (ban): it is longer than the code allows: check the length against the source"
    ]
    call_command("import_archive", file(broken))
    assert Case.objects.count() == 1


def test_import_archive_when_a_draft_contradicts_itself(file: Write, capsys: pytest.CaptureFixture[str]) -> None:
    """An order that ends nothing is no longer taken in without a word."""
    verdict = {"id": "v1", "instance": "first", "date": "2020-01-01", "result": "convicted"}
    order = {"id": "v2", "on": "v1", "instance": "enforcement", "date": "2021-01-01", "result": "lifted"}
    penalty = {"id": "suspended", "kind": "suspended-sentence", "verdict": "v1", "length": "P3Y"}
    call_command("import_archive", file(archive(**NOTHING | {"restrictions": [penalty], "verdicts": [verdict, order]})))
    line = "invented-2016 (v2): the order changes no penalty: say how the penalty ended, or add the change with the id"
    assert line in capsys.readouterr().out
    assert Case.objects.count() == 1


def test_import_archive_when_an_id_was_anothers_before(file: Write) -> None:
    call_command("import_archive", file(archive()))
    Source.objects.filter(slug="invented-news-1").update(former_ids=["invented-old"])
    late = {"format": "shekteu/1", "sources": [{"id": "invented-old", "kind": "ngo"}]}
    assert refusal(file(late)) == [
        'sources[0] (invented-old): the id was that of "invented-news-1" before and is never reused: '
        'use "invented-news-1"'
    ]


def test_import_archive_when_everything_is_wrong_at_once(file: Write) -> None:
    rows = [{"id": "ban", "kind": "unknown-kind", "length": "P0D", "starts": "2025-02-30", "verdict": "v9"}]
    wrong = archive(restrictions=rows, summary={"en": "<b>bold</b>"}, title={"en": "x" * 10_000})
    wrong["people"].append({"id": "ann", "names": {"en": "x" * 10_000}})
    wrong["cases"].append({**archive()["cases"][0], "person": "nobody"})
    found = refusal(file(wrong))
    assert [problem.split(": ")[0] for problem in found] == [
        "people[1] (ann).names.en",
        "cases[0] (invented-2016).title.en",
        "cases[0] (invented-2016).summary.en",
        "cases[0] (invented-2016).restrictions[0].kind",
        "cases[0] (invented-2016).restrictions[0].length",
        "cases[0] (invented-2016).restrictions[0].starts",
        "cases[0] and cases[1]",
        "cases[1] (invented-2016).person",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"nonsense " * 12 * MEGABYTE, "line 1, column 1: an archive file begins with {"),
        (b'{"format":\n"shekteu/1",}', "line 2, column 13: no valid JSON"),
    ],
)
def test_import_archive_when_file_is_malformed(file: Write, content: bytes, message: str) -> None:
    (problem,) = refusal(file(content))
    assert problem.startswith(message)


def test_import_archive_when_a_penalty_hangs_on_the_ruling_that_changed_it(file: Write, capsys: Any) -> None:
    hung = archive()
    first, *rest = hung["cases"][0]["verdicts"]
    ruling = {**first, "id": "v9", "on": first["id"], "instance": "appeal", "date": "2017-01-20", "result": "changed"}
    hung["cases"][0]["verdicts"] = [first, *rest, ruling]
    for row in hung["cases"][0]["restrictions"]:
        row["verdict"] = "v9" if row["id"] == "ban" else row["verdict"]

    call_command("import_archive", file(hung))

    complaint = f"(ban): hangs on the ruling v9, which changed a verdict: give the verdict {first['id']}"
    assert complaint in capsys.readouterr().out


def test_import_archive_when_file_is_larger_than_allowed(file: Write) -> None:
    (problem,) = refusal(file(b"{" + b" " * 2 * MEGABYTE), "--largest", "1")
    assert problem == "the file is larger than 1 MB: split it, or allow more with --largest"


def test_import_archive_when_there_is_no_file() -> None:
    with pytest.raises(CommandError) as error:
        call_command("import_archive", "nowhere.json")
    assert str(error.value) == "nowhere.json: No such file or directory: check the path"


def test_export_archive_when_rows_break_the_format(file: Write, tmp_path: Path) -> None:
    call_command("import_archive", file(archive()))
    Case.objects.update(summary={"en": "<i>"})
    with pytest.raises(CommandError) as error:
        call_command("export_archive", str(tmp_path / "export.json"))
    assert str(error.value).splitlines() == [
        "Rows break the format; correct them first:",
        "  cases[0] (invented-2016).summary.en: holds the markup '<i>', but texts are plain: remove the tag",
    ]
    assert not (tmp_path / "export.json").exists()


def test_export_archive_when_folder_is_missing(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as error:
        call_command("export_archive", str(tmp_path / "none" / "export.json"))
    assert str(error.value) == f"{tmp_path}/none/export.json: No such file or directory: check the folder"


@pytest.mark.parametrize("source", ["invented", "fixtures/kazakhstan.json"])
def test_export_when_imported_into_an_empty_archive_and_exported_again(
    source: str, file: Write, tmp_path: Path, settings: Any
) -> None:
    given = archive() if source == "invented" else json.loads((settings.BASE_DIR / source).read_bytes())
    exports = [tmp_path / "one.json", tmp_path / "two.json"]
    call_command("import_archive", file(given))
    call_command("export_archive", str(exports[0]))
    empty_rows()
    call_command("import_archive", str(exports[0]))
    call_command("export_archive", str(exports[1]))
    assert exports[0].read_bytes() == exports[1].read_bytes() == as_bytes(given)


def empty_rows() -> None:
    tables = ", ".join(subject.model._meta.db_table for subject in SUBJECTS.values())
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"TRUNCATE {tables} CASCADE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
