"""Numbers and lists for the front page, the person and the kinds, from the index alone."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Max, Min, Q
from django.utils.translation import gettext as _

from archive.index.models import Entry, Period
from archive.index.models.period import state_on
from archive.wording.dates import through
from archive.wording.lengths import distance
from archive.wording.localize import LocalizedText, kind_meaning, localize, restriction_kind, short_name
from law.country import country
from law.dates import DateRange

LASTING = ("in-force",)
DOUBTFUL = ("uncertain", "unknown")


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


def archive_counts(on: date) -> ArchiveCounts:
    """How many people, cases, people under a restriction, and people of whom that is not sure. Two queries."""
    entries = Entry.objects.known(None).aggregate(people=Count("person_id", distinct=True), cases=Count("case_id"))
    periods = Period.objects.known(None).real().exclude(kind__in=country().kinds_done_once)
    states = periods.alias(state=state_on(on)).aggregate(
        bound=Count("person_id", distinct=True, filter=Q(state__in=LASTING)),
        either=Count("person_id", distinct=True, filter=Q(state__in=(*LASTING, *DOUBTFUL))),
    )
    return ArchiveCounts(entries["people"], entries["cases"], states["bound"], states["either"] - states["bound"])


def next_endings(on: date, limit: int, **filters: object) -> list[NextEnding]:
    """For each case the restriction in force on the day that ends next, the soonest first. One query."""
    found = (
        Period.objects.known(None)
        .real()
        .state(on, *LASTING)
        .filter(open_ended=False, ends_earliest__isnull=False, **filters)
        .select_related("entry")
        .order_by("ends_earliest", "ends_latest", "case_id", "item")
    )
    first = {period.case_id: period for period in reversed(found[: limit * OF_ONE_CASE])}
    ordered = sorted(first.values(), key=lambda period: (period.ends_earliest, period.case_id))
    return [_ending(period, on) for period in ordered[:limit]]


def kind_counts(on: date) -> dict[str, KindCount]:
    """For each kind how many people it binds on the day, of how many that is not sure, how many before. One query."""
    rows = (
        Period.objects.known(None)
        .real()
        .alias(state=state_on(on))
        .values("kind")
        .annotate(
            bound=Count("person_id", distinct=True, filter=Q(state__in=LASTING)),
            doubtful=Count("person_id", distinct=True, filter=Q(state__in=DOUBTFUL)),
            ended=Count("person_id", distinct=True, filter=Q(state="ended")),
        )
    )
    return {row["kind"]: _kind_count(row["kind"], row["bound"], row["doubtful"], row["ended"]) for row in rows}


def entries_under(on: date, kind_id: str, language: str, limit: int) -> list[Entry]:
    """The cases in which such a restriction is in force on the day, by name in the language. One query."""
    bound = Period.objects.known(None).real().state(on, *LASTING).filter(kind=kind_id)
    found = Entry.objects.known(None).filter(edition__in=bound.values("entry"))
    return list(found.order_by(f"sort_{language}", "edition")[:limit])


def span_of_kind(id_: str) -> dict[str, date | None]:
    """Since when the archive knows of the kind, and until when at the latest. One query."""
    found = Period.objects.known(None).real().filter(kind=id_)
    return found.aggregate(first=Min("begins_earliest"), last=Max("ends_latest"))


def newest_entries(limit: int) -> Iterable[Entry]:
    """Recently published or changed. One query."""
    return Entry.objects.known(None).order_by("-published_at", "-edition")[:limit]


def _ending(period: Period, on: date) -> NextEnding:
    ends = DateRange(period.ends_earliest, period.ends_latest)
    return NextEnding(
        case_id=period.case_id,
        name=localize(period.entry.names),
        kind=period.kind,
        group=restriction_kind(period.kind).group,
        item=period.item,
        end=through(ends),
        distance=_distance(on, ends),
        computed=period.end_basis == "computed",
    )


def _distance(on: date, ends: DateRange) -> str:
    """How far off the end is; of a range the nearest day, and that it is the nearest."""
    if ends.earliest is None:
        return ""
    found = distance(on, ends.earliest)
    return found if ends.is_exact else _("%(distance)s at the earliest") % {"distance": found}


def _kind_count(id_: str, bound: int, doubtful: int, ended: int) -> KindCount:
    return KindCount(id_, short_name(id_), kind_meaning(id_), restriction_kind(id_).group, bound, doubtful, ended)
