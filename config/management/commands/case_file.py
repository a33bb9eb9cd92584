"""manage.py case_file CASE FILE --site https://… [--language kk|ru|en]"""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.mirror.pages import made
from config.mirror.static import NotInTheMirror
from editions.writing import written


class Command(BaseCommand):
    """Writes the page of one case as a file that needs no other."""

    help = "Write the page of a case, as of today, as one HTML file with its styles and portrait, to send or to keep."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("case", metavar="CASE")
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--site", required=True, help="the address of the site itself, such as https://example.org")
        parser.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES], default="en")

    def handle(self, *args: Any, case: str, file: Path, site: str, language: str, **options: Any) -> None:
        where = urlsplit(site)
        if where.scheme not in ("http", "https") or not where.netloc or where.path.strip("/"):
            raise CommandError(f"--site {site}: give scheme and host alone, such as https://example.org")
        try:
            page = made(f"{language}/cases/{case}.html", f"{where.scheme}://{where.netloc}")
        except NotInTheMirror as error:
            raise CommandError(f"{case}: the site has no such case") from error
        with written(str(file)) as stream:
            stream.write(page.content)
        self.stdout.write(f"{file}: {len(page.content) // 1000} kB")
