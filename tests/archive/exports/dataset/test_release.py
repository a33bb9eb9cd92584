import csv
import hashlib
import json
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from shutil import which
from typing import Any

import pytest
import yaml
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from archive.exports.api_examples import examples
from archive.exports.dataset.places import DiskPlace
from archive.exports.dataset.release import (
    ALL_TABLES,
    FolderHoldsOtherFiles,
    releases,
    rewrite_releases,
    write,
    write_release,
)
from archive.exports.definitions import CASES
from archive.index.models import WrittenRelease
from desk.requests.effects import withhold_in_silence
from editions.erase import ErasedPlace, redact
from editions.ledgers import read_ledger, write_ledger
from editions.models import Edition
from editions.schema import ArchiveFile
from editions.seal import seal
from tests.archive.published import NOON, TODAY, document, publish, publish_real, withdraw
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
FILES = {
    *(f"{name}.{form}" for name in ALL_TABLES for form in ("csv", "jsonl", "parquet")),
    *("README.txt", "CITATION.cff", "archive.json", "documents.jsonl", "document.schema.json"),
    *("shekteu.sqlite", "shekteu.xlsx", "metadata.json", "datapackage.json"),
}
LINES_OF_WHAT_WENT = {f"{name}.{form}" for name in ("withdrawn", "changes") for form in ("csv", "jsonl", "parquet")} | {
    "shekteu.sqlite",
    "shekteu.xlsx",
}
"""An open withdrawal is told in a line."""


def files_that_name(folder: Path, word: str) -> set[str]:
    return {path.name for path in folder.iterdir() if word.encode() in path.read_bytes()}


def test_release_names_the_sum_of_every_file(tmp_path: Path) -> None:
    publish(document())
    write_release(DiskPlace(tmp_path), TODAY)
    sums = dict(reversed(line.split("  ")) for line in (tmp_path / "SHA256SUMS").read_text().splitlines())
    assert set(sums) == FILES
    assert all(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == digest for name, digest in sums.items())


def test_release_into_an_earlier_one_takes_its_place(tmp_path: Path) -> None:
    publish(document())
    write_release(DiskPlace(tmp_path), TODAY)
    publish(document(invented.case("invented-2020")))
    write_release(DiskPlace(tmp_path), TODAY)
    assert {path.name for path in tmp_path.iterdir()} == FILES | {"SHA256SUMS"}
    assert "invented-2020" in (tmp_path / "cases.csv").read_text()


@pytest.mark.parametrize("other", ["diary.txt", ".hidden", "letters/first.txt"])
@pytest.mark.parametrize("is_release", [True, False])
def test_release_into_a_folder_of_other_files_is_refused(tmp_path: Path, other: str, is_release: bool) -> None:
    publish(document())
    if is_release:
        write_release(DiskPlace(tmp_path), TODAY)
    (tmp_path / other).parent.mkdir(exist_ok=True)
    (tmp_path / other).write_text("Not ours")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    with pytest.raises(CommandError) as error:
        call_command("publish_dataset", str(tmp_path))
    assert str(error.value) == (
        f"{tmp_path} holds files that are no release of this archive ({Path(other).parts[0]}):"
        " name a new folder, an empty one, or that of an earlier release"
    )
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_release_into_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text("Somebody's own table")
    with pytest.raises(FolderHoldsOtherFiles):
        write_release(DiskPlace(tmp_path), TODAY)
    with pytest.raises(FolderHoldsOtherFiles):
        write_release(DiskPlace(tmp_path / "cases.csv"), TODAY)
    assert (tmp_path / "cases.csv").read_text() == "Somebody's own table"


def test_archive_file_of_a_release_holds_what_is_published_and_nothing_else(tmp_path: Path) -> None:
    publish(document(), document(invented.case("invented-2020")))
    withdraw("invented-2020")
    write_release(DiskPlace(tmp_path), TODAY)
    plain = json.loads((tmp_path / "archive.json").read_text())
    assert [case["id"] for case in ArchiveFile.model_validate(plain).to_dict()["cases"]] == ["invented-2016"]
    assert files_that_name(tmp_path, "invented-2020") <= LINES_OF_WHAT_WENT


def test_sqlite_of_a_release_holds_the_rows_of_its_tables(tmp_path: Path) -> None:
    publish_real()
    write_release(DiskPlace(tmp_path), date(2024, 1, 1))
    with sqlite3.connect(tmp_path / "shekteu.sqlite") as database:
        rows = database.execute("SELECT case_id, sentence FROM cases ORDER BY name_en").fetchall()
        (number,) = database.execute("SELECT count(*) FROM restrictions").fetchone()
    database.close()
    assert ("bokai-2016", "P5Y") in rows
    with (tmp_path / "restrictions.csv").open(encoding="utf-8-sig", newline="") as file:
        assert number == len(list(csv.DictReader(file))) > 100
    described = json.loads((tmp_path / "metadata.json").read_text())["databases"]["shekteu"]["tables"]
    assert described["cases"]["columns"]["case_id"] == CASES.columns[0].description


