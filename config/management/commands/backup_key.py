"""manage.py backup_key FILE [--passphrase-file FILE | --without-passphrase]"""

from getpass import getpass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.backups.keys import make_identity

SHORTEST = 12


class Command(BaseCommand):
    """Makes the key that backups are encrypted to. Whoever has the file and its passphrase can read them all."""

    help = (
        "Make a key for backups, in the format of age, under a passphrase; print the public key. Keep FILE elsewhere."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--passphrase-file", type=Path, help="its first line is the passphrase: nothing is asked")
        parser.add_argument("--without-passphrase", action="store_true", help="the file alone opens every backup")

    def handle(
        self, *args: Any, file: Path, passphrase_file: Path | None, without_passphrase: bool, **options: Any
    ) -> None:
        passphrase = "" if without_passphrase else new_passphrase(passphrase_file)
        try:
            public = make_identity(file, passphrase)
        except FileExistsError as error:
            raise CommandError(f"{file} is there already: a key that opens backups is not overwritten") from error
        self.stdout.write(f"The secret key is in {file}: keep it away from this machine, in two places.")
        self.stdout.write(f"SHEKTEU_BACKUP_RECIPIENT={public}")


def new_passphrase(file: Path | None) -> str:
    """The passphrase of the file's first line, or what somebody types twice."""
    if file:
        passphrase = file.read_text().splitlines()[0].strip()
    else:
        passphrase = getpass("Passphrase: ")
        if getpass("Once more: ") != passphrase:
            raise CommandError("These were two different passphrases")
    if len(passphrase) < SHORTEST:
        raise CommandError(f"A passphrase needs {SHORTEST} characters: take six words")
    return passphrase
