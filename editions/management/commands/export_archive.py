"""manage.py export_archive FILE"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from editions.exporting import archive_of_rows, as_bytes
from editions.refusal import PublicationError
from editions.writing import written


class Command(BaseCommand):
    """Writes the rows, drafts included: the working copy, not what is published."""

    help = "Write all rows, drafts included, as one archive file. Equal archives give equal bytes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        try:
            archive = archive_of_rows().to_dict()
        except PublicationError as error:
            raise CommandError("\n  ".join(["Rows break the format; correct them first:", *error.problems])) from error
        with written(file) as stream:
            stream.write(as_bytes(archive))
        self.stdout.write(f"{file}: {len(archive['cases'])} cases, {len(archive['people'])} people")
