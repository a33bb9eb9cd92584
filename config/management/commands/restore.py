"""manage.py restore DIR --identity FILE [--at MOMENT] [--check]"""

from functools import partial
from getpass import getpass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, connections

from config.backups.keys import BackupError, read_identities
from config.backups.postgres import Place, address_of, elsewhere
from config.backups.restoring import check, restore
from records.progress import show_progress


class Command(BaseCommand):
    """Puts a backup where no archive is, or only shows that it could be."""

    help = (
        "Restore the newest backup of DIR, or that of a moment, into an empty database and an empty SHEKTEU_VAR. It is "
        "loaded beside and takes its place once every file, and the chain up to the head, are what they were. With "
        "--check: all of that, and nothing stays."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", metavar="DIR", type=Path)
        parser.add_argument("--identity", type=Path, required=True, help="the file of the secret key (backup_key)")
        parser.add_argument("--passphrase-file", type=Path, help="its first line opens the key: nothing is asked")
        parser.add_argument("--at", default="", metavar="MOMENT", help="the name of a folder in DIR")
        parser.add_argument("--check", action="store_true", help="restore into a database that is dropped again")

    def handle(self, *args: Any, folder: Path, identity: Path, at: str, **options: Any) -> None:
        passphrase_file, progress = options["passphrase_file"], partial(show_progress, stdout=self.stdout)
        address = address_of(connection.settings_dict)
        connections.close_all()
        try:
            identities = read_identities(
                identity,
                lambda: (
                    passphrase_file.read_text().splitlines()[0].strip() if passphrase_file else getpass("Passphrase: ")
                ),
            )
            if options["check"]:
                contents = check(folder, at, identities, address, progress)
            else:
                contents = restore(folder, at, identities, Place(address, settings.VAR, elsewhere()), progress)
        except BackupError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{error.filename or folder}: {error.strerror}. Nothing was restored") from error
        verb = "holds: nothing was kept" if options["check"] else "is restored: run manage.py migrate"
        self.stdout.write(f"{folder / contents.moment} {verb}")
        self.stdout.write(f"head {contents.head}, count {contents.count}" if contents.count else "No edition yet")
