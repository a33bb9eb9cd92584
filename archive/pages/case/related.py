"""Cases that share a trial, an article or a court with this one."""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from archive.index.indexing.facet_values import numbered
from archive.index.models import Entry
from archive.wording.localize import LocalizedText, localize
from editions.schema import Document

MOST_READ, MOST_SHOWN = 60, 6
GROUPS = (
    ("trial", _("The same trial")),
    ("article", _("The same article")),
    ("court", _("The same court")),
)


class RelatedCase(NamedTuple):
    case_id: str
    name: LocalizedText | None


class RelatedGroup(NamedTuple):
    words: str
    cases: tuple[RelatedCase, ...]


def related_groups(document: Document) -> list[RelatedGroup]:
    """Groups of other published cases, each case in the closest group only. One query."""
    tokens = _tokens(document)
    found = list(
        Entry.objects.known(None)
        .filter(facets__overlap=[token for group in tokens.values() for token in group])
        .exclude(case_id=document.case.id)
        .order_by("sort_en", "edition")[:MOST_READ]
    )
    groups = []
    for name, words in GROUPS:
        near = [entry for entry in found if not tokens[name].isdisjoint(entry.facets)]
        found = [entry for entry in found if entry not in near]
        if near:
            groups.append(RelatedGroup(str(words), _cases(near)))
    return groups


def _cases(entries: Sequence[Entry]) -> tuple[RelatedCase, ...]:
    return tuple(RelatedCase(entry.case_id, localize(entry.names)) for entry in entries[:MOST_SHOWN])


def _tokens(document: Document) -> dict[str, set[str]]:
    case = document.case
    return {
        "trial": {f"trial:{case.trial}"} if case.trial else set(),
        "article": {f"article:{numbered(one.code, one.article)}" for one in case.charges if one.outcome == "convicted"},
        "court": {f"court:{court.id}" for court in document.courts},
    }
