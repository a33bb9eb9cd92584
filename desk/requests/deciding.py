"""Two editors decide; what was asked for at once happens at once."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from desk.models import Harm, Publication
from desk.models.requests import AT_ONCE, Act, Decision
from desk.requests import effects
from desk.requests.initials import initials
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
        note_done(decision, effects_of(decision, now), now)
    return decision


@transaction.atomic
def confirm(decision: Decision, second: User, now: datetime) -> list[str]:
    """Does what was proposed, now that a second editor agrees; the published cases that an editor has to look at now.

    Raises PublicationError.
    """
    decision = Decision.objects.select_for_update().get(pk=decision.pk)
    if decision.done_at is not None:
        raise PublicationError([_("this has been done already")])
    if decision.by_id == second.pk:
        raise PublicationError([_("somebody else has to confirm what you proposed")])
    decision.second = second
    if decision.act == Act.INITIALS:
        outcome = initials(decision.case_id, decision.initials, now)
        note_done(decision, outcome.editions, now)
        return outcome.still_named
    note_done(decision, effects_of(decision, now), now)
    return []


def note_done(decision: Decision, editions: list[Edition], now: datetime) -> None:
    """Keeps who did it, beside the chain."""
    for edition in editions:
        Publication.objects.create(
            edition=edition.number, case_id=edition.case_id, by=decision.second or decision.by, at=edition.published_at,
            harm=Harm.WEIGHED, harm_note=f"Request: {decision.get_act_display()}",
        )  # fmt: skip
    decision.done_at = now
    decision.save(update_fields=["second", "done_at"])


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
