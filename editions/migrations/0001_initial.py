import django.db.models.deletion
import django.db.models.fields.json
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ChainEntry",
            fields=[
                ("number", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                            ("erased", "Erased"),
                            ("sealed", "Sealed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("key", models.CharField(max_length=32)),
                ("published_at", models.DateTimeField()),
                ("case_key", models.CharField(blank=True, max_length=32)),
                ("case_id", models.CharField(blank=True, max_length=60)),
                ("version", models.PositiveIntegerField(null=True)),
                ("reason", models.JSONField(default=dict)),
                ("format", models.CharField(blank=True, max_length=40)),
                ("rule_book", models.CharField(blank=True, max_length=200)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("body", models.JSONField(default=dict)),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ("number",),
                "indexes": [
                    models.Index(fields=["case_key", "-number"], name="chain_by_case_key"),
                    models.Index(fields=["case_id", "-number"], name="chain_by_case_id"),
                    models.Index(fields=["published_at"], name="chain_by_moment"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("erases", "body"), name="chain_by_erased"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("previous",),
                        name="chain_has_no_forks",
                        violation_error_message="Another entry already follows that one: publish again.",
                    ),
                    models.UniqueConstraint(fields=("hash",), name="chain_hash_is_unique"),
                    models.UniqueConstraint(fields=("key",), name="chain_key_is_unique"),
                    models.UniqueConstraint(fields=("case_key", "version"), name="chain_version_once_a_case"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("number__gte", 1),
                            ("previous__regex", "^[0-9a-f]{64}$"),
                            ("hash__regex", "^[0-9a-f]{64}$"),
                            ("key__regex", "^[0-9a-f]{32}$"),
                        ),
                        name="chain_entry_is_numbered_and_chained",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("case_key", ""), ("kind", "sealed")),
                            models.Q(
                                models.Q(("kind", "sealed"), _negated=True), ("case_key__regex", "^[0-9a-f]{32}$")
                            ),
                            _connector="OR",
                        ),
                        name="chain_entry_has_a_case_key",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("body", {}),
                                ("digest__regex", "^[0-9a-f]{64}$"),
                                ("kind", "published"),
                                ("version__gte", 1),
                                ("version__isnull", False),
                            ),
                            models.Q(("body", {}), ("digest", ""), ("kind", "withdrawn"), ("version__isnull", True)),
                            models.Q(
                                ("body__has_keys", ["erases", "places"]),
                                ("digest", ""),
                                ("kind", "erased"),
                                ("version__isnull", True),
                            ),
                            models.Q(
                                ("body__has_keys", ["day", "salt"]),
                                ("digest__regex", "^[0-9a-f]{64}$"),
                                ("kind", "sealed"),
                                ("version__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="chain_entry_says_what_its_kind_says",
                        violation_error_message="An edition has a document's digest and a version, a withdrawal has neither.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("editions.chainentry",),
        ),
        migrations.CreateModel(
            name="EditionText",
            fields=[
                (
                    "edition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="text",
                        serialize=False,
                        to="editions.edition",
                    ),
                ),
                ("content", models.TextField()),
                ("person", models.CharField(editable=False, max_length=60)),
            ],
            options={
                "indexes": [models.Index(fields=["person"], name="edition_text_by_person")],
            },
        ),
        migrations.CreateModel(
            name="PriorCase",
            fields=[
                ("key", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("case_id", models.CharField(max_length=60)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="prior_cases", to="editions.edition"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["case_id"], name="prior_case_by_case_id")],
            },
        ),
    ]
