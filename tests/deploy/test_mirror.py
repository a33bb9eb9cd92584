"""The whole mirror of the shipped cases: equal twice, no dead link, nothing of a silent case."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from config.mirror.building import Mirror
from config.mirror.links import links
from editions import chain
from editions.reasons import SILENT as SILENTLY
from tests.archive.published import NOON, for_this_module, publish, shipped_documents
from tests.config.mirror.test_building import everything
from tests.config.mirror.test_signing import KEY, line, verified

pytestmark = [pytest.mark.deploy, pytest.mark.django_db]
DAY = date(2026, 11, 22)
SILENT = "bokai-2016"


@pytest.fixture(scope="module")
def folder(django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[Path]:
    folder: Path = tmp_path_factory.mktemp("mirror")
    with for_this_module(django_db_blocker):
        publish(*shipped_documents())
        chain.append([chain.NewEdition(SILENT, [], dict(SILENTLY), None)], NOON)
        for name in ("one", "two"):
            for _done in Mirror(folder / name, "https://site.example", DAY, KEY).build():
                pass
        yield folder


def test_two_builds_are_equal_and_verify(folder: Path) -> None:
    assert everything(folder / "one") == everything(folder / "two")
    assert verified(folder / "one", line(KEY))[0] == 0


def test_no_link_is_dead_and_none_leaves_the_mirror(folder: Path) -> None:
    files = everything(folder / "one")
    dead = {(file, link) for file, content in files.items() if file.endswith(".html") for link in links(file, content)}

    assert {(file, link) for file, link in dead if link not in files} == set()
    assert len(dead) > 10_000


def test_silent_case_is_nowhere(folder: Path) -> None:
    held = [
        file for file, content in everything(folder / "one").items() if SILENT.encode() in content or SILENT in file
    ]

    assert held == []
