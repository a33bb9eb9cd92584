"""manage.py finish_removals"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now

from archive.exports.dataset.release import delete_strays, rewrite_releases
from editions.files import delete_lost
from records.storage import StorageError


class Command(BaseCommand):
    """Removes what a withdrawal or erasure could not remove at once. A timer runs it once a day."""

    help = (
        "Remove uploads that no row and no edition names, a day after they came, and write releases anew that hold "
        "what was withdrawn or erased: what a storage that was away, or a killed process, left behind."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            number = delete_lost(now()) + delete_strays(now())
            rewrite_releases()
        except StorageError as error:
            raise CommandError(f"{error}. Nothing of it is public; run this again") from error
        self.stdout.write(f"{number} files that nothing names are removed")
