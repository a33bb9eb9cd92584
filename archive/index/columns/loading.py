"""Reads the index tables into arrays: all of them, or the editions that changed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db.backends.base.base import BaseDatabaseWrapper
from pyroaring import BitMap

from archive.index.columns.binary import Array, Table, joined, read_table, rows_of

LEAST, MOST = -(2**31), 2**31 - 1
"""Stand for a bound that is not known, and for no end."""
BURDEN_DAYS = 9
"""Numbers in ``Entry.burden_days``."""
ORDER_DIGITS = 15
"""Hexadecimal digits of an edition's key that its place among those of one moment is read from."""
MOST_COVERS = 63
"""As many bits as a whole number has."""


def _day(column: str, null: int) -> str:
    """A date as Python's ordinal."""
    return f"int4 coalesce({column} - DATE '0001-01-01' + 1, {null})"


def _working(bound: str) -> str:
    """A bound of the last day by the likely reading; of the strict one where no likely day is given."""
    is_not_given = "likely_last_earliest IS NULL AND likely_last_latest IS NULL"
    return f"(CASE WHEN {is_not_given} THEN last_{bound} ELSE likely_last_{bound} END)"


def _total(reading: str, bound: str) -> str:
    """A bound of the last day of everything together: by the strict reading, or ``working`` as above."""
    strict, likely = f"(burden #>> '{{last_day,{bound}}}')", f"(burden #>> '{{likely,last_day,{bound}}}')"
    is_given = "coalesce(burden #>> '{likely,last_day,earliest}', burden #>> '{likely,last_day,latest}') IS NOT NULL"
    text = strict if reading == "last" else f"(CASE WHEN {is_given} THEN {likely} ELSE {strict} END)"
    return f"{text}::date"


def _place(column: str) -> str:
    return f"int2 array_position(%({column})s::text[], {column}::text) - 1"


ENTRY = {
    "edition": "int4 edition",
    "known_from": _day("known_from", LEAST),
    "known_until": _day("known_until", MOST),
    "verdict_earliest": _day("verdict_earliest", LEAST),
    "verdict_latest": _day("verdict_latest", MOST),
    "burden_least": "int4 burden_least",
    "burden_most": f"int4 coalesce(burden_most, {MOST})",
    "verified": _day("verified", LEAST),
    "searched": _day("searched", LEAST),
    **{
        f"total_{reading}_{bound}": _day(_total(reading, bound), LEAST if bound == "earliest" else MOST)
        for reading in ("last", "working")
        for bound in ("earliest", "latest")
    },
    "published": "int8 extract(epoch FROM published_at) * 1000000",
    **{f"burden_{place}": f"int4 coalesce(burden_days[{place + 1}], -1)" for place in range(BURDEN_DAYS)},
    # The first of the key’s random digits break ties of one moment; they count nothing.
    "order": f"int8 ('x' || substr(key, 1, {ORDER_DIGITS}))::bit({4 * ORDER_DIGITS})::int8",
    # Whoever writes a row again, after an erasure too, gives it another of these; nobody else's rows change with it.
    "written": "int8 xmin::text::int8",
    "case": "int8 hashtextextended(case_key, 0)",
    # Only whether two entries are of one person is ever asked: 64 bits tell any number of people apart.
    "person": "int8 hashtextextended(person_id, 0)",
}
PERIOD = {
    "id": "int8 id",
    "entry": "int4 entry_id",
    "position": "int2 position",
    "kind": _place("kind"),
    "standing": _place("standing"),
    "ended_by": _place("ended_by"),
    "covers": "int8 CASE WHEN covers = '{}' THEN 0 ELSE (SELECT bit_or(1::int8 << "
    "(array_position(%(cover)s::text[], cover::text) - 1)) FROM unnest(covers) AS cover) END",
    "presumed": "int4 CASE WHEN presumptions = '[]' THEN 0 ELSE (SELECT bit_or(1 << (array_position("
    "%(presumption)s::text[], used->>'rule') - 1)) FROM jsonb_array_elements(presumptions) AS used) END",
    "void": "bool void",
    "open_ended": "bool open_ended",
    "begins_earliest": _day("begins_earliest", LEAST),
    "begins_latest": _day("begins_latest", MOST),
    "ends_earliest": _day("ends_earliest", LEAST),
    "ends_latest": _day("ends_latest", MOST),
    "likely_begins_latest": _day("likely_begins_latest", MOST),
    "likely_ends_earliest": _day("likely_ends_earliest", LEAST),
    "last_earliest": _day("last_earliest", LEAST),
    "last_latest": _day("last_latest", MOST),
    "working_earliest": _day(_working("earliest"), LEAST),
    "working_latest": _day(_working("latest"), MOST),
    "report_earliest": _day("report_earliest", LEAST),
    "report_latest": _day("report_latest", LEAST),
    "rough": "bool end_basis = 'computed' AND certainty = 'C'",
}


