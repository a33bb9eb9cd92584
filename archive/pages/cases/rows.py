"""One row of the list."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from django.urls import reverse

from archive.charts.list_bars import Axis, Picture, axis, picture
from archive.index.columns.restrictions import Restriction, of_editions
from archive.index.columns.selecting import Chosen
from archive.index.models import Entry
from archive.wording import dates as words
from archive.wording import lengths
from archive.wording import localize as translated
from law.country import country
from law.dates import DateRange, earlier_of
from law.lengths import Days, Length
from records.languages import active_language


class Binding(NamedTuple):
    """What a day finds somebody under, by our calculation, and when the first of it ends."""

    kinds: Sequence[str]
    until: str
    unsure: Sequence[str]


class CaseRow(NamedTuple):
    case_id: str
    address: str
    name: translated.LocalizedText | None
    place: str
    articles: Sequence[str]
    sentence: str
    total: str
    parts: Sequence[tuple[str, str]]
    binding: Binding
    picture: Picture
    snippet: str = ""


def case_rows(entries: Sequence[Entry], chosen: Chosen, snippets: Mapping[int, str]) -> list[CaseRow]:
    """The rows of a page, on one axis."""
    on = chosen.selection.on
    restrictions = of_editions(chosen.columns, [entry.edition for entry in entries], on)
    along = axis(chain.from_iterable(restrictions.values()), on)
    return [_row(entry, restrictions[entry.edition], along, on, snippets) for entry in entries]


def _row(entry: Entry, periods: Sequence[Restriction], along: Axis, on: date, snippets: Mapping[int, str]) -> CaseRow:
    burden = entry.burden
    return CaseRow(
        case_id=entry.case_id,
        address=reverse("archive:case", args=[entry.case_id]),
        name=translated.localize(entry.names),
        place=_place(entry),
        articles=entry.articles,
        sentence=_sentence(burden),
        total=lengths.roughly(_days(burden["days"])),
        parts=[_part(part) for part in burden["parts"] if part["days"]["most"] != 0],
        binding=_binding(periods),
        picture=picture(periods, along, on),
        snippet=snippets.get(entry.edition, ""),
    )


def _place(entry: Entry) -> str:
    """The city, else the region."""
    region = next((token.partition(":")[2] for token in entry.facets if token.startswith("region:")), "")
    city = translated.localized_str(entry.city)
    if city or region not in country().regions:
        return city
    return country().regions[region].names.get(active_language())


def _sentence(burden: Mapping[str, Any]) -> str:
    """The main penalty's length, else the names of what was pronounced."""
    if burden["nominal"]:
        return lengths.length(Length.parse(burden["nominal"]))
    return ", ".join(dict.fromkeys(translated.short_name(one["kind"]) for one in burden["pronounced"]))


def _part(part: Mapping[str, Any]) -> tuple[str, str]:
    return lengths.roughly(_days(part["days"])), translated.word("burden", part["kind"])


def _days(number: Mapping[str, int | None]) -> Days:
    return Days(number["least"] or 0, number["most"])


def _binding(periods: Sequence[Restriction]) -> Binding:
    """Kinds in force, and those of which the day cannot say whether they are."""
    sure = [period for period in periods if period.state == "in-force"]
    unsure = [period for period in periods if period.state in ("uncertain", "unknown")]
    named = _kinds(sure)
    ends = [DateRange(period.ends_earliest, period.ends_latest) for period in sure if not period.open_ended]
    until = words.in_words(earlier_of(*ends)) if ends and not earlier_of(*ends).is_unknown else ""
    return Binding(named, until, [kind for kind in _kinds(unsure) if kind not in named])


def _kinds(periods: Sequence[Restriction]) -> list[str]:
    return list(dict.fromkeys(translated.short_name(period.kind) for period in periods))
