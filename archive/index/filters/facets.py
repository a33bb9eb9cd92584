"""The counts beside every choice, under the other filters, and the total: one query, which reads each table once.

The conditions are those of ``conditions``, compiled; only the counting is written by hand: the ORM has no WITH, and
without it each facet would read the tables anew.
"""

from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Any, NamedTuple

from django.db import connections, router
from django.db.models import Case, F, QuerySet, TextField, Value, When
from django.db.models.functions import Concat

from archive.index.filters.conditions import (
    MARKS,
    choices,
    narrows_cases,
    of_cases,
    periods,
    speaks_of_restrictions,
    states,
)
from archive.index.filters.filterset import Selection
from archive.index.models import Entry

Counts = Mapping[str, Mapping[str, int]]
Sql = tuple[str, Sequence[Any]]
"""A piece of a query and the values for its places."""
TRUE: Sql = ("TRUE", ())
OF_PERIODS = ("kind", "state", "covers")

COUNTING = """WITH c AS MATERIALIZED ({cases}),
p AS MATERIALIZED (SELECT * FROM ({periods}) AS p WHERE {of_cases}),
e AS {how} (SELECT * FROM c WHERE {of_periods})
SELECT 'total', 'cases', count(*) FROM e WHERE missed = ''
UNION ALL SELECT 'total', 'people', count(DISTINCT person_id) FROM e WHERE missed = ''
UNION ALL SELECT 'total', 'edition', newest FROM ({newest}) AS k
UNION ALL SELECT 'mark', token, count(*) FROM e, unnest(facets) AS token WHERE {counts} GROUP BY token
UNION ALL SELECT 'kind', kind, count(*) FROM
  (SELECT DISTINCT entry_id, kind FROM p WHERE {state} AND {covers} AND {fits}) AS k GROUP BY kind
UNION ALL SELECT 'state', state, count(*) FROM
  (SELECT DISTINCT entry_id, state FROM p WHERE {kind} AND {covers} AND {fits}) AS s GROUP BY state
UNION ALL SELECT 'covers', cover, count(*) FROM
  (SELECT DISTINCT entry_id, unnest(covers) AS cover FROM p WHERE {kind} AND {state} AND {fits}) AS v GROUP BY cover"""
"""c: cases by all but facets, with the facets whose choice they miss; p: restrictions by all but facets, with their
state; e: the cases that have such a restriction. A case that misses one choice counts for that facet alone."""
SPOKEN_OF = "(edition IN (SELECT entry_id FROM p WHERE {})) IS TRUE"
FITTING = "(entry_id IN (SELECT edition FROM c WHERE missed = '')) IS TRUE"
"""IS TRUE keeps the planner from joining c and p, of which it knows too little: it looked for each row in every row."""


class Tally(NamedTuple):
    """How many cases and people a selection has, and how many cases each choice of each facet would give.

    ``edition``: the newest that the archive knew.
    """

    cases: int
    people: int
    edition: int
    facets: Counts


def tally(selection: Selection) -> Tally:
    """All counts of a selection. Choices within one facet do not shut each other out. One query."""
    rows = _counted(selection)
    totals = {token: number for counted, token, number in rows if counted == "total"}
    return Tally(*(totals.get(name) or 0 for name in ("cases", "people", "edition")), _by_facet(rows))


def _counted(selection: Selection) -> list[tuple[str, str, int]]:
    """Rows of (what was counted, its value, how many)."""
    of_one, speaks = _of_one(selection), speaks_of_restrictions(selection)
    pieces: dict[str, Sql] = {
        "cases": _compiled(_cases(selection)),
        "periods": _compiled(_periods(selection)),
        "newest": _compiled(_newest(selection)),
        "of_cases": (_of_cases(selection), ()),
        "how": ("MATERIALIZED" if speaks else "NOT MATERIALIZED", ()),
        "of_periods": _all_of(of_one) if speaks else TRUE,
        "counts": ("starts_with(token, missed)", ()) if choices(selection) else TRUE,
        "fits": (FITTING, ()) if narrows_cases(selection) else TRUE,
        **of_one,
    }
    names = [name for _text, name, _format, _how in Formatter().parse(COUNTING) if name]
    sql = COUNTING.format(**{name: text for name, (text, _values) in pieces.items()})
    with _connection().cursor() as cursor:
        cursor.execute(sql, [value for name in names for value in pieces[name][1]])
        return cursor.fetchall()


def _cases(selection: Selection) -> QuerySet:
    """Cases by all but what was chosen in facets, each with the facets that it misses: "region:court:"."""
    chosen = choices(selection)
    missed = [Case(When(fits, then=Value("")), default=Value(f"{name}:")) for name, fits in chosen.items()]
    found = of_cases(selection, chosen).annotate(missed=Concat(Value(""), Value(""), *missed, output_field=TextField()))
    return found.order_by().values("edition", "person_id", "facets", "missed")


def _periods(selection: Selection) -> QuerySet:
    found = periods(selection, OF_PERIODS).with_state(selection.on)
    return found.order_by().values("entry_id", "kind", "covers", "state")


def _newest(selection: Selection) -> QuerySet:
    known = Entry.objects.known(selection.known).annotate(newest=F("edition"))
    return known.order_by("-edition").values("newest")[:1]


def _of_one(selection: Selection) -> dict[str, Sql]:
    """What is asked of one and the same restriction, facet by facet."""
    return {
        "kind": ("kind = ANY(%s)", [list(selection.kind)]) if selection.kind else TRUE,
        "state": ("state = ANY(%s)", [list(states(selection))]),
        "covers": ("covers && %s::varchar[]", [list(selection.covers)]) if selection.covers else TRUE,
    }


def _all_of(parts: Mapping[str, Sql]) -> Sql:
    joined = " AND ".join(text for text, _values in parts.values())
    return SPOKEN_OF.format(joined), [value for _text, values in parts.values() for value in values]


def _of_cases(selection: Selection) -> str:
    """Few cases need few restrictions: those that miss one choice only if restrictions decide about them."""
    if not narrows_cases(selection):
        return "TRUE"
    needed = "TRUE" if speaks_of_restrictions(selection) else "missed = ''"
    return f"entry_id IN (SELECT edition FROM c WHERE {needed})"  # noqa: S608 one of two texts


def _compiled(found: QuerySet) -> Sql:
    """A queryset as SQL; one that can find nothing as one that finds nothing."""
    sql, values = found.query.get_compiler(connection=_connection(), elide_empty=False).as_sql()
    return sql, values


def _connection() -> Any:
    return connections[router.db_for_read(Entry)]


def _by_facet(rows: list[tuple[str, str, int]]) -> Counts:
    found: dict[str, dict[str, int]] = {facet: {} for facet in (*OF_PERIODS, *MARKS, "year")}
    for counted, token, number in rows:
        facet, _colon, value = token.partition(":") if counted == "mark" else (counted, "", token)
        if facet in found:
            found[facet][value] = number
    return found
