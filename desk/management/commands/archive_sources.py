import os
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from desk.intake.capture.addresses import FetchError
from desk.intake.capture.captures import ask_wayback, capture_all, due
from desk.intake.capture.fetching import MEGABYTE, Fetcher


class Command(BaseCommand):
    help = (
        "Keeps an untouched copy (WARC) of each source's page, and reports which pages changed or died."
        " SOURCES_PROXY names a proxy: http://host:port, or socks5h://127.0.0.1:9050 for Tor."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--again-after", type=int, default=30, metavar="DAYS", help="look again after so many days")
        parser.add_argument("--largest", type=int, default=20, metavar="MB", help="no page larger than this")
        parser.add_argument("--seconds", type=float, default=30, help="no longer than this for a page")
        parser.add_argument("--wayback", action="store_true", help="also ask the Wayback Machine for a copy")

    def handle(self, *args: Any, **options: Any) -> None:
        proxy = os.environ.get("SOURCES_PROXY", "")
        fetcher = Fetcher(largest=options["largest"] * MEGABYTE, seconds=options["seconds"], proxy=proxy)
        counts = {"kept": 0, "changed": 0, "died": 0, "not fetched": 0}
        for made in capture_all(due(timezone.now(), timedelta(days=options["again_after"])), fetcher, timezone.now()):
            sort = "died" if made.died_at else "not fetched" if made.problem else "changed" if made.changed else "kept"
            counts[sort] += 1
            if sort != "kept":
                self.stdout.write(f"{made.source.slug}: {sort}: {made.problem}".rstrip(": "))
            if options["wayback"] and not made.problem and not made.source.archived_url:
                self._wayback(made, fetcher)
        self.stdout.write(", ".join(f"{number} {sort}" for sort, number in counts.items()))

    def _wayback(self, made: Any, fetcher: Fetcher) -> None:
        try:
            self.stdout.write(f"{made.source.slug}: {ask_wayback(made.source, fetcher)}")
        except FetchError as refused:
            self.stdout.write(f"{made.source.slug}: no copy at the Wayback Machine: {refused}")
