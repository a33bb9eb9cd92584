"""How many cases and people share a mark (an article, a region, a court …)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from pyroaring import BitMap

from archive.index.columns.selecting import Chosen

SHARED = ("article", "region", "court", "year", "gender")
"""The facets that charts count."""


class Share(NamedTuple):
    cases: int = 0
    people: int = 0


@dataclass(frozen=True, slots=True)
class Shares:
    """``marks``: by token such as ``article:174``. ``named``: by facet, those that have any mark of it.

    ``changed_at``: the last change that the archive knew.
    """

    total: Share
    changed_at: datetime | None
    marks: Mapping[str, Share]
    named: Mapping[str, Share]

    def of(self, facet: str) -> dict[str, Share]:
        """The values of one facet, without its name."""
        start = f"{facet}:"
        return {token.removeprefix(start): share for token, share in self.marks.items() if token.startswith(start)}

    def without(self, facet: str) -> Share:
        """Those of which the archive has not recorded the facet."""
        named = self.named.get(facet, Share())
        return Share(self.total.cases - named.cases, self.total.people - named.people)


def shares(chosen: Chosen) -> Shares:
    """The shares of a selection."""
    columns, marks, named = chosen.columns, dict[str, Share](), dict[str, Share]()
    for facet in SHARED:
        sharing = {value: editions & chosen.cases for value, editions in columns.facets[facet].items()}
        sharing = {value: editions for value, editions in sharing.items() if editions}
        marks |= {f"{facet}:{value}": _share(chosen, editions) for value, editions in sharing.items()}
        if sharing:
            named[facet] = _share(chosen, BitMap.union(*sharing.values()))
    return Shares(Share(chosen.tally.cases, chosen.tally.people), chosen.known_at, marks, named)


def _share(chosen: Chosen, editions: BitMap) -> Share:
    return Share(len(editions), chosen.columns.people(editions))
