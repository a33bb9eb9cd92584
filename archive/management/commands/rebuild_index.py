"""Makes the tables that readers search anew, from the editions alone."""

from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from archive.index.edition_index import analyze
from editions.current import replay
from editions.index import rebuild
from editions.models import Edition


class Command(BaseCommand):
    help = "Rebuild the index by replaying all editions. Readers see the old one until it is done."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        total, number, started = Edition.objects.count(), 0, monotonic()
        for number in rebuild(replay()):
            seconds = monotonic() - started
            self.stdout.write(f"\r{number} of {total} editions, {number / seconds:.0f} a second", ending="")
        analyze()
        self.stdout.write(f"\r{number} editions indexed.")
