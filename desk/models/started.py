"""Who began which draft: what a contributor may write on."""

from django.conf import settings
from django.db import models


class Started(models.Model):
    """One row that an account made at the desk."""

    class Kind(models.TextChoices):
        CASE = "case"
        PERSON = "person"
        SOURCE = "source"

    kind = models.CharField(max_length=10, choices=Kind)
    row = models.BigIntegerField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "row"], name="started_by_one_account")]

    def __str__(self) -> str:
        return f"{self.kind} {self.row}"
