"""One row of the list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from archive.charts.list_bars import ListAxis, ListPicture, picture
from archive.index.columns.restrictions import Restriction
from archive.index.models import Entry
from archive.wording.last_days import days_in_words, release_words
from archive.wording.lengths import length, roughly
from archive.wording.localize import (
    LocalizedText,
    article_number,
    localize,
    localized_str,
    restriction_kind,
    short_name,
    word,
)
from archive.wording.statements import brief_state
from law.country import country
from law.lengths import Days, Length
from law.states import MAY_BIND
from records.languages import active_language


class Binding(NamedTuple):
    """What a day finds somebody under, each kind in the surest state of one of them, and the next last day."""

    states: Sequence[tuple[str, Sequence[str]]]
    last_day: str


@dataclass(frozen=True)
class CaseRow:
    """A case of the list on a day; ``axis`` is that of the whole page."""

    entry: Entry
    restrictions: Sequence[Restriction]
    axis: ListAxis
    on: date
    snippet: str

    @property
    def address(self) -> str:
        return self.entry.get_absolute_url()

    @property
    def name(self) -> LocalizedText | None:
        return localize(self.entry.names)

    @property
    def place(self) -> str:
        """The city, else the region."""
        regions, id_ = country().regions, self.entry.region
        region = regions[id_].names.get(active_language()) if id_ in regions else ""
        return localized_str(self.entry.city) or region

    @property
    def articles(self) -> list[str]:
        """“174(2)”, as the case page writes it."""
        return [
            article_number(number, part) for number, _dot, part in (one.partition(".") for one in self.entry.articles)
        ]

    @property
    def sentence(self) -> str:
        """The main penalty's length, else the names of what was pronounced."""
        burden = self.entry.burden
        if burden["nominal"]:
            return length(Length.parse(burden["nominal"]))
        return ", ".join(dict.fromkeys(short_name(penalty["kind"]) for penalty in burden["pronounced"]))

    @property
    def total(self) -> str:
        return roughly(days_of(self.entry.burden["days"]))

    @property
    def parts(self) -> list[tuple[str, str]]:
        """The parts of the total: their days, and what they are."""
        parts = [part for part in self.entry.burden["parts"] if part["days"]["most"] != 0]
        return [(roughly(days_of(part["days"])), word("burden", part["kind"])) for part in parts]

    @cached_property
    def binding(self) -> Binding:
        rows = [row for row in self.restrictions if row.state in MAY_BIND and lasts(row)]
        surest_first = sorted(rows, key=lambda row: MAY_BIND.index(row.state))
        of_kind = {row.kind: row for row in reversed(surest_first)}
        kinds: dict[str, list[str]] = {}
        for row in surest_first:
            if of_kind.pop(row.kind, None):
                kinds.setdefault(self.state_words(row), []).append(short_name(row.kind))
        surely = [row for row in rows if row.state in MAY_BIND[:2] and None not in row.last_day]
        first = min(surely, key=lambda row: row.working_earliest or date.max, default=None)
        return Binding(list(kinds.items()), next_last_day(first) if first else "")

    def state_words(self, row: Restriction) -> str:
        return brief_state(row.kind, row.standing, row.state, row.last_report, self.on)

    @cached_property
    def picture(self) -> ListPicture:
        return picture(self.restrictions, self.axis, self.on)


def lasts(row: Restriction) -> bool:
    """Whether a row of the list speaks of it: not of what is done once, nor of custody that only may go on because
    nobody tells when prison took its place."""
    kind = country().kinds[row.kind]
    return not kind.once and (not kind.pretrial or row.state in MAY_BIND[:2])


def next_last_day(row: Restriction) -> str:
    """The last day of a restriction of the index; of prison only by when it is left."""
    latest = row.last_day.latest
    if restriction_kind(row.kind).is_prison and latest is not None:
        return release_words(latest, row.is_rough)
    return days_in_words(row.last_day, row.is_rough)


def days_of(number: Mapping[str, int | None]) -> Days:
    return Days(number["least"] or 0, number["most"])
