"""The page of one trial: who was tried together, and what each of them got."""

from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from pyroaring import BitMap

from archive.index.columns.current import columns
from archive.index.fetch import unlisted
from archive.index.kept import kept
from archive.index.published import PublishedCase, of_editions
from archive.wording.dates import as_written
from archive.wording.footnotes import Footnotes
from archive.wording.localize import LocalizedText, localize
from archive.wording.sentence import PenaltyView, first_verdict, penalties


class Defendant(NamedTuple):
    """One of those tried: the case, its first verdict, and what it pronounced."""

    case_id: str
    name: LocalizedText | None
    verdict: str
    court: LocalizedText | None
    penalties: tuple[PenaltyView, ...]


@kept
def trial(request: HttpRequest, trial_id: str) -> HttpResponse:
    """Lists the published cases of a trial by name; 404 where there is none."""
    index = columns()
    editions = index.facets["trial"].get(trial_id, BitMap()) & index.current
    cases = of_editions(editions)
    if not cases:
        raise Http404
    defendants = sorted((defendant(case) for case in cases), key=lambda one: one.name.text if one.name else one.case_id)
    title = next(row.title for row in cases[0].text.trials if row.id == trial_id)
    context = {"title": localize(title), "defendants": defendants, "unlisted": any(case.unlisted for case in cases)}
    return unlisted(render(request, "archive/trial.html", context), cases)


def defendant(case: PublishedCase) -> Defendant:
    """What a published case says of one of those tried."""
    document = case.text
    verdict = first_verdict(document)
    courts = {court.id: court.names for court in document.courts}
    return Defendant(
        case_id=document.case.id,
        name=localize(document.person.names),
        verdict=as_written(verdict.date) if verdict else "",
        court=localize(courts.get(verdict.court or "", {})) if verdict else None,
        penalties=penalties(document, Footnotes(document)),
    )
