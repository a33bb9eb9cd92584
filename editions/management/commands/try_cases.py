"""Tries hand-derived cases against the engine and prints what differs."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from editions.hand_derived import CaseFileError, HandDerived, read_folder


class Command(BaseCommand):
    help = "Compute every case file in a folder and say which answers are not what the file expects."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", help="a folder of case files, such as tests/law/cases")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(options["folder"])
        try:
            cases = read_folder(folder)
            wrong = sum(self._try(case, folder) for case in cases)
        except CaseFileError as error:
            raise CommandError(str(error)) from error
        if not cases:
            raise CommandError(f"{folder} holds no case file: write one as docs/try-cases.md shows.")
        if wrong:
            raise CommandError(f"{wrong} of {len(cases)} cases come out otherwise.")
        self.stdout.write(f"All {len(cases)} cases come out as derived by hand.")

    def _try(self, case: HandDerived, folder: Path) -> bool:
        differences = case.differences()
        if differences:
            self.stdout.write(f"{case.path.relative_to(folder)} ({case.article}): {case.about}")
            for difference in differences:
                self.stdout.write(f"  {difference}")
            self.stdout.write(f"  why: {case.why}")
        return bool(differences)
