"""The rule book before its readers: /law/ and /law/<rule>/."""

from typing import NamedTuple
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate

from archive.index.models import Period
from archive.pages.law.example import worked_example
from archive.pages.law.subjects import by_subject, subject_of
from archive.pages.law.uses import uses
from archive.wording.localize import full_name, localized_str, word
from archive.wording.restrictions import anchor
from archive.wording.rules import rule_summary, rule_view
from law.country import country
from records.languages import active_language


def law(request: HttpRequest) -> HttpResponse:
    """All rules by subject. No query."""
    language = active_language()
    subjects = [
        (subject, [rule_summary(rule, language) for rule in subject.rules])
        for subject in by_subject(country().rules.values())
    ]
    context = {"subjects": subjects, "version": country().rule_book_version, "count": len(country().rules)}
    return render(request, "archive/law/index.html", context)


def rule(request: HttpRequest, rule_id: str) -> HttpResponse:
    """One rule with what in the archive rests on it. Three queries, whatever the number of cases."""
    if rule_id not in country().rules:
        raise Http404(f"no rule {rule_id}")
    rule, language = country().rule(rule_id), active_language()
    used, example = uses(rule_id), worked_example(rule_id, localdate())
    context = {
        "rule": rule_view(rule, language),
        "subject": subject_of(rule),
        "example": example,
        "shown_by": rule_summary(country().rule(example.shown_by), language) if example and example.shown_by else None,
        "used": used,
        "uses": [rule_use(period) for period in used.first],
        "report": f"{reverse('archive:your-case')}?{urlencode({'rule': rule_id})}",
        "beside": [rule_summary(country().rule(other), language) for other in used.beside if other in country().rules],
        "version": country().rule_book_version,
    }
    return render(request, "archive/law/rule.html", context)


class RuleUse(NamedTuple):
    """A restriction that rests on the rule, in words."""

    address: str
    person: str
    kind: str
    standing: str
    certainty: str


def rule_use(period: Period) -> RuleUse:
    address = f"{reverse('archive:case', args=[period.entry.case_id])}#{anchor(period.item)}"
    name = localized_str(period.entry.names, period.entry.case_id)
    standing = word("standing", period.standing) if period.standing == "expected" else ""
    return RuleUse(address, name, full_name(period.kind), standing, word("certainties", period.certainty))
