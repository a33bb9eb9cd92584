"""Names of what entries are filtered by, where no vocabulary has them."""

from django.db import models

from archive.index.models.entry import Entry


class CourtName(models.Model):
    """The names of a court as one edition gives them; ``token`` as in ``Entry.facets``."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="labels")
    token = models.CharField(max_length=120)
    names = models.JSONField()

    class Meta:
        db_table = "archive_label"
        constraints = (models.UniqueConstraint(fields=["token", "entry"], name="label_once_an_entry"),)

    def __str__(self) -> str:
        return self.token
