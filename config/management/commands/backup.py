"""manage.py backup DIR [--recipient age1…] [--keep N]"""

from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils.timezone import now

from config.backups.keys import BackupError, read_recipients
from config.backups.making import backup
from config.backups.postgres import Place, address_of, elsewhere
from records.progress import show_progress

KEEP = 30


class Command(BaseCommand):
    """Adds a backup of database and files to a folder. Only the secret key opens it: this machine cannot."""

    help = (
        "Back up one moment of the database and the files of that moment into DIR, encrypted (age). A file that is "
        "there already is not copied again. Backups but the newest go, and with them the copies that only they named."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", metavar="DIR", type=Path)
        parser.add_argument("--recipient", action="append", help="a public key; SHEKTEU_BACKUP_RECIPIENT unless given")
        parser.add_argument(
            "--keep", type=int, default=KEEP, help=f"how many backups stay in DIR ({KEEP} unless given)"
        )

    def handle(self, *args: Any, folder: Path, recipient: list[str] | None, keep: int, **options: Any) -> None:
        if keep < 1:
            raise CommandError("--keep must be 1 or more")
        progress = partial(show_progress, stdout=self.stdout)
        try:
            recipients = read_recipients(recipient or settings.BACKUP_RECIPIENTS)
            archive = Place(address_of(connection.settings_dict), settings.VAR, elsewhere())
            contents = backup(folder, archive, recipients, keep, now(), progress)
        except BackupError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{error.filename or folder}: {error.strerror}. Nothing of this backup stays") from error
        self.stdout.write(f"{folder / contents.moment}: {len(contents.files)} files, {contents.tables} tables")
        if contents.count:
            self.stdout.write(f"head {contents.head}, count {contents.count}")
