"""Numbers and lists for the front page, the person and the kinds, from the index alone."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import urlencode

import numpy as np
from django.utils.translation import gettext as _
from pyroaring import BitMap

from archive.index.columns.binary import Array
from archive.index.columns.bitmaps import where
from archive.index.columns.certainty import CERTAINLY, LIKELY, OF_A_STATE, each_once
from archive.index.columns.columns import Columns
from archive.index.columns.loading import LEAST, MOST
from archive.index.columns.states import CODES, ends_within, has_working_range
from archive.index.filters.address import BINDING
from archive.index.models import Entry, Period
from archive.index.outcomes import outcome_of
from archive.wording.certainty import certainties
from archive.wording.last_days import working_last_day_words
from archive.wording.lengths import distance
from archive.wording.localize import LocalizedText, kind_meaning, localize, restriction_kind, short_name
from archive.wording.presumptions import condition_of
from archive.wording.statements import A_YEAR
from law.country import country
from law.outcome import Outcome
from law.states import MAY_BIND, State

DAYS_OF_A_YEAR = 365
OF_ONE_CASE = 8
"""So many restrictions of one case may stand before that of the next."""


class NextEnding(NamedTuple):
    """A restriction that binds on the day, surely or likely, and whose last day can be named, for lists.

    ``condition``: what the likely day hangs on; empty where the strict reading says the same.
    """

    case_id: str
    name: LocalizedText | None
    kind: str
    group: str
    item: str
    end: str
    distance: str
    computed: bool
    condition: str
    exact: bool  # one day, not a range


class ArchiveCounts(NamedTuple):
    """People known to the archive on a day. ``states``: those under a restriction, by its surest state."""

    people: int
    cases: int
    states: Mapping[State, int]
    searched: int
    """Cases whose sources were searched within a year."""

    @property
    def bound(self) -> int:
        return self.states["in-force"]

    @property
    def doubtful(self) -> int:
        return sum(self.states.values()) - self.bound

    @property
    def certainties(self) -> str:
        """“5 certainly, 6 likely, 4 possibly, 8 not known”."""
        return certainties_of_states(self.states)


class KindCount(NamedTuple):
    """A kind with its words. ``states``: people under it on the day, by the surest state; ``ended``: all others."""

    id: str
    name: str
    meaning: str
    group: str
    states: Mapping[State, int]
    ended: int

    @classmethod
    def of(cls, id_: str, states: Mapping[State, int], ended: int = 0) -> "KindCount":
        return cls(id_, short_name(id_), kind_meaning(id_), restriction_kind(id_).group, states, ended)

    @property
    def people(self) -> int:
        return self.states.get("in-force", 0)

    @property
    def certainties(self) -> str:
        """The people by the surest that holds of each; empty where nobody is under it.

        Of a list of a state body only how many were reported on it: nobody is said to be on it, surely or likely.
        """
        if self.is_list:
            people = sum(self.states.values())
            return _("listed, as reported or told: %(people)s") % {"people": people} if people else ""
        return certainties_of_states(self.states)

    @property
    def is_list(self) -> bool:
        return country().kinds[self.id].listed

    @property
    def states_to_ask(self) -> str:
        """The parameters of the list of those surely or likely under it; of a list only those surely on it."""
        states = BINDING[:1] if self.is_list else BINDING
        return urlencode([("kind", self.id), *(("state", state) for state in states)])


def certainties_of_states(states: Mapping[State, int]) -> str:
    return certainties({OF_A_STATE[state]: count for state, count in states.items() if count})


def archive_counts(index: Columns, on: date) -> ArchiveCounts:
    """How many people and cases, and how surely people are under a restriction."""
    kinds = [kind for kind in index.groups(on).by_kind if kind not in country().kinds_done_once]
    states = people_by_state(index, on, kinds, MAY_BIND)
    fresh = where(index.searched > on.toordinal() - DAYS_OF_A_YEAR) & index.current
    return ArchiveCounts(index.people(index.current), len(index.current), states, len(fresh))


def people_by_state(index: Columns, on: date, kinds: Collection[str], states: Sequence[State]) -> dict[State, int]:
    """People under one of the kinds on the day, each once, under the first of the states."""
    counts, counted = dict[State, int](), BitMap()
    for state in states:
        before = index.people(counted)
        counted |= (index.groups(on).editions(kinds, states=(state,)) if kinds else BitMap()) & index.current
        counts[state] = index.people(counted) - before
    return counts


class WeightCount(NamedTuple):
    """People by the heaviest that binds them: how many by calculation from reported facts, how many likely.

    ``unheard``: of whom nobody has reported for a year that they are in prison.
    """

    weight: str
    surely: int
    likely: int
    unheard: int

    @property
    def people(self) -> int:
        return self.surely + self.likely


WEIGHTS = (("behind-bars", ("behind-bars",)), ("control", ("home", "banned")), ("record", ("record-or-list",)))
"""The parts of the burden in three, the heaviest first."""


def people_by_weight(index: Columns, on: date) -> list[WeightCount]:
    """Everybody under a restriction, each once under the heaviest that surely or likely binds."""
    counted, counts = BitMap(), []
    groups, heard = index.groups(on), index.groups(on, spoken_of(index, on))
    for weight, burdens in WEIGHTS:
        kinds = [kind for kind in groups.by_kind if country().kinds[kind].burden in burdens]
        people = [index.people(counted)]
        for some, states in ((heard, BINDING[:1]), (heard, BINDING), (groups, BINDING)):
            counted |= (some.editions(kinds, states=states) if kinds else BitMap()) & index.current
            people.append(index.people(counted))
        counts.append(WeightCount(weight, *(after - before for before, after in pairwise(people))))
    return counts


def spoken_of(index: Columns, on: date) -> Array:
    """Which restrictions need no newer report: all but prison of which nobody has spoken for a year."""
    prisons = [index.place_of_kind(kind.id) for kind in country().kinds.values() if kind.is_prison]
    heard: Array = ~np.isin(index.periods["kind"], prisons)
    heard |= index.periods["report_latest"] >= (on - A_YEAR).toordinal()
    return heard


class EndingCount(NamedTuple):
    """So many restrictions certainly end within some days, and so many more likely."""

    certain: int
    likely: int

    @property
    def total(self) -> int:
        return self.certain + self.likely

    @property
    def certainties(self) -> str:
        return certainties({CERTAINLY: self.certain, LIKELY: self.likely})


def endings_within(index: Columns, first: date, last: date) -> EndingCount:
    """How many restrictions in force end within these days, whatever their last day is."""
    binding = np.isin(index.states(first), [CODES[state] for state in BINDING])
    binding &= index.mask(index.current)[index.periods["entry"]]
    certain, likely = (
        int((binding & ends_within(index.periods, (first, last), reading)).sum()) for reading in ("last", "working")
    )
    return EndingCount(certain, likely - certain)


def next_endings(index: Columns, on: date, limit: int, kind: str | None = None) -> list[NextEnding]:
    """For each case the restriction surely or likely in force that ends next, the soonest first. One query."""
    periods, today = index.periods, on.toordinal()
    ahead = np.isin(index.states(on), [CODES[state] for state in BINDING]) & has_working_range(periods)
    ahead &= periods["working_earliest"] >= today
    ahead &= index.mask(index.current)[periods["entry"]]
    if kind is not None:
        ahead &= periods["kind"] == index.place_of_kind(kind)
    places = np.flatnonzero(ahead)
    places = places[np.argsort(periods["working_earliest"][places], kind="stable")]
    _entries, firsts = np.unique(periods["entry"][places], return_index=True)
    # Those too that end on the same day as the last: which of them are shown, their ids decide.
    last = periods["working_earliest"][places[np.sort(firsts)[:limit]]].max(initial=0)
    soonest_places = places[periods["working_earliest"][places] <= last][: limit * OF_ONE_CASE]
    place_of = dict(zip(periods["id"][soonest_places].tolist(), soonest_places.tolist(), strict=True))
    rows = Period.objects.filter(pk__in=place_of).select_related("entry")
    outcomes = ((outcome_of(index.read(vars(row), place_of[row.pk])), row) for row in rows)
    soonest_first = sorted(outcomes, key=lambda pair: soonness(*pair))
    first = {period.entry.case_id: (outcome, period) for outcome, period in reversed(soonest_first)}
    soonest = sorted(first.values(), key=lambda pair: (pair[0].working_last_day.earliest, pair[1].entry.case_id))
    return [next_ending(outcome, period, on) for outcome, period in soonest[:limit]]


def soonness(outcome: Outcome, period: Period) -> tuple[date, date, str, str]:
    earliest, latest = outcome.working_last_day
    return earliest or date.max, latest or date.max, period.entry.case_id, period.item


def kind_counts(index: Columns, on: date) -> dict[str, KindCount]:
    """For each kind how surely people are under it on the day, and how many no longer are."""
    counts = {}
    for name in index.groups(on).by_kind:
        states = people_by_state(index, on, (name,), (*MAY_BIND, "upcoming", "ended"))
        if any(states.values()):
            counts[name] = KindCount.of(name, {state: states[state] for state in MAY_BIND}, states["ended"])
    return counts


def entries_under(index: Columns, on: date, kind_id: str, language: str, limit: int) -> dict[str, list[Entry]]:
    """The cases in which such a restriction is in force on the day, and those in which it likely is, by name.

    One query.
    """
    under = ((state, index.groups(on).editions((kind_id,), states=(state,)) & index.current) for state in BINDING)
    named = {state: index.named(editions, language)[:limit].tolist() for state, editions in each_once(under).items()}
    numbers = [number for first in named.values() for number in first]
    entries = {entry.edition: entry for entry in Entry.objects.for_lists().filter(edition__in=numbers)}
    return {state: [entries[number] for number in named.get(state, ()) if number in entries] for state in BINDING}


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


def next_ending(outcome: Outcome, period: Period, on: date) -> NextEnding:
    """Of a last day that is known as a range only, the distance is that of its nearest day."""
    last_day = outcome.working_last_day
    away = distance(on, last_day.earliest) if last_day.earliest else ""
    if away and not last_day.is_exact:
        away = _("%(distance)s at the earliest") % {"distance": away}
    return NextEnding(
        case_id=period.entry.case_id,
        name=localize(period.entry.names),
        kind=period.kind,
        group=restriction_kind(period.kind).group,
        item=period.item,
        end=working_last_day_words(outcome),
        distance=away,
        computed=outcome.end_basis == "computed",
        condition=condition_of(outcome) if last_day != outcome.last_day else "",
        exact=last_day.is_exact,
    )
