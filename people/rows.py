"""Records of people become rows, and rows records."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from people.models import (
    Occupation,
    OtherName,
    Person,
    PersonCitation,
    Portrait,
    Recogniser,
    Recognition,
)
from records.citations import citation_rows
from records.rows import named, put, put_label

Record = Mapping[str, Any]


def person_record(person: Person) -> dict[str, Any]:
    """The person as the archive file writes it, read anew. Six queries."""
    return Person.objects.whole().get(pk=person.pk).as_record()


def save_occupation(record: Record) -> Occupation:
    """Create or replace what an occupation is called."""
    return put_label(Occupation, record)


@transaction.atomic
def save_person(record: Record) -> Person:
    """Create the person of a normalised record, or replace all that the record speaks of.

    Internal notes stay. The sources it cites must exist when the transaction ends.
    """
    plain = ("names", "gender", "born", "died", "city", "region", "about")
    person = put(Person, record, {key: record[key] for key in plain})
    person.occupations.set([named(Occupation, word) for word in record["occupations"]])
    _replace_names(person, record)
    _replace_recognitions(person, record)
    _replace_portrait(person, record.get("portrait"))
    _replace_citations(person, record)
    return person


def _replace_names(person: Person, record: Record) -> None:
    person.other_names.all().delete()
    OtherName.objects.bulk_create(
        OtherName(person=person, position=position, **other) for position, other in enumerate(record["other_names"])
    )


def _replace_recognitions(person: Person, record: Record) -> None:
    person.recognitions.all().delete()
    Recognition.objects.bulk_create(
        Recognition(
            person=person,
            slug=_slug(position),
            position=position,
            by=named(Recogniser, row["by"]),
            kind=row["as"],
            date=row["date"],
        )
        for position, row in enumerate(record["recognitions"])
    )


def _replace_portrait(person: Person, portrait: Record | None) -> None:
    if portrait is None:
        Portrait.objects.filter(person=person).delete()
        return
    values = {key: portrait[key] for key in ("renditions", "alt", "credit", "terms")}
    Portrait.objects.update_or_create(person=person, defaults={**values, "licence": portrait["licence"] or ""})


def _replace_citations(person: Person, record: Record) -> None:
    facts = {"": record["sources"]}
    for position, row in enumerate(record["recognitions"]):
        facts[f"recognition:{_slug(position)}"] = row["sources"]
    if record.get("portrait"):
        facts[Portrait.FACT] = record["portrait"]["sources"]
    person.citations.all().delete()
    PersonCitation.objects.bulk_create(citation_rows(PersonCitation, facts, person=person))


def _slug(position: int) -> str:
    return f"r{position + 1}"
