"""Rows as the dicts of the archive file, and dicts as rows: by the names of their fields.

A model says in its `serial` only where its dict differs: other keys, columns that stay inside, the rows that stand
in it. Sources stand behind every row that has a `fact`, the name under which citations speak of it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import islice
from typing import Any, ClassVar, NamedTuple, TypeVar

from django.db import models, transaction

from records.citations import Sources, StatedSource, citation_rows, sources_by_fact
from records.json_dict import JSONDict

CHUNK = 200
"""How many rows are read at once, with all that stands in them."""


class Nested(NamedTuple):
    """Rows that stand in a row's dict under `key`: as a list, or as an object if there can be but one.

    `rows` is their related name, if it is another. Rows of an entry, such as a restriction's changes, name it by its
    id in the column `entry`, and are the case's. `if_stated`: the format gained them later, so that an empty list is
    left out.
    """

    key: str
    rows: str = ""
    entry: str = ""
    if_stated: bool = False


@dataclass(frozen=True)
class Serial:
    """Where the dict of a model's rows differs from their columns."""

    id: str = ""
    """The column behind the key ``id``; none: the file counts such rows by their order alone."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Column to key, where they differ; ``speaker.name`` is the key ``name`` of an object ``speaker``."""
    inside: Collection[str] = ()
    """The columns that the file does not show."""
    if_stated: Collection[str] = ()
    """Columns that the format gained later: their key is left out where nothing is stated."""
    only: Mapping[str, str] = field(default_factory=dict)
    """Column to key, of a model most of whose columns stay inside."""
    nested: Mapping[str, Sequence[Nested]] = field(default_factory=dict)
    """The rows that stand in the dict, under the key that they follow."""
    letter: str = ""
    """What the ids begin with that the desk gives to rows without one; else the first letter of their `word`."""
    shown: Mapping[str, Any] = field(default_factory=dict)
    """What the columns of a single nested row hold while the file shows it."""
    hidden: Mapping[str, Any] = field(default_factory=dict)
    """What they hold when the file does not; nothing: the row is deleted."""

    @property
    def all_nested(self) -> list[Nested]:
        """The rows that stand in the dict, wherever."""
        return [nested for several in self.nested.values() for nested in several]


class ArchiveRow(models.Model):
    """A row that stands in the archive file."""

    serial: ClassVar[Serial]
    word: ClassVar[str]
    """What citations call its kind, such as ``verdict``."""

    class Meta:
        abstract = True

    def mark_changed(self) -> None:
        """What a row notes of itself before it is saved with other facts than it had. Most note nothing."""

    @property
    def is_bare(self) -> bool:
        """Whether it only stands in other rows, and has nothing of its own to say in the file."""
        return False

    def to_dict(self) -> JSONDict:
        """The row as the archive file writes it. Many rows are read together: `to_dicts`."""
        return RelatedRows(type(self), [self]).dict_of(self)


Row = TypeVar("Row", bound=ArchiveRow)


def to_dicts(rows: "models.QuerySet[Row]") -> Iterator[JSONDict]:
    """The dicts of all `rows`, in their order, without the bare ones: for a case, fifteen queries for 200 of them."""
    waiting = with_joined(rows).iterator(chunk_size=CHUNK)
    while some := list(islice(waiting, CHUNK)):
        related = RelatedRows(rows.model, some)
        yield from (related.dict_of(row) for row in some if not row.is_bare)


def fresh_dict(row: ArchiveRow) -> JSONDict:
    """The row as the archive file writes it, read anew."""
    return with_joined(type(row)._default_manager.filter(pk=row.pk)).get().to_dict()


def with_joined(rows: "models.QuerySet[Row]") -> "models.QuerySet[Row]":
    """The rows with the single rows that stand in their dicts, and with what they name by a text, in the same query."""
    single = [relation.name for _, relation in _relations(rows.model) if relation.one_to_one]
    joined = [*single, *_named_columns(rows.model)]
    return rows.select_related(*joined) if joined else rows


