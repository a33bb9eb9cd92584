"""A page of the list: its rows, its counts, its sentence, and the ways on from here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from archive.index.filters.address import Address
from archive.index.filters.conditions import entries
from archive.index.filters.facets import Tally, tally
from archive.index.filters.filterset import SORTS, Selection
from archive.index.models import Entry
from archive.index.ordering import ordered
from archive.index.search.snippets import snippets
from archive.index.search.suggestions import corrected
from archive.pages.cases.rows import CaseRow, case_rows
from archive.wording.filter_choices import Chip, Facet, chips, facets
from archive.wording.filter_values import labels, word
from records.languages import FALLBACKS

SIZE = 25
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
        return (self.selection.page - 1) * SIZE + 1

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


def case_list_page(selection: Selection, address: Address) -> CaseListPage:
    """The page that the selection asks for, in the active language. Raises NoSuchPage."""
    language = get_language() or "en"
    counted = tally(selection)
    pages = max(1, -(-counted.cases // SIZE))
    if selection.page > pages:
        raise NoSuchPage(_("There is no such page: the last is %(last)s.") % {"last": pages})
    found = _page(selection, language)
    named = labels(counted, *selection.court)
    return CaseListPage(
        selection=selection,
        address=address,
        tally=counted,
        rows=case_rows(found, selection.on, _snippets(found, selection, language)),
        facets=facets(counted, selection, address, named),
        chips=chips(selection, address, named),
        kinds=[word("kind", kind, named) for kind in selection.kind],
        states=_states(counted.facets["state"], selection, chosen=True),
        other_states=_states(counted.facets["state"], selection, chosen=False),
        suggestion=_suggestion(selection, address) if not counted.cases else None,
        pages=pages,
    )


def _page(selection: Selection, language: str) -> list[Entry]:
    start = (selection.page - 1) * SIZE
    found = ordered(entries(selection), selection, language)
    return list(found.defer("texts", "words", "name_words")[start : start + SIZE])


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
