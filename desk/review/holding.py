"""The published cases that hold a row which several may share."""

from cases.models import Case, Tag
from cases.models.case import CaseQuerySet
from editions.publish import holding
from people.models import Person
from records.models import Court, Publisher, Source, Trial

ID_FIELDS = {"people": (Person, "slug"), "sources": (Source, "slug"), "courts": (Court, "slug"),
             "trials": (Trial, "slug"), "tags": (Tag, "name")}  # fmt: skip
"""By subject: the rows and the field that is their id in the archive file."""


def published_holding(subject: str, row: int) -> CaseQuerySet:
    """The published cases whose documents hold the row, and whose own rows are as published; none for other subjects.

    A publisher is held through its sources.
    """
    if subject == "publishers":
        ids = list(Source.objects.filter(publisher=row).values_list("slug", flat=True))
        return holding("sources", ids).as_published()
    if subject not in ID_FIELDS:
        return Case.objects.none()
    model, field = ID_FIELDS[subject]
    return holding(subject, list(model._default_manager.filter(pk=row).values_list(field, flat=True))).as_published()


def name_of_row(subject: str, row: int) -> str:
    """What editors call the row; empty if there is none."""
    model = Publisher if subject == "publishers" else ID_FIELDS.get(subject, (None, ""))[0]
    shared_row = model._default_manager.filter(pk=row).first() if model else None
    return str(shared_row or "")
