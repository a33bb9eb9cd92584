"""What people do with a case: send it, answer, publish it, withdraw it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Case
from desk.models import Harm, Publication, Review, SentDigest, Submission, Submitted
from desk.review.checks import blocking_lines, findings
from desk.review.digests import drop_digests, keyed_digest
from desk.review.savers import consume, savers_of
from editions.building import documents_of_rows
from editions.models import Edition
from editions.publish import not_as_approved
from editions.publish import publish as publish_documents
from editions.publish import withdraw as withdraw_edition
from editions.refusal import PublicationError
from editions.schema import Document
from records.events import log_event


class HarmAnswer(NamedTuple):
    """What the publisher answers to "can this harm the person or a source?"."""

    harm: str
    note: str = ""


@transaction.atomic
def submit(cases: Sequence[Case], by: User, note: str, now: datetime) -> Submission:
    """Sends cases, as they stand now, to be read by somebody else. Raises PublicationError with all that blocks."""
    cases = lock([case.pk for case in cases])
    documents = documents_of_rows(cases)
    refuse_blocked(documents, now)
    drop_digests([case.slug for case in cases])
    sent = Submission.objects.create(sent_by=by, sent_at=now, note=note)
    rows = Submitted.objects.bulk_create(Submitted(submission=sent, case=case, version=case.version) for case in cases)
    SentDigest.objects.bulk_create(
        SentDigest(submitted=row, digest=keyed_digest(document, sent))
        for row, document in zip(rows, documents, strict=True)
    )
    return sent


@transaction.atomic
def review(sent: Submission, reviewer: User, approved: bool, comment: str, now: datetime) -> Review:
    """Approves exactly what was sent, or gives it back with a comment. Raises PublicationError."""
    if Review.objects.filter(submission=sent).exists():
        raise PublicationError([_("somebody has answered this already: look again")])
    if not approved and not comment.strip():
        raise PublicationError([_("say what has to change")])
    cases = lock_sent(sent)
    own = sent.sent_by_id == reviewer.pk or reviewer.pk in {saver.account for saver in savers_of(cases)}
    if approved and own and not settings.ONE_PERSON_DESK:
        raise PublicationError([_("you saved or sent some of this yourself: somebody else has to approve it")])
    if approved:
        documents_as_sent(sent, cases)
    else:
        SentDigest.objects.filter(submitted__submission=sent).delete()
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
    cases = lock_sent(sent)
    savers = savers_of(cases)  # before the documents are built: who saves after this stays a saver
    documents, approved = documents_as_sent(sent, cases)
    refuse_blocked(documents, now)
    editions = publish_documents(documents, approved, reason, now, partial(keyed_digest, sent=sent))
    consume(savers, note_publications(editions, by, approval, answer))
    drop_digests([edition.case_id for edition in editions])
    return editions


@transaction.atomic
def withdraw(case: Case, by: User, reason: dict[str, Any], answer: HarmAnswer, now: datetime) -> Edition:
    """Takes a case from the public pages. Whoever saved a part of it still counts. Raises PublicationError."""
    edition = withdraw_edition(case.slug, reason, now)
    Case.objects.filter(pk=case.pk).mark_withdrawn()
    note_publications([edition], by, None, answer)
    return edition


def note_publications(
    editions: Sequence[Edition], by: User, approval: Review | None, answer: HarmAnswer
) -> list[Publication]:
    """Keeps beside the chain who published or withdrew, and how they answered for harm."""
    what = "publication" if approval else "withdrawal"
    log_event(what, account=by.pk, editions=[edition.number for edition in editions])
    return Publication.objects.bulk_create(
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


def lock(numbers: Collection[int]) -> list[Case]:
    """Locks the cases, in a fixed order: nobody else can save them until this transaction ends."""
    return list(Case.objects.select_for_update().filter(pk__in=numbers).order_by("slug"))


def lock_sent(sent: Submission) -> list[Case]:
    """Locks the cases of a submission. Raises PublicationError if the rows of one have been removed."""
    numbers = list(sent.submitted.values_list("case_id", flat=True))
    cases = lock(numbers)
    if len(cases) != len(numbers):
        raise PublicationError([_("a case of this submission has been removed: send the others again")])
    return cases


def documents_as_sent(sent: Submission, cases: Sequence[Case]) -> tuple[list[Document], dict[str, str]]:
    """Builds the documents of what was sent, with their digests as sent. Raises PublicationError if they differ."""
    documents = documents_of_rows(cases)
    rows = SentDigest.objects.filter(submitted__submission=sent)
    digests = dict(rows.values_list("submitted__case__slug", "digest"))
    if changed := not_as_approved(documents, digests, partial(keyed_digest, sent=sent)):
        words = _("%(case)s: it has changed since it was sent: send it for review again")
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
