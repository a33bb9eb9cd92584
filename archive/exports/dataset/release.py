"""Writes a release of the data set, and reads those that were written."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from math import inf
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from django.db import connection
from django.db.models import Max, QuerySet
from django.utils import timezone
from django.utils.translation import override

from archive.exports import rows
from archive.exports.about import About, about
from archive.exports.codebook import CODE_LISTS, CODEBOOK, code_rows, column_rows
from archive.exports.columns import Row, Table
from archive.exports.dataset.changes import CHANGES, WITHDRAWN, change_rows, release_before, withdrawn_rows
from archive.exports.dataset.package import citation, datapackage, datasette
from archive.exports.dataset.places import DATA, SUMS, ReleasePlace, own_place, place_of
from archive.exports.dataset.tables import as_written, lines_of, write_lines, write_parquet, write_sqlite, write_xlsx
from archive.exports.definitions import TABLES
from archive.exports.document_schema import document_schema
from archive.exports.documents import dumped, json_lines
from archive.exports.tables import csv_text
from archive.index.columns.bitmaps import numbers
from archive.index.columns.selecting import Chosen, choose
from archive.index.models import WrittenRelease
from archive.index.selection import Selection
from editions.current import documents_of
from editions.exporting import archive_of_documents, as_bytes
from editions.ledgers import NAME as LEDGER
from editions.ledgers import read_ledger
from editions.models import ChainEntry
from editions.writing import one_moment
from records.languages import SOURCE_LANGUAGE
from records.progress import Progress, unseen
from records.storage import archive_storage

ALL_TABLES = {**TABLES, **{table.name: table for table in (CODEBOOK, CODE_LISTS, WITHDRAWN, CHANGES)}}
"""Those of the archive, what their columns and codes mean, and what changed."""

ONE_WRITER = 0x5348_5245
"""The advisory lock of who writes releases."""
MAY_BE_AT_WORK = timedelta(days=1)


class ReleaseFile(NamedTuple):
    name: str
    size: int
    digest: str


class Release(NamedTuple):
    """``day``: the day that its states speak of."""

    name: str
    day: date
    files: tuple[ReleaseFile, ...]


class FolderHoldsOtherFiles(ValueError):
    """A folder that is neither empty nor a release: what lies in it would be taken for ours."""


def write_release(place: ReleasePlace, day: date, known: date | None = None, progress: Progress = unseen) -> About:
    """All files of a release into its place, new, empty or an earlier release. States speak of ``day``.

    ``known``: as the archive knew it at the end of that day, without what was withheld since. All is read from one
    snapshot, the end of the chain first: whatever is withheld meanwhile makes the release one that is written anew.
    Raises FolderHoldsOtherFiles before anything is written.
    """
    if strangers := place.strangers():
        names = ", ".join(strangers[:3]) + (", …" if len(strangers) > 3 else "")
        raise FolderHoldsOtherFiles(f"{place} holds files that are no release of this archive ({names})")
    with place.written() as folder, one_moment(), override(SOURCE_LANGUAGE):
        head = last_number(ChainEntry.objects.all())
        chosen = choose(Selection(today=max(day, known or day), on=day, known=known))
        described = write_files(folder, release_before(place, day), chosen, progress)
    values = {"day": day, "entry": head}
    WrittenRelease.objects.update_or_create(folder=place.key, defaults=values)
    return described


def write_files(folder: Path, before: WrittenRelease | None, chosen: Chosen, progress: Progress) -> About:
    """The files of a release, and their sums. The tables of the archive, which take the longest, are counted.

    `before`: the release that its changes are told from.
    """
    of_the_release = about(chosen, "the whole archive")
    day = chosen.selection.on
    progress(write_tables(folder, chosen, of_the_release), len(TABLES), "tables of the archive")
    for table, lines in (
        (CODEBOOK, column_rows()),
        (CODE_LISTS, code_rows()),
        (WITHDRAWN, withdrawn_rows()),
        (CHANGES, change_rows(folder, before, day)),
    ):
        write_table(folder, table, lines, of_the_release)
    write_xlsx(folder, ALL_TABLES, of_the_release)
    write_sqlite(folder, ALL_TABLES, of_the_release)
    write(folder / "documents.jsonl", json_lines(rows.of_release("cases", chosen), of_the_release))
    write(folder / "document.schema.json", [dumped(document_schema(), indent=1)])
    published = archive_of_documents(row.document for row in documents_of(numbers(chosen.cases).tolist()))
    (folder / "archive.json").write_bytes(as_bytes(published.to_dict()))
    write(folder / "metadata.json", [datasette(of_the_release, ALL_TABLES)])
    write(folder / "datapackage.json", [datapackage(folder, of_the_release, ALL_TABLES)])
    write(folder / "CITATION.cff", [citation(of_the_release)])
    write(folder / "README.txt", [readme(of_the_release)])
    write_ledger_of(folder, day)
    files = [path for path in sorted(folder.iterdir()) if path.is_file() and path.name != SUMS]
    write(folder / SUMS, [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files])
    return of_the_release


def write_tables(folder: Path, chosen: Chosen, about: About) -> Iterator[int]:
    """The tables of the archive; gives how many are written."""
    for number, (name, table) in enumerate(TABLES.items(), start=1):
        write_table(folder, table, rows.of_release(name, chosen), about)
        yield number


def write_table(folder: Path, table: Table, lines: Iterable[Row], about: About) -> None:
    """A table as JSON Lines, CSV and Parquet."""
    write_lines(folder, table, lines)
    write(folder / f"{table.name}.csv", csv_text(as_written(table), lines_of(folder, table), None))
    write_parquet(folder, table, about)


def write_ledger_of(folder: Path, day: date) -> None:
    """The ledger of the release's day, if that is the newest and nothing went since it was sealed.

    It would keep a line of what went; and two ledgers beside each other would count what goes in silence.
    """
    copy, sealed = folder / LEDGER, last_number(ChainEntry.objects.filter(kind=ChainEntry.Kind.SEALED))
    copy.unlink(missing_ok=True)
    ledger = read_ledger() if sealed > last_removal() else None
    if ledger and json.loads(ledger)["day"] == day.isoformat():
        copy.write_bytes(ledger)


def rewrite_releases(within: float = inf) -> None:
    """Writes every release anew that holds what was withdrawn or erased since, without it: the oldest first, since each
    says what changed since the one before.

    Those for which the seconds do not suffice are emptied at once and written by the next ``publish_dataset``. While
    another process writes releases, whoever may not wait leaves them: none of them is given out, and
    ``finish_removals`` comes each day.
    """
    started = monotonic()
    with writing_alone(wait=within == inf) as is_alone:
        if is_alone:
            rewrite_holding_what_is_gone(started, within)


def rewrite_holding_what_is_gone(started: float, within: float) -> None:
    for release in WrittenRelease.objects.holding_what_is_gone(last_removal()).order_by("day", "folder"):
        place = place_of(release.folder)
        if (written := release_in(place, release.day)) is None:
            release.delete()
        elif monotonic() - started < within:
            write_release(place, release.day, release.day if release.day < timezone.localdate() else None)
        else:
            for file in written.files:
                place.remove(file.name)


@contextmanager
def writing_alone(wait: bool) -> Iterator[bool]:
    """Whether this process alone writes releases, on any machine: files of two would lie among each other, and what
    one left out stand in the other's."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)" if wait else "SELECT pg_try_advisory_lock(%s)", [ONE_WRITER])
        is_alone = wait or cursor.fetchone()[0]
        try:
            yield is_alone
        finally:
            if is_alone:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [ONE_WRITER])


