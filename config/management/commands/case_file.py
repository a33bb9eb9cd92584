"""manage.py case_file CASE FILE --site https://… [--language kk|ru|en]"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.management.site import add_site, root_of
from config.mirror.pages import made
from config.mirror.static import NotInTheMirror
from editions.writing import written


class Command(BaseCommand):
    """Writes the page of one case as a file that needs no other."""

    help = "Write the page of a case, as of today, as one HTML file with its styles and portrait, to send or to keep."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("case", metavar="CASE")
        parser.add_argument("file", metavar="FILE", type=Path)
        add_site(parser)
        parser.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES], default="en")

    def handle(self, *args: Any, case: str, file: Path, site: str, language: str, **options: Any) -> None:
        root = root_of(site)
        try:
            page = made(f"{language}/cases/{case}.html", root)
        except NotInTheMirror as error:
            raise CommandError(f"{case}: the site has no such case") from error
        with written(str(file)) as stream:
            stream.write(page.content)
        self.stdout.write(f"{file}: {len(page.content) // 1000} kB")
