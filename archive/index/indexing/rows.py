"""A document as rows of the index."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from archive.index.indexing.facet_values import article_names, tokens
from archive.index.indexing.facts import stated_facts
from archive.index.indexing.sorting import sort_key
from archive.index.outcomes import columns_of
from archive.index.search.vectors import vector
from archive.index.search.words import case_texts, ids, name_keys, spellings
from editions.codec import from_plain, to_plain
from editions.files import named_files
from law.burden import HEAVIEST_FIRST
from law.dates import UNKNOWN, DateRange, earlier_of, parse
from law.lengths import Length
from law.outcome import CustodyOutcome
from records.json_dict import JSONDict
from records.languages import LANGUAGES, localized_str

A_YEAR = 365.2425
Row = dict[str, Any]
"""Values by column. Making a model of each would take a quarter of the time in which the index is rebuilt."""


class IndexRows(NamedTuple):
    """All rows of the index that one document has: of Entry, Period, CourtName, PublicFile.

    What the edition says, its number first, is not in them: it is known only once the edition is in the chain.
    """

    entry: Row
    periods: list[Row]
    labels: list[Row]
    files: list[Row]


class IndexedEdition(NamedTuple):
    """An edition, the first day on which it stands, and the first on which it does not."""

    edition: int
    case_key: str
    key: str
    version: int
    published_at: datetime
    known_from: date
    known_until: date | None


def rows_of(document: JSONDict) -> IndexRows:
    files = [{"name": name} for name in sorted(named_files(document))]
    courts = [{"token": f"court:{court['id']}", "names": court["names"]} for court in document["courts"]]
    return IndexRows(entry_of(document), periods_of(document), courts, files)


def entry_of(document: JSONDict) -> Row:
    """The row of a document."""
    case, person = document["case"], document["person"]
    burden = document["reckoning"]["burden"]
    verdict = first_verdict(case)
    names, texts = spellings(person), case_texts(document)
    return {
        "case_id": case["id"],
        "person_id": person["id"],
        "facets": tokens(document, verdict),
        "verdict_earliest": verdict.earliest,
        "verdict_latest": verdict.latest,
        "burden_least": burden["days"]["least"] or 0,
        "burden_most": burden["days"]["most"],
        "verified": _day(case["verified"]),
        "searched": _day(case["searched"]),
        "names": person["names"],
        "title": case["title"],
        "city": person["city"],
        "articles": article_names(case),
        "burden": burden,
        "burden_days": burden_days(burden),
        "texts": texts,
        "spellings": names,
        "name_keys": name_keys(names),
        "words": vector(ids(document), texts),
        "sort_keys": [sort_key(localized_str(person["names"], language)) for language in LANGUAGES],
    }


def burden_days(burden: JSONDict) -> list[int | None]:
    """Days of the main penalty as pronounced, then of each part at least and at most; None: cannot be said."""
    of_parts = {part["kind"]: (part["days"]["least"], part["days"]["most"]) for part in burden["parts"]}
    spans = [of_parts.get(part, (0, 0)) for part in HEAVIEST_FIRST]
    return [
        _pronounced(burden["nominal"]),
        *(days for span in spans for days in (span if None not in span else (None, None))),
    ]


def _pronounced(nominal: str | None) -> int | None:
    if nominal is None:
        return None
    length = Length.parse(nominal)
    return int((length.years + length.months / 12) * A_YEAR + length.days)


def first_verdict(case: JSONDict) -> DateRange:
    """When the first instance decided; of several, the first."""
    dates = [parse(row["date"]) for row in case["verdicts"] if row["instance"] == "first" and row["date"]]
    return earlier_of(*dates) if dates else UNKNOWN


def periods_of(document: JSONDict) -> list[Row]:
    """A row for each restriction of the reckoning, then for each period of custody."""
    reckoning = document["reckoning"]
    covers = {row["id"]: row["covers"] for row in document["case"]["restrictions"]}
    endings = {row["id"]: row["ended_by"] for row in document["case"]["restrictions"]}
    forces = {verdict["id"]: _rules(verdict["steps"]) for verdict in reckoning["verdicts"]}
    custody = [to_plain(from_plain(CustodyOutcome, period).as_restriction()) for period in reckoning["custody"]]
    return [
        {
            "position": number,
            "covers": covers.get(outcome["id"], []),
            "ended_by": endings.get(outcome["id"]) or "",
            "facts": stated_facts(document["case"], outcome["id"], outcome["verdict"]),
            "rules": sorted(_rules(outcome["steps"]) | forces.get(outcome["verdict"], set()) | _presumptions(outcome)),
            **columns_of(outcome),
        }
        for number, outcome in enumerate([*reckoning["restrictions"], *custody])
    ]


def _rules(steps: Iterable[JSONDict]) -> set[str]:
    """The rules that explain a date. A step that repeats a report rests on the report, not on the rule."""
    return {step["rule"] for step in steps if step["operation"] != "reported"}


def _presumptions(outcome: JSONDict) -> set[str]:
    likely = outcome["likely"]
    return {use["rule"] for use in likely["presumptions"]} if likely else set()


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
