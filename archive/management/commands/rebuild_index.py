"""Makes the tables that readers search anew, from the editions alone."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from archive.index.edition_index import analyze
from editions.current import replay
from editions.index import clear, index_edition


class Command(BaseCommand):
    help = (
        "Rebuild the index (Entry, Period, Label) by replaying all editions. Readers see the old one until it is done."
    )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        clear()
        number = 0
        for number, (edition, document) in enumerate(replay(), start=1):  # noqa: B007
            index_edition(edition, document)
        analyze()
        self.stdout.write(f"{number} editions indexed.")
