"""Two editors decide; what was asked for at once happens at once."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from desk.models import Harm, Publication
from desk.models.requests import AT_ONCE, Act, Decision, DecisionOutcome
from desk.requests import effects
from desk.requests.initials import initials
from desk.review.digests import drop_digests
from editions.document import NOINDEX
from editions.models import Edition
from editions.refusal import PublicationError
from inbox.models import Message


@transaction.atomic
def propose(decision: Decision, now: datetime) -> Decision:
    """Keeps a proposal; does it if one editor is enough. Raises PublicationError."""
    decision.at = now
    decision.save()
    if decision.act in AT_ONCE:
        DecisionOutcome.objects.create(decision=decision, at=now)
        note_done(decision, decision.by, effects_of(decision, now))
    return decision


@transaction.atomic
def confirm(decision: Decision, second: User, now: datetime) -> list[str]:
    """Does what was proposed, now that a second editor agrees; the published cases that an editor has to look at now.

    Raises PublicationError.
    """
    if decision.by_id == second.pk:
        raise PublicationError([_("somebody else has to confirm what you proposed")])
    # The outcome's unique decision lets the second of two confirmations wait, and then find it done.
    if not DecisionOutcome.objects.get_or_create(decision=decision, defaults={"second": second, "at": now})[1]:
        raise PublicationError([_("this has been done already")])
    if decision.act == Act.INITIALS:
        outcome = initials(decision.case_id, decision.initials, now)
        note_done(decision, second, outcome.editions)
        return outcome.still_named
    note_done(decision, second, effects_of(decision, now))
    return []


def note_done(decision: Decision, by: User, editions: list[Edition]) -> None:
    """Keeps who did it, beside the chain. What waits for a publisher has to be sent again."""
    for edition in editions:
        Publication.objects.create(
            edition=edition.number, case_id=edition.case_id, by=by, at=edition.published_at,
            harm=Harm.WEIGHED, harm_note=f"Request: {decision.get_act_display()}",
        )  # fmt: skip
    drop_digests([edition.case_id for edition in editions])


def effects_of(decision: Decision, now: datetime) -> list[Edition]:
    """Does what was decided and returns the withdrawals that it made.

    Corrections, replies and refusals are words, not acts.
    """
    case_id = decision.case_id
    if decision.act == Act.WITHHOLD:
        return effects.withhold(case_id, "review", now)
    if decision.act == Act.WITHHOLD_OPEN:
        return effects.withhold(case_id, "request", now)
    if decision.act == Act.WITHHOLD_SILENT:
        return effects.withhold_in_silence(case_id, now)
    if decision.act == Act.REMOVE:
        return effects.remove(case_id, now)
    if decision.act == Act.TAKE_OUT:
        effects.keep_out(case_id, effects.TESTIMONIES_AND_PORTRAIT, now)
    if decision.act == Act.NOINDEX:
        effects.keep_out(case_id, (NOINDEX,), now)
    return []


def answer(message: Message, text: str, now: datetime) -> None:
    """Keeps what the person reads by their code; it is erased thirty days later. Raises PublicationError."""
    if not text.strip():
        raise PublicationError([_("write the answer: the person reads it by their code")])
    message.answer, message.answered_at = text, now
    message.save(update_fields=["answer", "answered_at"])
