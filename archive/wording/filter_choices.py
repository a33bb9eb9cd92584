"""Filters as a reader sees them: facets with counts, chips of what was chosen."""

from collections.abc import Iterator, Sequence
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


class FacetChoice(NamedTuple):
    """``id`` is the same on every page, so that the focus stays on the choice when the list is exchanged."""

    id: str
    label: str
    count: int
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


def facets(tally: Tally, selection: Selection, address: Address, named: Labels) -> list[Facet]:
    """Every facet that has a choice."""
    found = []
    for name in FACETS:
        choices = _choices(name, tally, selection, address, named)
        if choices:
            is_open = name in OPEN or any(choice.chosen for choice in choices)
            title = YEAR if name == "year" else CaseFilter.base_filters[name].label
            found.append(Facet(name, title, is_open, choices[:SHOWN], choices[SHOWN:]))
    return found


def _choices(name: str, tally: Tally, selection: Selection, address: Address, named: Labels) -> list[FacetChoice]:
    if name == "year":
        return _years(tally, selection, address)
    chosen = getattr(selection, name)
    counts = {**dict.fromkeys(chosen, 0), **tally.facets[name]}
    shown = [value for value in counts if name != "article" or _is_shown(value, chosen)]
    return [
        FacetChoice(
            f"{name}-{value}", word(name, value, named), counts[value], value in chosen, address.toggled(name, value)
        )
        for value in sorted(shown, key=lambda value: _rank(name, value, counts, chosen))
    ]


def _rank(name: str, value: str, counts: dict[str, int], chosen: Sequence[str]) -> tuple[Any, ...]:
    """Kinds and states in their own order, everything else by number; what was chosen never folds away."""
    if name == "kind":
        return (
            value not in chosen,
            list(country().kinds).index(value) if value in country().kinds else len(country().kinds),
        )
    if name == "state":
        return (list(STATES).index(value),)
    return (value not in chosen, -counts[value], value)


def _is_shown(article: str, chosen: Sequence[str]) -> bool:
    """An article; its parts only once it, or one of them, was chosen."""
    number, _dot, part = article.partition(".")
    return not part or any(one.partition(".")[0] == number for one in chosen)


def _years(tally: Tally, selection: Selection, address: Address) -> list[FacetChoice]:
    found = []
    for year in sorted(tally.facets["year"], reverse=True):
        chosen = selection.year_from == selection.year_to == int(year)
        other = address.having(year_from=None if chosen else year, year_to=None if chosen else year)
        found.append(FacetChoice(f"year-{year}", year, tally.facets["year"][year], chosen, other))
    return found


def chips(selection: Selection, address: Address, named: Labels) -> list[Chip]:
    """Everything that was chosen, in the order of the filters, each with the way to undo it."""
    return list(_chips(selection, address, named))


def _chips(selection: Selection, address: Address, named: Labels) -> Iterator[Chip]:
    for name, definition in CaseFilter.base_filters.items():
        value = getattr(selection, name)
        if name in NOT_FILTERS or value in (None, (), "") or (name == "on" and "on" not in address.chosen):
            continue
        if isinstance(value, tuple):
            for one in value:
                yield Chip(definition.label, word(name, one, named), address.toggled(name, one))
        else:
            yield Chip(definition.label, _plain(name, value), address.having(**{name: None}))


def _plain(name: str, value: Any) -> str:
    return _("%(count)s days") % {"count": value} if name in ("ends_within", "burden_min") else str(value)
