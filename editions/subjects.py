"""The subjects of an archive file and their rows: how to save one, how to read them all."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, NamedTuple

from django.db.models import Model, QuerySet

from cases.models import Case, Tag
from cases.rows import save_tag
from editions import schema
from editions.schema.values import Part, Record
from people.models import Occupation, Person
from people.rows import save_occupation, save_person
from records.models import Court, Source, Trial
from records.rows import save_court, save_source, save_trial
from restrictions.rows import case_records, save_case


class Subject(NamedTuple):
    """Where the rows of one subject are and how they travel."""

    part: type[Part]
    model: type[Model]
    save: Callable[[Record], Model]
    read: Callable[[Any], Iterator[Record]]
    key: str = "slug"

    def records(self, ids: Collection[str] | None = None) -> Iterator[Record]:
        """The records of all rows, or of those with these ids, sorted by id."""
        rows = self.model._default_manager.order_by(self.key)
        return self.read(rows if ids is None else rows.filter(**{f"{self.key}__in": ids}))

    def ids(self) -> set[str]:
        """The ids that rows have."""
        return set(self.model._default_manager.values_list(self.key, flat=True))

    def former_ids(self) -> dict[str, str]:
        """The ids that rows had before a rename, each with the id of today. Labels are never renamed."""
        if self.key != "slug":
            return {}
        renamed = self.model._default_manager.exclude(former_ids=[]).values_list("slug", "former_ids")
        return {former: slug for slug, ids in renamed for former in ids}


def _each(rows: QuerySet[Any]) -> Iterator[Record]:
    return (row.as_record() for row in rows.iterator(chunk_size=200))


def _sources(rows: QuerySet[Any]) -> Iterator[Record]:
    return _each(rows.select_related("publisher", "paper"))


def _labels(rows: QuerySet[Any]) -> Iterator[Record]:
    """Those that somebody named; a word that only stands in a case is no row of the file."""
    return (row.as_record() for row in rows.iterator(chunk_size=200) if not row.is_bare)


def _people(rows: Any) -> Iterator[Record]:
    return _each(rows.whole())


SUBJECTS: Mapping[str, Subject] = {
    "sources": Subject(schema.Source, Source, save_source, _sources),
    "courts": Subject(schema.Court, Court, save_court, _each),
    "trials": Subject(schema.Trial, Trial, save_trial, _each),
    "occupations": Subject(schema.Label, Occupation, save_occupation, _labels, key="name"),
    "tags": Subject(schema.Label, Tag, save_tag, _labels, key="name"),
    "people": Subject(schema.Person, Person, save_person, _people),
    "cases": Subject(schema.Case, Case, save_case, case_records),
}
