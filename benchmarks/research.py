"""The list, the search, a case page and the export, each as a ratio to the best SQL we can write by hand for the same
answer on the same database; the export to COPY. BENCH_CASES=10000 sets the size of the invented archive."""

import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from benchmarks._database import empty_database

CASES = int(os.environ.get("BENCH_CASES", "2000"))
ROUNDS = 7
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = date(2026, 11, 22)
STATE = """CASE WHEN void THEN 'void' WHEN standing = 'expected' THEN 'expected'
  WHEN begins_earliest > %(on)s THEN 'upcoming' WHEN ends_latest <= %(on)s THEN 'ended'
  WHEN begins_latest <= %(on)s AND (open_ended OR ends_earliest > %(on)s) THEN 'in-force'
  WHEN (begins_latest IS NULL OR (begins_latest > %(on)s AND begins_earliest IS NULL))
    OR (NOT open_ended AND (ends_earliest IS NULL OR (ends_earliest <= %(on)s AND ends_latest IS NULL))) THEN 'unknown'
  ELSE 'uncertain' END"""
FACETS = """WITH e AS MATERIALIZED (SELECT edition, person_id, facets FROM archive_entry e
  WHERE known_until IS NULL {and_e}),
p AS MATERIALIZED (SELECT entry_id, kind, covers, {state} AS state FROM archive_period p
  WHERE known_until IS NULL {and_p})
SELECT 'total', count(*) FROM e UNION ALL SELECT 'people', count(DISTINCT person_id) FROM e
UNION ALL SELECT token, count(*) FROM e, unnest(facets) AS token GROUP BY token
UNION ALL SELECT kind, count(*) FROM
  (SELECT DISTINCT entry_id, kind FROM p WHERE state NOT IN ('void', 'expected') {in_state}) AS k GROUP BY kind
UNION ALL SELECT state, count(*) FROM (SELECT DISTINCT entry_id, state FROM p {of_kind}) AS s GROUP BY state
UNION ALL SELECT c, count(*) FROM (SELECT DISTINCT entry_id, unnest(covers) AS c FROM p
  WHERE state NOT IN ('void', 'expected') {in_state} {and_kind}) AS v GROUP BY c"""
ROWS = """SELECT edition, case_id, names, city, articles, burden, facets FROM archive_entry e
WHERE known_until IS NULL {and_e} ORDER BY sort_en, edition DESC LIMIT 25"""
BARS = (
    "SELECT p.*, {state} AS state FROM archive_period p WHERE entry_id = ANY(%(editions)s) ORDER BY entry_id, position"
)
IN_FORCE = f"""AND edition IN (SELECT entry_id FROM archive_period
  WHERE known_until IS NULL AND kind = 'public-activity-ban'
  AND ({STATE}) = 'in-force')"""
PLAIN = {"and_e": "", "and_p": "", "in_state": "", "of_kind": "", "and_kind": "", "state": STATE}
BAN = {
    **PLAIN,
    "and_e": IN_FORCE,
    "in_state": "AND state = 'in-force'",
    "of_kind": "WHERE kind = 'public-activity-ban'",
    "and_kind": "AND kind = 'public-activity-ban'",
}
BARE = """COPY (SELECT e.case_id, e.person_id, e.names->>'en', e.names->>'ru', e.names->>'kk', e.facets,
  e.city->>'en',  e.articles, e.burden->>'nominal', e.verdict_earliest, e.verdict_latest, e.burden_least, e.burden_most,
  e.burden->'parts', s.kinds, e.verified, e.known_from, e.edition
FROM archive_entry e LEFT JOIN (SELECT entry_id, array_agg(kind || ' ' || {state}) AS kinds FROM archive_period
  WHERE known_until IS NULL GROUP BY entry_id) AS s ON s.entry_id = e.edition
WHERE e.known_until IS NULL ORDER BY e.sort_en, e.edition DESC) TO STDOUT (FORMAT csv)"""
"""Arrays and JSON as they are stored: less than any reader could use, the least that a COPY can take."""
MARKS = ("gender", "region", "offence", "court_region", "penalty", "court", "occupation", "recognised", "tag")
PARTS = ("behind-bars", "home", "banned", "record-or-list")
EXPORT = f"""COPY (SELECT e.case_id, e.person_id, e.names->>'en', e.names->>'ru', e.names->>'kk', e.city->>'en',
  e.burden->>'nominal', e.verdict_earliest, e.verdict_latest, e.burden_least, e.burden_most, e.verified, e.known_from,
  e.edition, (SELECT string_agg(one, ';') FROM jsonb_array_elements_text(e.articles) AS one), m.*, b.*, s.*,
  DATE '{DAY}', DATE '{DAY}', {CASES}, 'no licence stated: a copy for development', 'http://localhost/en/cases/'
FROM archive_entry e CROSS JOIN LATERAL (SELECT {
    ", ".join(f"string_agg(split_part(t, ':', 2), ';') FILTER (WHERE starts_with(t, '{name}:'))" for name in MARKS)
} FROM unnest(e.facets) AS t) AS m CROSS JOIN LATERAL (SELECT {
    ", ".join(
        f"max((p->'days'->>'{bound}')::int) FILTER (WHERE p->>'kind' = '{kind}')"
        for kind in PARTS
        for bound in ("least", "most")
    )
} FROM jsonb_array_elements(e.burden->'parts') AS p) AS b
LEFT JOIN (SELECT entry_id, string_agg(DISTINCT kind, ';') FILTER (WHERE state = 'in-force'),
  string_agg(DISTINCT kind, ';') FILTER (WHERE state IN ('uncertain', 'unknown'))
  FROM (SELECT entry_id, kind, {STATE} AS state FROM archive_period WHERE known_until IS NULL) AS k GROUP BY entry_id)
  AS s ON s.entry_id = e.edition
WHERE e.known_until IS NULL ORDER BY e.sort_en, e.edition DESC) TO STDOUT (FORMAT csv)"""
"""The columns of our CSV: the same answer."""


