"""manage.py same: what has to be equal on every machine of the site."""

import hashlib
import hmac
import os
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection
from django.utils import timezone

OPEN = (
    "ALLOWED_HOSTS", "BEHIND_PROXY", "CONTENT_LICENCE", "DEBUG", "DESK_PATH", "EXPORTS_AT_ONCE", "KEEP_PAGES",
    "ONE_PERSON_DESK", "ONION", "PRESS_CONTACT", "PRESS_HOURS", "READER_RATE", "SECURE_SSL_REDIRECT",
    "SECURITY_CONTACTS", "SITE_PORTS", "STATEMENT_SECONDS", "STORAGE_REGION", "STORAGE_URL",
)  # fmt: skip
SECRET = (
    "DATABASE_URL", "DATABASE_REPLICA_URL", "SECRET_KEY", "SHEKTEU_LEDGER_KEY", "STORAGE_KEY_ID", "STORAGE_SECRET",
)  # fmt: skip
CODE = ("*.py", "*.html", "*.json", "*.po")
APART = timedelta(seconds=5)


class Command(BaseCommand):
    """Prints a line for each thing, secrets as digests that only who has them can repeat."""

    help = "Print what has to be equal on all machines of the site. Compare two with diff; secrets are digests."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.writelines(f"{line}\n" for line in lines())


def lines() -> Iterator[str]:
    for name in OPEN:
        yield f"{name}={os.environ.get(name, '')}"
    for name in SECRET:
        yield f"{name}={digest(os.environ[name].encode()) if os.environ.get(name) else ''}"
    yield f"code {digest(code())}"
    manifest = settings.STATIC_ROOT / "staticfiles.json"
    yield f"static files {digest(manifest.read_bytes()) if manifest.exists() else 'none'}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        is_right = abs(timezone.now() - cursor.fetchone()[0]) < APART
    yield f"clock {'as' if is_right else 'NOT as'} the database's"


def digest(content: bytes) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), content, hashlib.sha256).hexdigest()[:12]


def code() -> bytes:
    """The digests of all files of the release that make a page or a row."""
    apps = {path.parent for path in settings.BASE_DIR.glob("*/apps.py")}
    folders = sorted(apps | {settings.BASE_DIR / name for name in ("law", "locale", "templates")})
    files = sorted(path for folder in folders for kind in CODE for path in folder.rglob(kind))
    return b"".join(
        str(path.relative_to(settings.BASE_DIR)).encode() + hashlib.sha256(path.read_bytes()).digest() for path in files
    )
