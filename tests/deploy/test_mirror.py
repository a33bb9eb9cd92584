"""The mirror of some shipped cases: equal twice, no dead link, nothing of a silent or an unlisted case."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from config.mirror.building import Mirror, write_zip
from config.mirror.links import links
from editions import chain
from editions.document import NOINDEX
from editions.reasons import SILENT as SILENTLY
from tests.archive.published import NOON, for_this_module, publish, shipped_documents
from tests.config.mirror.canaries import document_with, files_with
from tests.config.mirror.test_building import everything
from tests.config.mirror.test_signing import KEY, line, verified
from tests.deploy.machine import Machine

pytestmark = [pytest.mark.deploy, pytest.mark.django_db]
DAY = date(2026, 11, 22)
SITE = "https://site.example"
SILENT = "bokai-2016"
SOME = (SILENT, "yensebek-2025", "ilyashev-2020", "mamai-2023", "baltabay-2019", "klyshev-2021", "zheksebayev-2021")
"""One of whom is withheld. All 44 take four minutes of processor, twice that with another process's."""
UNLISTED, WITHHELD = "kukushkin", "soroka"
"""Words in every text of an invented case that is unlisted, and of one that is withheld in silence."""


@pytest.fixture(scope="module")
def folder(django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[Path]:
    folder: Path = tmp_path_factory.mktemp("mirror")
    with for_this_module(django_db_blocker):
        publish(
            *(one for one in shipped_documents() if one.case.id in SOME),
            document_with(UNLISTED, NOINDEX),
            document_with(WITHHELD),
        )
        for case_id in (SILENT, f"i{WITHHELD}-2016"):
            chain.append([chain.NewEdition(case_id, [], dict(SILENTLY), None)], NOON)
        for name in ("one", "two"):
            for _done in Mirror(folder / name, SITE, DAY, KEY).build():
                pass
            write_zip(folder / name, folder / f"{name}.zip")
        yield folder


def test_two_builds_are_equal_and_verify(folder: Path) -> None:
    assert everything(folder / "one") == everything(folder / "two")
    assert (folder / "one.zip").read_bytes() == (folder / "two.zip").read_bytes()
    assert verified(folder / "one", line(KEY))[0] == 0


def test_no_link_is_dead_and_none_leaves_the_mirror(folder: Path) -> None:
    files = everything(folder / "one")
    dead = {(file, link) for file, content in files.items() if file.endswith(".html") for link in links(file, content)}

    assert {(file, link) for file, link in dead if link not in files} == set()
    assert len(dead) > 5_000


def test_silent_case_is_nowhere(folder: Path) -> None:
    held = [
        file for file, content in everything(folder / "one").items() if SILENT.encode() in content or SILENT in file
    ]

    assert held == []


def test_no_file_says_a_word_of_an_unlisted_or_a_silent_case(folder: Path) -> None:
    files = everything(folder / "one") | {"one.zip": (folder / "one.zip").read_bytes()}

    assert len(files_with("kazakhstan", files)) > 300
    assert (files_with(UNLISTED, files), files_with(WITHHELD, files)) == ([], [])


def test_several_processes_make_what_one_makes(machine: Machine, tmp_path: Path) -> None:
    unlist = "from desk.requests.effects import keep_out; from django.utils.timezone import now"
    machine.manage("shell", "--command", f"{unlist}; keep_out('blyalov-2016', ('{NOINDEX}',), now())")

    for name, processes in (("one", "1"), ("two", "2")):
        machine.manage(
            "build_mirror", str(tmp_path / name), "--site", SITE, "--processes", processes, role="shekteu_site"
        )

    files = everything(tmp_path / "one")
    assert files == everything(tmp_path / "two")
    assert files_with("blyalov-2016", files) == []
    assert len(files_with("bokai-2016", files)) > 100
