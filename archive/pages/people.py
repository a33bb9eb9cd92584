"""The page of one person: all published cases and what binds on the day."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from archive.index.fetch import unlisted
from archive.index.kept import kept
from archive.index.published import of_person
from archive.pages.case.page import case_page
from archive.pages.media import media_address
from archive.wording.sentence import Total, total_words
from editions.schema import Document
from law import burden
from law.country import country
from law.dates import UNKNOWN, DateRange
from law.outcome import Burden, Outcome


def union(documents: Iterable[Document]) -> Total | None:
    """The time under restrictions of all cases together, each day counted once under the heaviest.

    None where a verdict was undone: until when it counted stands in its own case alone.
    """
    spans = []
    for document in documents:
        reckoning = document.reckoning
        force = {verdict.id: verdict.in_force for verdict in reckoning.verdicts}
        outcomes = [outcome for outcome in reckoning.restrictions if outcome.standing != "expected"]
        if any(outcome.void for outcome in outcomes):
            return None
        spans += [span(outcome.as_restriction(), UNKNOWN) for outcome in reckoning.custody]
        spans += [span(outcome, force.get(outcome.verdict or "", UNKNOWN)) for outcome in outcomes]
    sum_ = burden.total(span for span in spans if span is not None)
    return total_words(Burden(None, (), sum_.begins, sum_.until, sum_.days, sum_.parts, sum_.last_day))


def span(outcome: Outcome, force: DateRange) -> burden.DateSpan | None:
    """From when to when it counts: prison from the first day of its term, a listing at the earliest from force."""
    kind, begins = country().kinds[outcome.kind], outcome.binds_from
    if kind.burden == "none":
        return None
    if kind.is_prison:
        begins = outcome.counts_from
    elif kind.listed and force.earliest and (begins.latest is None or begins.latest >= force.earliest):
        begins = DateRange(max(begins.earliest or force.earliest, force.earliest), begins.latest)
    last_day = outcome.ends.shift(-1) if kind.pretrial else outcome.last_day
    return burden.DateSpan(kind.burden, begins, outcome.ends, outcome.open_ended, last_day)


@kept
def person(request: HttpRequest, person_id: str) -> HttpResponse:
    cases = of_person(person_id)
    if not cases:
        raise Http404
    on = timezone.localdate()
    pages = [case_page(case.text, on) for case in cases]
    context = {
        "on": on,
        "pages": pages,
        "union": union(case.text for case in cases) if len(cases) > 1 else None,
        "page": pages[-1],
        "unlisted": any(case.unlisted for case in cases),
        "media": media_address(),
    }
    return unlisted(render(request, "archive/person.html", context), cases)
