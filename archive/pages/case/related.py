"""Cases that share a trial, an article or a court with this one."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _
from pyroaring import BitMap

from archive.index.columns.current import columns
from archive.index.indexing.facet_values import numbered
from archive.index.models import Entry
from archive.wording.localize import LocalizedText, localize
from editions.schema import Document

MOST_SHOWN = 6
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
    """Groups of other published cases, each case in the closest group only. Two queries."""
    index, grouped, nearest = columns(), BitMap(), {}
    for facet, values in shared_facets(document).items():
        sharing = BitMap.union(BitMap(), *(index.facets[facet].get(value, BitMap()) for value in values))
        near = (sharing & index.current) - grouped
        grouped |= near
        # One more than are shown: the case itself stands among them.
        nearest[facet] = index.named(near, "en")[: MOST_SHOWN + 1].tolist()
    entries = Entry.objects.filter(edition__in=[edition for editions in nearest.values() for edition in editions])
    cases = {
        entry.edition: RelatedCase(entry.case_id, localize(entry.names))
        for entry in entries.exclude(case_id=document.case.id).only("case_id", "names")
    }
    groups = {
        facet: [cases[edition] for edition in editions if edition in cases] for facet, editions in nearest.items()
    }
    return [RelatedGroup(str(words), tuple(groups[facet][:MOST_SHOWN])) for facet, words in GROUPS if groups[facet]]


def shared_facets(document: Document) -> dict[str, set[str]]:
    """What another case may share with this one, the closest first."""
    convictions = [charge for charge in document.case.charges if charge.outcome == "convicted"]
    return {
        "trial": {document.case.trial} if document.case.trial else set(),
        "article": {numbered(charge.code, charge.article) for charge in convictions},
        "court": {court.id for court in document.courts},
    }
