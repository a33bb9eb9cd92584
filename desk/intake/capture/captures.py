"""Copies on disk as WARC, and what the database remembers of them."""

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.db.models import Max, Q, QuerySet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from desk.intake.capture.addresses import FetchError
from desk.intake.capture.fetching import Fetched, Fetcher
from desk.intake.capture.robots import allows
from desk.models import Capture
from records.models import Source

WAYBACK = "https://web.archive.org/save/"


def due(now: datetime, again_after: timedelta) -> QuerySet[Source]:
    """The sources with an address that were never tried, or not since `again_after`."""
    tried = Source.objects.exclude(url=None).exclude(url="").annotate(tried=Max("captures__at"))
    return tried.filter(Q(tried=None) | Q(tried__lte=now - again_after)).order_by("slug")


def capture_all(sources: QuerySet[Source], fetcher: Fetcher, now: datetime) -> Iterator[Capture]:
    """Try each source once; what came of it."""
    for source in sources.iterator():
        yield capture(source, fetcher, now)


def capture(source: Source, fetcher: Fetcher, now: datetime) -> Capture:
    """Fetch the page, keep it as it came, compare it with the last copy."""
    last = source.captures.filter(sha256__gt="").order_by("-at").first()
    made = Capture(source=source, url=source.url, at=now)
    try:
        if not allows(fetcher, source.url):
            raise FetchError("the site asks robots to stay away")
        found = fetcher.fetch(source.url)
    except FetchError as refused:
        made.problem = printable(str(refused))
    else:
        _fill(made, found, last, now)
    made.save()
    return made


def _fill(made: Capture, found: Fetched, last: Capture | None, now: datetime) -> None:
    made.status = found.status
    if found.status != 200:
        made.problem = printable(f"the server answers {found.status} {found.reason}")
        made.died_at = now if found.is_gone else None
        return
    made.sha256 = hashlib.sha256(found.body).hexdigest()
    made.content_type, made.size = found.content_type, len(found.body)
    made.changed = last is not None and last.sha256 != made.sha256
    made.file = keep(made.source.slug, found, now) if last is None or made.changed else last.file


def printable(text: str) -> str:
    """What a server said, without signs that no text has, cut to what is kept."""
    return "".join(sign for sign in text if sign.isprintable())[:400]


def keep(slug: str, found: Fetched, now: datetime) -> str:
    """Write a WARC with the server's answer, whole or not at all; its path in the folder of copies."""
    name = f"{slug}/{now:%Y%m%dT%H%M%S}.warc.gz"
    path = folder() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        record = writer.create_warc_record(
            found.url,
            "response",
            payload=BytesIO(found.body),
            length=len(found.body),
            http_headers=StatusAndHeaders(f"{found.status} {found.reason}", found.headers, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": now.strftime("%Y-%m-%dT%H:%M:%SZ")},
        )
        record.payload_length = len(found.body)
        writer.write_record(record)
    part.replace(path)
    return name


def folder() -> Path:
    """Where copies lie: beside the uploads, served by nobody."""
    return Path(settings.VAR) / "captures"


def ask_wayback(source: Source, fetcher: Fetcher) -> str:
    """Ask the Wayback Machine for a copy; its address, which the source then names. Raises FetchError."""
    found = fetcher.fetch(WAYBACK + quote(source.url, safe=":/?&=%"))
    if found.status != 200 or "/web/" not in found.url:
        raise FetchError(f"the Wayback Machine answers {found.status}")
    Source.objects.filter(pk=source.pk).update(archived_url=found.url)
    return found.url
