"""One row for each restriction of an entry: from when to when."""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from archive.index.models.entry import Entry


class PeriodQuerySet(models.QuerySet["Period"]):
    """Restrictions by what is said of them."""

    def current(self) -> Self:
        """Those of the editions that stand."""
        return self.filter(entry__known_until__isnull=True)

    def resting_on(self, rule_id: str) -> Self:
        """Restrictions one of whose dates this rule of law explains."""
        return self.filter(rules__contains=[rule_id])


class Period(models.Model):
    """A restriction, or a spell in custody, of one edition. ``ends`` is the first day without it, ``last`` the last
    day with it, ``likely`` what holds by the reading that ``presumptions`` carry.

    A bound of null is not known on that side. ``item`` is its id inside the case. ``rules`` are those that
    explain its dates, entry into force included. ``facts``: what its case states of it beside its days, for tables
    (``archive.index.indexing.facts``).
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="periods")
    position = models.PositiveSmallIntegerField()
    item = models.CharField(max_length=200)
    kind = models.CharField(max_length=40)
    standing = models.CharField(max_length=10)
    derived = models.BooleanField()
    void = models.BooleanField()
    begins_earliest = models.DateField(null=True)
    begins_latest = models.DateField(null=True)
    counts_earliest = models.DateField(null=True)
    counts_latest = models.DateField(null=True)
    ends_earliest = models.DateField(null=True)
    ends_latest = models.DateField(null=True)
    last_earliest = models.DateField(null=True)
    last_latest = models.DateField(null=True)
    planning_day = models.DateField(null=True)
    likely_begins_earliest = models.DateField(null=True)
    likely_begins_latest = models.DateField(null=True)
    likely_counts_earliest = models.DateField(null=True)
    likely_counts_latest = models.DateField(null=True)
    likely_ends_earliest = models.DateField(null=True)
    likely_ends_latest = models.DateField(null=True)
    likely_last_earliest = models.DateField(null=True)
    likely_last_latest = models.DateField(null=True)
    presumptions = models.JSONField(default=list)
    open_ended = models.BooleanField()
    start_basis = models.CharField(max_length=10)
    end_basis = models.CharField(max_length=10)
    report_earliest = models.DateField(null=True)
    report_latest = models.DateField(null=True)
    certainty = models.CharField(max_length=1)
    ended_by = models.CharField(max_length=20, blank=True)
    covers = ArrayField(models.CharField(max_length=40))
    missing = models.JSONField()
    rules = ArrayField(models.CharField(max_length=60), default=list)
    facts = models.JSONField(default=dict)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["entry", "item"], name="period_one_row_a_restriction"),)
        indexes = (
            models.Index(fields=["kind", "entry"], name="period_by_kind"),
            GinIndex(fields=["rules"], name="period_rules", opclasses=["array_ops"]),
        )

    def __str__(self) -> str:
        return f"{self.item} of edition {self.entry_id}"
