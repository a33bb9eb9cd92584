"""Invented cases as rows, put there by COPY: what is measured is their publication, not their entry."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, count
from typing import Any

from editions.batches import batches
from records.json_dict import JSONDict

AT_ONCE = 1000


class Rows:
    """Rows of people and cases by model, numbered here: those that point at others need not ask for numbers."""

    def __init__(self) -> None:
        self._numbers: dict[Any, Iterator[int]] = defaultdict(lambda: count(1))
        self._waiting: dict[Any, list[Any]] = defaultdict(list)

    def add(self, model: Any, record: JSONDict) -> None:
        from records.citations import citation_rows
        from records.serial import NestedRows, columns

        plain = [column for column in columns(model) if not column.is_link]
        row = model(pk=next(self._numbers[model]), **dict(column.write(record) for column in plain))
        nested = NestedRows(row)
        nested.add_entries(model.serial, record)
        if hasattr(row, "fact"):
            nested.cited[row.fact] = record["sources"]
        citation = model.citations.rel.related_model
        owner = {model.citations.field.name: row}
        for related in chain([row], *nested.rows.values(), citation_rows(citation, nested.cited, **owner)):
            related.pk = related.pk or next(self._numbers[type(related)])
            self._waiting[type(related)].append(related)
        for column in columns(model):
            if column.is_link:
                self._link(column.field, row, column.linked(record))

    def _link(self, field: Any, row: Any, linked: Iterable[Any]) -> None:
        through = field.remote_field.through
        for other in linked:
            sides = {field.m2m_field_name(): row, field.m2m_reverse_field_name(): other}
            self._waiting[through].append(through(pk=next(self._numbers[through]), **sides))

    def write(self) -> None:
        from django.db import connection

        with connection.cursor() as cursor:
            for model, rows in self._waiting.items():
                fields = model._meta.concrete_fields
                names = ", ".join(f'"{field.column}"' for field in fields)
                with cursor.cursor.copy(f'COPY "{model._meta.db_table}" ({names}) FROM STDIN') as table:
                    for row in rows:
                        values = (field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields)
                        table.write_row(list(values))
        self._waiting.clear()

    def end(self) -> None:
        """Lets the database number on from here."""
        from django.core.management.color import no_style
        from django.db import connection

        with connection.cursor() as cursor:
            for sql in connection.ops.sequence_reset_sql(no_style(), list(self._numbers)):
                cursor.execute(sql)


def fill(number: int, seed: int) -> None:
    """Puts so many cases and people into an empty database, without its triggers."""
    from django.db import connection, transaction

    from cases.models import Case
    from editions import schema
    from editions.subjects import SUBJECTS
    from people.models import Person
    from records.models import Named
    from tests.invented.archives import cases, publishing

    Named.called = classmethod(cache(Named.called.__func__))  # a word is looked up once, not once a case
    for subject, records in (("sources", cases.sources()), ("courts", cases.courts())):
        for record in records:
            SUBJECTS[subject].save(SUBJECTS[subject].part.model_validate(record).to_dict())
    rows = Rows()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
        for some in batches(range(number), AT_ONCE):
            for place in some:
                person, case = publishing._rows(place, seed)
                rows.add(Person, schema.Person.model_validate(person).to_dict())
                rows.add(Case, schema.Case.model_validate(case).to_dict())
            rows.write()
        rows.end()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
