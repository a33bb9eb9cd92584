"""manage.py verify_editions"""

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from editions.verify import verify


class Command(BaseCommand):
    """Says of each edition: intact, redacted by erasure n, or broken."""

    help = "Verify the chain of editions and their texts. Fails if an edition is broken."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--quiet", action="store_true", help="name only what is not intact")

    def handle(self, *args: Any, quiet: bool, **options: Any) -> None:
        states: Counter[str] = Counter()
        for check in verify():
            states[check.state] += 1
            if not quiet or check.state != "intact":
                self.stdout.write(str(check))
        counts = f"{states['intact']} intact, {states['redacted']} redacted, {states['broken']} broken"
        self.stdout.write(f"{states.total()} editions: {counts}")
        if states["broken"]:
            raise CommandError("The chain is broken: restore the database from a copy that verifies")
