"""A selection as querysets. Whatever the page, the count, the feed or the API show comes from here.

``kind``, ``state``, ``on``, ``ends_*``, ``covers`` and ``standing`` speak of one and the same restriction.
"""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from archive.index.filters.filterset import Selection
from archive.index.models import Entry, Period
from archive.index.models.filtered import FilteredQuerySet, has
from archive.index.models.period import PeriodQuerySet
from archive.index.search.query import matching
from law.states import STATES

MARKS = (
    *("region", "court", "court_region", "article", "offence", "penalty"),
    *("gender", "occupation", "tag", "recognised", "language"),
)
"""Filters over the facets of an entry."""
OF_A_PERIOD = ("kind", "state", "standing", "covers", "ends")
NOTHING = ((), (None, None))


def entries(selection: Selection) -> FilteredQuerySet:
    """The cases of a selection."""
    found = of_cases(selection)
    if speaks_of_restrictions(selection):
        found = found.filter(edition__in=periods(selection).values("entry"))
    return found


def of_cases(selection: Selection, drop: Collection[str] = ()) -> FilteredQuerySet:
    """The cases by all that is not said of one and the same restriction. ``drop``: facets whose choice is left out."""
    found = Entry.objects.known(selection.known).filter(_by_numbers(selection))
    for name, condition in choices(selection).items():
        if name not in drop:
            found = found.filter(condition)
    for kind in selection.kinds_all:
        found = found.filter(edition__in=periods(selection, ("kind",)).filter(kind=kind).values("entry"))
    return matching(found, selection.q) if selection.q else found


def choices(selection: Selection) -> dict[str, Q]:
    """For each facet of a case in which something was chosen, the cases that have it."""
    found = {name: has(name, getattr(selection, name)) for name in MARKS if getattr(selection, name)}
    if selection.year_from or selection.year_to:
        found["year"] = _years(selection)
    return found


def narrows_cases(selection: Selection) -> bool:
    """Whether ``of_cases`` leaves anything out."""
    plain = ("q", "kinds_all", "year_from", "year_to", "burden_min", "verified_since", "changed_since")
    return any(getattr(selection, name) for name in (*MARKS, *plain))


def speaks_of_restrictions(selection: Selection) -> bool:
    """Whether a case must have one restriction of which all of this is true."""
    return any(getattr(selection, name) not in NOTHING for name in OF_A_PERIOD)


def _by_numbers(selection: Selection) -> Q:
    found = Q()
    if selection.burden_min:
        found &= Q(burden_least__gte=selection.burden_min)
    if selection.verified_since:
        found &= Q(verified__gte=selection.verified_since)
    if selection.changed_since:
        found &= Q(known_from__gte=selection.changed_since)
    return found


def periods(selection: Selection, drop: Collection[str] = ()) -> PeriodQuerySet:
    """The restrictions that the selection speaks of, of any case.

    Without a state or standing: those that count (neither expected nor void).
    """
    found = Period.objects.known(selection.known)
    if selection.kind and "kind" not in drop:
        found = found.filter(kind__in=selection.kind)
    if selection.covers and "covers" not in drop:
        found = found.filter(covers__overlap=list(selection.covers))
    if selection.standing:
        found = found.filter(standing__in=selection.standing)
    if selection.ends != (None, None):
        found = found.ends_between(*selection.ends)
    if "state" in drop:
        return found
    if selection.state:
        return found.state(selection.on, *selection.state)
    return found.filter(void=False) if selection.standing else found.real()


def states(selection: Selection) -> tuple[str, ...]:
    """The states in which ``periods`` has restrictions: those chosen, else all in which they count."""
    silent = ("void",) if selection.standing else ("void", "expected")
    return selection.state or tuple(state for state in STATES if state not in silent)


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