class RelatedRows:
    """All that stands in the dicts of some rows of one model: a query for each kind of row, however many there are.

    Django's own prefetching makes a manager and a query of each row and relation: that took half of the time in which
    a case is read.
    """

    def __init__(self, model: type[ArchiveRow], rows: Sequence[ArchiveRow]) -> None:
        self._keys = [row.pk for row in rows]
        relations = [relation for _, relation in _relations(model) if not relation.one_to_one]
        self._rows = {relation.name: self._of(relation) for relation in relations}
        self._names = {link.name: self._linked(link) for link in model._meta.many_to_many}
        self._citations = self._cited(model.citations.rel) if hasattr(model, "citations") else {}

    def _of(self, relation: Any) -> Mapping[Any, list[ArchiveRow]]:
        """By owner the rows of a relation, in their own order."""
        key = relation.field.attname
        rows = relation.related_model._default_manager.filter(**{f"{key}__in": self._keys})
        joined = _named_columns(relation.related_model)
        return _grouped((getattr(row, key), row) for row in (rows.select_related(*joined) if joined else rows))

    def _linked(self, link: Any) -> Mapping[Any, list[str]]:
        """By owner the names of the rows that it links to."""
        owner = link.m2m_column_name()
        links = link.remote_field.through._default_manager.filter(**{f"{owner}__in": self._keys})
        return _grouped(links.values_list(owner, f"{link.m2m_reverse_field_name()}__name"))

    def _cited(self, relation: Any) -> Mapping[Any, Any]:
        """By owner its citations, as rows of three texts."""
        key = relation.field.attname
        citations = relation.related_model._default_manager.filter(**{f"{key}__in": self._keys}).order_by()
        rows = citations.values_list(key, "fact", "field", "source_id")
        return _grouped((owner, StatedSource(*columns)) for owner, *columns in rows)

    def dict_of(self, row: ArchiveRow) -> JSONDict:
        """The dict of one of the rows."""
        return self._dict(row, row, sources_by_fact(self._citations.get(row.pk, ())))

    def _dict(self, row: ArchiveRow, owner: ArchiveRow, cited: Mapping[str, Sources]) -> JSONDict:
        """`owner`: whose relations and citations hold what stands in this row: itself, unless it is an entry."""
        entry: JSONDict = {}
        for column in columns(type(row)):
            if column.is_link:
                entry[column.key] = sorted(self._names[column.field.name].get(row.pk, ()))
            else:
                column.put(entry, row)
            if column.key in row.serial.nested:
                entry |= self._nested_dicts(row, column.key, owner, cited)
        if hasattr(row, "fact"):
            entry["sources"] = cited[row.fact]
            entry |= self._nested_dicts(row, "sources", owner, cited)
        return entry

    def _nested_dicts(self, row: ArchiveRow, after: str, owner: ArchiveRow, cited: Mapping[str, Sources]) -> JSONDict:
        """The dicts of the rows that stand in this one after a key."""
        entries: JSONDict = {}
        for nested in row.serial.nested.get(after, ()):
            relation = _relation(type(owner), nested)
            if relation.one_to_one:
                single = getattr(owner, relation.name, None)
                if single and all(getattr(single, name) == value for name, value in single.serial.shown.items()):
                    entries[nested.key] = self._dict(single, owner, cited)
                continue
            rows = self._rows[relation.name].get(owner.pk, [])
            if nested.entry:
                rows = [entry for entry in rows if getattr(entry, nested.entry) == getattr(row, row.serial.id)]
            if rows or not nested.if_stated:
                entries[nested.key] = [self._dict(entry, owner, cited) for entry in rows]
        return entries


def _grouped(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, list[Any]]:
    by_owner: dict[Any, list[Any]] = {}
    for owner, row in pairs:
        by_owner.setdefault(owner, []).append(row)
    return by_owner


