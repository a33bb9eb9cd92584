"""One row of the list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from archive.charts.list_bars import ListAxis, ListPicture, picture
from archive.index.columns.restrictions import Restriction
from archive.index.models import Entry
from archive.wording.dates import in_words
from archive.wording.lengths import length, roughly
from archive.wording.localize import LocalizedText, localize, localized_str, short_name, word
from law.country import country
from law.dates import DateRange, earlier_of
from law.lengths import Days, Length
from law.states import MAY_BIND
from records.languages import active_language


class Binding(NamedTuple):
    """What a day finds somebody under, by our calculation, and when the first of it ends.

    ``unsure``: of which the day cannot say whether they are in force.
    """

    kinds: Sequence[str]
    until: str
    unsure: Sequence[str]


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
        return list(self.entry.articles)

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
        in_force = [row for row in self.restrictions if row.state == "in-force"]
        doubtful = [row for row in self.restrictions if row.state in MAY_BIND[1:]]
        kinds, unsure = (list(dict.fromkeys(short_name(row.kind) for row in rows)) for rows in (in_force, doubtful))
        ends = [DateRange(row.ends_earliest, row.ends_latest) for row in in_force if not row.open_ended]
        first_end = earlier_of(*ends) if ends else DateRange()
        until = "" if first_end.is_unknown else in_words(first_end)
        return Binding(kinds, until, [kind for kind in unsure if kind not in kinds])

    @cached_property
    def picture(self) -> ListPicture:
        return picture(self.restrictions, self.axis, self.on)


def days_of(number: Mapping[str, int | None]) -> Days:
    return Days(number["least"] or 0, number["most"])
