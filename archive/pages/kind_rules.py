"""Which rules of law make a kind of restriction, and what it closes."""

from collections.abc import Iterator
from typing import NamedTuple

from archive.index.models import Period
from archive.pages.case.reports import ReportView, reports
from archive.wording.footnotes import Footnotes
from archive.wording.localize import LocalizedText, localize
from archive.wording.rules import short_place
from editions.current import document_of
from editions.models import Edition
from editions.schema import Document
from law.country import country
from records.languages import active_language

MOST_READ = 60
"""So many documents are read for their testimonies."""


class KindRule(NamedTuple):
    id: str
    law: str
    title: str
    text: str
    certainty: str


class KindBar(NamedTuple):
    """What a person may not do while it lasts."""

    name: str
    text: str
    law: str
    url: str
    reported_by: str


class ReportExcerpt(NamedTuple):
    """What a case's published reports say of living under the kind."""

    case_id: str
    person: LocalizedText | None
    report: ReportView


def reports_of(kind: str, limit: int) -> list[ReportExcerpt]:
    """Reports about restrictions of the kind, from the newest published documents. One query."""
    editions = Period.objects.current().filter(kind=kind).values("entry_id")
    newest = Edition.objects.filter(number__in=editions).select_related("text").order_by("case_id")[:MOST_READ]
    documents = filter(None, map(document_of, newest))
    return [excerpt for document in documents for excerpt in excerpts(document, kind)][:limit]


def excerpts(document: Document, kind: str) -> Iterator[ReportExcerpt]:
    """What is reported about the kind or a restriction of it, as far as the case's own page shows it."""
    about = {f"kind:{kind}", *(row.id for row in document.reckoning.restrictions if row.kind == kind)}
    for report in reports(document, Footnotes(document)):
        if report.about in about:
            yield ReportExcerpt(document.case.id, localize(document.person.names), report)


def rules_of(kind: str) -> list[KindRule]:
    language = active_language()
    return [
        KindRule(
            id=rule.id,
            law=short_place(rule.law, rule.article),
            title=rule.title.get(language),
            text=rule.text.get(language),
            certainty=rule.certainty,
        )
        for rule in map(country().rule, country().kinds[kind].rules)
    ]


def bars_of(kind: str) -> list[KindBar]:
    """What a person may not do while a restriction of the kind lasts."""
    language = active_language()
    return [
        KindBar(
            name=bar.names.get(language),
            text=bar.text.get(language),
            law=short_place(bar.law, bar.article or "") if bar.law else "",
            url=bar.url or "",
            reported_by=bar.reported_by.get(language) if bar.reported_by else "",
        )
        for bar in country().office_bars.values()
        if bar.lasts_while == country().kinds[kind].office_bars
    ]