def test_nothing_in_a_release_marks_a_person_as_a_risk(tmp_path: Path) -> None:
    """No bank's screening is fed from here: no sanctions schema, no topic of risk."""
    publish_real()
    write_release(DiskPlace(tmp_path), TODAY)
    words = ("sanction", '"topics"', "followthemoney", "risk")
    for name in FILES - {"shekteu.sqlite", "shekteu.xlsx"}:
        text = (tmp_path / name).read_bytes().decode("utf-8", "replace").lower()
        found = [word for word in words if word in text]
        assert found == [] or name in ("documents.jsonl", "archive.json"), (name, found)


def test_data_page_lists_columns_and_releases(client: Client, settings: object, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    publish(document())
    write_release(DiskPlace(tmp_path / "media/data" / "2026-11-22"), TODAY)
    assert [release.name for release in releases()] == ["2026-11-22"]
    page = client.get("/en/data/").content.decode()
    assert "2026-11-22/restrictions.parquet" in page
    found = client.get("/en/data/2026-11-22/cases.csv")
    assert b"".join(found.streaming_content) == (tmp_path / "media/data/2026-11-22/cases.csv").read_bytes()


def test_release_when_something_of_it_was_withdrawn_is_written_anew(
    client: Client, settings: object, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    settings.VAR = tmp_path
    publish(document(), document(invented.case("invented-2020")))
    write_release(DiskPlace(tmp_path / "media/data" / "before"), TODAY)
    assert b"invented-2020" in b"".join(client.get("/en/data/before/cases.csv").streaming_content)
    with django_capture_on_commit_callbacks(execute=True):
        withdraw("invented-2020")
        assert client.get("/en/data/before/cases.csv").status_code == 404  # not even for a moment
    assert [release.name for release in releases()] == ["before"]
    assert files_that_name(tmp_path / "media/data" / "before", "invented-2020") <= LINES_OF_WHAT_WENT
    (line,) = (tmp_path / "media/data" / "before" / "withdrawn.csv").read_text("utf-8-sig").splitlines()[1:]
    assert line == "invented-2020,2026-11-01,For a test,,"
    assert b"invented-2016" in b"".join(client.get("/en/data/before/cases.csv").streaming_content)


def test_release_when_a_text_was_erased_since_is_written_anew(
    settings: object, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    settings.VAR = tmp_path
    publish(document())
    write_release(DiskPlace(tmp_path / "media/data" / "before"), TODAY)
    assert '"gender":"other"' in (tmp_path / "media/data" / "before" / "documents.jsonl").read_text()
    with django_capture_on_commit_callbacks(execute=True):
        redact(Edition.objects.get(), [ErasedPlace("person.gender")], {"en": "Taken out"}, timezone.now())
    assert [release.name for release in releases()] == ["before"]
    assert '"gender":"other"' not in (tmp_path / "media/data" / "before" / "documents.jsonl").read_text()


def test_release_is_none_of_another_archive(settings: object, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    publish(document())
    write_release(DiskPlace(tmp_path / "media/data" / "old"), TODAY)
    WrittenRelease.objects.all().delete()
    assert releases() == []


def test_release_tells_no_number_of_the_chain(tmp_path: Path) -> None:
    for day in range(7):
        publish(document(), now=NOON + timedelta(day))
    write_release(DiskPlace(tmp_path), TODAY)
    entry = Edition.objects.order_by("number").last()
    assert entry is not None
    for file in tmp_path.iterdir():
        content = file.read_bytes()
        assert entry.hash.encode() not in content
        assert entry.previous.encode() not in content
        assert entry.case_key.encode() not in content
    assert not (tmp_path / "chain.json").exists()


@pytest.mark.django_db(transaction=True)
def test_release_written_during_a_withdrawal_holds_one_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another connection withdraws a case after the first file was written."""
    publish(document(), document(invented.case("invented-2020")))

    def withdrawn_meanwhile(path: Path, parts: Any) -> None:
        write(path, parts)
        if path.name == "cases.csv":
            with ThreadPoolExecutor(1) as pool:
                pool.submit(withdraw_and_close).result()

    monkeypatch.setattr("archive.exports.dataset.release.write", withdrawn_meanwhile)
    write_release(DiskPlace(tmp_path / "release"), TODAY)
    names = ("cases.csv", "restrictions.csv", "documents.jsonl", "archive.json")
    assert {"invented-2020" in (tmp_path / "release" / name).read_text() for name in names} == {True}
    assert releases(DiskPlace(tmp_path / "any")) == []  # one moment, and that moment has passed: it is not given out
    monkeypatch.undo()
    rewrite_releases()
    assert {"invented-2020" in (tmp_path / "release" / name).read_text() for name in names} == {False}
    assert [release.name for release in releases(DiskPlace(tmp_path / "any"))] == ["release"]


def withdraw_and_close() -> None:
    try:
        withdraw("invented-2020")
    finally:
        connection.close()


@pytest.mark.parametrize("name", ["nonsense.csv", "..%2f..%2fsecret", "SHA256SUMS.bak"])
def test_release_file_when_it_is_none_of_the_release(
    client: Client, settings: object, tmp_path: Path, name: str
) -> None:
    settings.VAR = tmp_path
    publish(document())
    write_release(DiskPlace(tmp_path / "media/data" / "one"), TODAY)
    (tmp_path / "secret").write_text("x")
    assert client.get(f"/en/data/one/{name}").status_code == 404


RUN = {"curl": ["bash", "-c"], "Python": [sys.executable, "-c"], "R": ["Rscript", "-e"]}


def runs(language: str) -> bool:
    """Whether this machine has what the example needs. R is heavy: .ci/run installs it, a laptop may do without."""
    asked = [*RUN[language], "library(jsonlite)"]
    return language != "R" or bool(which(asked[0]) and subprocess.run(asked, capture_output=True).returncode == 0)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("language", "name"), [("curl", "Bokai"), ("Python", "Bokai"), ("R", "Temirlan Yensebek")])
def test_example_when_copied_runs(live_server: object, language: str, name: str) -> None:
    if not runs(language):
        pytest.skip("no R with jsonlite here: install Debian's packages r-base-core and r-cran-jsonlite")
    publish_real()
    text = dict(examples(live_server.url))[language]
    done = subprocess.run([*RUN[language], text], capture_output=True, text=True, timeout=60, check=True)
    assert name in done.stdout


def test_releases_stand_by_the_day_of_their_states(settings: Any, tmp_path: Path) -> None:
    """Whatever their folders are called."""
    settings.VAR = tmp_path
    publish(document())
    for name, day in (("z", date(2026, 3, 1)), ("a", date(2026, 5, 1)), ("m", date(2026, 4, 1))):
        write_release(DiskPlace(tmp_path / "media/data" / name), day)
    assert [(release.name, release.day.month) for release in releases()] == [("a", 5), ("m", 4), ("z", 3)]


def test_release_without_a_folder_is_called_by_its_day(settings: Any, tmp_path: Path, capsys: Any) -> None:
    settings.VAR = tmp_path
    publish(document())
    call_command("publish_dataset", verbosity=0)
    assert "tables of the archive in " in capsys.readouterr().out
    assert [release.name for release in releases()] == [timezone.localdate().isoformat()]


def test_next_release_mends_those_that_a_withdrawal_left(settings: Any, tmp_path: Path) -> None:
    """The worker that withdrew the case was killed before it could write them anew."""
    settings.VAR = tmp_path
    publish(document(), document(invented.case("invented-2020")))
    write_release(DiskPlace(tmp_path / "media/data" / "before"), date(2026, 11, 2))
    withhold_in_silence("invented-2020", NOON)
    assert releases() == []
    call_command("publish_dataset", verbosity=0)
    assert [release.name for release in releases()][1:] == ["before"]
    assert files_that_name(tmp_path / "media/data" / "before", "invented-2020") == set()


def test_releases_that_there_is_no_time_for_are_emptied_and_written_later(settings: Any, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    publish(document(), document(invented.case("invented-2020")))
    write_release(DiskPlace(tmp_path / "media/data" / "before"), date(2026, 11, 2))
    withhold_in_silence("invented-2020", NOON)
    rewrite_releases(within=0)
    assert [path.name for path in (tmp_path / "media/data" / "before").iterdir()] == ["SHA256SUMS"]
    assert releases() == []
    rewrite_releases()
    assert [release.name for release in releases()] == ["before"]


def test_release_holds_the_ledger_of_its_day_unless_something_went_since(settings: Any, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    publish(document(), document(invented.case("invented-2020")))
    write_ledger(seal(NOON), None)
    sealed = read_ledger()
    write_release(DiskPlace(tmp_path / "same"), date(2026, 11, 1))
    assert (tmp_path / "same" / "ledger.json").read_bytes() == sealed
    write_release(DiskPlace(tmp_path / "other-day"), date(2026, 11, 2))
    assert not (tmp_path / "other-day" / "ledger.json").exists()
    withhold_in_silence("invented-2020", NOON + timedelta(hours=1))
    rewrite_releases()
    assert not (tmp_path / "same" / "ledger.json").exists()


def test_citation_of_a_release_can_be_read(settings: Any, tmp_path: Path) -> None:
    settings.CONTENT_LICENCE = "CC-BY-SA-4.0"
    publish(document())
    write_release(DiskPlace(tmp_path), TODAY)
    cited = yaml.safe_load((tmp_path / "CITATION.cff").read_text())
    assert (cited["cff-version"], cited["type"], cited["date-released"]) == ("1.2.0", "dataset", "2026-11-22")
    assert (cited["authors"], cited["license"]) == ([{"name": "Shekteu"}], "CC-BY-SA-4.0")
    assert cited["version"] == "20261101T1200Z"


def test_release_speaks_english_whoever_caused_it(tmp_path: Path) -> None:
    """An editor who reads Russian withdraws a case, and releases are written anew."""
    publish(document())
    write_release(DiskPlace(tmp_path / "one"), TODAY)
    with override("ru"):
        write_release(DiskPlace(tmp_path / "other"), TODAY)
    files = [path.name for path in (tmp_path / "one").iterdir()]
    different = [
        name for name in files if (tmp_path / "one" / name).read_bytes() != (tmp_path / "other" / name).read_bytes()
    ]
    assert different == []
