"""The rows of a selection, a few hundred in memory at a time."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import numpy as np
from django.db.models import F
from django.db.models.fields.json import KT

from archive.exports.about import About
from archive.index.columns.binary import Array
from archive.index.columns.columns import Columns
from archive.index.columns.current import columns
from archive.index.columns.restrictions import of_editions as restrictions_of
from archive.index.columns.restrictions import places_of
from archive.index.columns.selecting import Chosen
from archive.index.models import Entry, Period
from law.states import STATES
from records.json_dict import JSONDict
from records.languages import LANGUAGES

AT_ONCE = 500
OF_AN_ENTRY = (
    *("edition", "case_id", "case_key", "person_id", "articles", "facets", "verdict_earliest", "verdict_latest"),
    *("burden_least", "burden_most", "verified", "known_from", "published_at", "key", "version"),
)
NAMES, CITY = ({language: f"{key}_{language}" for language in LANGUAGES} for key in ("names", "city"))
TEXTS = {key: KT(key.replace("_", "__")) for key in (*NAMES.values(), *CITY.values())}
BURDEN = {"nominal": KT("burden__nominal"), "parts": F("burden__parts")}
"""Of JSON only what columns show leaves the database: reading all of it costs half of an export."""
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
        rows = Entry.objects.filter(edition__in=batch).values(*OF_AN_ENTRY, **TEXTS, **BURDEN)
        of_edition = {row["edition"]: row for row in rows}
        restrictions = restrictions_of(chosen.columns, batch, chosen.selection.on)
        # An edition withdrawn since the columns were read is not there any more.
        for row in (of_edition[edition] for edition in batch if edition in of_edition):
            row["names"], row["city"] = texts_of(row, NAMES), texts_of(row, CITY)
            row["states"] = [(restriction.kind, restriction.state) for restriction in restrictions[row["edition"]]]
            yield {**row, "facet_values": facet_values(row["facets"])}


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


def provenance(about: About) -> JSONDict:
    """What every row of a table says of the export."""
    return {**{key: getattr(about, key) for key in ("changed", "on", "known", "licence", "query")}}


def batches(numbers: Array) -> Iterator[list[int]]:
    for start in range(0, len(numbers), AT_ONCE):
        yield numbers[start : start + AT_ONCE].tolist()
