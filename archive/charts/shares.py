"""How many cases and people share a mark (an article, a region, a court …): one query for all marks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import CharField, Count, F, Func, Max, QuerySet, TextField, Value
from django.db.models.functions import Cast

from archive.index.filters import Selection
from archive.index.filters.conditions import entries
from archive.index.models import Entry


class Share(NamedTuple):
    cases: int = 0
    people: int = 0


@dataclass(frozen=True, slots=True)
class Shares:
    """``marks``: by token such as ``article:174``. ``named``: by facet, those that have any mark of it.

    ``edition``: the newest that the archive knew.
    """

    total: Share
    edition: int
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


def shares(selection: Selection) -> Shares:
    """The shares of a selection. One query."""
    chosen = entries(selection).order_by()
    token = Func(F("facets"), function="unnest")
    facet = Func(token, Value(":"), Value(1), function="split_part")
    parts = [
        _counted("total", Value("", TextField()), chosen),
        _counted("named", Cast(facet, TextField()), chosen),
        _counted("mark", Cast(token, TextField()), chosen),
        _newest(selection),
    ]
    found: dict[str, dict[str, Share]] = {"total": {}, "named": {}, "mark": {}, "edition": {}}
    for part, value, cases, people in parts[0].union(*parts[1:], all=True):
        found[part][value] = Share(cases or 0, people or 0)
    return Shares(
        total=found["total"].get("", Share()),
        edition=found["edition"].get("", Share()).cases,
        marks=found["mark"],
        named=found["named"],
    )


def _counted(part: str, token: object, chosen: QuerySet) -> QuerySet:
    rows = chosen.annotate(part=Value(part, CharField()), token=token).values("part", "token")
    counted = rows.annotate(cases=Count("edition", distinct=True), people=Count("person_id", distinct=True))
    return counted.values_list("part", "token", "cases", "people")


def _newest(selection: Selection) -> QuerySet:
    known = Entry.objects.known(selection.known).order_by()
    rows = known.annotate(part=Value("edition", CharField()), token=Value("", TextField())).values("part", "token")
    return rows.annotate(cases=Max("edition"), people=Value(0)).values_list("part", "token", "cases", "people")
