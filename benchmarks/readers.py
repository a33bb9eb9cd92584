"""What readers ask of an archive of BENCH_CASES cases (5,000 if nothing is said), beside Datasette with the same facets
in the same answer, SQL by hand, a bare Django view, and a static file.

Every number is processor time, in milliseconds a request, of all processes that take part (the site and its database):
a busy machine does not change it. Asked in turn; medians of three rounds. What takes over a second is asked once a
round. Some thousand cases are published; beyond them their rows of the index are repeated (`benchmarks._repeating`).
"""

import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks._database import empty_database
from benchmarks._repeating import OWN, repeat

CASES = int(os.environ.get("BENCH_CASES", "5000"))
ROUNDS, REQUESTS, A_SECOND = 3, 8, 1000
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = date(2026, 11, 22)
CHOSEN = "kind=public-activity-ban&state=in-force&region=KZ-75"
FACETS = ("region", "gender", "offence", "penalty")
ARRAYS = ("article", "court", "court_region", "occupation", "tag", "recognised", "year", "kinds", "states", "covers")
DATASETTE = """import asyncio, sys, time
from datasette.app import Datasette
ds = Datasette([sys.argv[1]], settings={"num_sql_threads": 1, "facet_time_limit_ms": 5000, "sql_time_limit_ms": 20000,
    "default_cache_ttl": 0, "default_facet_size": 50})
async def main():
    await ds.invoke_startup()
    for line in sys.stdin:
        path, number = line.split()
        started = time.process_time()
        for _ in range(int(number)):
            response = await ds.client.get(path)
            assert response.status_code == 200, response.text[:300]
        print((time.process_time() - started) * 1000 / int(number), flush=True)
asyncio.run(main())
"""
STATE = f"""CASE WHEN void THEN 'void' WHEN standing = 'expected' THEN 'expected'
  WHEN begins_earliest > '{DAY}' THEN 'upcoming' WHEN ends_latest <= '{DAY}' THEN 'ended'
  WHEN begins_latest <= '{DAY}' AND (open_ended OR ends_earliest > '{DAY}') THEN 'in-force'
  WHEN (begins_latest <= '{DAY}' OR likely_begins_latest <= '{DAY}')
    AND (open_ended OR ends_earliest > '{DAY}' OR likely_ends_earliest > '{DAY}') THEN 'likely-in-force'
  WHEN begins_latest <= '{DAY}' OR likely_begins_latest <= '{DAY}' THEN 'possible'
  ELSE 'unknown' END"""
BY_HAND = f"""WITH p AS MATERIALIZED (SELECT entry_id, kind, covers, {STATE} AS state FROM archive_period),
e AS MATERIALIZED (SELECT edition, person_id, facets FROM archive_entry WHERE known_until IS NULL
  AND 'region:KZ-75' = ANY(facets)
  AND edition IN (SELECT entry_id FROM p WHERE kind = 'public-activity-ban' AND state = 'in-force'))
SELECT 'total', count(*) FROM e UNION ALL SELECT 'people', count(DISTINCT person_id) FROM e
UNION ALL SELECT token, count(*) FROM e, unnest(facets) AS token GROUP BY token
UNION ALL SELECT kind, count(DISTINCT entry_id) FROM p JOIN e ON edition = entry_id WHERE state = 'in-force' GROUP BY kind
UNION ALL SELECT state, count(DISTINCT entry_id) FROM p JOIN e ON edition = entry_id
  WHERE kind = 'public-activity-ban' GROUP BY state
UNION ALL SELECT cover, count(DISTINCT entry_id) FROM p JOIN e ON edition = entry_id, unnest(covers) AS cover
  WHERE kind = 'public-activity-ban' AND state = 'in-force' GROUP BY cover"""
ROLL_UP = (
    "CREATE TABLE bench_roll_up AS SELECT token, count(*) FROM archive_entry, unnest(facets) AS token GROUP BY token"
)
ONE_PAGE = f"""SELECT case_id, person_id, names, facets, city, articles, burden, verdict_earliest, verdict_latest, verified
FROM archive_entry e WHERE known_until IS NULL AND 'region:KZ-75' = ANY(facets) AND EXISTS (
  SELECT FROM archive_period p WHERE entry_id = edition AND kind = 'public-activity-ban' AND {STATE} = 'in-force')
ORDER BY edition LIMIT 25"""
SEARCH = "SELECT edition FROM archive_entry WHERE name_keys @> ARRAY['zarina']::varchar[] AND known_until IS NULL"
ONE_CASE = """SELECT content FROM editions_editiontext JOIN archive_entry ON edition = edition_id
WHERE case_id = 'synthetic-000007'"""
COPY = f"""COPY (SELECT e.case_id, e.person_id, e.names->>'en', e.names->>'ru', e.names->>'kk', e.facets, e.city->>'en',
  e.articles, e.burden->>'nominal', e.verdict_earliest, e.verdict_latest, e.burden_least, e.burden_most,
  e.burden->'parts', s.kinds, e.verified, e.known_from, e.edition
FROM archive_entry e LEFT JOIN (SELECT entry_id, array_agg(kind || ' ' || {STATE}) AS kinds FROM archive_period
  GROUP BY entry_id) AS s ON s.entry_id = e.edition
WHERE e.known_until IS NULL ORDER BY e.sort_keys[1] COLLATE "C", e.edition DESC) TO STDOUT (FORMAT csv)"""

