"""A release of the data set."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from archive.exports.dataset.release import FolderHoldsOtherFiles, write_release


class Command(BaseCommand):
    help = "Write the published archive as files: tables, documents, a data package, SQLite, with SHA-256 sums."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", help="a new folder; inside media/data/ of SHEKTEU_VAR the site lists it")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            about = write_release(Path(options["folder"]), timezone.localdate())
        except FolderHoldsOtherFiles as error:
            raise CommandError(f"{error}: name a new folder, an empty one, or that of an earlier release") from error
        changed = about.changed or "none yet"
        self.stdout.write(f"The archive as of its last change, {changed}, written to {options['folder']}.")
