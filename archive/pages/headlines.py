"""Numbers and lists for the front page, the person and the kinds, from the index alone."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import numpy as np
from django.utils.translation import gettext as _

from archive.index.columns.columns import Columns
from archive.index.columns.loading import LEAST, MOST
from archive.index.columns.states import CODES
from archive.index.models import Entry, Period
from archive.wording.dates import through
from archive.wording.lengths import distance
from archive.wording.localize import LocalizedText, kind_meaning, localize, restriction_kind, short_name
from law.country import country
from law.dates import DateRange
from law.states import MAY_BIND, STATES

LASTING = ("in-force",)
DOUBTFUL = MAY_BIND[1:]
COUNTED = tuple(state for state in STATES if state not in ("void", "expected"))


OF_ONE_CASE = 8
"""So many restrictions of one case may stand before that of the next."""


class NextEnding(NamedTuple):
    """A restriction that binds on the day and whose end is known, for lists."""

    case_id: str
    name: LocalizedText | None
    kind: str
    group: str
    item: str
    end: str
    distance: str
    computed: bool


class ArchiveCounts(NamedTuple):
    """People known to the archive on a day."""

    people: int
    cases: int
    bound: int
    doubtful: int


class KindCount(NamedTuple):
    id: str
    name: str
    meaning: str
    group: str
    people: int
    doubtful: int
    ended: int

    @classmethod
    def of(cls, id_: str, bound: int = 0, doubtful: int = 0, ended: int = 0) -> "KindCount":
        """The numbers of a kind with its words."""
        return cls(id_, short_name(id_), kind_meaning(id_), restriction_kind(id_).group, bound, doubtful, ended)


def archive_counts(index: Columns, on: date) -> ArchiveCounts:
    """How many people, cases, people under a restriction, and people of whom that is not sure."""
    groups = index.groups(on)
    kinds = [kind for kind in groups.by_kind if kind not in country().kinds_done_once]
    bound = groups.editions(kinds, states=LASTING) & index.current
    either = bound | (groups.editions(kinds, states=DOUBTFUL) & index.current)
    people = [index.people(editions) for editions in (index.current, bound, either)]
    return ArchiveCounts(people[0], len(index.current), people[1], people[2] - people[1])


def next_endings(index: Columns, on: date, limit: int, kind: str | None = None) -> list[NextEnding]:
    """For each case the restriction in force on the day that ends next, the soonest first. One query."""
    periods, today = index.periods, on.toordinal()
    ahead = (index.states(on) == CODES["in-force"]) & ~periods["open_ended"] & (periods["ends_earliest"] > today)
    ahead &= index.mask(index.current)[periods["entry"]]
    if kind is not None:
        ahead &= periods["kind"] == index.place_of_kind(kind)
    places = np.flatnonzero(ahead)
    places = places[np.argsort(periods["ends_earliest"][places], kind="stable")]
    _entries, firsts = np.unique(periods["entry"][places], return_index=True)
    # Those too that end on the same day as the last: which of them are shown, their ids decide.
    last = periods["ends_earliest"][places[np.sort(firsts)[:limit]]].max(initial=0)
    ids = periods["id"][places[periods["ends_earliest"][places] <= last]][: limit * OF_ONE_CASE]
    soonest_first = sorted(
        Period.objects.filter(pk__in=ids.tolist()).select_related("entry"),
        key=lambda row: (row.ends_earliest or date.max, row.ends_latest or date.max, row.entry.case_id, row.item),
    )
    first = {period.entry.case_id: period for period in reversed(soonest_first)}
    soonest = sorted(first.values(), key=lambda period: (period.ends_earliest, period.entry.case_id))
    return [next_ending(period, on) for period in soonest[:limit]]


def kind_counts(index: Columns, on: date) -> dict[str, KindCount]:
    """For each kind how many people it binds on the day, of how many that is not sure, how many before."""
    counts = {}
    for name in index.groups(on).by_kind:
        of_states = (
            index.groups(on).editions((name,), states=states) & index.current
            for states in (LASTING, DOUBTFUL, ("ended",), COUNTED)
        )
        bound, doubtful, ended, any_state = (index.people(editions) for editions in of_states)
        if any_state:
            counts[name] = KindCount.of(name, bound, doubtful, ended)
    return counts


def entries_under(index: Columns, on: date, kind_id: str, language: str, limit: int) -> list[Entry]:
    """The cases in which such a restriction is in force on the day, by name in the language. One query."""
    bound = index.groups(on).editions((kind_id,), states=LASTING) & index.current
    first = index.named(bound, language)[:limit].tolist()
    return sorted(Entry.objects.for_lists().filter(edition__in=first), key=lambda entry: first.index(entry.edition))


def span_of_kind(index: Columns, id_: str) -> dict[str, date | None]:
    """Since when the archive knows of the kind, and until when at the latest."""
    periods = index.periods
    real = (periods["kind"] == index.place_of_kind(id_)) & ~periods["void"] & (periods["standing"] != index.expected)
    real &= index.mask(index.current)[periods["entry"]]
    begins, ends = periods["begins_earliest"][real], periods["ends_latest"][real]
    first, last = begins[begins != LEAST], ends[ends != MOST]
    return {
        "first": date.fromordinal(first.min()) if len(first) else None,
        "last": date.fromordinal(last.max()) if len(last) else None,
    }


def newest_entries(limit: int) -> Iterable[Entry]:
    """Recently published or changed. One query."""
    return Entry.objects.known(None).order_by("-published_at", "-edition")[:limit]


def next_ending(period: Period, on: date) -> NextEnding:
    """Of an end that is known as a range only, the distance is that of its nearest day."""
    ends = DateRange(period.ends_earliest, period.ends_latest)
    away = distance(on, ends.earliest) if ends.earliest else ""
    if away and not ends.is_exact:
        away = _("%(distance)s at the earliest") % {"distance": away}
    return NextEnding(
        case_id=period.entry.case_id,
        name=localize(period.entry.names),
        kind=period.kind,
        group=restriction_kind(period.kind).group,
        item=period.item,
        end=through(ends),
        distance=away,
        computed=period.end_basis == "computed",
    )
