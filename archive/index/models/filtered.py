"""What cases are filtered by: on the entry, and copied to its periods because the join costs more."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

CURRENT = Q(known_until__isnull=True)


def has(name: str, values: Iterable[str]) -> Q:
    """Any of ``values`` under the facet ``name``."""
    return Q(facets__overlap=[f"{name}:{value}" for value in values])


class FilteredQuerySet(models.QuerySet):
    """Rows by what the archive knew."""

    def known(self, day: date | None) -> Self:
        """The archive as it stood at the end of ``day``; None: as it stands."""
        if day is None:
            return self.filter(CURRENT)
        return self.filter(Q(known_from__lte=day), CURRENT | Q(known_until__gt=day))

    def marked(self, name: str, values: Iterable[str]) -> Self:
        """Rows with any of ``values`` under the facet ``name``."""
        return self.filter(has(name, values))


class Filtered(models.Model):
    """``known_from``: the day of publication; ``known_until``: the first day on which a newer edition stands.

    ``facets`` are texts such as ``region:KZ-75`` or ``article:174.2``: one GIN index serves every facet, and one
    pass counts them all. ``burden_least`` and ``burden_most`` are days.
    """

    case_key = models.CharField(max_length=32)
    case_id = models.CharField(max_length=60)
    person_id = models.CharField(max_length=60)
    known_from = models.DateField()
    known_until = models.DateField(null=True)
    facets = ArrayField(models.CharField(max_length=120))
    verdict_earliest = models.DateField(null=True)
    verdict_latest = models.DateField(null=True)
    burden_least = models.PositiveIntegerField()
    burden_most = models.PositiveIntegerField(null=True)
    verified = models.DateField(null=True)

    class Meta:
        abstract = True


COPIED = tuple(field.name for field in Filtered._meta.local_fields)
"""The fields that a period copies from its entry."""
