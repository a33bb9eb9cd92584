"""manage.py verify_editions [--head HASH --count N]"""

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from editions.models import ChainEntry
from editions.verify import verify


class Command(BaseCommand):
    """Says of each entry of the chain: intact, redacted, or broken and why."""

    help = (
        "Verify the chain, its texts and the index. Fails if anything is broken. Write the last line down elsewhere: "
        "with --head and --count a later run tells whether the chain of that day is still the beginning of this one."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--quiet", action="store_true", help="name only what is not intact")
        parser.add_argument("--head", default="", help="the hash that was the last one")
        parser.add_argument("--count", type=int, default=0, help="how many entries there were then")

    def handle(self, *args: Any, quiet: bool, head: str, count: int, **options: Any) -> None:
        if bool(head) != bool(count):
            raise CommandError("--head needs --count, and --count needs --head")
        states: Counter[str] = Counter()
        for check in verify(head, count):
            states[check.state] += 1
            if not quiet or check.state != "intact":
                self.stdout.write(str(check))
        counts = f"{states['intact']} intact, {states['redacted']} redacted, {states['broken']} broken"
        self.stdout.write(f"{states.total()} entries: {counts}")
        if last := ChainEntry.objects.head():
            self.stdout.write(f"head {last.hash}, count {last.number}")
        if states["broken"]:
            raise CommandError("The chain is broken: restore the database from a copy that verifies")
