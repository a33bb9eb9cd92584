"""manage.py seal"""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now

from editions.ledgers import publishing_alone, signing_key, write_ledger
from editions.seal import seal


class Command(BaseCommand):
    """Seals the day and publishes its ledger. A timer runs it once a day, whatever happened."""

    help = "Append the day's seal to the chain and publish its ledger; signed where SHEKTEU_LEDGER_KEY is set."

    def handle(self, *args: Any, **options: Any) -> None:
        key = signing_key(settings.LEDGER_KEY)
        with publishing_alone():
            ledger = seal(now())
            try:
                write_ledger(ledger, key)
            except OSError as error:
                words = f"{ledger.day} is sealed, and its ledger could not be written ({error}): run this again"
                raise CommandError(words) from error
        signed = "signed" if key else "not signed: SHEKTEU_LEDGER_KEY is not set"
        self.stdout.write(f"{ledger.day} is sealed, root {ledger.root}, {signed}")