HEAD = "| work | ours | reference | times its rate |\n|---|---|---|---|"
Work = Callable[[], float]
"""Milliseconds of processor time of one request."""


def main() -> None:
    with empty_database(), tempfile.TemporaryDirectory() as folder:
        _publish()
        from django.conf import settings
        from django.test import Client

        settings.KEEP_PAGES = False
        other = _datasette(Path(folder))
        client = Client(headers={"host": "localhost"})
        facets = "&".join([*(f"_facet={name}" for name in FACETS), *(f"_facet_array={name}" for name in ARRAYS)])
        where = "kinds_in_force__arraycontains=public-activity-ban&region=KZ-75"
        _machine()
        _line(HEAD)
        _told("filter with all counts as JSON", _site(client, f"/api/v1/counts/?{CHOSEN}"), {
            "Datasette": other(f"/archive/cases.json?{where}&{facets}&_size=0"), "SQL by hand": _sql(BY_HAND),
        })  # fmt: skip
        _told("filter as JSON, 25 rows", _site(client, f"/api/v1/cases/?{CHOSEN}&limit=25"), {
            "Datasette": other(f"/archive/cases.json?{where}&_size=25&_nofacet=1"), "SQL by hand": _sql(ONE_PAGE),
        })  # fmt: skip
        _told("list page, filtered, all facets, never seen before", _site(client, f"/en/cases/?{CHOSEN}"), {
            "Datasette": other(f"/archive/cases?{where}&{facets}&_size=25"),
        })  # fmt: skip
        whole = other(f"/archive/cases?{facets}&_size=25")
        rolled_up = _roll_up()
        _told("list page, unfiltered, first rendering", _site(client, "/en/cases/"), {
            "Datasette": whole, "roll-up in SQL": rolled_up,
        })  # fmt: skip
        _told("search page, all facets", _site(client, "/en/cases/?q=Zarina"), {
            "Datasette": other(f"/archive/cases?_search=Zarina&{facets}&_size=25"), "SQL, hits alone": _sql(SEARCH),
        })  # fmt: skip
        bare, static = _bare(), _site(client, "/static/css/base.css")
        case = "/en/cases/synthetic-000007/"
        _told("case page, first rendering", _site(client, case), {"bare view": bare, "SQL, its text": _sql(ONE_CASE)})
        settings.KEEP_PAGES = True
        _told("case page, kept", _site(client, case), {"bare view": bare, "static file": static})
        _told("list page, unfiltered, kept", _site(client, "/en/cases/"), {"Datasette": whole})
        settings.KEEP_PAGES = False
        _told("CSV of all cases", _site(client, "/en/cases.csv"), {"COPY": _copy()})
        for path in ("statistics", "tables", "calendar"):
            size = len(client.get(f"/en/{path}/").content)
            _told(f"/{path}/, {size // 1000} kB", _site(client, f"/en/{path}/"), {"roll-up in SQL": rolled_up})


def _publish() -> None:
    import resource

    import psutil

    from archive.index.columns.current import columns
    from tests.invented.archives.publishing import publish

    started = datetime.now(UTC)
    own = publish(min(CASES, OWN), 1, NOW, os.cpu_count() or 1)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    _line(f"{own} cases published in {seconds_since(started):.0f} s, {used.ru_maxrss / 1024:.0f} MB a process")
    repeat(CASES)
    _line(f"{CASES} cases in the index after {seconds_since(started):.0f} s")
    before, began = psutil.Process().memory_info().rss, process_time()
    index = columns()
    index.by_name  # noqa: B018 computed once
    grown = (psutil.Process().memory_info().rss - before) / 1e6
    _line(
        f"columns read in {process_time() - began:.1f} s of processor, {grown:.0f} MB: {len(index.periods['id'])} restrictions"
    )


def seconds_since(moment: datetime) -> float:
    return (datetime.now(UTC) - moment).total_seconds()


def _told(what: str, ours: Work, references: dict[str, Work]) -> None:
    """Asks all in turn and prints ours beside each reference as a row of docs/benchmarks.md: how many times as fast."""
    works = {"ours": ours, **references}
    times: dict[str, list[float]] = {name: [] for name in works}
    requests = {name: min(REQUESTS, 1 + int(A_SECOND / work())) for name, work in works.items()}
    for _round in range(ROUNDS):
        for name, work in works.items():
            times[name].append(statistics.median(work() for _request in range(requests[name])))
    medians = {name: statistics.median(found) for name, found in times.items()}
    for number, name in enumerate(references):
        beside = f"{name} {medians[name]:.3g} ms | {medians[name] / medians['ours']:.3g}"
        _line(f"| {what if number == 0 else ''} | {medians['ours']:.3g} ms | {beside} |")


