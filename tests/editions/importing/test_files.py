"""A file names pictures and papers whose bytes are elsewhere: told with place and remedy, and no error."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from people.models import Portrait
from records import stored
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
REMEDY = "copy it into uploads/cleaned of the data folder, or bring it again at the desk; until then pages do without"


@pytest.fixture(autouse=True)
def _uploads(settings: Any, tmp_path: Path) -> None:
    settings.VAR = tmp_path


def archive(sha256: str) -> dict[str, Any]:
    rendition = {"sha256": sha256, "type": "image/webp", "width": 160, "height": 200, "bytes": 9}
    person = invented.person(recognitions=[], sources=[], portrait={"renditions": [rendition]})
    paper = {"sha256": "b" * 64, "bytes": 9, "pages": 2}
    return {"format": "shekteu/1", "sources": [invented.source(paper=paper)], "people": [person]}


def imported(tmp_path: Path, plain: dict[str, Any]) -> list[str]:
    file, said = tmp_path / "archive.json", StringIO()
    file.write_text(json.dumps(plain))
    call_command("import_archive", str(file), stdout=said)
    return said.getvalue().splitlines()[1:]


def test_import_when_the_files_are_elsewhere(tmp_path: Path) -> None:
    assert imported(tmp_path, archive("a" * 64)) == [
        f"  people[0] (invented-person).portrait: the file {'a' * 64}.webp is not here: {REMEDY}",
        f"  sources[0] (invented-news-1).paper: the file {'b' * 64}.pdf is not here: {REMEDY}",
    ]
    assert Portrait.objects.get().renditions[0]["sha256"] == "a" * 64


def test_import_when_a_file_is_here(tmp_path: Path) -> None:
    here = stored.store(stored.CLEANED, b"a picture", "webp")

    assert [line.split(":")[0] for line in imported(tmp_path, archive(here))] == [
        "  sources[0] (invented-news-1).paper"
    ]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"sha256": "../../etc/passwd"}, '"../../etc/passwd" is no digest: 64 hexadecimal digits'),
        ({"type": "image/svg+xml"}, '"image/svg+xml" is unknown: did you mean "image/jpeg"? known are image/avif'),
        ({"width": 0}, "Input should be greater than or equal to 1"),
    ],
)
def test_import_when_the_file_of_a_portrait_is_none(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    plain = archive("a" * 64)
    plain["people"][0]["portrait"]["renditions"][0] |= changes

    with pytest.raises(Exception, match="Nothing of ") as error:
        imported(tmp_path, plain)

    assert f"people[0] (invented-person).portrait.renditions[0].{next(iter(changes))}: {message}" in str(error.value)


def test_import_when_the_licence_is_unknown(tmp_path: Path) -> None:
    plain = archive("a" * 64)
    plain["people"][0]["portrait"]["licence"] = "mine"

    with pytest.raises(Exception, match='"mine" is no licence: known are cc-by-4, '):
        imported(tmp_path, plain)
