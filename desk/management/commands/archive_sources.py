from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from desk.intake.capture.addresses import FetchError
from desk.intake.capture.captures import ask_wayback, capture_all, due
from desk.intake.capture.fetching import MEGABYTE, Fetcher
from desk.models import Capture
from records.models import Source


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
        fetcher = Fetcher(largest=options["largest"] * MEGABYTE, seconds=options["seconds"])
        counts = {"kept": 0, "changed": 0, "died": 0, "not fetched": 0}
        again_after = timedelta(days=options["again_after"])
        for capture in capture_all(due(timezone.now(), again_after), fetcher, timezone.now()):
            outcome = outcome_of(capture)
            counts[outcome] += 1
            if outcome != "kept":
                self.stdout.write(f"{capture.source.slug}: {outcome}: {capture.problem}".rstrip(": "))
            if options["wayback"] and not capture.problem and not capture.source.archived_url:
                self.ask_wayback(capture.source, fetcher)
        self.stdout.write(", ".join(f"{number} {outcome}" for outcome, number in counts.items()))

    def ask_wayback(self, source: Source, fetcher: Fetcher) -> None:
        try:
            self.stdout.write(f"{source.slug}: {ask_wayback(source, fetcher)}")
        except FetchError as error:
            self.stdout.write(f"{source.slug}: no copy at the Wayback Machine: {error}")


def outcome_of(capture: Capture) -> str:
    """One word for what came of an attempt."""
    if capture.died_at:
        return "died"
    if capture.problem:
        return "not fetched"
    return "changed" if capture.changed else "kept"
