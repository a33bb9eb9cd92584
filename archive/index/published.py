"""What stands published under an address: an edition with its document, or why there is none."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.db.models.fields.json import KT
from django.utils import timezone

from archive.index.models import Entry
from editions.current import document_of
from editions.document import NOINDEX
from editions.models import WHOLE, ChainEntry, Edition, PriorCase
from editions.reasons import SILENT
from editions.schema import Document


class PublishedCase(NamedTuple):
    """The newest edition of a case; no document: withdrawn, or its text was erased."""

    edition: Edition
    document: Document | None

    @property
    def text(self) -> Document:
        """The document of a case that was not withdrawn."""
        assert self.document is not None
        return self.document

    @property
    def unlisted(self) -> bool:
        """Whether search engines are asked to leave the pages of the case alone."""
        return self.document is not None and NOINDEX in self.document.case.withheld


def newest(case_id: str) -> PublishedCase | None:
    """The case as it stands, by its id of today or any it had. One query.

    None also if it is withheld in silence, or if its newest text was erased, which leaves no id.
    """
    key = Edition.objects.of_case(case_id).order_by("-number").values("case_key")[:1]
    edition = Edition.objects.filter(case_key__in=key).select_related("text").order_by("number").last()
    if edition is None or not edition.case_id:
        return None
    if edition.kind == Edition.Kind.WITHDRAWN and edition.reason == SILENT:
        return None
    return PublishedCase(edition, document_of(edition))


def as_of(case_key: str, day: date) -> PublishedCase | None:
    """The case as it stood at the end of the day, in Almaty. One query."""
    moment = timezone.make_aware(datetime.combine(day + timedelta(1), time()))
    editions = Edition.objects.filter(case_key=case_key, published_at__lt=moment).select_related("text")
    edition = editions.order_by("number").last()
    return PublishedCase(edition, document_of(edition)) if edition else None


def prior_cases(keys: Collection[str]) -> dict[str, str]:
    """By the keys of earlier convictions the cases behind them, as far as these are published. Three queries."""
    behind = dict(PriorCase.objects.filter(key__in=keys).values_list("key", "case_id"))
    case_keys = Edition.objects.filter(case_id__in=behind.values()).values_list("case_id", "case_key")
    of_today = dict(
        Entry.objects.known(None)
        .filter(case_key__in=[key for _id, key in case_keys])
        .values_list("case_key", "case_id")
    )
    today = {case_id: of_today[case_key] for case_id, case_key in case_keys if case_key in of_today}
    return {key: today[case_id] for key, case_id in behind.items() if case_id in today}


def editions_of(case_key: str) -> list[Edition]:
    """All editions of a case, newest first, with their texts, but what went in silence. One query."""
    gone = ChainEntry.objects.erasures().filter(case_key=case_key, reason=SILENT, body__places__has_key=WHOLE)
    editions = Edition.objects.filter(case_key=case_key).exclude(reason=SILENT)
    editions = editions.exclude(key__in=gone.values(erased=KT("body__erases")))
    return list(editions.select_related("text").order_by("-number"))


def of_editions(editions: Iterable[int]) -> list[PublishedCase]:
    """The cases whose editions have these numbers, by case id. One query."""
    rows = Edition.objects.filter(number__in=list(editions)).select_related("text").order_by("case_id")
    return [found for edition in rows if (found := PublishedCase(edition, document_of(edition))).document]


def of_person(person_id: str) -> list[PublishedCase]:
    """The published cases of one person, oldest edition first. One query."""
    editions = Edition.objects.current().of_person(person_id).select_related("text").order_by("number")
    return [found for edition in editions if (found := PublishedCase(edition, document_of(edition))).document]
