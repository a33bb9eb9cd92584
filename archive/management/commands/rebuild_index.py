"""Makes the tables that readers search anew, from the editions alone."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from archive.index.edition_index import analyze
from editions.current import replay
from editions.index import rebuild
from editions.models import Edition
from records.progress import show_progress


class Command(BaseCommand):
    help = "Rebuild the index by replaying all editions. Readers see the old one until it is done."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        show_progress(rebuild(replay()), Edition.objects.count(), "editions indexed", self.stdout)
        analyze()