def delete_strays(now: datetime) -> int:
    """Removes files that lie among the releases in a storage elsewhere and belong to none, and counts them.

    A writer that was killed left them, or a restore from another place. Nobody would write them anew without what is
    withdrawn. Those of the last day may be of a writer at work. On disk the folder is the operator's.
    """
    storage = archive_storage()
    if storage.is_on_disk:
        return 0
    known = set(WrittenRelease.objects.values_list("folder", flat=True))
    strays = [
        file.name
        for file in storage.walk(DATA)
        if file.name.rpartition("/")[0] not in known and now - storage.get_modified_time(file.name) > MAY_BE_AT_WORK
    ]
    for name in strays:
        storage.delete(name)
    return len(strays)


def releases(beside: ReleasePlace | None = None) -> list[Release]:
    """The site's own releases, or those beside another one, newest day first, but those that hold what has gone since.

    Two queries. Raises StorageError.
    """
    parent = (beside or own_place("any")).parent
    current = WrittenRelease.objects.filter(entry__gte=last_removal(), folder__startswith=f"{parent}/")
    places = [(place_of(row.folder), row.day) for row in current.order_by("-day", "-folder")]
    written = [release_in(place, day) for place, day in places if place.parent == parent]
    return [release for release in written if release]


def last_removal() -> int:
    """The last entry by which anything was withdrawn or erased; 0: none."""
    kinds = [ChainEntry.Kind.WITHDRAWN, ChainEntry.Kind.ERASED]
    return last_number(ChainEntry.objects.filter(kind__in=kinds))


def last_number(entries: QuerySet[ChainEntry]) -> int:
    return entries.aggregate(last=Max("number"))["last"] or 0


def release_in(place: ReleasePlace, day: date) -> Release | None:
    """The release there with those files that its sums name; none if it has no sums."""
    try:
        with place.open(SUMS) as file:
            pairs = [line.split("  ", 1) for line in file.read().decode().splitlines()]
    except (FileNotFoundError, NotADirectoryError):
        return None
    sizes = {file.name: file.size for file in place.files()}
    files = (ReleaseFile(name, sizes[name], digest) for digest, name in pairs if name in sizes)
    return Release(place.name, day, tuple(files))


def write(path: Path, parts: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(parts)


def readme(about: About) -> str:
    lines = [f"{key}: {value}" for key, value in about.to_dict().items()]
    return "\n".join(
        ["Shekteu: the published archive as data", "", *lines, "", f"Check the files: sha256sum -c {SUMS}", ""]
    )
