"""manage.py reckon_again [--publish --reason TEXT]"""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.timezone import now

from editions.again import Move, moved, republish
from editions.refusal import PublicationError
from records.languages import LANGUAGES


class Command(BaseCommand):
    """Reckons every published document by today's rule book and lists which dates move."""

    help = "List, case by case, what today's rule book would move; --publish appends the new editions."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--publish", action="store_true", help="publish what moved")
        parser.add_argument("--reason", default="", help="why the dates moved: readers will see it")
        parser.add_argument("--language", default="en", choices=list(LANGUAGES), help="language of the reason")

    def handle(self, *args: Any, publish: bool, reason: str, language: str, **options: Any) -> None:
        moves = []
        for move in moved():
            moves.append(move)
            self._show(move)
        self.stdout.write(f"{len(moves)} cases move")
        if publish and moves:
            self._publish(moves, {language: reason.strip()})

    def _show(self, move: Move) -> None:
        self.stdout.write(f"{move.document.case.id} (edition {move.edition.number})")
        for change in move.changes:
            self.stdout.write(f"  {change.path}: {change.kind}: {_short(change.old)} -> {_short(change.new)}")

    def _publish(self, moves: list[Move], reason: dict[str, str]) -> None:
        try:
            editions = republish(moves, reason, now())
        except PublicationError as error:
            raise CommandError("\n  ".join(["Nothing was published:", *error.problems])) from error
        self.stdout.write(f"{len(editions)} published")


def _short(value: Any) -> str:
    """A value in a line: a range of days as its days, anything long cut."""
    if isinstance(value, dict) and value.keys() == {"earliest", "latest"}:
        first, last = value["earliest"] or "?", value["latest"] or "?"
        return first if first == last else f"{first}..{last}"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else f"{text[:77]}..."
