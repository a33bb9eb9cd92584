"""Writes a release of the data set, and reads those that were written."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import Max, QuerySet

from archive.exports import rows
from archive.exports.about import About, about
from archive.exports.columns import CASES, RESTRICTIONS
from archive.exports.dataset.tables import datapackage, datasette, write_sqlite
from archive.exports.documents import json_lines
from archive.exports.tables import csv_text
from archive.index.columns.selecting import choose
from archive.index.selection import Selection
from editions.current import standing
from editions.exporting import archive_of_documents, as_bytes
from editions.models import ChainEntry

SUMS = "SHA256SUMS"
CHAIN = "chain.json"
TABLES = {"cases": CASES, "restrictions": RESTRICTIONS}


class ReleaseFile(NamedTuple):
    name: str
    size: int
    digest: str


class Release(NamedTuple):
    name: str
    files: tuple[ReleaseFile, ...]


class FolderHoldsOtherFiles(ValueError):
    """A folder that is neither empty nor a release: what lies in it would be taken for ours."""


def write_release(folder: Path, day: date) -> About:
    """All files of a release into ``folder``, new, empty or an earlier release. States speak of ``day``.

    Raises FolderHoldsOtherFiles before anything is written.
    """
    if strangers := not_of_a_release(folder):
        names = ", ".join(strangers[:3]) + (", …" if len(strangers) > 3 else "")
        raise FolderHoldsOtherFiles(f"{folder} holds files that are no release of this archive ({names})")
    folder.mkdir(parents=True, exist_ok=True)
    chosen = choose(Selection(today=day, on=day))
    of_the_release = about(chosen, "the whole archive")
    tables = {"cases": lambda: rows.cases(chosen), "restrictions": lambda: rows.of_restrictions(chosen)}
    for name, columns in TABLES.items():
        write(folder / f"{name}.csv", csv_text(columns, tables[name](), None))
    write(folder / "documents.jsonl", json_lines(rows.cases(chosen), of_the_release))
    (folder / "archive.json").write_bytes(as_bytes(archive_of_documents(standing()).to_dict()))
    write_sqlite(folder / "shekteu.sqlite", {name: (columns, tables[name]()) for name, columns in TABLES.items()})
    write(folder / "metadata.json", [datasette(of_the_release, TABLES)])
    write(folder / "datapackage.json", [datapackage(of_the_release, TABLES)])
    write(folder / "README.txt", [readme(of_the_release)])
    heads = {"entry": last_number(ChainEntry.objects.all())}
    write(folder / CHAIN, [json.dumps(heads, indent=2) + "\n"])
    files = [path for path in sorted(folder.iterdir()) if path.is_file() and path.name != SUMS]
    write(folder / SUMS, [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files])
    return of_the_release


def not_of_a_release(folder: Path) -> list[str]:
    """The names in the folder that no earlier release there lists among its sums; an interrupted one lists none."""
    if folder.exists() and not folder.is_dir():
        return [folder.name]
    sums = folder / SUMS
    lines = sums.read_text(encoding="utf-8", errors="replace").splitlines() if sums.is_file() else []
    known = {SUMS, *(line.partition("  ")[2] for line in lines)} if lines else set()
    return sorted(path.name for path in folder.glob("*") if path.name not in known or not path.is_file())


def releases(folder: Path | None = None) -> list[Release]:
    """The releases in the site's own folder, newest first, but those that hold what has gone since. Two queries."""
    folder = folder or releases_folder()
    written = [path for path in folder.glob("*") if (path / SUMS).is_file()] if folder.is_dir() else []
    kinds = [ChainEntry.Kind.WITHDRAWN, ChainEntry.Kind.ERASED]
    gone = last_number(ChainEntry.objects.filter(kind__in=kinds))
    return [release_in(path) for path in sorted(written, reverse=True) if holds_nothing_gone(path, gone)]


def holds_nothing_gone(folder: Path, gone: int) -> bool:
    """Whether the release was written after the last withdrawal and the last erasure. One that does not say is not."""
    try:
        heads = json.loads((folder / CHAIN).read_text(encoding="utf-8"))
        return bool(heads["entry"] >= gone)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def last_number(rows: QuerySet[Any]) -> int:
    """The last edition or erasure; 0: there is none."""
    return rows.aggregate(last=Max("number"))["last"] or 0


def releases_folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "data"


def release_in(folder: Path) -> Release:
    pairs = [line.split("  ", 1) for line in (folder / SUMS).read_text(encoding="utf-8").splitlines()]
    files = [(folder / name, digest) for digest, name in pairs if (folder / name).is_file()]
    return Release(folder.name, tuple(ReleaseFile(path.name, path.stat().st_size, digest) for path, digest in files))


def write(path: Path, parts: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(parts)


def readme(about: About) -> str:
    lines = [f"{key}: {value}" for key, value in about.to_dict().items()]
    return "\n".join(
        ["Shekteu: the published archive as data", "", *lines, "", f"Check the files: sha256sum -c {SUMS}", ""]
    )
