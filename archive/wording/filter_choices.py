"""Filters as a reader sees them: facets with counts, chips of what was chosen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from archive.index.columns.selecting import Tally
from archive.index.filters.address import Address
from archive.index.filters.filterset import CaseFilter
from archive.index.selection import EXCLUDED, FACETS, NOT_RECORDED, OF_CASES, Selection
from archive.wording.certainty import certainties
from archive.wording.filter_values import Labels, word
from archive.wording.lengths import counted
from law.country import country
from law.states import STATES

SHOWN, MOST_SHOWN = 8, 100
"""Choices of a facet before the rest is folded away, and in all: an address may name any."""
OPEN = ("kind", "state", "region", "article")
UNLISTED_STATE = ("state", "expected")
NOT_FILTERS = ("sort", "page")
IN_DAYS = ("ends_within", "burden_min")


@dataclass(frozen=True, slots=True)
class FacetChoice:
    """A value of a facet with the number of its cases, and the address with it, or without it if it is ``chosen``.

    ``certainties``: the parts of the number, unless all are certain.
    """

    facet: str
    value: str
    cases: int
    chosen: bool
    here: Address
    courts: Labels
    certainties: str = ""

    @property
    def id(self) -> str:
        """The same on every page, so that the focus stays on the choice when the list is exchanged."""
        return f"{self.facet}-{'_'.join(self.value.split())}"

    @property
    def label(self) -> str:
        return word(self.facet, self.value, self.courts)

    @property
    def address(self) -> str:
        return self.here.toggled(self.facet, self.value)

    @property
    def without(self) -> str:
        """The address that leaves these cases out; empty where only restrictions are spoken of."""
        return (
            ""
            if self.chosen or self.facet not in OF_CASES
            else self.here.toggled(f"{self.facet}{EXCLUDED}", self.value)
        )


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
        chosen: Sequence[str] = getattr(selection, name)
        # Nobody is listed by what only the law provides for: the filter refuses that state.
        counts = {value: cases for value, cases in tally.facets[name].items() if (name, value) != UNLISTED_STATE}
        counts = {**dict.fromkeys(chosen, 0), **counts}
        parts = {value: certainties(words) for value, words in tally.of_choices.get(name, {}).items()}
        choices = [
            FacetChoice(name, value, counts[value], value in chosen, address, courts, parts.get(value, ""))
            for value in in_order(name, counts, chosen)
        ]
        if choices:
            title = CaseFilter.base_filters[name].label
            rest = choices[SHOWN:MOST_SHOWN]
            shown.append(Facet(name, title, name in OPEN or bool(chosen), choices[:SHOWN], rest))
    return shown


def in_order(name: str, counts: Mapping[str, int], chosen: Sequence[str]) -> list[str]:
    """Kinds, states and years in their own order, all else by number; what was chosen never folds away.

    The parts of an article stand only beside it or one of them if that was chosen.
    """
    values: Iterable[str] = counts
    if name == "year":
        return sorted(values, key=lambda year: (year != NOT_RECORDED, year), reverse=True)
    if name == "article":
        numbers = {article.partition(".")[0] for article in chosen}
        values = [article for article in counts if "." not in article or article.partition(".")[0] in numbers]
    own_order: Iterable[str] = country().kinds if name == "kind" else STATES if name == "state" else ()
    places = {value: place for place, value in enumerate(own_order)}
    ordered = sorted(
        values, key=lambda value: (value == NOT_RECORDED, places.get(value, len(places)), -counts[value], value)
    )
    return ordered if name == "state" else sorted(ordered, key=lambda value: value not in chosen)


def chips(selection: Selection, address: Address, courts: Labels) -> list[Chip]:
    """Everything that was chosen, in the order of the filters, each with the way to undo it."""
    shown = []
    for name, definition in CaseFilter.base_filters.items():
        chosen = selection.excluded.get(name, ()) if name.endswith(EXCLUDED) else getattr(selection, name)
        if name in NOT_FILTERS or chosen in (None, (), "") or (name == "on" and "on" not in address.chosen):
            continue
        if isinstance(chosen, tuple):
            shown += [
                Chip(definition.label, word(name, choice, courts), address.toggled(name, choice)) for choice in chosen
            ]
        else:
            label = counted(chosen, "day") if name in IN_DAYS else str(chosen)
            shown.append(Chip(definition.label, label, address.having(**{name: None})))
    return shown
