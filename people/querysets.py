"""Questions asked of all people."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from people.models import Person  # noqa: F401


class PersonQuerySet(models.QuerySet["Person"]):
    """People of the archive."""

    def whole(self) -> Self:
        """With everything `as_record` reads: six queries for any number of people."""
        return self.select_related("portrait").prefetch_related(
            "other_names", "occupations", "recognitions__by", "citations"
        )
