"""manage.py build_mirror DIR --site https://… [--on DAY] [--sign FILE] [--zip FILE] [--processes N]"""

from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.timezone import localdate

from config.management.site import add_site, root_of
from config.mirror.building import Mirror, NoMirror, write_zip
from editions.ledgers import signing_key
from records.progress import show_progress


class Command(BaseCommand):
    """Writes the readers' site in every language into a folder, as files that need no server."""

    help = (
        "Build the whole public site as static files in DIR: for a USB stick, any host of files, an onion. A mirror "
        "that is there is brought up to date: what is gone from the site goes from DIR. Its verify_mirror.py checks it."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", metavar="DIR", type=Path)
        add_site(parser)
        parser.add_argument("--on", metavar="DAY", type=date.fromisoformat, help="2026-11-22; today unless given")
        parser.add_argument("--sign", metavar="FILE", type=Path, help="a file with 32 random bytes in Base64")
        parser.add_argument("--processes", metavar="N", type=int, default=1, help="make pages in so many processes; 1")
        parser.add_argument("--zip", metavar="FILE", type=Path, help="the mirror as one file as well")

    def handle(self, *args: Any, folder: Path, site: str, **options: Any) -> None:
        day = options["on"] or localdate()
        if day > localdate():
            raise CommandError(f"--on {day}: this day has not come yet")
        root = root_of(site)
        try:
            key = signing_key(options["sign"].read_text().strip()) if options["sign"] else None
            mirror = Mirror(folder, root, day, key, max(options["processes"], 1))
            files = show_progress(mirror.build(), 0, "files", self.stdout)
            if options["zip"]:
                write_zip(folder, options["zip"])
        except ImproperlyConfigured as error:
            raise CommandError(
                f"--sign {options['sign']}: it is no key: put 32 random bytes in Base64 into it"
            ) from error
        except NoMirror as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(
                f"{error.filename or folder}: {error.strerror}. Build again: what is there stays"
            ) from error
        self.stdout.write(f"{folder}: {files} files as of {day}, {mirror.written} of them changed or taken away")
