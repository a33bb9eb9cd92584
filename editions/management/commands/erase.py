"""manage.py erase CASE [--versions N ...] --place PATH[=TEXT] [--with-repeats] | --whole, --reason TEXT | --silent"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.timezone import now

from editions.erase import ErasedPlace, delete_text, redact, with_repeats
from editions.models import Edition
from editions.reasons import SILENT
from editions.refusal import PublicationError
from records.json_dict import JSONDict
from records.languages import LANGUAGES


class Command(BaseCommand):
    """Takes parts, or whole texts, out of a case's published versions and records the erasure."""

    help = (
        "Take parts out of the versions of a case: --place case.testimonies.2 removes, "
        "--place 'person.names=M. B.' replaces, --whole takes the texts away, with the case's id. Without --versions: "
        "out of all, also those under an earlier id. What repeats a part is named, and --with-repeats takes it out too."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("case")
        parser.add_argument("--versions", type=int, nargs="+", default=[])
        parser.add_argument("--place", action="append", default=[], dest="places")
        parser.add_argument("--with-repeats", action="store_true", help="take out as well what repeats a part")
        parser.add_argument("--whole", action="store_true", help="take the whole texts away")
        reason = parser.add_mutually_exclusive_group(required=True)
        reason.add_argument("--reason", help="readers will see it")
        reason.add_argument("--silent", action="store_true", help="nothing is said of it")
        parser.add_argument("--language", default="en", choices=list(LANGUAGES), help="language of the reason")

    def handle(self, *args: Any, case: str, **options: Any) -> None:
        if bool(options["places"]) == options["whole"]:
            raise CommandError("say what goes: --place PATH once or more, or --whole")
        reason = dict(SILENT) if options["silent"] else {options["language"]: options["reason"].strip()}
        places = [_place(text) for text in options["places"]]
        try:
            with transaction.atomic():
                for edition in _editions(case, options["versions"]):
                    self._erase(edition, places, options["with_repeats"], reason)
        except PublicationError as error:
            raise CommandError("\n  ".join(["Nothing was erased:", *error.problems])) from error

    def _erase(self, edition: Edition, places: list[ErasedPlace], also: bool, reason: JSONDict) -> None:
        if not places:
            delete_text(edition, reason, now())
            self.stdout.write(f"version {edition.version}: its text is gone")
            return
        chosen = with_repeats(edition, places) if also else places
        erasure = redact(edition, chosen, reason, now())
        self.stdout.write(f"version {edition.version}: erased {', '.join(sorted(erasure.body['places']))}")


def _editions(case_id: str, versions: list[int]) -> list[Edition]:
    """The case's editions that have a text, by its key: under whatever id they were published."""
    keys = Edition.objects.of_case(case_id).values("case_key")
    editions = Edition.objects.filter(case_key__in=keys, text__isnull=False).order_by("number")
    chosen = [edition for edition in editions if not versions or edition.version in versions]
    if missing := set(versions) - {edition.version for edition in chosen}:
        raise PublicationError([f"{case_id} has no version {number} with a text" for number in sorted(missing)])
    if not chosen:
        raise PublicationError([f"{case_id}: no version of it has a text"])
    return chosen


def _place(text: str) -> ErasedPlace:
    path, equals, replacement = text.partition("=")
    return ErasedPlace(path, replacement if equals else None)
