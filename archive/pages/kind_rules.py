"""Which rules of law make a kind of restriction, and what it closes."""

from collections.abc import Iterator
from typing import NamedTuple

from archive.index.models import Period
from archive.wording.dates import as_written
from archive.wording.localize import LocalizedText, localize
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


class TestimonyExcerpt(NamedTuple):
    """What somebody told of living under the kind."""

    case_id: str
    text: LocalizedText
    speaker: LocalizedText | None
    said_on: str


def testimonies_of(kind: str, limit: int) -> list[TestimonyExcerpt]:
    """Testimonies about restrictions of the kind, from the newest published documents. One query."""
    cases = Period.objects.current().filter(kind=kind).values("entry_id")
    editions = Edition.objects.filter(number__in=cases).select_related("text").order_by("case_id")
    documents = filter(None, map(document_of, editions[:MOST_READ]))
    return [voice for document in documents for voice in _voices(document, kind)][:limit]


def _voices(document: Document, kind: str) -> Iterator[TestimonyExcerpt]:
    about = {f"kind:{kind}", *(one.id for one in document.reckoning.restrictions if one.kind == kind)}
    for voice in document.case.testimonies:
        found = localize(voice.text)
        if found and voice.about in about and voice.consent != "withdrawn":
            said_on = as_written(voice.said_on) if voice.said_on else ""
            yield TestimonyExcerpt(document.case.id, found, localize(voice.speaker.name), said_on)


def rules_of(kind: str) -> list[KindRule]:
    known, language = country().rules, active_language()
    return [
        KindRule(
            id_,
            f"{known[id_].law} {known[id_].article}",
            known[id_].title.get(language),
            known[id_].text.get(language),
            known[id_].certainty,
        )
        for id_ in country().kinds[kind].rules
    ]


def bars_of(kind: str) -> list[KindBar]:
    language = active_language()
    return [
        KindBar(
            bar.names.get(language),
            bar.text.get(language),
            f"{bar.law} {bar.article}" if bar.law and bar.article else bar.law or "",
            bar.url or "",
            bar.reported_by.get(language) if bar.reported_by else "",
        )
        for bar in country().office_bars.values()
        if bar.lasts_while == country().kinds[kind].office_bars
    ]
