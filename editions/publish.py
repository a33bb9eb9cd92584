"""Rows become editions: build and reckon first, then append to the chain."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cases.models import Case
from editions.building import document_of_rows, documents_of_rows
from editions.chain import Entry, append
from editions.contradictions import contradictions
from editions.current import standing_of_case
from editions.document import content_digest, same_content
from editions.models import Edition
from editions.reasons import checked_reason
from editions.refusal import PublicationError
from editions.schema import Document
from editions.schema.values import Record


def publish(case: Case, reason: Record, now: datetime) -> Edition:
    """Publish the rows of `case` as they stand, a draft too: call it only when an editor said so.

    `reason`, by language, is for readers. Raises PublicationError if the facts contradict each other.
    """
    return publish_many([case], reason, now)[0]


@transaction.atomic
def publish_many(cases: Iterable[Case], reason: Record, now: datetime) -> list[Edition]:
    """Publish several cases with one reason, all or none. Raises PublicationError with every case's problems."""
    cases = list(cases)
    return _append(cases, documents_of_rows(cases), reason, now)


@transaction.atomic
def publish_changed(cases: Iterable[Case], reason: Record, now: datetime) -> list[Edition]:
    """Publish those of `cases` that say something else than their published edition, or have none."""
    cases = list(cases)
    pairs = zip(cases, documents_of_rows(cases), strict=True)
    moved = [(case, document) for case, document in pairs if not _is_published(document)]
    return _append([case for case, _ in moved], [document for _, document in moved], reason, now)


def _is_published(document: Document) -> bool:
    published = standing_of_case(document.case.id)
    return published is not None and same_content(published.document, document)


@transaction.atomic
def publish_approved(case: Case, approved: str, reason: Record, now: datetime) -> Edition:
    """Publish `case` if its document still has the content digest that a reviewer approved.

    Raises PublicationError if the rows, the person's other cases or the rule book have moved on since.
    """
    document = document_of_rows(case)
    if content_digest(document) != approved:
        words = _("%(case)s: it has changed since it was approved: have it reviewed again")
        raise PublicationError([words % {"case": case.slug}])
    return _append([case], [document], reason, now)[0]


@transaction.atomic
def publish_holding(subject: str, ids: Collection[str], reason: Record, now: datetime) -> list[Edition]:
    """Publish again the published cases that hold any of these: people, sources, courts, trials, tags, with one reason.

    Cases whose rows are drafts stay as they are: a half-done edit must not slip out. See `held_back`.
    """
    return publish_changed(holding(subject, ids).filter(status="published"), reason, now)


def held_back(subject: str, ids: Collection[str]) -> list[str]:
    """The published cases that `publish_holding` leaves alone because their rows are drafts."""
    return list(holding(subject, ids).exclude(status="published").values_list("slug", flat=True))


def holding(subject: str, ids: Collection[str]) -> QuerySet[Case]:
    """The rows of the published cases whose documents hold any of these: people, sources, courts, trials, tags."""
    found = Edition.objects.current().holding(subject, ids).values_list("case_id", flat=True)
    return Case.objects.filter(slug__in=list(found)).order_by("slug")


def _append(cases: Sequence[Case], documents: Sequence[Document], reason: Record, now: datetime) -> list[Edition]:
    reason = checked_reason(reason)
    if problems := [problem for document in documents for problem in contradictions(document)]:
        raise PublicationError(problems)
    pairs = zip(cases, documents, strict=True)
    editions = append([Entry(case.slug, case.former_ids, reason, document) for case, document in pairs], now)
    Case.objects.filter(pk__in=[case.pk for case in cases]).update(status="published")
    return editions


@transaction.atomic
def withdraw(case_id: str, reason: Record, now: datetime) -> Edition:
    """Take a case from the public pages. Earlier editions stay in the chain. Raises PublicationError."""
    reason = checked_reason(reason)
    if standing_of_case(case_id) is None:
        raise PublicationError([_("%(case)s: it is not published: nothing to withdraw") % {"case": case_id}])
    return append([Entry(case_id, (), reason, None)], now)[0]
