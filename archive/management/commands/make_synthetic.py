"""An invented archive, for measuring and for trying out."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from archive.synthetic.publishing import NotEmpty, archive_file, publish


class Command(BaseCommand):
    help = "Make an archive of invented cases, plainly marked: as a file, or in a database that holds nothing real."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--cases", type=int, default=1000, metavar="N")
        parser.add_argument("--seed", type=int, default=1, metavar="S")
        parser.add_argument(
            "target", help="a folder for synthetic.json, or the word database: the one DATABASE_URL names"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        number, seed = options["cases"], options["seed"]
        if not 1 <= number <= 1_000_000:
            raise CommandError("--cases must be between 1 and 1,000,000.")
        try:
            made = (
                self._publish(number, seed)
                if options["target"] == "database"
                else self._write(options["target"], number, seed)
            )
        except NotEmpty as error:
            raise CommandError(str(error)) from error
        self.stdout.write(made)

    def _publish(self, number: int, seed: int) -> str:
        return f"{publish(number, seed, timezone.now())} invented cases published."

    def _write(self, folder: str, number: int, seed: int) -> str:
        path = Path(folder) / "synthetic.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(archive_file(number, seed), ensure_ascii=False) + "\n", encoding="utf-8")
        return f"{number} invented cases written to {path}."
