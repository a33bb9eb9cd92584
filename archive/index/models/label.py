"""Names of what entries are filtered by, where no vocabulary has them."""

from collections.abc import Iterable

from django.db import models

from archive.index.models.entry import Entry

NEWEST = """SELECT label.id, asked.token, label.names FROM unnest(%s::varchar[]) AS asked (token)
CROSS JOIN LATERAL (SELECT id, names FROM archive_label WHERE token = asked.token ORDER BY entry_id DESC LIMIT 1)
AS label"""
"""One step into the index for each token, however many entries have it."""


class LabelQuerySet(models.QuerySet):
    """Names by token."""

    def newest(self, tokens: Iterable[str]) -> dict[str, dict[str, str]]:
        """The names that the newest edition gives to each of the tokens. One query."""
        return {label.token: label.names for label in self.raw(NEWEST, [list(tokens)])}


class Label(models.Model):
    """The names of a court as one edition gives them; ``token`` as in ``Entry.facets``."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="labels")
    token = models.CharField(max_length=120)
    names = models.JSONField()

    objects = LabelQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["token", "entry"], name="label_once_an_entry"),)

    def __str__(self) -> str:
        return self.token
