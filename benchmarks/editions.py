"""Publications per second, by one writer and by eight, against bare inserts of the same texts; reading documents."""

import json
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from benchmarks._database import empty_database

ROOT = Path(__file__).resolve().parent.parent
PUBLICATIONS = 200
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def main() -> None:
    with empty_database():
        _prepare()
        alone = _per_second(lambda: _publish(range(PUBLICATIONS)), PUBLICATIONS)
        eight = _per_second(_publish_by_eight, PUBLICATIONS)
        bare = _per_second(_insert_bare, PUBLICATIONS)
        print(f"publications a second: {alone:.0f} by one writer, {eight:.0f} by eight; bare inserts {bare:.0f}")
        print(f"  a bare insert is {bare / alone:.1f} times as fast as a publication by one writer")
        _beside_erasures_and_seals()
        _reading()


def _prepare() -> None:
    """The real cases as rows; the index only hears of editions and does nothing."""
    from django.conf import settings
    from django.core.management import call_command

    settings.EDITION_INDEX = "benchmarks._no_index"
    call_command("import_archive", str(ROOT / "fixtures" / "kazakhstan.json"), verbosity=0)


def _per_second(work: Callable[[], object], count: int) -> float:
    started = time.perf_counter()
    work()
    return count / (time.perf_counter() - started)


def _publish(turns: range) -> None:
    from django.db import connection

    from cases.models import Case
    from tests.invented.publications import publish

    cases = list(Case.objects.order_by("slug"))
    for turn in turns:
        publish(cases[turn % len(cases)], {"en": "benchmark"}, NOW)
    connection.close()


def _publish_by_eight() -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(_publish, [range(first, PUBLICATIONS, 8) for first in range(8)]))


def _beside_erasures_and_seals() -> None:
    """Two hundred publications by eight writers, each third one erased in part, while the day is sealed again and again."""
    from editions.models import ChainEntry
    from editions.verify import verify

    started = time.perf_counter()
    with ThreadPoolExecutor(9) as pool:
        writers = [pool.submit(_publish_and_erase, range(first, PUBLICATIONS, 8)) for first in range(8)]
        seals = pool.submit(_seal_until, writers)
        for writer in writers:
            writer.result()
    seconds = time.perf_counter() - started
    broken = [str(check) for check in verify() if check.state == "broken"]
    entries = ChainEntry.objects.count()
    print(
        f"eight writers beside erasures and {seals.result()} seals: {PUBLICATIONS / seconds:.0f} publications a second"
    )
    print(f"  the chain of {entries} entries is {'broken: ' + broken[0] if broken else 'whole'}")


def _publish_and_erase(turns: range) -> None:
    from django.db import connection

    from cases.models import Case
    from editions.erase import ErasedPlace, redact, with_repeats
    from tests.invented.publications import publish

    cases = list(Case.objects.order_by("slug"))
    for turn in turns:
        edition = publish(cases[turn % len(cases)], {"en": "benchmark"}, NOW)
        if turn % 3 == 0:
            redact(edition, with_repeats(edition, [ErasedPlace("case.title")]), {"en": "benchmark"}, NOW)
    connection.close()


def _seal_until(writers: list[Future[None]]) -> int:
    from django.db import connection

    from editions.seal import seal

    count = 0
    while not all(writer.done() for writer in writers):
        seal(NOW)
        count += 1
        time.sleep(0.1)
    connection.close()
    return count


def _insert_bare() -> None:
    """The same texts into a table without chain, triggers or index, one transaction each."""
    from django.db import connection

    from editions.models import EditionText

    texts = list(EditionText.objects.order_by("edition")[:PUBLICATIONS].values_list("content", flat=True))
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bare (number serial PRIMARY KEY, content text)")
        for text in texts:
            cursor.execute("INSERT INTO bare (content) VALUES (%s)", [text])


def _reading() -> None:
    from editions.load import load
    from editions.models import Edition

    texts = [
        (edition.text.content.encode(), edition.format)
        for edition in Edition.objects.select_related("text").order_by("number")[:PUBLICATIONS]
    ]
    loaded = _per_second(lambda: [load(content, name) for content, name in texts], len(texts))
    parsed = _per_second(lambda: [json.loads(content) for content, _ in texts], len(texts))
    print(f"documents read a second: {loaded:.0f}; json alone reads {parsed / loaded:.1f} times as many")
