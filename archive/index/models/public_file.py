"""The files that readers may have: those that a published edition names."""

from django.db import models

from archive.index.models.entry import Entry


class PublicFile(models.Model):
    """One file that one edition names: `<SHA-256>.<suffix>`, as in its address.

    Rows come and go with their entry: a withdrawn case, or an erased place of a text, takes its files away.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=70)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["name", "entry"], name="file_once_an_entry"),)

    def __str__(self) -> str:
        return self.name
