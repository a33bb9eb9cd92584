import django.db.models.deletion
import django.db.models.fields.json
import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("number", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("case_key", models.CharField(max_length=32)),
                ("case_id", models.CharField(max_length=60)),
                ("published_at", models.DateTimeField()),
                ("reason", models.JSONField()),
                (
                    "kind",
                    models.CharField(choices=[("published", "Published"), ("withdrawn", "Withdrawn")], max_length=10),
                ),
                ("format", models.CharField(blank=True, max_length=40)),
                ("rule_book", models.CharField(blank=True, max_length=200)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ("number",),
            },
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
            ],
        ),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                ("number", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("places", models.JSONField()),
                ("reason", models.JSONField()),
                ("erased_at", models.DateTimeField()),
                ("digest", models.CharField(blank=True, max_length=64)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="erasures", to="editions.edition"
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["case_key", "-number"], name="edition_by_case_key"),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["case_id", "-number"], name="edition_by_case_id"),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["published_at"], name="edition_by_moment"),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(
                fields=("previous",),
                name="edition_chain_has_no_forks",
                violation_error_message="Another edition already follows that one: publish again.",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(fields=("hash",), name="edition_hash_is_unique"),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("number__gte", 1), ("previous__regex", "^[0-9a-f]{64}$"), ("hash__regex", "^[0-9a-f]{64}$")
                ),
                name="edition_is_numbered_and_chained",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(("case_key__regex", "^[0-9a-f]{32}$")), name="edition_has_a_case_key"
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("digest__regex", "^[0-9a-f]{64}$"), ("kind", "published")),
                    models.Q(("digest", ""), ("kind", "withdrawn")),
                    _connector="OR",
                ),
                name="edition_has_a_digest_if_published",
                violation_error_message="A published edition has a document's digest, a withdrawal has none.",
            ),
        ),
        migrations.AddIndex(
            model_name="editiontext",
            index=models.Index(
                django.db.models.fields.json.KeyTextTransform(
                    "id",
                    django.db.models.fields.json.KeyTransform(
                        "person", django.db.models.functions.comparison.Cast("content", models.JSONField())
                    ),
                ),
                name="edition_text_by_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="erasure",
            constraint=models.CheckConstraint(
                condition=models.Q(("digest", ""), ("digest__regex", "^[0-9a-f]{64}$"), _connector="OR"),
                name="erasure_has_a_digest_or_no_text",
            ),
        ),
    ]