OF_ENTRIES = "(%(editions)s::int8[] IS NULL OR edition = ANY(%(editions)s::int8[]))"
OF_ROWS = "(%(editions)s::int8[] IS NULL OR entry_id = ANY(%(editions)s::int8[]))"
"""All of them, or those of some editions."""
# Queries of constants: the editions travel as a parameter.
# ruff: noqa: S608
KINDS = f"SELECT DISTINCT kind FROM archive_period WHERE {OF_ROWS}"
STANDINGS = f"SELECT DISTINCT standing FROM archive_period WHERE {OF_ROWS}"
ENDINGS = f"SELECT DISTINCT ended_by FROM archive_period WHERE {OF_ROWS}"
PRESUMPTIONS = f"""SELECT DISTINCT used->>'rule' FROM archive_period, jsonb_array_elements(presumptions) AS used
WHERE presumptions <> '[]' AND {OF_ROWS}"""
COVERS = f"SELECT DISTINCT unnest(covers) FROM archive_period WHERE {OF_ROWS}"
FACETS = f"""SELECT token, array_agg(edition) FROM archive_entry, unnest(facets) AS token
WHERE {OF_ENTRIES} GROUP BY token"""
NAME_KEYS = f"""SELECT word, array_agg(edition) FROM archive_entry, unnest(name_keys) AS word
WHERE {OF_ENTRIES} GROUP BY word"""
NAMES = f"SELECT edition, sort_keys FROM archive_entry WHERE {OF_ENTRIES}"
COURTS = f"""SELECT DISTINCT ON (token) token, names::text FROM archive_label
WHERE {OF_ROWS} ORDER BY token, entry_id DESC"""


@dataclass(frozen=True, slots=True)
class Words:
    """The words that periods have; their columns hold the places of the words, ``covers`` and ``presumed`` a bit for
    each."""

    kinds: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    presumptions: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """What is held of the tables. ``periods`` are in the order of entry and position.

    ``facets``: editions by token. ``names``: by edition its sort keys. ``name_keys``: editions by a word
    of a name. ``courts``: names by id.
    """

    entries: Table
    periods: Table
    words: Words
    facets: Mapping[str, BitMap]
    names: dict[int, tuple[str, ...]]
    name_keys: dict[str, BitMap]
    courts: Mapping[str, Mapping[str, str]]


NO_ROWS = Rows(
    entries={name: np.empty(0, np.int64) for name in ENTRY},
    periods={name: np.empty(0, np.int64) for name in PERIOD},
    words=Words(),
    facets={},
    names={},
    name_keys={},
    courts={},
)
"""An archive that holds nothing."""


def read_all(connection: BaseDatabaseWrapper) -> Rows:
    """Everything. At a hundred thousand cases some seconds."""
    return _read(connection, Words(), None)


