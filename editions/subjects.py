"""The subjects of an archive file and their rows: how to save one, how to read them all."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from django.db.models import Manager

from cases.models import Case, Tag
from editions import schema
from editions.schema.values import Part
from people.models import Occupation, Person
from records.json_dict import JSONDict
from records.models import Court, Source, Trial
from records.serial import ArchiveRow, save_dict, to_dicts


class Subject(NamedTuple):
    """One list of the archive file: what its entries are, and the model of their rows."""

    part: type[Part]
    model: type[ArchiveRow]

    @property
    def key(self) -> str:
        """The column of the id."""
        return self.model.serial.id

    def save(self, record: JSONDict) -> ArchiveRow:
        """Creates the row of a record, or replaces what the record speaks of."""
        return save_dict(self.model, record)

    def records(self, ids: Collection[str] | None = None) -> Iterator[JSONDict]:
        """The records of all rows, or of those with these ids, sorted by id."""
        rows = self.model._default_manager.order_by(self.key)
        return to_dicts(rows if ids is None else rows.filter(**{f"{self.key}__in": ids}))

    def ids(self) -> set[str]:
        """The ids that rows have."""
        return set(self.model._default_manager.values_list(self.key, flat=True))

    def former_ids(self) -> dict[str, str]:
        """The ids that rows had before a rename, each with the id of today. Labels are never renamed."""
        if self.key != "slug":
            return {}
        rows: Manager[Any] = self.model._default_manager  # of a model that has the column, unlike its base
        renamed = rows.exclude(former_ids=[]).values_list("slug", "former_ids")
        return {former: slug for slug, ids in renamed for former in ids}


SUBJECTS: Mapping[str, Subject] = {
    "sources": Subject(schema.Source, Source),
    "courts": Subject(schema.Court, Court),
    "trials": Subject(schema.Trial, Trial),
    "occupations": Subject(schema.Label, Occupation),
    "tags": Subject(schema.Label, Tag),
    "people": Subject(schema.Person, Person),
    "cases": Subject(schema.Case, Case),
}
