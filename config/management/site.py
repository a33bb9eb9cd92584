"""The address of the site itself, which commands are told that run away from it."""

from urllib.parse import urlsplit

from django.core.management.base import CommandError, CommandParser


def add_site(parser: CommandParser) -> None:
    parser.add_argument("--site", required=True, help="the address of the site itself, such as https://example.org")


def root_of(site: str) -> str:
    """Scheme and host of the address. Raises CommandError where it names more, or less."""
    where = urlsplit(site)
    if where.scheme not in ("http", "https") or not where.netloc or where.path.strip("/"):
        raise CommandError(f"--site {site}: give scheme and host alone, such as https://example.org")
    return f"{where.scheme}://{where.netloc}"
