"""Which state of the index readers see: raised by every writer, in the writer's own transaction."""

from collections.abc import Iterable

from django.db import connections, models, transaction

from archive.index.models.kept_page import KeptPage

EVERY_EDITION = 0
MOST_REMEMBERED = 5_000
"""Changes that stay listed; whoever missed more reads the whole index anew."""


class IndexStateQuerySet(models.QuerySet["IndexState"]):
    """The one row."""

    def version(self) -> int:
        """The state of the index; 0: nothing was ever written. One query, by hand: every request asks."""
        with connections[self.db].cursor() as cursor:
            cursor.execute("SELECT version FROM archive_indexstate")
            row = cursor.fetchone()
        return row[0] if row else 0

    def raise_for(self, editions: Iterable[int]) -> None:
        """Says that these editions were added, changed or removed, and drops the pages that were made before.

        Writers wait for each other until they commit.
        """
        with transaction.atomic(using=self.db):
            self.get_or_create(pk=1)
            self.select_for_update().get(pk=1)
            changes = IndexChange.objects.using(self.db)
            written = changes.bulk_create(IndexChange(edition=edition) for edition in editions)
            if written:
                newest = max(change.pk for change in written)
                self.filter(pk=1).update(version=newest)
                changes.filter(pk__lt=newest - MOST_REMEMBERED).delete()
                KeptPage.objects.using(self.db).all().delete()

    def begin_anew(self) -> None:
        """Says that everything may have changed: whoever has an earlier state reads the whole index."""
        self.raise_for([EVERY_EDITION])
        changes = IndexChange.objects.using(self.db)
        changes.filter(pk__lt=self.version()).delete()


class IndexState(models.Model):
    """One row. ``version`` is the number of the newest change; the database never gives a number twice, so that a
    change that was rolled back is never taken for another. It stands in no page, header or file."""

    version = models.BigIntegerField(default=0)

    objects = IndexStateQuerySet.as_manager()

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="index_state_is_one_row"),)

    def __str__(self) -> str:
        return str(self.version)


class IndexChangeQuerySet(models.QuerySet["IndexChange"]):
    """The newest changes of the index."""

    def editions_since(self, version: int) -> list[int] | None:
        """What changed after a version; None: too much, or that version never was. One query."""
        changes = list(self.filter(pk__gte=version).order_by("pk").values_list("pk", "edition"))
        if not changes or changes[0][0] != version:
            return None
        return sorted({edition for number, edition in changes if number > version})


class IndexChange(models.Model):
    """An edition that the index got, changed or lost."""

    id = models.BigAutoField(primary_key=True)
    edition = models.PositiveBigIntegerField()

    objects = IndexChangeQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.pk}: edition {self.edition}"
