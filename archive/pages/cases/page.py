"""A page of the list: its rows, its counts, its sentence, and the ways on from here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from archive.index.columns.selecting import Tally
from archive.index.filters.address import Address
from archive.index.filters.filterset import SORTS, CaseFilter
from archive.index.models import Entry
from archive.index.search.snippets import snippets
from archive.index.search.suggestions import corrected
from archive.index.selection import PAGE, Selection
from archive.pages.cases.rows import CaseRow, case_rows
from archive.wording.filter_choices import Chip, Facet, chips, facets
from archive.wording.filter_values import word
from records.languages import FALLBACKS, active_language

SORT_WORDS = {
    "name": _("name"),
    "next-end": _("next end"),
    "burden": _("length in all"),
    "verdict": _("newest verdict"),
    "changed": _("last change"),
    "relevance": _("relevance"),
}
EXPORTS = (
    *(("cases.csv", "CSV"), ("restrictions.csv", _("CSV of restrictions")), ("cases.xlsx", "XLSX")),
    *(("cases.json", "JSON"), ("cases.jsonl", "JSON Lines"), ("cases.atom", _("feed")), ("cases.ics", _("calendar"))),
)


class NoSuchPage(ValueError):
    """The list has fewer pages."""


@dataclass(frozen=True, slots=True)
class CaseListPage:
    """All that the template needs. ``states``: how many cases are in each state, under the other filters."""

    selection: Selection
    address: Address
    tally: Tally
    rows: Sequence[CaseRow]
    facets: Sequence[Facet]
    chips: Sequence[Chip]
    kinds: Sequence[str]
    states: Sequence[tuple[str, int]]
    other_states: Sequence[tuple[str, int]]
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
        known = [sort for sort in SORTS if sort != "relevance" or self.selection.q]
        return [(SORT_WORDS[sort], self.address.having(sort=sort), sort == self.selection.order) for sort in known]

    @property
    def exports(self) -> list[tuple[str, Any]]:
        folder = self.address.path.rpartition("cases/")[0]
        return [(self.address.elsewhere(folder + name, "page", "sort"), label) for name, label in EXPORTS]


def case_list_page(filters: CaseFilter, address: Address) -> CaseListPage:
    """The page that the filters ask for, in the active language. Raises NoSuchPage."""
    chosen, selection, tally = filters.chosen, filters.chosen.selection, filters.chosen.tally
    pages = max(1, -(-tally.cases // PAGE))
    if selection.page > pages:
        raise NoSuchPage(_("There is no such page: the last is %(last)s.") % {"last": pages})
    language = active_language()
    entries = {entry.edition: entry for entry in filters.qs}
    shown = [entries[edition] for edition in chosen.page(language) if edition in entries]
    courts = chosen.columns.courts
    return CaseListPage(
        selection=selection,
        address=address,
        tally=tally,
        rows=case_rows(shown, chosen, _snippets(shown, selection, language)),
        facets=facets(tally, selection, address, courts),
        chips=chips(selection, address, courts),
        kinds=[word("kind", kind, courts) for kind in selection.kind],
        states=_states(tally.facets["state"], selection, chosen=True),
        other_states=_states(tally.facets["state"], selection, chosen=False),
        suggestion=_suggestion(selection, address) if not tally.cases else None,
        pages=pages,
    )


def _snippets(found: Sequence[Entry], selection: Selection, language: str) -> Mapping[int, str]:
    if not selection.q or not found:
        return {}
    editions = [entry.edition for entry in found]
    return snippets(Entry.objects.filter(edition__in=editions), selection.q, FALLBACKS[language])


def _states(counts: Mapping[str, int], selection: Selection, chosen: bool) -> list[tuple[str, int]]:
    return [
        (word("state", state, {}).lower(), counts.get(state, 0))
        for state in ("in-force", "uncertain", "unknown", "upcoming", "ended", "expected", "void")
        if (state in selection.state) is chosen and (chosen or counts.get(state))
    ]


def _suggestion(selection: Selection, address: Address) -> tuple[str, str] | None:
    """What may have been meant, with its address."""
    if not selection.q:
        return None
    meant = corrected(selection.q, Entry.objects.known(selection.known).values_list("name_words", flat=True))
    return (meant, address.having(q=meant, page=None)) if meant else None
