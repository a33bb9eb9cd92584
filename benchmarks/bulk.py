"""A first publication of BENCH_CASES cases (2,000) as `import_archive --publish` does it, the index made anew, and one
publication beside all of them.

The cases are rows already (`benchmarks._rows`). Told are wall clock, processor time a case by process, and the most
memory that each held. BENCH_BESIDE=10000,100000 brings chain and index to so many editions, by repeating them in SQL,
and publishes beside these as well.
"""

import os
import resource
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import monotonic, process_time

from benchmarks._database import empty_database
from benchmarks._repeating import repeat

CASES = int(os.environ.get("BENCH_CASES", "2000"))
BESIDE = [int(number) for number in os.environ.get("BENCH_BESIDE", "").split(",") if number]
ALONE = 40
"""Publications of one case each."""
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def main() -> None:
    with empty_database():
        from django.db import transaction

        from benchmarks._rows import fill
        from cases.models import Case
        from editions.bulk import BulkPublication
        from editions.current import replay
        from editions.index import rebuild

        measured("cases entered as rows", lambda: map(fill, [CASES], [1]))
        with transaction.atomic():
            publication = BulkPublication(Case.objects.all(), {"en": "Invented"}, NOW, True, None)
            measured("cases published", publication.run)
        with transaction.atomic():
            measured("editions indexed anew", lambda: rebuild(replay()))
        one_by_one()
        for number in BESIDE:
            repeat(number, with_chain=True)
            one_by_one()


def measured(what: str, work: Callable[[], Iterable[object]]) -> None:
    """Does the work and says what it took: of this process, of those it began, of PostgreSQL's behind its connection."""
    before, began = spent(), monotonic()
    for _done in work():
        pass
    seconds = monotonic() - began
    each = [(now - then) * 1000 / CASES for now, then in zip(spent(), before, strict=True)]
    most = [resource.getrusage(whose).ru_maxrss // 1024 for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(
        f"{CASES} {what}: {seconds:.0f} s, {CASES / seconds:.0f} a second; processor a case, ms: here {each[0]:.2f}, "
        f"other processes {each[1]:.2f}, PostgreSQL {each[2]:.2f}; at most {most[0]} MB here, {most[1]} MB in another",
        flush=True,
    )


def one_by_one() -> None:
    """Publishes some cases again, each alone, once PostgreSQL has looked at its tables as it does by itself."""
    from django.db import connection

    from cases.models import Case
    from editions.models import ChainEntry
    from tests.invented.publications import publish

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    count, seconds, processor = ChainEntry.objects.count(), [], []
    for case in Case.objects.order_by("slug")[:ALONE]:
        before, began = spent(), monotonic()
        publish(case, {"en": "Invented again"}, NOW)
        seconds.append(monotonic() - began)
        processor.append([now - then for now, then in zip(spent(), before, strict=True)])
    here, _others, server = (median(each) * 1000 for each in zip(*processor, strict=True))
    print(
        f"one publication beside {count} others, median of {ALONE}: {median(seconds) * 1000:.0f} ms, the slowest "
        f"{max(seconds) * 1000:.0f}; processor, ms: here {here:.1f}, PostgreSQL {server:.1f}",
        flush=True,
    )


def spent() -> tuple[float, float, float]:
    from django.db import connection

    connection.ensure_connection()
    server = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text().split()[0]
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time(), others.ru_utime + others.ru_stime, int(server) / 1e9
