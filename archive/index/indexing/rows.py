"""A document as one Entry and its Periods, unsaved."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from archive.index.indexing.facet_values import article_names, tokens
from archive.index.indexing.sorting import sort_key
from archive.index.models import CourtName, Entry, Period, PublicFile
from archive.index.outcomes import columns_of
from archive.index.search.vectors import vector
from archive.index.search.words import case_texts, name_words
from editions.files import file_names
from editions.models import Edition
from editions.schema import Document
from law.burden import HEAVIEST_FIRST
from law.dates import UNKNOWN, DateRange, earlier_of, parse
from law.lengths import Length
from law.outcome import Step
from records.json_dict import JSONDict
from records.languages import LANGUAGES, localized_str

A_YEAR = 365.2425


class IndexRows(NamedTuple):
    """All rows of the index that one edition has, unsaved."""

    entry: Entry
    periods: list[Period]
    labels: list[CourtName]
    files: list[PublicFile]


def rows_of(edition: Edition, document: Document, known: tuple[date, date | None]) -> IndexRows:
    """``known``: the first day on which the edition stands, and the first on which it does not."""
    record = document.to_dict()
    entry = entry_of(edition.number, edition.case_key, edition.published_at, known, record)
    entry.words = vector(entry.name_words, entry.texts)
    files = [PublicFile(entry=entry, name=name) for name in sorted(file_names(document))]
    courts = [CourtName(entry=entry, token=f"court:{court['id']}", names=court["names"]) for court in record["courts"]]
    return IndexRows(entry, periods_of(entry, document), courts, files)


def entry_of(
    number: int, case_key: str, published_at: datetime, known: tuple[date, date | None], document: JSONDict
) -> Entry:
    """The row of an edition. ``known``: the first day on which it stands, and the first on which it does not."""
    case, person = document["case"], document["person"]
    burden = document["reckoning"]["burden"]
    verdict = first_verdict(case)
    entry = Entry(
        edition=number,
        case_key=case_key,
        case_id=case["id"],
        person_id=person["id"],
        published_at=published_at,
        known_from=known[0],
        known_until=known[1],
        facets=tokens(document, verdict),
        verdict_earliest=verdict.earliest,
        verdict_latest=verdict.latest,
        burden_least=burden["days"]["least"] or 0,
        burden_most=burden["days"]["most"],
        verified=_day(case["verified"]),
        names=person["names"],
        title=case["title"],
        city=person["city"],
        articles=article_names(case),
        burden=burden,
        burden_days=burden_days(burden),
        texts=case_texts(document),
        name_words=name_words(person),
    )
    entry.sort_keys = [sort_key(localized_str(person["names"], language)) for language in LANGUAGES]
    return entry


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


def periods_of(entry: Entry, document: Document) -> list[Period]:
    """A row for each restriction of the reckoning, then for each period of custody."""
    reckoning = document.reckoning
    covers = {row.id: row.covers for row in document.case.restrictions}
    forces = {verdict.id: _rules(verdict.steps) for verdict in reckoning.verdicts}
    outcomes = [*reckoning.restrictions, *(period.as_restriction() for period in reckoning.custody)]
    return [
        Period(
            entry=entry,
            position=number,
            covers=covers.get(outcome.id, []),
            rules=sorted(_rules(outcome.steps) | forces.get(outcome.verdict or "", set())),
            **columns_of(outcome),
        )
        for number, outcome in enumerate(outcomes)
    ]


def _rules(steps: Iterable[Step]) -> set[str]:
    """The rules that explain a date. A step that repeats a report rests on the report, not on the rule."""
    return {step.rule for step in steps if step.operation != "reported"}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
