"""What people do with a case: send it, answer, publish it, withdraw it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Case
from desk.models import Harm, Publication, Review, Submission, Submitted
from desk.review.checks import blocking_lines, findings
from editions.building import documents_of_rows
from editions.document import content_digest
from editions.models import Edition
from editions.publish import not_as_approved
from editions.publish import publish as publish_documents
from editions.publish import withdraw as withdraw_edition
from editions.refusal import PublicationError
from editions.schema import Document


class HarmAnswer(NamedTuple):
    """What the publisher answers to "can this harm the person or a source?"."""

    harm: str
    note: str = ""


@transaction.atomic
def submit(cases: Sequence[Case], by: User, note: str, now: datetime) -> Submission:
    """Sends cases, as they stand now, to be read by somebody else. Raises PublicationError with all that blocks."""
    cases = lock(cases)
    documents = documents_of_rows(cases)
    refuse_blocked(documents, now)
    sent = Submission.objects.create(sent_by=by, sent_at=now, note=note)
    pairs = zip(cases, documents, strict=True)
    Submitted.objects.bulk_create(
        Submitted(submission=sent, case=case, version=case.version, digest=content_digest(document))
        for case, document in pairs
    )
    return sent


@transaction.atomic
def review(sent: Submission, reviewer: User, approved: bool, comment: str, now: datetime) -> Review:
    """Approves exactly what was sent, or gives it back with a comment. Raises PublicationError."""
    if Review.objects.filter(submission=sent).exists():
        raise PublicationError([_("somebody has answered this already: look again")])
    if not approved and not comment.strip():
        raise PublicationError([_("say what has to change")])
    own = sent.sent_by_id == reviewer.pk or any(reviewer.pk in savers(case) for case in sent.cases.all())
    if approved and own and not settings.ONE_PERSON_DESK:
        raise PublicationError([_("you saved or sent some of this yourself: somebody else has to approve it")])
    if approved:
        documents_as_sent(sent)
    return Review.objects.create(
        submission=sent, reviewer=reviewer, at=now, approved=approved, comment=comment, alone=approved and own
    )


@transaction.atomic
def publish(sent: Submission, by: User, reason: dict[str, Any], answer: HarmAnswer, now: datetime) -> list[Edition]:
    """Publishes exactly what was approved, all or none. Raises PublicationError."""
    approval = Review.objects.filter(submission=sent, approved=True).first()
    if approval is None:
        raise PublicationError([_("nobody has approved this yet")])
    if approval.alone and not settings.ONE_PERSON_DESK:
        raise PublicationError(
            [_("its own author approved this: somebody else has to, the desk has more than one person now")]
        )
    if Publication.objects.filter(review=approval).exists():
        raise PublicationError([_("this has been published already")])
    if answer.harm not in Harm.values or (answer.harm == Harm.WEIGHED and not answer.note.strip()):
        raise PublicationError(
            [_("answer whether this can harm the person or a source; if it can, say how you weighed it")]
        )
    documents, approved = documents_as_sent(sent)
    refuse_blocked(documents, now)
    editions = publish_documents(documents, approved, reason, now)
    note_publications(editions, by, approval, answer)
    return editions


@transaction.atomic
def withdraw(case: Case, by: User, reason: dict[str, Any], answer: HarmAnswer, now: datetime) -> Edition:
    """Takes a case from the public pages. Raises PublicationError."""
    edition = withdraw_edition(case.slug, reason, now)
    Case.objects.filter(pk=case.pk).mark_withdrawn()
    note_publications([edition], by, None, answer)
    return edition


def note_publications(editions: Sequence[Edition], by: User, approval: Review | None, answer: HarmAnswer) -> None:
    """Keeps beside the chain who published or withdrew, and how they answered for harm."""
    Publication.objects.bulk_create(
        Publication(
            edition=edition.number,
            case_id=edition.case_id,
            by=by,
            at=edition.published_at,
            review=approval,
            harm=answer.harm,
            harm_note=answer.note,
        )
        for edition in editions
    )


def lock(cases: Sequence[Case]) -> list[Case]:
    """Locks the cases, in a fixed order: nobody else can save them until this transaction ends."""
    return list(Case.objects.select_for_update().filter(pk__in=[case.pk for case in cases]).order_by("slug"))


def documents_as_sent(sent: Submission) -> tuple[list[Document], dict[str, str]]:
    """Builds the documents of what was sent, with their digests as sent. Raises PublicationError if they differ."""
    documents = documents_of_rows(lock([row.case for row in sent.submitted.select_related("case")]))
    digests = dict(sent.submitted.values_list("case__slug", "digest"))
    if changed := not_as_approved(documents, digests):
        words = _("%(case)s: the rows have changed since they were sent: send them for review again")
        raise PublicationError([words % {"case": case_id} for case_id in changed])
    return documents, digests


def refuse_blocked(documents: Sequence[Document], now: datetime) -> None:
    """Raises PublicationError with everything that keeps a document from readers."""
    day = timezone.localtime(now).date()
    lines = [
        f"{document.case.id}: {line}" for document in documents for line in blocking_lines(findings(document, day))
    ]
    if lines:
        raise PublicationError(lines)


def savers(case: Case) -> set[int]:
    """Finds the accounts that saved the case, its person or its sources since its last edition. Two queries."""
    last = Edition.objects.filter(case_id__in=[case.slug, *case.former_ids]).order_by("-number").first()
    with connection.cursor() as cursor:
        cursor.execute("SELECT account FROM desk_savers(%s, %s)", [case.pk, last.published_at if last else None])
        return {row[0] for row in cursor.fetchall()}
