"""Filters as a reader sees them: facets with counts, chips of what was chosen."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.index.columns.selecting import Tally
from archive.index.filters.address import Address
from archive.index.filters.filterset import CaseFilter
from archive.index.selection import Selection
from archive.wording.filter_values import Labels, word
from law.country import country
from law.states import STATES

SHOWN = 8
"""Choices of a facet before the rest is folded away."""
FACETS = (
    *("kind", "state", "covers", "region", "article", "offence", "penalty", "court", "court_region", "year"),
    *("gender", "occupation", "recognised", "tag", "language"),
)
OPEN = ("kind", "state", "region", "article")
YEAR = gettext_lazy("Year of the verdict")
NOT_FILTERS = ("sort", "page")
IN_DAYS = ("ends_within", "burden_min")


class FacetChoice(NamedTuple):
    """``id`` is the same on every page, so that the focus stays on the choice when the list is exchanged."""

    id: str
    label: str
    cases: int
    chosen: bool
    address: str


class Facet(NamedTuple):
    """A group of choices. ``first`` are shown at once, ``rest`` on request."""

    name: str
    title: Any
    open: bool
    first: Sequence[FacetChoice]
    rest: Sequence[FacetChoice]


class Chip(NamedTuple):
    """Something chosen, and the address without it."""

    title: Any
    label: str
    address: str


def facets(tally: Tally, selection: Selection, address: Address, courts: Labels) -> list[Facet]:
    """Every facet that has a choice."""
    shown = []
    for name in FACETS:
        if name == "year":
            title, choices = YEAR, year_choices(tally.facets["year"], selection, address)
        else:
            title, choices = CaseFilter.base_filters[name].label, facet_choices(name, tally, selection, address, courts)
        if choices:
            is_open = name in OPEN or any(choice.chosen for choice in choices)
            shown.append(Facet(name, title, is_open, choices[:SHOWN], choices[SHOWN:]))
    return shown


def facet_choices(name: str, tally: Tally, selection: Selection, address: Address, courts: Labels) -> list[FacetChoice]:
    """Kinds and states in their own order, everything else by number; what was chosen never folds away.

    The parts of an article stand only beside it or one of them if that was chosen.
    """
    chosen: Sequence[str] = getattr(selection, name)
    counts = {**dict.fromkeys(chosen, 0), **tally.facets[name]}
    if name == "article":
        numbers = {article.partition(".")[0] for article in chosen}
        counts = {
            article: cases
            for article, cases in counts.items()
            if "." not in article or article.partition(".")[0] in numbers
        }
    own_order: Iterable[str] = country().kinds if name == "kind" else STATES if name == "state" else ()
    places = {choice: place for place, choice in enumerate(own_order)}
    ordered = sorted(counts, key=lambda choice: (places.get(choice, len(places)), -counts[choice], choice))
    if name != "state":
        ordered.sort(key=lambda choice: choice not in chosen)
    return [
        FacetChoice(
            id=f"{name}-{choice}",
            label=word(name, choice, courts),
            cases=counts[choice],
            chosen=choice in chosen,
            address=address.toggled(name, choice),
        )
        for choice in ordered
    ]


def year_choices(counts: Mapping[str, int], selection: Selection, address: Address) -> list[FacetChoice]:
    """Years of the verdict, the newest first. A year is chosen as a span of one year."""
    choices = []
    for year in sorted(counts, reverse=True):
        chosen = selection.year_from == selection.year_to == int(year)
        bound = None if chosen else year
        other = address.having(year_from=bound, year_to=bound)
        choices.append(FacetChoice(f"year-{year}", year, counts[year], chosen, other))
    return choices


def chips(selection: Selection, address: Address, courts: Labels) -> list[Chip]:
    """Everything that was chosen, in the order of the filters, each with the way to undo it."""
    shown = []
    for name, definition in CaseFilter.base_filters.items():
        chosen = getattr(selection, name)
        if name in NOT_FILTERS or chosen in (None, (), "") or (name == "on" and "on" not in address.chosen):
            continue
        if isinstance(chosen, tuple):
            shown += [
                Chip(definition.label, word(name, choice, courts), address.toggled(name, choice)) for choice in chosen
            ]
        else:
            label = _("%(count)s days") % {"count": chosen} if name in IN_DAYS else str(chosen)
            shown.append(Chip(definition.label, label, address.having(**{name: None})))
    return shown
