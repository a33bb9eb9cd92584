"""The archive without its unlisted cases. Everybody here is invented; the whole mirror is in tests/deploy."""

from pathlib import Path
from typing import Any

import pghistory
import pytest

from archive.exports.dataset.places import own_place
from archive.exports.dataset.release import releases, write_release
from archive.index.columns.current import columns
from archive.index.models import Entry, IndexState, Period
from config.mirror.listed import listed_alone, unlisted
from config.mirror.pages import every_case_on_one_page, made
from editions import chain
from editions.document import NOINDEX
from editions.models import ChainEntry, Edition, EditionText, PriorCase
from editions.reasons import SILENT
from tests.archive.published import NOON, TODAY, document, publish, withdraw
from tests.config.mirror.canaries import document_with, files_with

pytestmark = pytest.mark.django_db
UNLISTED, SILENT_ONE = "kukushkin", "soroka"
TABLES = (ChainEntry, EditionText, PriorCase, Entry, Period)
FILES = (
    "en/index.html", "en/cases/index.html", "en/cases.csv", "en/cases.xlsx", "en/cases.json", "en/cases.jsonl",
    "en/cases.atom", "en/cases.ics", "en/restrictions.csv", "en/sources.csv", "en/tables/index.html",
    "en/statistics/index.html", "en/calendar/index.html", "en/restrictions/index.html",
    "en/restrictions/public-activity-ban/index.html", "en/about/corrections/index.html", "en/law/check/index.html",
    "en/data/index.html", "en/data/codebook/index.html",
)  # fmt: skip


def publish_unlisted() -> None:
    publish(document_with(UNLISTED, NOINDEX))


def withhold_in_silence() -> None:
    publish(document_with(SILENT_ONE))
    chain.append([chain.NewEdition(f"i{SILENT_ONE}-2016", [], dict(SILENT), None)], NOON)


def counted() -> list[int]:
    return [*(model.objects.count() for model in TABLES), len(columns().current)]


def files() -> dict[str, bytes]:
    with every_case_on_one_page():
        return {file: made(file, "https://site.example").content for file in FILES}


def test_unlisted_case_is_in_no_table_and_is_there_again_afterwards() -> None:
    publish(document())
    alone = counted()
    publish_unlisted()
    together, state = counted(), IndexState.objects.version()
    assert together != alone

    with listed_alone():
        assert counted() == alone
    assert (counted(), IndexState.objects.version()) == (together, state)


def test_files_are_those_of_an_archive_that_never_had_the_case() -> None:
    publish(document())
    before = files()
    publish_unlisted()
    withhold_in_silence()
    assert set(files_with(UNLISTED, files())) >= {"en/cases.csv", "en/cases.xlsx", "en/cases/index.html"}

    with listed_alone():
        after = files()

    assert (files_with(UNLISTED, after), files_with(SILENT_ONE, after)) == ([], [])
    assert {name for name in FILES if before[name] != after[name]} == set()


def test_unlisted_case_that_was_withdrawn_since_is_not_told_of_either() -> None:
    publish_unlisted()
    withdraw(f"i{UNLISTED}-2016")

    with listed_alone():
        assert not Edition.objects.exists()


def test_case_that_is_listed_again_is_there() -> None:
    publish_unlisted()
    publish(document_with(UNLISTED))

    assert not unlisted().exists()


def test_unlisted_case_is_hidden_while_the_audit_listens() -> None:
    publish_unlisted()

    with pghistory.context(), listed_alone():
        assert not Edition.objects.exists()


def test_release_of_the_whole_archive_stays_out_beside_an_unlisted_case(tmp_path: Path, settings: Any) -> None:
    settings.VAR = tmp_path
    publish(document())
    write_release(own_place("2026-11-22"), TODAY)
    with listed_alone():
        assert [release.name for release in releases()] == ["2026-11-22"]
    publish_unlisted()

    with listed_alone():
        assert releases() == []
