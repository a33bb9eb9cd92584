"""manage.py verify_editions [--head HASH --count N]"""

from collections import Counter, deque
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from editions.models import ChainEntry
from editions.verify import verify
from records.progress import show_progress


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
        if count < 0:
            raise CommandError("--count is a number of entries, such as 120")
        states: Counter[str] = Counter()
        steps = self.steps(head, count, quiet, states)
        if quiet:
            show_progress(steps, ChainEntry.objects.count(), "entries read", self.stdout)
        else:
            deque(steps, maxlen=0)  # a line for each tells how far it is
        counts = f"{states['intact']} intact, {states['redacted']} redacted, {states['broken']} broken"
        self.stdout.write(f"{states.total()} entries: {counts}")
        if last := ChainEntry.objects.head():
            self.stdout.write(f"head {last.hash}, count {last.number}")
        if states["broken"]:
            raise CommandError("The chain is broken: restore the database from a copy that verifies")

    def steps(self, head: str, count: int, quiet: bool, states: Counter[str]) -> Iterator[int]:
        """Verifies entry by entry, counts their states, and tells of each, or of those alone that are not intact."""
        for number, check in enumerate(verify(head, count), start=1):
            states[check.state] += 1
            if not quiet or check.state != "intact":
                self.stdout.write(str(check))
            yield number
