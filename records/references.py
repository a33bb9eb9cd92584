"""Foreign keys over (case, id): entries of a case point at each other by their ids inside it."""

from django.db import migrations


def inner_reference(table: str, column: str, target: str) -> migrations.RunSQL:
    """Holds `column` of `table` to an id of `target` in the same case; checked when the transaction ends."""
    name = f"{table}_{column}_in_case"
    return migrations.RunSQL(
        f'ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY (case_id, "{column}")'
        f" REFERENCES {target} (case_id, slug) DEFERRABLE INITIALLY DEFERRED",
        f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )
