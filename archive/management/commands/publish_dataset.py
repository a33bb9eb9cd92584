"""A release of the data set."""

from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from archive.exports.dataset.places import DiskPlace, own_place
from archive.exports.dataset.release import FolderHoldsOtherFiles, rewrite_releases, write_release, writing_alone
from records.progress import show_progress
from records.storage import StorageError


class Command(BaseCommand):
    help = "Write the published archive as files (docs/data.md): tables, documents, a data package, SHA-256 sums."

    def add_arguments(self, parser: CommandParser) -> None:
        words = "a new folder, or that of an earlier release; left out: media/data/<today>, which /data/ lists"
        parser.add_argument("folder", nargs="?", help=words)

    def handle(self, *args: Any, **options: Any) -> None:
        folder = options["folder"]
        place = DiskPlace(Path(folder)) if folder else own_place(timezone.localdate().isoformat())
        try:
            rewrite_releases()  # those that a withdrawal had no time for
            with writing_alone(wait=True):
                about = write_release(place, timezone.localdate(), progress=partial(show_progress, stdout=self.stdout))
            rewrite_releases()  # what was withdrawn while it was written
        except FolderHoldsOtherFiles as error:
            raise CommandError(f"{error}: name a new folder, an empty one, or that of an earlier release") from error
        except StorageError as error:
            raise CommandError(f"{error}. Run this again: readers get no release that is not whole") from error
        changed = about.changed or "none yet"
        self.stdout.write(f"The archive as of its last change, {changed}, written to {place}.")
