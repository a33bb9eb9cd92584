"""From draft to reader: who sent what, who approved it, who published it. No row here ever changes."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models import Case

ACCOUNT = settings.AUTH_USER_MODEL


class SubmissionQuerySet(models.QuerySet["Submission"]):
    """What waits, and for whom."""

    def waiting(self) -> Self:
        """Not read by a reviewer yet, and still what was sent."""
        return self.filter(review=None).exclude(self._stale())

    def approved(self) -> Self:
        """Approved and not published yet."""
        return self.filter(review__approved=True, review__publications=None).exclude(self._stale())

    def returned(self) -> Self:
        """Given back, and not sent again since."""
        again = Submission.objects.filter(cases__in=models.OuterRef("cases"), sent_at__gt=models.OuterRef("sent_at"))
        return self.filter(review__approved=False).exclude(models.Exists(again))

    def _stale(self) -> models.Q:
        as_sent = Case.objects.filter(pk=models.OuterRef("case_id"), version=models.OuterRef("version"))
        moved = Submitted.objects.filter(submission=models.OuterRef("pk")).exclude(models.Exists(as_sent))
        later = Submission.objects.filter(
            cases__in=models.OuterRef("cases"), sent_at__gt=models.OuterRef("sent_at")
        )  # fmt: skip
        return models.Exists(moved) | models.Exists(later)


class Submission(models.Model):
    """One or several cases as they stood when somebody sent them to be read by a second person."""

    cases = models.ManyToManyField(Case, through="Submitted", related_name="submissions")
    sent_by = models.ForeignKey(ACCOUNT, models.PROTECT, related_name="+", verbose_name=_("sent by"))
    sent_at = models.DateTimeField(_("sent"))
    note = models.TextField(_("note for the reviewer"), blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return f"{self.pk}"

    def sent_again(self) -> SubmissionQuerySet:
        """What was sent later of the same cases, the newest first: it takes this one's place."""
        cases = self.submitted.values("case_id")
        return Submission.objects.filter(submitted__case_id__in=cases, sent_at__gt=self.sent_at).distinct()


class Submitted(models.Model):
    """One case of a submission, and which version of its rows was sent. It stays when the case's rows are removed."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="submitted")
    case = models.ForeignKey(Case, models.DO_NOTHING, related_name="submitted", db_constraint=False)
    version = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["submission", "case"], name="case_once_per_submission")]

    def __str__(self) -> str:
        return f"{self.submission_id}: {self.case_id}"


class SentDigest(models.Model):
    """What the case said when it was sent: the keyed digest of its document (`desk.review.digests`).

    Dropped when it has served: no digest stays by which a guess at a text could be tried.
    """

    submitted = models.OneToOneField(Submitted, models.CASCADE, related_name="sent_digest")
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.submitted_id}"


class Review(models.Model):
    """A second person's answer. `alone`: a desk of one person let its author approve, as its settings say."""

    submission = models.OneToOneField(Submission, models.CASCADE, related_name="review")
    reviewer = models.ForeignKey(ACCOUNT, models.PROTECT, related_name="+", verbose_name=_("reviewer"))
    at = models.DateTimeField(_("at"))
    approved = models.BooleanField(_("approved"))
    comment = models.TextField(_("comment"), blank=True)
    alone = models.BooleanField(_("reviewed by its own author"), default=False)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")

    def __str__(self) -> str:
        return f"{self.submission_id}: {self.approved}"


class Harm(models.TextChoices):
    """Can this harm the person or a source?"""

    NO = "no", _("No")
    WEIGHED = "weighed", _("It can, and it was weighed: see the note")


class Publication(models.Model):
    """Who let an edition out, or withdrew a case: beside the chain, outside its hashes."""

    edition = models.BigIntegerField(_("edition"), unique=True)
    case_id = models.CharField(_("case"), max_length=60)
    by = models.ForeignKey(ACCOUNT, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    review = models.ForeignKey(Review, models.PROTECT, null=True, related_name="publications")
    harm = models.CharField(_("can this harm"), max_length=10, choices=Harm)
    harm_note = models.TextField(_("how it was weighed"), blank=True)

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["-edition"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(harm=Harm.NO) | ~models.Q(harm_note=""),
                name="publication_harm_is_explained",
                violation_error_message=_("Say how the harm was weighed."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition} ({self.case_id})"
