"""One row per restriction of an entry: from when to when, and all that its case is filtered by."""

from datetime import date
from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case, CharField, Q, Value, When

from archive.index.models.entry import Entry
from archive.index.models.filtered import CURRENT, Filtered, FilteredQuerySet

REAL = Q(void=False) & ~Q(standing="expected")
"""Restrictions that count: the law merely providing for one is no restriction, nor is one whose verdict fell."""


COUNTED = (
    *("kind", "standing", "void", "begins_earliest", "begins_latest", "ends_earliest", "ends_latest"),
    *("open_ended", "covers"),
)
"""What the counts of facets read of every restriction: an index holds it, a sixth of the table."""


def state_on(on: date, prefix: str = "") -> Case:
    """The state on a day as SQL: the first that holds, exactly as ``law.states.state``."""

    def q(**conditions: Any) -> Q:
        return Q(**{prefix + name: value for name, value in conditions.items()})

    begun = q(begins_latest__lte=on)
    start_is_open = q(begins_earliest__isnull=True) | q(begins_latest__isnull=True)
    end_is_open = q(ends_earliest__isnull=True) | (q(ends_earliest__lte=on) & q(ends_latest__isnull=True))
    return Case(
        When(q(void=True), then=Value("void")),
        When(q(standing="expected"), then=Value("expected")),
        When(q(begins_earliest__gt=on), then=Value("upcoming")),
        When(q(ends_latest__lte=on), then=Value("ended")),
        When(begun & (q(open_ended=True) | q(ends_earliest__gt=on)), then=Value("in-force")),
        When((~begun & start_is_open) | (q(open_ended=False) & end_is_open), then=Value("unknown")),
        default=Value("uncertain"),
        output_field=CharField(),
    )


class PeriodQuerySet(FilteredQuerySet):
    """Periods by what they are on a day."""

    def with_state(self, on: date) -> Self:
        """Each row with its ``state`` on the day."""
        return self.annotate(state=state_on(on))

    def state(self, on: date, *states: str) -> Self:
        """Restrictions that are in one of the states on the day."""
        return self.alias(state=state_on(on)).filter(state__in=states)

    def resting_on(self, rule_id: str) -> Self:
        """Restrictions one of whose dates this rule of law explains."""
        return self.filter(rules__contains=[rule_id])

    def real(self) -> Self:
        """Without what the law merely provides for, and without what fell with its verdict."""
        return self.filter(REAL)

    def ends_between(self, first: date | None, last: date | None) -> Self:
        """Restrictions whose end, as a range, overlaps these days. An end not known at all does not."""
        found = self.filter(Q(ends_earliest__isnull=False) | Q(ends_latest__isnull=False))
        if first is not None:
            found = found.filter(Q(ends_latest__gte=first) | Q(ends_latest__isnull=True))
        if last is not None:
            found = found.filter(Q(ends_earliest__lte=last) | Q(ends_earliest__isnull=True))
        return found


class Period(Filtered):
    """A restriction, or a spell in custody, of one edition. ``ends`` is the first day without it.

    A bound of null is not known on that side. ``item`` is its id inside the case. ``rules`` are those that
    explain its dates, entry into force included.
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
    open_ended = models.BooleanField()
    start_basis = models.CharField(max_length=10)
    end_basis = models.CharField(max_length=10)
    report_earliest = models.DateField(null=True)
    report_latest = models.DateField(null=True)
    certainty = models.CharField(max_length=1)
    covers = ArrayField(models.CharField(max_length=40))
    missing = models.JSONField()
    rules = ArrayField(models.CharField(max_length=60), default=list)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["entry", "item"], name="period_one_row_a_restriction"),)
        indexes = (
            models.Index(fields=["entry"], include=COUNTED, condition=CURRENT, name="period_counted"),
            models.Index(fields=["kind", "ends_earliest"], condition=CURRENT, name="period_by_kind"),
            models.Index(fields=["ends_latest"], condition=CURRENT, name="period_by_end"),
            models.Index(fields=["person_id"], name="period_by_person"),
            GinIndex(fields=["facets"], name="period_facets", opclasses=["array_ops"]),
            GinIndex(fields=["rules"], name="period_rules", opclasses=["array_ops"]),
        )

    def __str__(self) -> str:
        return f"{self.item} of {self.case_id}"
