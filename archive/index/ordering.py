"""The orders of a list; the edition's number decides between equals, so that pages never overlap."""

from datetime import date
from typing import Any

from django.db.models import F, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from archive.index.filters.filterset import Selection
from archive.index.models import Period
from archive.index.search.query import rank


def ordered(entries: QuerySet, selection: Selection, language: str) -> QuerySet:
    """The entries in the order that was chosen: by name, or by relevance for a search, if none was."""
    name = f"sort_{language}"
    orders: dict[str, tuple[Any, ...]] = {
        "name": (name,),
        "next-end": (F("next_end").asc(nulls_last=True), name),
        "burden": ("-burden_least", F("burden_most").desc(nulls_first=True), name),
        "verdict": (F("verdict_latest").desc(nulls_last=True), name),
        "changed": ("-published_at",),
        "relevance": ("-rank", name),
    }
    if selection.order == "next-end":
        entries = entries.annotate(next_end=next_end(selection.on))
    if selection.order == "relevance":
        entries = entries.annotate(rank=rank(selection.q))
    return entries.order_by(*orders[selection.order], "-edition")


def next_end(on: date) -> Subquery:
    """The first day after ``on`` on which a restriction of the entry ends, by its earliest bound that lies ahead."""
    ahead = Q(ends_earliest__gt=on) | Q(ends_latest__gt=on)
    found = Period.objects.filter(ahead, entry=OuterRef("edition")).real().order_by().values("entry")
    first = Min(Coalesce("ends_earliest", "ends_latest"), filter=Q(ends_earliest__gt=on))
    return Subquery(found.annotate(day=Coalesce(first, Min("ends_latest"))).values("day"))
