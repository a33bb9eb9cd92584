"""manage.py import_history FILE"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from editions.history import import_lines, verify_lines
from editions.refusal import PublicationError


class Command(BaseCommand):
    """Verifies the whole file first, then saves all of it or nothing."""

    help = "Import a history (made by export_history) into an archive without entries, verifying it first."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        try:
            with Path(file).open(encoding="utf-8") as stream:
                verify_lines(stream)
                stream.seek(0)
                count = import_lines(stream)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}: check the path") from error
        except UnicodeDecodeError as error:
            raise CommandError(f"{file}: no UTF-8 text: give a file made by export_history") from error
        except PublicationError as error:
            raise CommandError("\n  ".join([f"Nothing of {file} was imported:", *error.problems])) from error
        self.stdout.write(f"{file}: {count} entries imported and indexed")