@transaction.atomic
def save_dict(model: type[Row], entry: Mapping[str, Any]) -> Row:
    """Creates the row of a dict in normal form, or replaces all that the dict speaks of. Internal notes stay.

    What it points to must exist when the transaction ends.
    """
    row, is_new = _saved(model, entry)
    if not is_new:
        _clear(row)
    rows = NestedRows(row)
    rows.add_entries(model.serial, entry)
    rows.save(entry)
    return row


def _saved(model: type[Row], entry: Mapping[str, Any]) -> tuple[Row, bool]:
    """The row with the columns and links that the dict speaks of, and whether it is new."""
    serial = model.serial
    row = model._default_manager.select_for_update().filter(**{serial.id: entry["id"]}).first()
    is_new = row is None
    row = row or model()
    for column in columns(model):
        if not column.is_link:
            setattr(row, *column.write(entry))
    if not is_new:
        row.mark_changed()
    row.save()
    for column in columns(model):
        if column.is_link:
            getattr(row, column.field.name).set(column.linked(entry))
    return row, is_new


def _clear(row: ArchiveRow) -> None:
    """Removes the rows that stand in it in lists, and all citations."""
    for _, relation in _relations(type(row)):
        if not relation.one_to_one:
            getattr(row, relation.name).all().delete()
    if hasattr(row, "citations"):
        row.citations.all().delete()


class NestedRows:
    """The unsaved rows that stand in one row, with the sources that each of them cites."""

    def __init__(self, owner: ArchiveRow) -> None:
        self.owner = owner
        self.rows: dict[type[ArchiveRow], list[ArchiveRow]] = {}
        self.cited: dict[str, Sources] = {}

    def add_entries(self, serial: Serial, entry: Mapping[str, Any]) -> None:
        """Builds a row of each entry in the lists of a dict, and of the entries in that one."""
        for nested in serial.all_nested:
            relation = _relation(type(self.owner), nested)
            if not relation.one_to_one:
                for part in entry.get(nested.key, ()) if nested.if_stated else entry[nested.key]:
                    self._add(relation, part, {nested.entry: entry["id"]} if nested.entry else {})
                    self.add_entries(relation.related_model.serial, part)

    def _add(self, relation: Any, part: Mapping[str, Any], belongs: Mapping[str, Any]) -> None:
        model = relation.related_model
        rows = self.rows.setdefault(model, [])
        values = dict(column.write(part) for column in columns(model))
        row = model(**{relation.field.name: self.owner}, **values, **belongs, **_numbered(model, len(rows)))
        rows.append(row)
        self._cite(row, part)

    def _cite(self, row: ArchiveRow, entry: Mapping[str, Any]) -> None:
        if hasattr(row, "fact"):
            self.cited[row.fact] = entry["sources"]

    def save(self, entry: Mapping[str, Any]) -> None:
        """Inserts the rows, one query for each kind, and all citations with one more."""
        for model, rows in self.rows.items():
            model._default_manager.bulk_create(rows)
        for nested, relation in _relations(type(self.owner)):
            if relation.one_to_one:
                self._save_single(relation, entry.get(nested.key))
        self._cite(self.owner, entry)
        if hasattr(self.owner, "citations"):
            citation = self.owner.citations.model
            owner = {self.owner.citations.field.name: self.owner}
            citation._default_manager.bulk_create(citation_rows(citation, self.cited, **owner))

    def _save_single(self, relation: Any, part: Mapping[str, Any] | None) -> None:
        model, owner = relation.related_model, {relation.field.name: self.owner}
        if part is not None:
            values = dict(column.write(part) for column in columns(model))
            row, _ = model._default_manager.update_or_create(**owner, defaults={**values, **model.serial.shown})
            self._cite(row, part)
        elif model.serial.hidden:
            model._default_manager.filter(**owner).update(**model.serial.hidden)
        else:
            model._default_manager.filter(**owner).delete()


