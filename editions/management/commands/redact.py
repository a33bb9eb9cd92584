"""manage.py redact NUMBER [NUMBER ...] --place PATH[=TEXT] --reason TEXT"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.timezone import now

from editions.erase import ErasedPlace, delete_text, redact
from editions.models import Edition
from editions.refusal import PublicationError
from records.languages import LANGUAGES


class Command(BaseCommand):
    """Takes places, or whole texts, out of published editions and records the erasure."""

    help = (
        "Take places out of the texts of editions: --place case.testimonies[2] removes, "
        "--place 'person.names.en=M. B.' replaces, --whole takes the text away. The reason is public."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("numbers", type=int, nargs="+")
        parser.add_argument("--place", action="append", default=[], dest="places")
        parser.add_argument("--whole", action="store_true", help="take the whole text away")
        parser.add_argument("--reason", required=True)
        parser.add_argument("--language", default="en", choices=list(LANGUAGES), help="language of the reason")

    def handle(self, *args: Any, numbers: list[int], **options: Any) -> None:
        if bool(options["places"]) == options["whole"]:
            raise CommandError("say what goes: --place PATH once or more, or --whole")
        reason = {options["language"]: options["reason"].strip()}
        places = [_place(text) for text in options["places"]]
        try:
            with transaction.atomic():
                for number in numbers:
                    self._erase(number, places, reason)
        except PublicationError as error:
            raise CommandError("\n  ".join(["Nothing was erased:", *error.problems])) from error

    def _erase(self, number: int, places: list[ErasedPlace], reason: dict[str, str]) -> None:
        edition = Edition.objects.filter(number=number).first()
        if edition is None:
            raise PublicationError([f"there is no edition {number}"])
        erasure = redact(edition, places, reason, now()) if places else delete_text(edition, reason, now())
        self.stdout.write(f"edition {number}: redacted by erasure {erasure.number}")


def _place(text: str) -> ErasedPlace:
    path, equals, replacement = text.partition("=")
    return ErasedPlace(path, replacement if equals else None)
