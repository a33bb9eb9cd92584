"""Messages from readers. No name, no address, no network address: a code alone leads to the answer."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

LONGEST = 5000
KEPT_AFTER_ANSWER = timedelta(days=30)
CODE_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # nothing that looks like something else
CODE_GROUPS, CODE_GROUP = 4, 5


class MessageKind(models.TextChoices):
    """What is asked for, in the order of urgency."""

    DANGER = "danger", _("The page puts somebody in danger")
    TAKE_OUT = "take-out", _("Take out my testimony, portrait or year of birth, or keep the page from search engines")
    CORRECTION = "correction", _("Something is wrong")
    REPLY = "reply", _("I want to reply beside a fact")
    REMOVAL = "removal", _("Initials instead of the name, or removal")
    OTHER = "other", _("Something else")


DEADLINES = {MessageKind.DANGER: timedelta(hours=24), MessageKind.TAKE_OUT: timedelta(hours=24)}
ORDINARY_DEADLINE = timedelta(days=7)


class MessageQuerySet(models.QuerySet["Message"]):
    """Messages as editors and readers look for them."""

    def waiting(self) -> Self:
        """Without an answer, the next deadline first."""
        return self.filter(answered_at__isnull=True).order_by("due_at", "pk")

    def received_since(self, moment: datetime) -> Self:
        return self.filter(received_at__gte=moment)

    def to_be_erased(self, now: datetime) -> Self:
        """Answered more than thirty days ago."""
        return self.filter(answered_at__lte=now - KEPT_AFTER_ANSWER)

    def with_code(self, code: str, now: datetime) -> "Message | None":
        """The message that the code belongs to, unless its time is over."""
        message = self.filter(code_digest=digest(code)).first()
        return None if message is None or message.is_over(now) else message


class Message(models.Model):
    """What a reader wrote. The code is known to the reader alone: here stands only its digest."""

    kind = models.CharField(_("kind"), max_length=12, choices=MessageKind.choices)
    case_id = models.CharField(_("case"), max_length=60, blank=True)
    text = models.TextField(_("message"), max_length=LONGEST)
    language = models.CharField(_("language"), max_length=2)
    received_at = models.DateTimeField(_("received"))
    due_at = models.DateTimeField(_("answer due"))
    answer = models.TextField(_("answer"), max_length=LONGEST, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    code_digest = models.CharField(max_length=64, unique=True, editable=False)
    form_token = models.CharField(max_length=64, unique=True, editable=False)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ("due_at", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(text=""), name="message_says_something"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | ~Q(answer=""),
                name="message_answered_with_words",
                violation_error_message=_("Write the answer: the reader sees it by the code."),
            ),
            models.CheckConstraint(condition=Q(due_at__gt=models.F("received_at")), name="message_due_after_receipt"),
        )
        indexes = (models.Index(fields=["received_at"], name="message_by_receipt"),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.case_id or '–'})"

    def is_over(self, now: datetime) -> bool:
        return self.answered_at is not None and self.answered_at + KEPT_AFTER_ANSWER <= now


def receive(kind: str, text: str, case_id: str, language: str, form_token: str, now: datetime) -> str:
    """Keeps a message with its deadline and gives the code that leads to the answer.

    Raises IntegrityError on a used token.
    """
    code = new_code()
    Message.objects.create(
        kind=kind,
        text=text,
        case_id=case_id,
        language=language,
        received_at=now,
        due_at=now + DEADLINES.get(MessageKind(kind), ORDINARY_DEADLINE),
        code_digest=digest(code),
        form_token=form_token,
    )
    return code


def new_code() -> str:
    """About a hundred random bits in groups that can be copied by hand: ABCDE-FGHJK-MNPQR-STUVW."""
    groups = ("".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_GROUP)) for _ in range(CODE_GROUPS))
    return "-".join(groups)


def digest(code: str) -> str:
    """The digest of a code as somebody types it: case and hyphens do not matter."""
    signs = "".join(sign for sign in code.upper() if sign in CODE_ALPHABET)
    return hashlib.sha256(signs.encode()).hexdigest()
