"""manage.py import_archive FILE|FOLDER [--update] [--publish --reason TEXT [--also ru TEXT]]"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import reset_queries
from django.utils.timezone import now

from editions.importing.archive import import_archive
from editions.importing.reading import MEGABYTE, NotReadable
from editions.importing.rows_in_file import LARGEST, archive_in
from editions.refusal import PublicationError
from records.languages import LANGUAGES
from records.progress import show_progress, unseen

WORTH_SHOWING = 500
"""Records: fewer are done within seconds."""


class Command(BaseCommand):
    """Checks everything first; then all of it becomes rows, or nothing does."""

    help = "Import an archive file (shekteu/1): everything is checked first, then all is saved or nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="an archive file, or a folder of them that are read as one")
        parser.add_argument(
            "--update", action="store_true", help="change rows that differ; changed cases become drafts"
        )
        parser.add_argument("--publish", action="store_true", help='publish the cases whose status is "published"')
        parser.add_argument("--reason", default="", help="why this is published: readers will see it")
        parser.add_argument("--language", default="en", choices=list(LANGUAGES), help="language of the reason")
        parser.add_argument(
            "--also",
            nargs=2,
            action="append",
            default=[],
            metavar=("LANGUAGE", "REASON"),
            help="it in another language",
        )
        parser.add_argument("--largest", type=int, default=LARGEST // MEGABYTE, help="largest file in MB")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        if options["publish"] and not options["reason"].strip():
            raise CommandError("--publish needs --reason: say in a sentence why; readers will see it")
        reasons = {options["language"]: options["reason"].strip(), **dict(options["also"])}
        reason = reasons if options["publish"] else None
        try:
            plain = archive_in(Path(file), options["largest"] * MEGABYTE)
            done = import_archive(plain, options["update"], reason, now(), self._show, processes=None)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}: check the path") from error
        except (NotReadable, PublicationError) as error:
            nothing = f"Nothing of {file} was imported. Correct this and try again:"
            raise CommandError("\n  ".join([nothing, *error.problems])) from error
        counts = f"{len(done.saved.created)} created, {len(done.saved.changed)} changed, {len(done.saved.equal)} equal"
        self.stdout.write(f"{file}: {counts}, {len(done.published)} published")
        for line in (*done.absent, *done.doubts):
            self.stdout.write(f"  {line}")

    def _show(self, counts: Iterable[int], total: int, what: str) -> int:
        """How far it is, where that takes long enough to be wondered about."""
        if total < WORTH_SHOWING:
            return unseen(counts, total, what)
        return show_progress(_forgetful(counts), total, what, self.stdout)


def _forgetful(counts: Iterable[int]) -> Iterator[int]:
    """The counts; with DEBUG Django would keep thousands of statements meanwhile, each as long as a batch."""
    for count in counts:
        reset_queries()
        yield count
