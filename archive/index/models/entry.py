"""One row per edition of a case that readers may see."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from archive.index.models.filtered import CURRENT, Filtered, FilteredQuerySet


class Entry(Filtered):
    """An edition as lists show and find it. Written by ``archive.index`` alone, rebuilt at will.

    ``edition`` is the edition's number. The sort keys are made in Python (``indexing.sorting``) and ordered
    by bytes, so that all servers sort alike. ``words`` holds names and texts for the search.
    """

    edition = models.PositiveBigIntegerField(primary_key=True)
    published_at = models.DateTimeField()
    names = models.JSONField()
    title = models.JSONField()
    city = models.JSONField()
    articles = models.JSONField()
    burden = models.JSONField()
    sort_en = models.CharField(max_length=300, db_collation="C")
    sort_ru = models.CharField(max_length=300, db_collation="C")
    sort_kk = models.CharField(max_length=300, db_collation="C")
    texts = models.JSONField()
    name_words = models.JSONField()
    words = SearchVectorField()

    objects = FilteredQuerySet.as_manager()

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
            models.Index(fields=["sort_en", "edition"], condition=CURRENT, name="entry_by_name_en"),
            models.Index(fields=["sort_ru", "edition"], condition=CURRENT, name="entry_by_name_ru"),
            models.Index(fields=["sort_kk", "edition"], condition=CURRENT, name="entry_by_name_kk"),
            models.Index(fields=["-published_at", "-edition"], condition=CURRENT, name="entry_by_change"),
            GinIndex(fields=["facets"], name="entry_facets", opclasses=["array_ops"]),
            GinIndex(fields=["words"], name="entry_words"),
        )

    def __str__(self) -> str:
        return f"{self.case_id}, edition {self.edition}"
