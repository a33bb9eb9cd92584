"""For lawyers and families: the reasoning of one case, and a form that asks the court what its sentence leaves open."""

from collections.abc import Iterable
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from archive.index.days import AddressDays, with_days
from archive.index.fetch import with_case
from archive.index.published import PublishedCase
from archive.pages.case.page import case_page
from archive.wording.dates import in_words
from archive.wording.restrictions import RestrictionView
from archive.wording.rules import RuleView, rule_view
from archive.wording.steps import StepView
from law.country import country
from records.languages import active_language


class DecisiveDay(NamedTuple):
    """A day on which the law's text decided a step; ``is_read``: whether we read the text of that day."""

    day: str
    is_read: bool


class AppliedRule(NamedTuple):
    """A rule that at least one step rests on. ``versions``: the ones that were applied, mostly the present one."""

    rule: RuleView
    versions: tuple[int, ...]
    days: tuple[DecisiveDay, ...]


@with_case
@with_days
def reasoning(request: HttpRequest, case: PublishedCase, days: AddressDays) -> HttpResponse:
    """Every restriction with its steps, then every rule with the edition of the law that was read."""
    page, edition = case_page(case.text, days.on), case.edition
    context = {"page": page, "edition": edition, "rules": applied_rules(page.rows), "media": ""}
    context["address"] = request.build_absolute_uri(reverse("archive:version", args=[edition.case_id, edition.version]))
    return render(request, "archive/reasoning.html", context)


def applied_rules(rows: Iterable[RestrictionView]) -> list[AppliedRule]:
    """The rules of all steps in the order of the rule book."""
    used: dict[str, list[StepView]] = {}
    for row in rows:
        for step in (*row.steps, *row.likely_steps, *(step for chance in row.chances for step in chance.steps)):
            used.setdefault(step.step.rule, []).append(step)
    language = active_language()
    return [
        AppliedRule(
            rule_view(rule, language),
            tuple(sorted({step.step.version for step in used[id_]})),
            decisive_days(used[id_]),
        )
        for id_, rule in country().rules.items()
        if id_ in used
    ]


def decisive_days(steps: Iterable[StepView]) -> tuple[DecisiveDay, ...]:
    """None twice, the earliest first; a step that no day decides has none."""
    days = {(step.step.decided_on, not step.unread) for step in steps if step.step.decided_on}
    dated = sorted((days_ for days_ in days if days_[0].earliest or days_[0].latest), key=lambda pair: str(pair[0]))
    return tuple(DecisiveDay(in_words(day), is_read) for day, is_read in dated)


@with_case
@with_days
def court_request(request: HttpRequest, case: PublishedCase, days: AddressDays) -> HttpResponse:
    """A form with what the case page says already filled in: the court, its verdict, the penalties, the name.

    It asks for days and never tells of anything that was done.
    """
    page = case_page(case.text, days.on)
    pronounced = {penalty.anchor for penalty in page.penalties}
    terms = [row for row in page.rows if row.anchor in pronounced and not row.once and not row.outcome.void]
    context = {"page": page, "terms": terms}
    return render(request, "archive/court_request.html", context)
