"""One row for each edition that readers can find."""

from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.urls import reverse

CURRENT = Q(known_until__isnull=True)


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries by what the archive knew, and by what is needed of them."""

    def known(self, day: date | None) -> Self:
        """The archive as it stood at the end of ``day``; None: as it stands."""
        if day is None:
            return self.filter(CURRENT)
        return self.filter(Q(known_from__lte=day), CURRENT | Q(known_until__gt=day))

    def for_lists(self) -> Self:
        """Without what only a search reads."""
        return self.defer("texts", "words", "spellings", "name_keys")


class Entry(models.Model):
    """An edition as lists show and find it. Written by ``archive.index`` alone, rebuilt at will.

    ``edition`` is the edition's number in the chain, which stands in no page or file: readers are told ``version``,
    machines ``key``. ``known_from``: the day of publication; ``known_until``: the first day on
    which a newer edition stands. ``facets`` are texts such as ``region:KZ-75``. ``burden_least`` and ``burden_most``
    are days; ``burden_days`` those of each part. ``sort_keys`` are made in Python (``archive.index.indexing.sorting``),
    one for each language of ``records.languages``, and ordered by code points. ``spellings`` are
    the whole names, ``name_keys`` each of their words folded, ``words`` the texts for the search. Filters, counts and
    orders are answered from the same rows in memory: ``archive.index.columns``.
    """

    edition = models.PositiveBigIntegerField(primary_key=True)
    case_key = models.CharField(max_length=32)
    key = models.CharField(max_length=32)
    version = models.PositiveIntegerField()
    case_id = models.CharField(max_length=60)
    person_id = models.CharField(max_length=60)
    known_from = models.DateField()
    known_until = models.DateField(null=True)
    published_at = models.DateTimeField()
    facets = ArrayField(models.CharField(max_length=120))
    verdict_earliest = models.DateField(null=True)
    verdict_latest = models.DateField(null=True)
    burden_least = models.PositiveIntegerField()
    burden_most = models.PositiveIntegerField(null=True)
    burden_days = ArrayField(models.IntegerField(null=True))
    verified = models.DateField(null=True)
    searched = models.DateField(null=True)
    names = models.JSONField()
    title = models.JSONField()
    city = models.JSONField()
    articles = models.JSONField()
    burden = models.JSONField()
    sort_keys = ArrayField(models.CharField(max_length=300))
    texts = models.JSONField()
    spellings = models.JSONField()
    name_keys = ArrayField(models.CharField(max_length=300))
    words = SearchVectorField()

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["case_key"], condition=CURRENT, name="entry_one_current_edition_a_case"),
            models.CheckConstraint(
                condition=Q(known_until__isnull=True) | Q(known_until__gte=models.F("known_from")),
                name="entry_known_until_is_not_before_known_from",
            ),
        )
        indexes = (
            models.Index(fields=["case_key", "edition"], name="entry_by_case_key"),
            models.Index(fields=["case_id", "edition"], name="entry_by_case_id"),
            models.Index(fields=["person_id"], name="entry_by_person"),
            models.Index(fields=["-published_at", "-edition"], condition=CURRENT, name="entry_by_change"),
            GinIndex(fields=["words"], name="entry_words"),
        )

    def __str__(self) -> str:
        return f"{self.case_id}, edition {self.edition}"

    def get_absolute_url(self) -> str:
        return reverse("archive:case", args=[self.case_id])

    @property
    def region(self) -> str:
        """Where the person lives, by ISO 3166-2; empty if that is not recorded."""
        return next((facet.partition(":")[2] for facet in self.facets if facet.startswith("region:")), "")
