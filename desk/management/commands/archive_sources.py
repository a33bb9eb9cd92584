from argparse import ArgumentTypeError
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import QuerySet
from django.utils import timezone

from desk.intake.capture.addresses import FetchError
from desk.intake.capture.captures import ask_wayback, capture_all, due
from desk.intake.capture.fetching import MEGABYTE, Fetcher
from desk.models import Capture
from records.models import Source
from records.progress import show_progress


def positive(text: str) -> int:
    """A whole number above none."""
    if not text.isdecimal() or not 0 < int(text) < 100_000:
        raise ArgumentTypeError(f"{text} is no number from 1 to 99999")
    return int(text)


class Command(BaseCommand):
    help = (
        "Keeps an untouched copy (WARC) of each source's page, and reports which pages changed or died."
        " SOURCES_PROXY names a proxy: http://host:port, or socks5h://127.0.0.1:9050 for Tor."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--again-after", type=positive, default=30, metavar="DAYS", help="look again after so many days"
        )
        parser.add_argument("--largest", type=positive, default=20, metavar="MB", help="no page larger than this")
        parser.add_argument("--seconds", type=positive, default=30, help="no longer than this for a page")
        parser.add_argument("--wayback", action="store_true", help="also ask the Wayback Machine for a copy")

    def handle(self, *args: Any, **options: Any) -> None:
        fetcher = Fetcher(largest=options["largest"] * MEGABYTE, seconds=options["seconds"])
        counts = {"kept": 0, "changed": 0, "died": 0, "not fetched": 0}
        sources = due(timezone.now(), timedelta(days=options["again_after"]))
        steps = self.look(sources, fetcher, options["wayback"], counts)
        show_progress(steps, sources.count(), "pages looked at", self.stdout)
        self.stdout.write(", ".join(f"{number} {outcome}" for outcome, number in counts.items()))

    def look(self, sources: QuerySet[Source], fetcher: Fetcher, wayback: bool, counts: dict[str, int]) -> Iterator[int]:
        """Looks at the pages one by one, counts what came of each, and tells of all but those that were kept."""
        for number, capture in enumerate(capture_all(sources, fetcher, timezone.now()), start=1):
            outcome = outcome_of(capture)
            counts[outcome] += 1
            if outcome != "kept":
                self.stdout.write(f"{capture.source.slug}: {outcome}: {capture.problem}".rstrip(": "))
            if wayback and not capture.problem and not capture.source.archived_url:
                self.ask_wayback(capture.source, fetcher)
            yield number

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