def _machine() -> None:
    """On what it was measured, and with which versions of what."""
    from importlib.metadata import version
    from platform import python_version

    from django.db import connection

    names = ", ".join(f"{name} {version(name)}" for name in ("Django", "numpy", "pyroaring"))
    server = connection.pg_version // 10_000
    _line(
        f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; Python {python_version()}, {names}, PostgreSQL {server}"
    )


def _site(client: Any, path: str) -> Work:
    def work() -> float:
        with _Processor() as used:
            response = client.get(path)
            content = b"".join(response.streaming_content) if response.streaming else response.content
        assert response.status_code == 200 and content, path
        return used.milliseconds

    return work


class _Processor:
    """The processor time of this process and of the server's process behind its connection."""

    milliseconds = 0.0

    def __enter__(self) -> "_Processor":
        import psutil
        from django.db import connection

        connection.ensure_connection()
        self._server = psutil.Process(connection.connection.info.backend_pid)
        self._before = self._now()
        return self

    def __exit__(self, *exception: object) -> None:
        self.milliseconds = (self._now() - self._before) * 1000

    def _now(self) -> float:
        # The clock of another process is read from its scheduler: its times count in hundredths of a second.
        server = Path(f"/proc/{self._server.pid}/schedstat").read_text().split()[0]
        return process_time() + int(server) / 1e9


def _sql(sql: str) -> Work:
    def work() -> float:
        from django.db import connection

        with _Processor() as used, connection.cursor() as cursor:
            cursor.execute(sql)
            cursor.fetchall()
        return used.milliseconds

    return work


def _roll_up() -> Work:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(ROLL_UP)
        cursor.execute("CREATE INDEX bench_names ON archive_entry USING gin (name_keys)")
    return _sql("SELECT * FROM bench_roll_up")


def _copy() -> Work:
    def work() -> float:
        from django.db import connection

        with _Processor() as used, connection.cursor() as cursor, cursor.cursor.copy(COPY) as lines:
            sum(len(line) for line in lines)
        return used.milliseconds

    return work


def _bare() -> Work:
    """A Django view that reads one row and renders one small template, without any middleware."""
    from django.http import HttpResponse
    from django.template import engines
    from django.test import RequestFactory

    from archive.index.models import Entry

    template = engines["django"].from_string(
        "<h1>{{ entry.case_id }}</h1><p>{{ entry.burden }}</p><p>{{ entry.names.en }}</p>"
    )
    request = RequestFactory().get("/")
    edition = Entry.objects.values_list("edition", flat=True)[:1].get()

    def work() -> float:
        with _Processor() as used:
            HttpResponse(template.render({"entry": Entry.objects.get(edition=edition)}, request))
        return used.milliseconds

    return work


def _datasette(folder: Path) -> Callable[[str], Work]:
    """The same cases in SQLite behind Datasette, which is installed for this run alone."""
    _sqlite(folder / "archive.db")
    venv.create(folder / "venv", with_pip=True)
    python = str(folder / "venv" / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", "datasette"], check=True, stderr=subprocess.DEVNULL)
    version = subprocess.run(
        [python, "-c", "import datasette; print(datasette.__version__)"], check=True, capture_output=True
    )
    _line(f"Datasette {version.stdout.decode().strip()}")
    running = subprocess.Popen(
        [python, "-c", DATASETTE, str(folder / "archive.db")], text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )

    def asked(path: str) -> Work:
        def work() -> float:
            assert running.stdin is not None
            assert running.stdout is not None
            running.stdin.write(f"{path} 1\n")
            running.stdin.flush()
            return float(running.stdout.readline())

        return work

    return asked


def _sqlite(path: Path) -> None:
    """One table, lists as JSON arrays as Datasette's facets read them, with its full-text index."""
    from archive.exports import rows
    from archive.index.columns.selecting import choose
    from archive.index.selection import Selection

    columns = ("case_id", "name", *FACETS, *ARRAYS, "kinds_in_force")
    with sqlite3.connect(path) as database:
        database.execute(f"CREATE TABLE cases ({', '.join(columns)}, PRIMARY KEY (case_id))")
        for row in rows.cases(choose(Selection(DAY, DAY))):
            marks = row["facet_values"]
            in_force = sorted({kind for kind, state in row["states"] if state == "in-force"})
            of_states = {
                "kinds": {kind for kind, _state in row["states"]},
                "states": {state for _kind, state in row["states"]},
            }
            lists = [json.dumps(sorted(of_states.get(name, marks.get(name, ())))) for name in ARRAYS]
            plain = [";".join(marks.get(name, ())) for name in FACETS]
            values = [row["case_id"], row["names"]["en"], *plain, *lists, json.dumps(in_force)]
            database.execute(f"INSERT INTO cases VALUES ({', '.join('?' * len(values))})", values)
        for name in FACETS:
            database.execute(f"CREATE INDEX cases_{name} ON cases ({name})")
        database.execute("CREATE VIRTUAL TABLE cases_fts USING fts5(name, content='cases')")
        database.execute("INSERT INTO cases_fts (rowid, name) SELECT rowid, name FROM cases")
    database.close()


def _line(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
