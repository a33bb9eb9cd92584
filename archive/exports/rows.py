"""The rows of a selection, a few hundred in memory at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.fields.json import KT

from archive.exports.about import About
from archive.index.filters.conditions import entries, restrictions
from archive.index.filters.filterset import Selection
from archive.index.models import Entry, Period
from archive.index.ordering import ordered
from records.languages import LANGUAGES

Row = dict[str, Any]
AT_ONCE = 500
OF_AN_ENTRY = (
    *("edition", "case_id", "case_key", "person_id", "articles", "facets", "verdict_earliest", "verdict_latest"),
    *("burden_least", "burden_most", "verified", "known_from", "published_at"),
)
NAMES, CITY = ({language: f"{key}_{language}" for language in LANGUAGES} for key in ("names", "city"))
TEXTS = {key: KT(key.replace("_", "__")) for key in (*NAMES.values(), *CITY.values())}
BURDEN = {"nominal": KT("burden__nominal"), "parts": F("burden__parts")}
"""Of JSON only what columns show leaves the database: reading all of it costs half of an export."""
OF_A_PERIOD = (
    *(
        "entry_id",
        "position",
        "case_id",
        "case_key",
        "person_id",
        "item",
        "kind",
        "standing",
        "derived",
        "void",
        "covers",
        "missing",
    ),
    *("begins_earliest", "begins_latest", "counts_earliest", "counts_latest", "ends_earliest", "ends_latest"),
    *("open_ended", "start_basis", "end_basis", "report_earliest", "report_latest", "certainty", "facets", "state"),
)


def cases(selection: Selection, language: str = "en") -> Iterator[Row]:
    """One row a case, in the order of the page, each with the states of its restrictions on the day."""
    return with_states(ordered(entries(selection), selection, language), selection)


def with_states(found: QuerySet, selection: Selection) -> Iterator[Row]:
    """The rows of entries; one query more for every few hundred."""
    for some in _batches(found.values(*OF_AN_ENTRY, **TEXTS, **BURDEN).iterator(chunk_size=AT_ONCE)):
        periods = Period.objects.filter(entry__in=[row["edition"] for row in some]).with_state(selection.on)
        states: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for edition, kind, state in periods.order_by("position").values_list("entry_id", "kind", "state"):
            states[edition].append((kind, state))
        for row in some:
            row["names"], row["city"] = _texts(row, NAMES), _texts(row, CITY)
            row["marks"], row["states"] = marks(row["facets"]), states[row["edition"]]
            yield row


def of_restrictions(selection: Selection, language: str = "en") -> Iterator[Row]:
    """One row a restriction that the selection speaks of, by name and case."""
    yield from with_names(in_order(restrictions(selection), language), selection)


def in_order(found: QuerySet, language: str) -> QuerySet:
    return found.order_by(f"entry__sort_{language}", "entry_id", "position")


def with_names(found: QuerySet, selection: Selection) -> Iterator[Row]:
    """The rows of periods, each with the names of its person."""
    plain = found.with_state(selection.on).values(*OF_A_PERIOD).iterator(chunk_size=AT_ONCE)
    for some in _batches(plain):
        editions = {row["entry_id"] for row in some}
        people = Entry.objects.filter(edition__in=editions).values("edition", "names", "published_at")
        of_entry = {person["edition"]: person for person in people}
        for row in some:
            yield {**of_entry[row["entry_id"]], **row, "marks": marks(row["facets"]), "on": selection.on}


def _texts(row: Row, keys: Mapping[str, str]) -> dict[str, str]:
    """A text by language, as documents have it."""
    return {language: row[key] for language, key in keys.items() if row[key]}


def marks(facets: Iterable[str]) -> dict[str, list[str]]:
    """The values of each facet."""
    found: dict[str, list[str]] = {}
    for token in facets:
        name, _colon, value = token.partition(":")
        found.setdefault(name, []).append(value)
    return found


def provenance(about: About) -> Row:
    """What every row of a table says of the export."""
    return {"newest": about.edition, **{key: getattr(about, key) for key in ("on", "known", "licence", "query")}}


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    waiting = iter(rows)
    while some := list(islice(waiting, AT_ONCE)):
        yield some
