"""The front page."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from archive.charts.front import picture
from archive.charts.regions import region_bars, tile
from archive.index.columns.columns import Columns
from archive.index.kept import kept
from archive.index.models import Entry
from archive.index.published import newest
from archive.index.scoreboard import Score, compared
from archive.pages.case.first_screen import CellLine
from archive.pages.case.page import CasePage, case_page
from archive.pages.headlines import archive_counts, endings_within, newest_entries, next_endings, people_by_weight
from archive.pages.readings import with_reading
from archive.wording.localize import LocalizedText
from archive.wording.scoreboard import summary
from editions.schema import Document
from law.country import country

ENDINGS, CHANGES, DRAWN, CARDS = 6, 5, 400, 4
A_YEAR = timedelta(days=365)
EXAMPLE = "bokai-2016"
"""The case that shows what the archive is for: all of its days are known."""


class CaseCard(NamedTuple):
    """A case in one sentence, with what holds of it on the day."""

    case_id: str
    name: LocalizedText
    story: LocalizedText | None
    now: Sequence[CellLine]
    nothing: str


@kept
@with_reading
def home(request: HttpRequest, index: Columns) -> HttpResponse:
    on = timezone.localdate()
    entries = list(Entry.objects.known(None).order_by("-burden_least", "edition")[:DRAWN])
    score = _score(index.version)
    regions = people_by_region(index)
    example, *others = _documents(index.version, (EXAMPLE, *unlike(entries)))
    context = {
        "on": on,
        "known": archive_counts(index, on),
        "weights": people_by_weight(index, on),
        "ending": endings_within(index, on, on + A_YEAR),
        "endings": [ending for ending in next_endings(index, on, ENDINGS) if ending.exact],
        "changes": newest_entries(CHANGES),
        "picture": picture(entries),
        "example": case_page(example, on) if example else None,
        "cards": [case_card(case_page(document, on)) for document in others if document],
        "tiles": [tile(id_, number, max(regions.values())) for id_, number in regions.items()],
        "region_bars": region_bars(regions),
        "score": score,
        "score_words": summary(score.scored, score.agreeing),
    }
    return render(request, "archive/home.html", context)


def unlike(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Cases from as many regions, none of them the example."""
    of_region: dict[str, str] = {}
    for entry in entries:
        if entry.case_id != EXAMPLE:
            of_region.setdefault(entry.region, entry.case_id)
    return tuple(list(of_region.values())[:CARDS])


def case_card(page: CasePage) -> CaseCard:
    first = page.first
    return CaseCard(
        page.document.case.id, page.name, first.story.lead if first.story else None, first.now, first.nothing
    )


def people_by_region(index: Columns) -> dict[str, int]:
    """The people known to the archive, of every region."""
    facet = index.facets["region"]
    return {id_: index.people(facet[id_] & index.current) if id_ in facet else 0 for id_ in country().regions}


@lru_cache(maxsize=2)
def _documents(version: int, case_ids: tuple[str, ...]) -> tuple[Document | None, ...]:
    """The newest documents of these cases at one version of the index."""
    cases = [newest(case_id) for case_id in case_ids]
    return tuple(case.document if case else None for case in cases)


@lru_cache(maxsize=2)
def _score(version: int) -> Score:
    """The score of all published documents at one version of the index."""
    return compared().score
