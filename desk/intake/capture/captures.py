"""Copies on disk as WARC, and what the database remembers of them."""

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO
from urllib.parse import quote, urlsplit
from urllib.robotparser import RobotFileParser

from django.conf import settings
from django.db.models import Max, Q, QuerySet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from desk.intake.capture.addresses import FetchError
from desk.intake.capture.fetching import Fetched, Fetcher
from desk.models import Capture
from records.models import Source
from records.storage import write

WAYBACK = "https://web.archive.org/save/"
FOLDER = "captures"
"""Where copies lie in the storage: beside the uploads, served by nobody."""
LARGEST_ROBOTS = 512 * 1024


def due(now: datetime, again_after: timedelta) -> QuerySet[Source]:
    """The sources with an address that were never tried, or not since `again_after`."""
    tried = Source.objects.exclude(url=None).exclude(url="").annotate(tried=Max("captures__at"))
    return tried.filter(Q(tried=None) | Q(tried__lte=now - again_after)).order_by("slug")


def capture_all(sources: QuerySet[Source], fetcher: Fetcher, now: datetime) -> Iterator[Capture]:
    """Tries each source once and tells what came of it."""
    for source in sources.iterator():
        yield capture(source, fetcher, now)


def capture(source: Source, fetcher: Fetcher, now: datetime) -> Capture:
    """Fetches the page, keeps it as it came, compares it with the last copy."""
    assert source.url is not None
    last = source.captures.filter(sha256__gt="").order_by("-at").first()
    attempt = Capture(source=source, url=source.url, at=now)
    try:
        if not allows(fetcher, source.url):
            raise FetchError("the site asks robots to stay away")
        fill(attempt, fetcher.fetch(source.url), last, now)
    except FetchError as error:
        attempt.problem = printable(str(error))
    attempt.save()
    return attempt


def fill(attempt: Capture, page: Fetched, last: Capture | None, now: datetime) -> None:
    """Notes what the server answered, and keeps the page if it is not the last copy once more."""
    attempt.status = page.status
    if page.status != 200:
        attempt.problem = printable(f"the server answers {page.status} {page.reason}")
        attempt.died_at = now if page.is_gone else None
        return
    attempt.sha256 = hashlib.sha256(page.body).hexdigest()
    attempt.content_type, attempt.size = page.content_type, len(page.body)
    attempt.changed = last is not None and last.sha256 != attempt.sha256
    if last is None or attempt.changed:
        attempt.file = store(attempt.source.slug, page, now)
    else:
        attempt.file = last.file


def printable(text: str) -> str:
    """Returns what a server said, without signs that no text has, cut to what is kept."""
    return "".join(sign for sign in text if sign.isprintable())[:400]


def store(source_id: str, page: Fetched, now: datetime) -> str:
    """Writes a WARC with the server's answer, whole or not at all; returns its path in the folder of copies."""
    name, stream = f"{source_id}/{now:%Y%m%dT%H%M%S}.warc.gz", BytesIO()
    writer = WARCWriter(stream, gzip=True)
    record = writer.create_warc_record(
        page.url,
        "response",
        payload=BytesIO(page.body),
        length=len(page.body),
        http_headers=StatusAndHeaders(f"{page.status} {page.reason}", page.headers, protocol="HTTP/1.1"),
        warc_headers_dict={"WARC-Date": now.strftime("%Y-%m-%dT%H:%M:%SZ")},
    )
    record.payload_length = len(page.body)
    writer.write_record(record)
    write(f"{FOLDER}/{name}", stream.getvalue())
    return name


def allows(fetcher: Fetcher, url: str) -> bool:
    """Whether the site's robots.txt lets us fetch the page; yes where there is none or it cannot be read."""
    split = urlsplit(url)
    try:
        page = fetcher.fetch(f"{split.scheme}://{split.netloc}/robots.txt")
    except FetchError:
        return True
    if page.status in (401, 403):
        return False
    rules = RobotFileParser()
    text = page.body[:LARGEST_ROBOTS].decode("utf-8", "replace")
    rules.parse(text.splitlines() if page.status == 200 else [])
    return rules.can_fetch(settings.SOURCES_AGENT.partition("/")[0], url)


def ask_wayback(source: Source, fetcher: Fetcher) -> str:
    """Asks the Wayback Machine for a copy; returns its address, which the source then names. Raises FetchError."""
    assert source.url is not None
    page = fetcher.fetch(WAYBACK + quote(source.url, safe=":/?&=%"))
    if page.status != 200 or "/web/" not in page.url:
        raise FetchError(f"the Wayback Machine answers {page.status}")
    Source.objects.filter(pk=source.pk).update(archived_url=page.url)
    return page.url
