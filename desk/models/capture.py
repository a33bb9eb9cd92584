"""Copies of source pages: when, what came, whether it changed or died."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from records.models import Source


class Capture(models.Model):
    """One attempt to fetch a source's page. `file` is the WARC in the folder of copies."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="captures", verbose_name=_("source"))
    url = models.TextField(_("address"))
    at = models.DateTimeField(_("at"))
    status = models.PositiveSmallIntegerField(_("answer of the server"), null=True)
    problem = models.CharField(_("problem"), max_length=400, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    content_type = models.CharField(_("type"), max_length=100, blank=True)
    size = models.BigIntegerField(_("bytes"), null=True)
    file = models.CharField(max_length=200, blank=True)
    changed = models.BooleanField(_("changed since the last copy"), default=False)
    died_at = models.DateTimeField(_("found dead"), null=True)

    class Meta:
        verbose_name = _("copy of a source")
        verbose_name_plural = _("copies of sources")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sha256="") | models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="capture_digest_or_none"
            )
        ]
        indexes = [models.Index(fields=["source", "-at"], name="capture_by_source")]

    def __str__(self) -> str:
        return f"{self.source_id} {self.at:%Y-%m-%d}"
