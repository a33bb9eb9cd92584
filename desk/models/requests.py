"""What editors decide on requests of people in the archive."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from inbox.models import Message

ACCOUNT = settings.AUTH_USER_MODEL


class Act(models.TextChoices):
    """What can be decided. Those of `AT_ONCE` take effect with one editor; the others with two."""

    TAKE_OUT = "take-out", _("take testimonies, portrait and birth year out, at once")
    NOINDEX = "noindex", _("keep its pages from search engines, at once")
    WITHHOLD = "withhold", _("withhold the page for the time being, at once")
    CORRECT = "correct", _("correct it (in the form, then review)")
    REPLY = "reply", _("a reply beside the fact (an event “statement” in the form, then review)")
    INITIALS = "initials", _("initials in place of the name: new ids, nothing of the old versions stays")
    WITHHOLD_OPEN = "withhold-open", _("withhold: the page says so, with a neutral reason")
    WITHHOLD_SILENT = "withhold-silent", _("withhold in silence: like an unknown address")
    REMOVE = "remove", _("remove: withheld in silence, and every text erased")
    REFUSE = "refuse", _("leave it as it is")


AT_ONCE = (Act.TAKE_OUT, Act.NOINDEX, Act.WITHHOLD)


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Decisions by what has become of them."""

    def open(self) -> Self:
        """Those that wait for a second editor."""
        return self.filter(outcome=None)


class Decision(models.Model):
    """One editor proposes; a second one confirms, and then it is done: see its outcome. It never changes."""

    message = models.ForeignKey(
        Message, models.DO_NOTHING, null=True, related_name="+", db_constraint=False, verbose_name=_("request")
    )
    case_id = models.CharField(_("case"), max_length=60)
    act = models.CharField(_("decision"), max_length=20, choices=Act)
    initials = models.CharField(_("initials"), max_length=20, blank=True, help_text=_("Such as M. B."))
    why = models.TextField(_("why, for the desk"))
    by = models.ForeignKey(ACCOUNT, models.PROTECT, related_name="+", verbose_name=_("proposed by"))
    at = models.DateTimeField(_("proposed"))

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(act="initials") | ~models.Q(initials=""),
                name="decision_names_the_initials",
                violation_error_message=_("Write the initials that take the name's place."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.get_act_display()}"

    @property
    def done_at(self) -> datetime | None:
        """When it was done; None while it waits."""
        return self.outcome.at if hasattr(self, "outcome") else None


class DecisionOutcome(models.Model):
    """A decision was done: at once by its own editor, or when a second one confirmed. A trigger asks for the second."""

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="outcome")
    second = models.ForeignKey(ACCOUNT, models.PROTECT, null=True, related_name="+", verbose_name=_("confirmed by"))
    at = models.DateTimeField(_("done"))

    def __str__(self) -> str:
        return f"{self.decision_id}"
