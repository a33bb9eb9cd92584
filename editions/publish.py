"""Rows become editions: documents are built and reckoned first, then appended to the chain."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cases.models import Case
from cases.models.case import CaseQuerySet
from editions.again import moved_of_person, republish
from editions.bulk import BulkPublication
from editions.chain import NewEdition, append
from editions.contradictions import contradictions
from editions.current import standing_of_case
from editions.document import content_digest
from editions.models import Edition
from editions.reasons import RECKONED, checked_reason
from editions.refusal import PublicationError
from editions.schema import Document
from records.json_dict import JSONDict

DigestOf = Callable[[Document], str]
"""How an approval speaks of a document: its content digest, or one that is keyed."""


@transaction.atomic
def publish(
    documents: Sequence[Document],
    approved: Mapping[str, str],
    reason: JSONDict,
    now: datetime,
    digest_of: DigestOf = content_digest,
) -> list[Edition]:
    """Publishes the documents of `documents_of_rows` with one reason, all or none: exactly what was approved.

    `approved` holds, by the id of its case, what `digest_of` said of each document that a reviewer approved. `reason`,
    by language, is for readers. Raises PublicationError if the rows, the person's other cases or the rule book have
    moved on since, or if facts contradict each other.
    """
    if changed := not_as_approved(documents, approved, digest_of):
        words = _("%(case)s: it has changed since it was approved: have it reviewed again")
        raise PublicationError([words % {"case": case_id} for case_id in changed])
    return _append(documents, reason, now)


def not_as_approved(
    documents: Iterable[Document], approved: Mapping[str, str], digest_of: DigestOf = content_digest
) -> list[str]:
    """The ids of the cases whose documents are not those that were approved."""
    ids = ((document.case.id, digest_of(document)) for document in documents)
    return [case_id for case_id, digest in ids if approved.get(case_id) != digest]


@transaction.atomic
def publish_changed(cases: CaseQuerySet, reason: JSONDict, now: datetime) -> list[str]:
    """Publishes those of `cases` that say something else than their published edition, or have none; gives their ids.

    Drafts too: call it only for cases that somebody has cleared.
    """
    publication = BulkPublication(cases, reason, now)
    for _done in publication.run():
        pass
    return publication.published


@transaction.atomic
def publish_holding(subject: str, ids: Collection[str], reason: JSONDict, now: datetime) -> list[str]:
    """Publishes again, with one reason, the cases that hold any of these: people, sources, courts, trials, tags.

    Cases whose rows are drafts stay as they are: a half-done edit must not slip out. Gives the ids of the cases.
    """
    return publish_changed(holding(subject, ids).as_published(), reason, now)


def holding(subject: str, ids: Collection[str]) -> CaseQuerySet:
    """The rows of the published cases whose documents hold any of these: people, sources, courts, trials, tags."""
    case_ids = Edition.objects.current().holding(subject, ids).values_list("case_id", flat=True)
    return Case.objects.filter(slug__in=list(case_ids)).order_by("slug")


def _append(documents: Sequence[Document], reason: JSONDict, now: datetime) -> list[Edition]:
    reason = checked_reason(reason)
    if problems := [problem for document in documents for problem in contradictions(document)]:
        raise PublicationError(problems)
    cases = Case.objects.select_for_update().filter(slug__in=[document.case.id for document in documents])
    former_ids = dict(cases.order_by("slug").values_list("slug", "former_ids"))
    cases.mark_published()
    new = [NewEdition(document.case.id, former_ids[document.case.id], reason, document) for document in documents]
    return append(new, now)


@transaction.atomic
def withdraw(case_id: str, reason: JSONDict, now: datetime) -> Edition:
    """Takes a case from the public pages. Earlier editions stay in the chain. Raises PublicationError."""
    reason = checked_reason(reason)
    if standing_of_case(case_id) is None:
        raise PublicationError([_("%(case)s: it is not published: nothing to withdraw") % {"case": case_id}])
    return append_withdrawal(case_id, reason, now)


@transaction.atomic
def append_withdrawal(case_id: str, reason: JSONDict, now: datetime) -> Edition:
    """Withdraws a case, and reckons the person's other cases anew that rested on it.

    They get the ordinary reason of such a change: nothing in them tells why.
    """
    standing = standing_of_case(case_id)
    (withdrawal,) = append([NewEdition(case_id, (), reason, None)], now)
    if standing is not None and (moves := moved_of_person(standing.document.person.id)):
        republish(moves, dict(RECKONED), now)
    return withdrawal
