"""A page of the list: its rows, its counts, its sentence, and the ways on from here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from archive.charts.list_bars import ListAxis
from archive.index.columns.restrictions import of_editions
from archive.index.columns.selecting import Tally
from archive.index.filters.address import Address
from archive.index.filters.filterset import SORTS, CaseFilter
from archive.index.models import Entry
from archive.index.search.matching import Hits, QueryReading
from archive.index.search.query import terms
from archive.index.search.snippets import snippets as snippets_by_edition
from archive.index.search.suggestions import corrected
from archive.index.selection import Selection
from archive.pages.cases.rows import CaseRow
from archive.wording.certainty import besides, certainties, certainties_of_ends
from archive.wording.filter_choices import Chip, Facet, chips, facets
from archive.wording.filter_values import word
from law.states import STATES
from records.languages import FALLBACKS, active_language

SORT_WORDS = {
    "name": _("name"),
    "next-end": _("next last day"),
    "burden": _("length in all"),
    "verdict": _("newest verdict"),
    "changed": _("last change"),
    "relevance": _("relevance"),
}
EXPORTS = (
    *(("cases-csv", "CSV"), ("restrictions-csv", _("CSV of restrictions")), ("cases-xlsx", "XLSX")),
    *(("cases-json", "JSON"), ("cases-jsonl", "JSON Lines"), ("cases-atom", _("feed")), ("cases-ics", _("calendar"))),
)
"""The list as a file: the name of its address, and what it is called."""


@dataclass(frozen=True, slots=True)
class CaseListPage:
    """All that the template needs."""

    selection: Selection
    address: Address
    tally: Tally
    rows: Sequence[CaseRow]
    facets: Sequence[Facet]
    chips: Sequence[Chip]
    reading: QueryReading | None
    suggestion: tuple[str, str] | None
    pages: int

    @property
    def first_number(self) -> int:
        return self.selection.start + 1

    @property
    def next(self) -> str:
        return self.address.page(self.selection.page + 1) if self.selection.page < self.pages else ""

    @property
    def previous(self) -> str:
        return self.address.page(self.selection.page - 1) if self.selection.page > 1 else ""

    @property
    def sorts(self) -> list[tuple[Any, str, bool]]:
        """Every order with its address and whether it is the one."""
        orders = [sort for sort in SORTS if sort != "relevance" or self.selection.q]
        return [(SORT_WORDS[sort], self.address.having(sort=sort), sort == self.selection.order) for sort in orders]

    @property
    def exports(self) -> list[tuple[str, Any]]:
        return [(self.address.elsewhere(reverse(f"archive:{name}"), "page", "sort"), label) for name, label in EXPORTS]

    @property
    def kinds(self) -> list[str]:
        return [word("kind", kind, {}) for kind in self.selection.kind]

    @property
    def states(self) -> list[str]:
        """The states that were chosen, in words."""
        return [word("state", state, {}).lower() for state in STATES if state in self.selection.state]

    @property
    def certainties(self) -> str:
        """The people under the surest word that holds of them; empty where the one state that was chosen says it."""
        people = {part.certainty: part.people for part in self.tally.certainties}
        if self.selection.has_ends:
            return certainties_of_ends(people)
        return certainties(people) if len(self.selection.state) != 1 else ""

    @property
    def besides(self) -> str:
        """The people of whom the same restriction is in another state."""
        people = {part.certainty: part.people for part in self.tally.besides if part.people}
        return besides(people) if self.selection.kind else ""

    @property
    def open_ends(self) -> int:
        """People whose restriction may end within the days too, but has no last day that could be named."""
        return self.tally.open_ends.people


def case_list_page(filters: CaseFilter, address: Address) -> CaseListPage:
    """The page that the filters ask for, in the active language."""
    chosen, selection, tally = filters.chosen, filters.chosen.selection, filters.chosen.tally
    editions, on = filters.page_editions, selection.on
    restrictions = of_editions(chosen.columns, editions, on)
    axis = ListAxis.around(chain.from_iterable(restrictions.values()), on)
    snippets = snippets_of(editions, selection.q) if selection.q and editions else {}
    entries = {entry.edition: entry for entry in filters.qs}
    return CaseListPage(
        selection=selection,
        address=address,
        tally=tally,
        rows=[
            CaseRow(entries[edition], restrictions[edition], axis, on, snippets.get(edition, ""))
            for edition in editions
            if edition in entries
        ],
        facets=facets(tally, selection, address, chosen.columns.courts),
        chips=chips(selection, address, chosen.columns.courts),
        reading=chosen.hits.reading if chosen.hits else None,
        suggestion=suggestion(chosen.hits, editions, selection, address) if chosen.hits else None,
        pages=chosen.pages,
    )


def snippets_of(editions: Sequence[int], search: str) -> Mapping[int, str]:
    """For each edition the place in its text that the search met. One query."""
    return snippets_by_edition(Entry.objects.filter(edition__in=editions), search, FALLBACKS[active_language()])


def suggestion(hits: Hits, editions: Sequence[int], selection: Selection, address: Address) -> tuple[str, str] | None:
    """The own spelling of the person who is found first, if only with errors, and its address. One query."""
    if not hits.reading.is_near or not editions:
        return None
    spellings = Entry.objects.values_list("spellings", flat=True).get(edition=editions[0])
    reading = hits.reading
    used = [term for term in terms(reading.layout or selection.q) if term.text not in reading.dropped]
    words = [word for term in used if not term.excluded for word in term.words]
    meant = corrected(words, spellings)
    return (meant, address.having(q=meant, page=None)) if meant else None
