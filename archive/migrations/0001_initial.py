import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("case_key", models.CharField(max_length=32)),
                ("case_id", models.CharField(max_length=60)),
                ("person_id", models.CharField(max_length=60)),
                ("known_from", models.DateField()),
                ("known_until", models.DateField(null=True)),
                (
                    "facets",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), size=None),
                ),
                ("verdict_earliest", models.DateField(null=True)),
                ("verdict_latest", models.DateField(null=True)),
                ("burden_least", models.PositiveIntegerField()),
                ("burden_most", models.PositiveIntegerField(null=True)),
                ("verified", models.DateField(null=True)),
                ("edition", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("published_at", models.DateTimeField()),
                ("names", models.JSONField()),
                ("title", models.JSONField()),
                ("city", models.JSONField()),
                ("articles", models.JSONField()),
                ("burden", models.JSONField()),
                ("sort_en", models.CharField(db_collation="C", max_length=300)),
                ("sort_ru", models.CharField(db_collation="C", max_length=300)),
                ("sort_kk", models.CharField(db_collation="C", max_length=300)),
                ("texts", models.JSONField()),
                ("name_words", models.JSONField()),
                ("words", django.contrib.postgres.search.SearchVectorField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["case_key", "edition"], name="entry_by_case_key"),
                    models.Index(fields=["case_id", "edition"], name="entry_by_case_id"),
                    models.Index(fields=["person_id"], name="entry_by_person"),
                    models.Index(
                        condition=models.Q(("known_until__isnull", True)),
                        fields=["sort_en", "edition"],
                        name="entry_by_name_en",
                    ),
                    models.Index(
                        condition=models.Q(("known_until__isnull", True)),
                        fields=["sort_ru", "edition"],
                        name="entry_by_name_ru",
                    ),
                    models.Index(
                        condition=models.Q(("known_until__isnull", True)),
                        fields=["sort_kk", "edition"],
                        name="entry_by_name_kk",
                    ),
                    models.Index(
                        condition=models.Q(("known_until__isnull", True)),
                        fields=["-published_at", "-edition"],
                        name="entry_by_change",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["facets"], name="entry_facets", opclasses=["array_ops"]
                    ),
                    django.contrib.postgres.indexes.GinIndex(fields=["words"], name="entry_words"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("known_until__isnull", True)),
                        fields=("case_key",),
                        name="entry_one_current_edition_a_case",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("known_until__isnull", True), ("known_until__gte", models.F("known_from")), _connector="OR"
                        ),
                        name="entry_known_until_is_not_before_known_from",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Label",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.CharField(max_length=120)),
                ("names", models.JSONField()),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="labels", to="archive.entry"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("token", "entry"), name="label_once_an_entry")],
            },
        ),
        migrations.CreateModel(
            name="Period",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case_key", models.CharField(max_length=32)),
                ("case_id", models.CharField(max_length=60)),
                ("person_id", models.CharField(max_length=60)),
                ("known_from", models.DateField()),
                ("known_until", models.DateField(null=True)),
                (
                    "facets",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), size=None),
                ),
                ("verdict_earliest", models.DateField(null=True)),
                ("verdict_latest", models.DateField(null=True)),
                ("burden_least", models.PositiveIntegerField()),
                ("burden_most", models.PositiveIntegerField(null=True)),
                ("verified", models.DateField(null=True)),
                ("position", models.PositiveSmallIntegerField()),
                ("item", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=40)),
                ("standing", models.CharField(max_length=10)),
                ("derived", models.BooleanField()),
                ("void", models.BooleanField()),
                ("begins_earliest", models.DateField(null=True)),
                ("begins_latest", models.DateField(null=True)),
                ("counts_earliest", models.DateField(null=True)),
                ("counts_latest", models.DateField(null=True)),
                ("ends_earliest", models.DateField(null=True)),
                ("ends_latest", models.DateField(null=True)),
                ("open_ended", models.BooleanField()),
                ("start_basis", models.CharField(max_length=10)),
                ("end_basis", models.CharField(max_length=10)),
                ("report_earliest", models.DateField(null=True)),
                ("report_latest", models.DateField(null=True)),
                ("certainty", models.CharField(max_length=1)),
                (
                    "covers",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
                ("missing", models.JSONField()),
                (
                    "rules",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), default=list, size=None
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="periods", to="archive.entry"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("known_until__isnull", True)),
                        fields=["entry"],
                        include=(
                            "kind",
                            "standing",
                            "void",
                            "begins_earliest",
                            "begins_latest",
                            "ends_earliest",
                            "ends_latest",
                            "open_ended",
                            "covers",
                        ),
                        name="period_counted",
                    ),
                    models.Index(
                        condition=models.Q(("known_until__isnull", True)),
                        fields=["kind", "ends_earliest"],
                        name="period_by_kind",
                    ),
                    models.Index(
                        condition=models.Q(("known_until__isnull", True)), fields=["ends_latest"], name="period_by_end"
                    ),
                    models.Index(fields=["person_id"], name="period_by_person"),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["facets"], name="period_facets", opclasses=["array_ops"]
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["rules"], name="period_rules", opclasses=["array_ops"]
                    ),
                ],
                "constraints": [models.UniqueConstraint(fields=("entry", "item"), name="period_one_row_a_restriction")],
            },
        ),
        migrations.CreateModel(
            name="PublicFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=70)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="files", to="archive.entry"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("name", "entry"), name="file_once_an_entry")],
            },
        ),
    ]