def read_changed(connection: BaseDatabaseWrapper, rows: Rows, editions: Sequence[int]) -> Rows:
    """The rows with these editions as they are now: added, changed or gone."""
    fresh = _read(connection, rows.words, list(editions))
    gone = BitMap(editions)
    stays, remain = (~np.isin(column, editions) for column in (rows.entries["edition"], rows.periods["entry"]))
    return Rows(
        entries=joined(rows_of(rows.entries, stays), fresh.entries),
        periods=_in_order(joined(rows_of(rows.periods, remain), fresh.periods)),
        words=fresh.words,
        facets=_renewed(rows.facets, fresh.facets, gone),
        names={edition: keys for edition, keys in rows.names.items() if edition not in gone} | fresh.names,
        name_keys=_renewed(rows.name_keys, fresh.name_keys, gone),
        courts={**rows.courts, **fresh.courts},
    )


def _renewed(editions: Mapping[str, BitMap], fresh: Mapping[str, BitMap], gone: BitMap) -> dict[str, BitMap]:
    """Editions by a word, without those that are gone and with the fresh; a word that none has any more is dropped."""
    renewed = {word: bitmap if bitmap.isdisjoint(gone) else bitmap - gone for word, bitmap in editions.items()}
    for word, bitmap in fresh.items():
        renewed[word] = renewed.get(word, BitMap()) | bitmap
    return {word: bitmap for word, bitmap in renewed.items() if bitmap}


def _read(connection: BaseDatabaseWrapper, words: Words, editions: list[int] | None) -> Rows:
    """``editions``: only these; None: all."""
    which: dict[str, Any] = {"editions": editions}
    words = Words(
        _with_more(connection, words.kinds, KINDS, which),
        _with_more(connection, words.standings, STANDINGS, which),
        _with_more(connection, words.endings, ENDINGS, which),
        _with_more(connection, words.presumptions, PRESUMPTIONS, which),
        _with_more(connection, words.covers, COVERS, which),
    )
    places = {
        "kind": list(words.kinds),
        "standing": list(words.standings),
        "ended_by": list(words.endings),
        "presumption": list(words.presumptions),
        "cover": list(words.covers[:MOST_COVERS]),
    }
    return Rows(
        entries=read_table(connection, ENTRY, f"FROM archive_entry WHERE {OF_ENTRIES}", which),
        periods=_in_order(read_table(connection, PERIOD, f"FROM archive_period WHERE {OF_ROWS}", {**which, **places})),
        words=words,
        facets=_editions_by_word(connection, FACETS, which),
        names=_names(connection, which),
        name_keys=_editions_by_word(connection, NAME_KEYS, which),
        courts=_courts(connection, which),
    )


def _with_more(
    connection: BaseDatabaseWrapper, known: tuple[str, ...], query: str, params: Mapping[str, Any]
) -> tuple[str, ...]:
    """The words known, then those that the query brings: a word never changes its place."""
    with connection.cursor() as cursor:
        cursor.execute(query, params)
        return (*known, *sorted({word for (word,) in cursor} - set(known)))


def _in_order(periods: Table) -> dict[str, Array]:
    return rows_of(periods, np.lexsort((periods["position"], periods["entry"])))


def _editions_by_word(connection: BaseDatabaseWrapper, query: str, which: Mapping[str, Any]) -> dict[str, BitMap]:
    """The editions of every token or word. By number, so that bitmaps need no other numbering and stay when rows go."""
    with connection.cursor() as cursor:
        cursor.execute(query, which)
        return {word: BitMap(editions) for word, editions in cursor}


def _names(connection: BaseDatabaseWrapper, which: Mapping[str, Any]) -> dict[int, tuple[str, ...]]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(NAMES, which)
        return {edition: tuple(keys) for edition, keys in cursor}


def _courts(connection: BaseDatabaseWrapper, which: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """The names that the newest edition gives to each court."""
    with connection.cursor() as cursor:
        cursor.execute(COURTS, which)
        return {token.removeprefix("court:"): json.loads(names) for token, names in cursor}
