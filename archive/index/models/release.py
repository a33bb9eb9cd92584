"""Releases of the data set that were written, and what they may still hold."""

from typing import Self

from django.db import models


class WrittenReleaseQuerySet(models.QuerySet["WrittenRelease"]):
    """Releases by what happened since they were written."""

    def holding_what_is_gone(self, removal: int) -> Self:
        """Those that were written before the last withdrawal or erasure."""
        return self.filter(entry__lt=removal)


class WrittenRelease(models.Model):
    """One release. ``entry`` is the end of the chain when it was written: it stands in no file and on no page, where
    it would count what is withheld in silence."""

    folder = models.CharField(max_length=1000, primary_key=True)
    day = models.DateField()
    entry = models.PositiveBigIntegerField()

    objects = WrittenReleaseQuerySet.as_manager()

    def __str__(self) -> str:
        return self.folder
