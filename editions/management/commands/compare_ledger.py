"""manage.py compare_ledger FILE|DIR"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from editions.kept_ledgers import LedgerError, differences, read_ledgers
from editions.ledgers import signing_key

UNCHECKED = ", its signature not checked: SHEKTEU_LEDGER_KEY is not set"


class Command(BaseCommand):
    """Says of each day whose ledger somebody kept whether the chain still says the same."""

    help = "Compare ledgers kept elsewhere with the chain. Fails in the end, with the first place, if one differs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", metavar="FILE|DIR", type=Path, help="a ledger, or a folder that holds some")

    def handle(self, *args: Any, path: Path, **options: Any) -> None:
        key = signing_key(settings.LEDGER_KEY)
        first = ""
        try:
            for ledger in read_ledgers(path):
                places = list(differences(ledger, key.public_key() if key else None))
                first = first or next(iter(places), "")
                unchecked = "" if key or "signature" not in ledger.content else UNCHECKED
                self.stdout.write(f"{ledger.day} {'differs' if places else 'is the same'}{unchecked}")
                for place in places:
                    self.stdout.write(f"  {place}")
        except LedgerError as error:
            raise CommandError(str(error)) from error
        if first:
            raise CommandError(f"The first difference: {first}")
