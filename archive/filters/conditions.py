"""A selection as querysets. Whatever the page, the count, the feed or the API show comes from here.

``kind``, ``state``, ``on``, ``ends_*``, ``covers`` and ``standing`` speak of one and the same restriction.
"""

from datetime import date

from django.db.models import Q

from archive.filters.filterset import Selection
from archive.models import Entry, Period
from archive.models.filtered import FilteredQuerySet
from archive.models.period import PeriodQuerySet
from archive.search.query import matching

MARKS = (
    *("region", "court", "court_region", "article", "offence", "penalty"),
    *("gender", "occupation", "tag", "recognised", "language"),
)
"""Filters over the facets of an entry."""
OF_A_PERIOD = ("kind", "state", "standing", "covers", "ends")
NOTHING = ((), (None, None))


def entries(selection: Selection, drop: str = "") -> FilteredQuerySet:
    """The cases of a selection. ``drop``: the facet whose own choice is left out, for the counts beside its choices."""
    found = of_cases(selection, drop)
    if any(getattr(selection, name) not in NOTHING for name in OF_A_PERIOD if name != drop):
        found = found.filter(edition__in=periods(selection, drop).values("entry"))
    return found


def of_cases(selection: Selection, drop: str = "") -> FilteredQuerySet:
    """The cases by all that is not said of one and the same restriction."""
    found = Entry.objects.known(selection.known).filter(_by_numbers(selection, drop))
    for name in MARKS:
        if name != drop and getattr(selection, name):
            found = found.marked(name, getattr(selection, name))
    for kind in selection.kinds_all:
        found = found.filter(edition__in=periods(selection, "kind").filter(kind=kind).values("entry"))
    return matching(found, selection.q) if selection.q else found


def narrows_cases(selection: Selection) -> bool:
    """Whether ``of_cases`` leaves anything out."""
    plain = ("q", "kinds_all", "year_from", "year_to", "burden_min", "verified_since", "changed_since")
    return any(getattr(selection, name) for name in (*MARKS, *plain))


def _by_numbers(selection: Selection, drop: str) -> Q:
    found = Q() if drop == "year" else _years(selection)
    if selection.burden_min:
        found &= Q(burden_least__gte=selection.burden_min)
    if selection.verified_since:
        found &= Q(verified__gte=selection.verified_since)
    if selection.changed_since:
        found &= Q(known_from__gte=selection.changed_since)
    return found


def periods(selection: Selection, drop: str = "") -> PeriodQuerySet:
    """The restrictions that the selection speaks of, of any case.

    Without a state or standing: those that count (neither expected nor void).
    """
    found = Period.objects.known(selection.known)
    if selection.kind and drop != "kind":
        found = found.filter(kind__in=selection.kind)
    if selection.covers and drop != "covers":
        found = found.filter(covers__overlap=list(selection.covers))
    if selection.standing:
        found = found.filter(standing__in=selection.standing)
    if selection.ends != (None, None):
        found = found.ends_between(*selection.ends)
    if drop == "state":
        return found
    if selection.state:
        return found.state(selection.on, *selection.state)
    return found.filter(void=False) if selection.standing else found.real()


def restrictions(selection: Selection) -> PeriodQuerySet:
    """One row a restriction: those that the selection speaks of, of the cases that it chooses."""
    return periods(selection).filter(entry__in=entries(selection).values("edition"))


def _years(selection: Selection) -> Q:
    """Verdicts whose date, as a range, overlaps the years. A date not known at all does not."""
    found = Q()
    if selection.year_from or selection.year_to:
        found &= Q(verdict_earliest__isnull=False) | Q(verdict_latest__isnull=False)
    if selection.year_from:
        found &= Q(verdict_latest__gte=date(selection.year_from, 1, 1)) | Q(verdict_latest__isnull=True)
    if selection.year_to:
        found &= Q(verdict_earliest__lte=date(selection.year_to, 12, 31)) | Q(verdict_earliest__isnull=True)
    return found
