"""The rows of a selection, a few hundred in memory at a time."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np
from django.db import connections, router
from django.db.models import F
from pydantic_core import from_json

from archive.exports.definitions import TABLES
from archive.exports.document_rows import ONCE, ROWS
from archive.index.columns.binary import Array
from archive.index.columns.bitmaps import numbers
from archive.index.columns.columns import Columns
from archive.index.columns.current import columns
from archive.index.columns.restrictions import kinds_and_states, places_of
from archive.index.columns.selecting import Chosen
from archive.index.models import Entry, Period
from editions.load import plain_of
from editions.models import EditionText
from law.country import country
from law.states import STATES
from records.json_dict import JSONDict
from records.languages import LANGUAGES

AT_ONCE = 500
DOCUMENTS_AT_ONCE = 50
OF_AN_ENTRY = (
    *("edition", "case_id", "case_key", "person_id", "articles", "facets", "verdict_earliest", "verdict_latest"),
    *("verified", "known_from", "published_at", "key", "version"),
)
NAMES, CITY = ({language: f"{key}_{language}" for language in LANGUAGES} for key in ("names", "city"))
TEXTS = {f"{key}_{language}": f"{key}->>'{language}'" for key in ("names", "city") for language in LANGUAGES}
BURDEN = {
    "nominal": "burden->>'nominal'",
    "days": "burden->'days'",
    "parts": "burden->'parts'",
    "likely": "burden #> '{likely,days}'",
}
"""Of JSON only what columns show leaves the database: reading all of it costs half of an export."""
PRESUMPTIONS = """ARRAY(SELECT presumptions FROM archive_period
WHERE entry_id = edition AND presumptions <> '[]' AND kind <> ALL(%s) ORDER BY position)"""
OF_ENTRIES = {**{name: name for name in OF_AN_ENTRY}, **TEXTS, **BURDEN, "presumptions": PRESUMPTIONS}
JSON = ("articles", "days", "parts", "likely")
ENTRIES = f"SELECT {', '.join(OF_ENTRIES.values())} FROM archive_entry WHERE edition = ANY(%s)"  # noqa: S608
"""By hand and of constants alone: Django takes longer to compose it than PostgreSQL to answer."""
OF_ITS_CASE = {
    name: F(f"entry__{name}")
    for name in ("case_id", "case_key", "person_id", "facets", "names", "published_at", "key", "version")
}
OF_A_PERIOD = [field.attname for field in Period._meta.concrete_fields if field.name not in ("id", "rules")]


def cases(chosen: Chosen, language: str = "en") -> Iterator[JSONDict]:
    """One row a case, in the order of the page, each with the states of its restrictions on the day."""
    return of_editions(chosen, chosen.ordered(language))


def of_editions(chosen: Chosen, editions: Array) -> Iterator[JSONDict]:
    """The rows of editions, in this order. One query for every few hundred."""
    for batch in batches(editions):
        of_edition = {row["edition"]: row for row in entries(batch)}
        states = kinds_and_states(chosen.columns, batch, chosen.selection.on)
        # An edition withdrawn since the columns were read is not there any more.
        for row in (of_edition[edition] for edition in batch if edition in of_edition):
            row["names"], row["city"] = texts_of(row, NAMES), texts_of(row, CITY)
            row["states"], row["facet_values"] = states[row["edition"]], facet_values(row["facets"])
            allowed = [use for use in row["presumptions"] if use["rule"] not in chosen.columns.refused]
            if len(allowed) < len(row["presumptions"]):
                row["likely"] = None  # a total that rests on more than the reading allows
            row["presumptions"], row["on"] = allowed, chosen.selection.on
            yield row


def entries(editions: Collection[int]) -> Iterator[JSONDict]:
    """The rows of the index for these editions, in no order. One query.

    Of a list of a state body nothing is presumed.
    """
    listed = [kind.id for kind in country().kinds.values() if kind.listed]
    with connections[router.db_for_read(Entry)].cursor() as cursor:
        cursor.execute(ENTRIES, [listed, list(editions)])
        rows = cursor.fetchall()
    for row in rows:
        by_name: JSONDict = dict(zip(OF_ENTRIES, row, strict=True))
        for name in JSON:
            by_name[name] = from_json(by_name[name] or "null")
        by_name["presumptions"] = [use for uses in by_name["presumptions"] for use in from_json(uses)]
        yield by_name


def of_restrictions(chosen: Chosen, language: str = "en") -> Iterator[JSONDict]:
    """One row a restriction that the selection speaks of, by name and case."""
    return of_places(chosen.columns, chosen.by_name(language), chosen.selection.on)


def of_case(edition: int, on: date) -> Iterator[JSONDict]:
    """One row for each restriction of one edition, in the order of its document."""
    current = columns()
    return of_places(current, places_of(current, np.array([edition])), on)


def of_places(columns: Columns, places: Array, on: date) -> Iterator[JSONDict]:
    """The restrictions at these places of the columns, each with its person. One query for every few hundred."""
    for batch in batches(places):
        ids, states = columns.periods["id"][batch].tolist(), columns.states(on)[batch].tolist()
        of_id = {row["id"]: row for row in Period.objects.filter(pk__in=ids).values("id", *OF_A_PERIOD, **OF_ITS_CASE)}
        for place, id_, state in zip(batch, ids, states, strict=True):
            # A restriction whose case was withdrawn since the columns were read is not there any more.
            if row := of_id.get(id_):
                yield {
                    **columns.read(row, place),
                    "place": place,
                    "state": STATES[state],
                    "facet_values": facet_values(row["facets"]),
                    "on": on,
                }


def of_documents(table: str, editions: Array) -> Iterator[JSONDict]:
    """The rows of a table that stands in the documents alone, case by case."""
    seen: set[Any] = set()
    key = TABLES[table].key
    for document in documents(editions):
        for row in ROWS[table](document):
            if table not in ONCE:
                yield row
            elif (id_ := tuple(row[name] for name in key)) not in seen:
                seen.add(id_)
                yield row


def documents(editions: Array) -> Iterator[JSONDict]:
    """The documents of editions, in this order, as plain objects. One query for a few dozen."""
    for batch in batches(editions, DOCUMENTS_AT_ONCE):
        texts = EditionText.objects.filter(edition__in=batch).values_list("edition", "content", "edition__format")
        of_edition = {edition: (content, format) for edition, content, format in texts}
        yield from (plain_of(*of_edition[edition]) for edition in batch if edition in of_edition)


def table_rows(table: str, chosen: Chosen, language: str = "en") -> Iterator[JSONDict]:
    """The rows of any table, in the order of the page, for its columns to read."""
    if table == "cases":
        return cases(chosen, language)
    if table == "restrictions":
        return of_restrictions(chosen, language)
    return of_documents(table, chosen.ordered(language))


def by_case_id(chosen: Chosen) -> Array:
    """The editions of the cases in the order of their ids. One query."""
    pairs = Entry.objects.filter(edition__in=numbers(chosen.cases).tolist()).values_list("case_id", "edition")
    return np.array([edition for _case_id, edition in sorted(pairs)], np.int64)


def of_release(table: str, chosen: Chosen) -> Iterator[JSONDict]:
    """The rows of any table for a release, case by case in the order of their ids."""
    editions = by_case_id(chosen)
    if table == "cases":
        return of_editions(chosen, editions)
    if table == "restrictions":
        return of_places(chosen.columns, places_of(chosen.columns, editions), chosen.selection.on)
    return of_documents(table, editions)


def texts_of(row: JSONDict, keys: Mapping[str, str]) -> dict[str, str]:
    """A text by language, as documents have it."""
    return {language: row[key] for language, key in keys.items() if row[key]}


def facet_values(facets: Iterable[str]) -> dict[str, list[str]]:
    """The values of each facet."""
    by_name: dict[str, list[str]] = {}
    for token in facets:
        name, _colon, value = token.partition(":")
        by_name.setdefault(name, []).append(value)
    return by_name


def batches(places: Array, size: int = AT_ONCE) -> Iterator[list[int]]:
    for start in range(0, len(places), size):
        yield places[start : start + size].tolist()