class SerialColumn:
    """A field of a model as a key of its dict."""

    def __init__(self, key: str, field: Any, if_stated: bool = False) -> None:
        self.key = key
        self.field = field
        self.if_stated = if_stated
        self.is_link = field.many_to_many
        self.to_json: Callable[[Any], Any] | None = getattr(field, "to_json", None)
        related = field.related_model if field.is_relation else None
        # What the file names by a plain text is a row here, made when the text is new.
        self.named = related if related and (self.is_link or field.target_field.name != related.serial.id) else None

    def put(self, entry: JSONDict, row: ArchiveRow) -> None:
        """Writes what the row holds into its dict."""
        value = self.read(row)
        if value is None and self.if_stated:
            return
        outer, _, inner = self.key.rpartition(".")
        (entry.setdefault(outer, {}) if outer else entry)[inner] = value

    def read(self, row: ArchiveRow) -> Any:
        """What the file writes for the column; not of a link, which no row holds itself."""
        if self.named:
            related = getattr(row, self.field.name)
            return related and related.name
        value = getattr(row, self.field.attname)
        if self.to_json:
            return self.to_json(value)
        if isinstance(value, date):
            return value.isoformat()
        return None if value == "" else value

    def write(self, entry: Mapping[str, Any]) -> tuple[str, Any]:
        """The attribute of the row, and what it is to hold."""
        outer, _, inner = self.key.rpartition(".")
        holder = entry[outer] if outer else entry
        value = holder.get(inner) if self.if_stated else holder[inner]
        if self.named:
            return self.field.name, self.named.called(value) if value else None
        if hasattr(self.field, "from_json"):
            return self.field.attname, self.field.from_json(value)
        if isinstance(self.field, models.DateField):
            return self.field.attname, self.field.to_python(value)
        is_text = isinstance(self.field, models.CharField) and not self.field.null
        return self.field.attname, "" if value is None and is_text else value

    def linked(self, entry: Mapping[str, Any]) -> list[ArchiveRow]:
        """The rows that the dict names in a list."""
        return [self.named.called(name) for name in entry[self.key]] if self.named else []


@cache
def columns(model: type[ArchiveRow]) -> tuple[SerialColumn, ...]:
    """The columns of a model that stand in its dict, in the order in which the model has them."""
    serial = model.serial
    if serial.only:
        return tuple(SerialColumn(key, model._meta.get_field(name)) for name, key in serial.only.items())
    fields = [*model._meta.concrete_fields, *model._meta.many_to_many]
    keys = {serial.id: "id", **serial.keys}
    # The key of the row in whose dict this one stands, and with which it goes, says nothing there.
    owners = {
        field
        for field in fields
        if isinstance(field, models.ForeignKey) and field.remote_field.on_delete is models.CASCADE
    }
    return tuple(
        SerialColumn(keys.get(field.name, field.name), field, field.name in serial.if_stated)
        for field in sorted(fields, key=lambda field: field.creation_counter)
        if field.editable and not field.primary_key and field.name not in serial.inside and field not in owners
    )


def _named_columns(model: type[ArchiveRow]) -> list[str]:
    return [column.field.name for column in columns(model) if column.named and not column.is_link]


def _numbered(model: type[ArchiveRow], position: int) -> JSONDict:
    """Position and id of a row to which the file gives neither."""
    if "position" not in model.serial.inside:
        return {}
    if "slug" not in model.serial.inside:
        return {"position": position}
    letter = model.serial.letter or model.word[0]
    return {"position": position, "slug": f"{letter}{position + 1}"}


def _relations(model: type[ArchiveRow]) -> list[tuple[Nested, Any]]:
    """All that stands in the dicts of a model, and in their entries, with the relations that lead to the rows."""
    outer = [(nested, _relation(model, nested)) for nested in model.serial.all_nested]
    inner = [nested for _, relation in outer for nested in relation.related_model.serial.all_nested]
    return [*outer, *((nested, _relation(model, nested)) for nested in inner)]


def _relation(model: type[ArchiveRow], nested: Nested) -> Any:
    return model._meta.get_field(nested.rows or nested.key)
