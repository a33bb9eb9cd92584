"""How sure it is that what was chosen is so: the surest word for each case and person, and how many stand under it."""

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from pyroaring import BitMap

from archive.index.columns.groups import Groups
from archive.index.columns.states import ends_within, may_end_between
from law.states import STATES

if TYPE_CHECKING:
    from archive.index.columns.selecting import Chosen

CERTAINLY, LIKELY, POSSIBLY, NOT_KNOWN = "certainly", "likely", "possibly", "not-known"
OF_A_STATE: Mapping[str, str] = {
    "in-force": CERTAINLY,
    "likely-in-force": LIKELY,
    "possible": POSSIBLY,
    "unknown": NOT_KNOWN,
    "upcoming": "upcoming",
    "ended": "ended",
    "expected": "expected",
    "void": "void",
}
"""By state how sure it is that a restriction is in force; of the last four nobody asks."""
OF_RESTRICTIONS = {"kind": "kinds", "state": "states", "covers": "covers"}
"""The facets of one and the same restriction, and what of it each of them asks for."""


class CertaintyCount(NamedTuple):
    """So many cases, and so many people, of whom no surer word holds."""

    certainty: str
    cases: int
    people: int


class ChoiceTable(NamedTuple):
    """A facet, the editions that each of its choices has, and those of which it may choose."""

    facet: str
    choices: Mapping[str, BitMap]
    base: BitMap


class Certainties:
    """The cases and people of a selection under the surest word that holds of them: the parts of every count."""

    def __init__(self, chosen: "Chosen") -> None:
        self.chosen, self.selection, self.columns = chosen, chosen.selection, chosen.columns

    @cached_property
    def editions(self) -> Mapping[str, BitMap]:
        """The editions with one restriction that fits, by word; if none was spoken of, those whose total ends within
        the days, by word, or nothing."""
        chosen = self.chosen
        if not chosen.speaks_of_restrictions and self.selection.total_ends != (None, None):
            return each_once(iter(chosen.total_ends.items()))
        return each_once(self.surest_first(chosen.one_restriction)) if chosen.speaks_of_restrictions else {}

    def surest_first(self, one_restriction: Mapping[str, Collection[str]]) -> Iterator[tuple[str, BitMap]]:
        """Of an end whether it lies within the days: by the strict reading, by the likely one, maybe; else by state."""
        if self.selection.has_ends:
            for word, groups in self.groups_of_ends.items():
                yield word, groups.editions(**one_restriction)
            return
        for state in STATES:
            if state in one_restriction["states"]:
                yield OF_A_STATE[state], self.chosen.groups.editions(**{**one_restriction, "states": (state,)})

    @cached_property
    def groups_of_ends(self) -> Mapping[str, Groups]:
        on = self.selection.on
        return {
            CERTAINLY: self.columns.groups(on, self.chosen.ends(partial(ends_within, reading="last"))),
            LIKELY: self.columns.groups(on, self.chosen.ends(partial(ends_within, reading="working"))),
            NOT_KNOWN: self.chosen.groups,
        }

    @property
    def counts(self) -> tuple[CertaintyCount, ...]:
        return self._counted({word: editions & self.chosen.of_cases for word, editions in self.editions.items()})

    def of_choices(self, tables: Collection[ChoiceTable]) -> Mapping[str, Mapping[str, Mapping[str, int]]]:
        """What each choice would give, by word; nothing of what is certain, or in the one state that was chosen."""
        if not self.chosen.speaks_of_restrictions:
            return {}
        unsaid = {table.facet: dict(self._unsaid(table)) for table in tables if self._may_differ(table.facet)}
        return {facet: choices for facet, choices in unsaid.items() if choices}

    def _may_differ(self, facet: str) -> bool:
        return facet in OF_RESTRICTIONS or not self._said >= set(self.editions)

    def _unsaid(self, table: ChoiceTable) -> Iterator[tuple[str, Mapping[str, int]]]:
        for value, counts in self._of_choices(table):
            said = self._said | (
                {OF_A_STATE[value]} if table.facet == "state" and not self.selection.has_ends else set()
            )
            if len(counts) > 1 or not said >= set(counts):
                yield value, counts

    @cached_property
    def _said(self) -> frozenset[str]:
        """The words that need no saying: what is certain, and the one state that was chosen."""
        states = self.selection.state if len(self.selection.state) == 1 and not self.selection.has_ends else ()
        return frozenset({CERTAINLY, *(OF_A_STATE[state] for state in states)})

    def _of_choices(self, table: ChoiceTable) -> Iterator[tuple[str, Mapping[str, int]]]:
        if respect := OF_RESTRICTIONS.get(table.facet):
            for value in table.choices:
                one_restriction = {**self.chosen.one_restriction, respect: (value,)}
                yield value, _sizes(each_once(self.surest_first(one_restriction)), table.base)
            return
        bases = {word: table.base & editions for word, editions in self.editions.items()}
        for value, editions in table.choices.items():
            yield value, _sizes(bases, editions)

    @property
    def besides(self) -> tuple[CertaintyCount, ...]:
        """Who fits but for the state that was chosen; nobody who is counted already."""
        if not self.selection.state:
            return ()
        others = [state for state in self.selection.all_states if state not in self.selection.state]
        groups, one_restriction = self.chosen.groups, self.chosen.one_restriction
        with_another = {
            OF_A_STATE[state]: groups.editions(**{**one_restriction, "states": (state,)}) & self.chosen.of_cases
            for state in others
        }
        editions_of = each_once(iter([("", self.chosen.cases), *with_another.items()]))
        return tuple(count for count in self._counted(editions_of) if count.certainty)

    @property
    def open_ends(self) -> CertaintyCount:
        """Who fits but for an end that has no last day to name; nobody who is counted already."""
        if not self.selection.has_ends:
            return CertaintyCount(NOT_KNOWN, 0, 0)
        groups = self.columns.groups(self.selection.on, self.chosen.ends(may_end_between))
        counted = self.chosen.cases
        more = (groups.editions(**self.chosen.one_restriction) & self.chosen.of_cases) - counted
        people = self.columns.people(counted | more) - self.columns.people(counted)
        return CertaintyCount(NOT_KNOWN, len(more), people)

    def _counted(self, editions_of: Mapping[str, BitMap]) -> tuple[CertaintyCount, ...]:
        """The cases and the people of each word. Whoever has cases under several words counts under the first."""
        counts, counted, before = [], BitMap(), 0
        for word, editions in editions_of.items():
            counted |= editions
            people = self.columns.people(counted)
            if editions:
                counts.append(CertaintyCount(word, len(editions), people - before))
            before = people
        return tuple(counts)


def each_once(surest_first: Iterator[tuple[str, BitMap]]) -> dict[str, BitMap]:
    """The editions under the surest word that holds of them, and under no other; without the words of none."""
    counted, editions_of = BitMap(), dict[str, BitMap]()
    for word, editions in surest_first:
        if own := editions - counted:
            editions_of[word] = own
            counted |= own
    return editions_of


def _sizes(editions_of: Mapping[str, BitMap], base: BitMap) -> dict[str, int]:
    sizes = {word: editions.intersection_cardinality(base) for word, editions in editions_of.items()}
    return {word: size for word, size in sizes.items() if size}
