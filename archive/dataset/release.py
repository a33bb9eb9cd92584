"""Writes a release of the data set, and reads those that were written."""

import hashlib
from datetime import date
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from archive.dataset.tables import datapackage, datasette, write_sqlite
from archive.exports import rows
from archive.exports.about import About, about
from archive.exports.columns import CASES, RESTRICTIONS
from archive.exports.documents import json_lines
from archive.exports.tables import csv_text
from archive.filters import Selection
from editions.current import standing
from editions.exporting import archive_of_documents, as_bytes

SUMS = "SHA256SUMS"
TABLES = {"cases": CASES, "restrictions": RESTRICTIONS}


class File(NamedTuple):
    name: str
    size: int
    digest: str


class Release(NamedTuple):
    name: str
    files: tuple[File, ...]


def write_release(folder: Path, day: date) -> About:
    """All files of a release into ``folder``. States speak of ``day``."""
    folder.mkdir(parents=True, exist_ok=True)
    selection = Selection(today=day, on=day)
    told = about(selection, "the whole archive")
    made = {"cases": lambda: rows.cases(selection), "restrictions": lambda: rows.of_restrictions(selection)}
    for name, columns in TABLES.items():
        _write(folder / f"{name}.csv", csv_text(columns, made[name](), None))
    _write(folder / "documents.jsonl", json_lines(rows.cases(selection), told))
    (folder / "archive.json").write_bytes(as_bytes(archive_of_documents(standing()).record()))
    write_sqlite(folder / "shekteu.sqlite", {name: (columns, made[name]()) for name, columns in TABLES.items()})
    _write(folder / "metadata.json", [datasette(told, TABLES)])
    _write(folder / "datapackage.json", [datapackage(told, TABLES)])
    _write(folder / "README.txt", [_readme(told)])
    _write(folder / SUMS, _sums(folder))
    return told


def releases(folder: Path | None = None) -> list[Release]:
    """The releases that were written into the site's own folder, newest first."""
    folder = folder or releases_folder()
    found = [path for path in folder.glob("*") if (path / SUMS).is_file()] if folder.is_dir() else []
    return [_release(path) for path in sorted(found, reverse=True)]


def releases_folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "data"


def _release(folder: Path) -> Release:
    pairs = (line.split("  ", 1) for line in (folder / SUMS).read_text(encoding="utf-8").splitlines())
    files = [File(name, (folder / name).stat().st_size, digest) for digest, name in pairs if (folder / name).is_file()]
    return Release(folder.name, tuple(files))


def _sums(folder: Path) -> list[str]:
    files = [path for path in sorted(folder.iterdir()) if path.is_file() and path.name != SUMS]
    return [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]


def _write(path: Path, parts: object) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(parts)  # type: ignore[arg-type]


def _readme(told: About) -> str:
    lines = [f"{key}: {value}" for key, value in told.record().items()]
    return "\n".join(
        ["Shekteu: the published archive as data", "", *lines, "", f"Check the files: sha256sum -c {SUMS}", ""]
    )
