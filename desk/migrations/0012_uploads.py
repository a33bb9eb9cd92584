"""The audit's view and the question who saved a case's rows see portraits and papers too."""

from importlib import import_module

from django.db import migrations

before = import_module("desk.migrations.0005_changes")
SUBJECTS = [
    *before.SUBJECTS,
    ("people_portraitaudit", "person", "person_id"),
    ("records_paperaudit", "source", "source_id"),
]


def view(subjects: list[tuple[str, str, str]]) -> str:
    return "CREATE OR REPLACE VIEW desk_change AS\n" + "\nUNION ALL ".join(before._part(*one) for one in subjects)


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0011_sent_stays"),
        ("people", "0004_portrait"),
        ("records", "0003_paper"),
    ]

    operations = [
        migrations.RunSQL(view(SUBJECTS), view(before.SUBJECTS)),
    ]
