"""What all facts of a case have in common."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from records.ids import INNER_ID, inner_slug, slug_check
from records.serial import ArchiveRow, Serial

ONCE = _("Another entry of this case has that id. Give each its own.")


class CaseFact(ArchiveRow):
    """One entry of a case.

    `slug` is its id inside the case.
    """

    serial = Serial(id="slug")

    slug = inner_slug()

    class Meta:
        abstract = True
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug

    @property
    def fact(self) -> str:
        """The name under which citations speak of it, such as ``verdict:v1``."""
        return f"{self.word}:{self.slug}"


class ListedFact(CaseFact):
    """An entry to which the archive file gives an order and no id.

    The desk counts ids, so that citations keep pointing at the same entry when the order changes.
    """

    serial = Serial(inside=["slug", "position"])

    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        abstract = True
        ordering = ["position", "pk"]


def fact_constraints(word: str) -> list[models.BaseConstraint]:
    """The named constraints of every kind of fact."""
    once = models.UniqueConstraint(
        fields=["case", "slug"], name=f"{word}_id_once_per_case", violation_error_message=ONCE
    )
    return [once, slug_check(f"{word}_id_pattern", INNER_ID)]
