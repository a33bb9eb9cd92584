"""manage.py export_history FILE"""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from editions.history import lines
from editions.writing import one_moment, written


class Command(BaseCommand):
    """The whole chain with its texts, one entry a line: also what was withheld. No public file."""

    help = "Write the whole chain as JSON Lines, for import_history. Keep it secret: it holds what was withheld too."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        with written(file, private=True) as stream, one_moment():
            count = sum(stream.write(line.encode()) > 0 for line in lines()) - 1
        self.stdout.write(f"{file}: {count} entries")
