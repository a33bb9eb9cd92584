"""The kinds of restriction: what each is, by which law, and whom it binds on the day."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from archive.index.columns.columns import Columns
from archive.index.kept import kept
from archive.pages.headlines import KindCount, entries_under, kind_counts, next_endings, span_of_kind
from archive.pages.kind_rules import bars_of, reports_of, rules_of
from archive.pages.readings import with_reading
from archive.wording.localize import full_name
from law.country import country

ENDINGS, REPORTS, LISTED = 12, 6, 25


@kept
@with_reading
def kinds(request: HttpRequest, index: Columns) -> HttpResponse:
    on = timezone.localdate()
    counts = kind_counts(index, on)
    kinds = [counts.get(id_) or KindCount.of(id_, {}) for id_ in country().kinds]
    return render(request, "archive/kinds.html", {"on": on, "kinds": kinds})


@kept
@with_reading
def kind(request: HttpRequest, index: Columns, kind_id: str) -> HttpResponse:
    if kind_id not in country().kinds:
        raise Http404
    on = timezone.localdate()
    under = entries_under(index, on, kind_id, request.LANGUAGE_CODE, LISTED)
    context = {
        "on": on,
        "kind": kind_counts(index, on).get(kind_id) or KindCount.of(kind_id, {}),
        "official": full_name(kind_id),
        "rules": rules_of(kind_id),
        "reports": reports_of(kind_id, REPORTS),
        "bars": bars_of(kind_id),
        "span": span_of_kind(index, kind_id),
        "under": under["in-force"],
        "likely_under": under["likely-in-force"],
        "endings": next_endings(index, on, ENDINGS, kind=kind_id),
    }
    return render(request, "archive/kind.html", context)