def main() -> None:
    with empty_database():
        from tests.invented.archives.publishing import publish

        started = time.perf_counter()
        publish(CASES, 1, NOW)
        _told("cases published a second", CASES / (time.perf_counter() - started), "")
        _lists()
        _search()
        _case()
        _export()


def _lists() -> None:
    from archive.index.filters import Selection
    from archive.index.filters.address import Address
    from archive.pages.cases.page import case_list_page

    chosen = {"unfiltered": ({}, PLAIN), "filtered": ({"kind": ("public-activity-ban",), "state": ("in-force",)}, BAN)}
    for name, (values, sql) in chosen.items():
        selection = Selection(today=DAY, on=DAY, **values)
        _compared(
            f"list, {name}, all facets",
            lambda selection=selection: case_list_page(selection, Address("/en/cases/", {})),
            lambda sql=sql: _by_hand(sql),
        )


def _by_hand(sql: dict[str, str]) -> None:
    """Counts, rows and bars of one page: three queries."""
    _fetch(FACETS.format(**sql), {"on": DAY})
    rows = _fetch(ROWS.format(**sql), {"on": DAY})
    _fetch(BARS.format(**sql), {"on": DAY, "editions": [row[0] for row in rows]})


def _search() -> None:
    from archive.index.filters.conditions import entries
    from archive.index.ordering import ordered

    from archive.index.filters import Selection

    selection = Selection(today=DAY, on=DAY, q="Zarina")
    found = ordered(entries(selection), selection, "en")
    _compared(
        "search, 25 hits ranked",
        lambda: list(found.values_list("edition", "case_id", "names")[:25]),
        lambda: _fetch(
            """SELECT edition, case_id, names FROM archive_entry WHERE known_until IS NULL AND words @@ %(q)s::tsquery
            ORDER BY ts_rank('{0.01, 0.2, 0.5, 1.0}', words, %(q)s::tsquery) DESC, sort_en, edition DESC LIMIT 25""",
            {"q": "'~1zarina':* | '~2zarina' | '~3sarna' | 'zarina'"},
        ),
    )


def _case() -> None:
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    ours, hand = _ms(
        lambda: client.get("/en/cases/synthetic-000007/"),
        lambda: _fetch(
            """SELECT content FROM editions_editiontext t JOIN editions_edition e ON e.number = t.edition_id
            WHERE e.case_id = 'synthetic-000007' ORDER BY number DESC LIMIT 1""",
            {},
        ),
    )
    _told("case page", ours, f"ms; its one row of the database {hand:.2f} ms")


def _export() -> None:
    from django.test import Client

    client = Client(headers={"host": "localhost"})

    def ours() -> bytes:
        return b"".join(client.get("/en/cases.csv").streaming_content)

    took = _compared("CSV of all cases, to COPY of the same columns", ours, lambda: _copy(EXPORT))
    _told("rows of CSV a second", CASES / took * 1000, "")
    _compared("CSV of all cases, to COPY of what is stored", ours, lambda: _copy(BARE.format(state=STATE)))


def _copy(sql: str) -> int:
    from django.db import connection

    with connection.cursor() as cursor, cursor.cursor.copy(sql.replace("%(on)s", f"DATE '{DAY}'")) as lines:
        return sum(len(line) for line in lines)


def _fetch(sql: str, values: dict[str, Any]) -> list[Any]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def _ms(*works: Callable[[], object]) -> list[float]:
    """Milliseconds of each: the best of some rounds, taken in turn, so that a busy machine hinders all alike."""
    times: list[list[float]] = [[] for _work in works]
    for _round in range(ROUNDS + 1):
        for place, work in enumerate(works):
            started = time.perf_counter()
            work()
            times[place].append((time.perf_counter() - started) * 1000)
    return [min(found[1:]) for found in times]


def _compared(what: str, ours: Callable[[], object], by_hand: Callable[[], object]) -> float:
    """The milliseconds of ours."""
    took, hand = _ms(ours, by_hand)
    _told(what, took, f"ms; by hand {hand:.1f} ms: {took / hand:.2f} times as long")
    return took


def _told(what: str, number: float, rest: str) -> None:
    print(f"{what}: {number:.1f} {rest}".rstrip())
