import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import records.fields
import records.lists


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Publisher",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, unique=True, verbose_name="name in the archive file")),
                (
                    "names",
                    records.fields.TranslatedField(blank=True, default=dict, max_length=200, verbose_name="names"),
                ),
                (
                    "aliases",
                    records.lists.LinesField(
                        blank=True, default=list, line_length=200, size=None, verbose_name="other names, one a line"
                    ),
                ),
            ],
            options={
                "verbose_name": "publisher",
                "verbose_name_plural": "publishers",
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Court",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slug",
                    models.SlugField(
                        db_collation="C",
                        max_length=60,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9-]{3,60}$",
                                "An id has 3 to 60 small Latin letters, digits and hyphens, such as “bokai-2016”.",
                            )
                        ],
                        verbose_name="id",
                    ),
                ),
                (
                    "former_ids",
                    records.lists.LinesField(
                        blank=True, default=list, line_length=60, size=None, verbose_name="former ids"
                    ),
                ),
                (
                    "names",
                    records.fields.TranslatedField(blank=True, default=dict, max_length=200, verbose_name="names"),
                ),
                (
                    "aliases",
                    records.lists.LinesField(
                        blank=True, default=list, line_length=200, size=None, verbose_name="other names, one a line"
                    ),
                ),
                ("region", records.fields.WordField(blank=True, max_length=40, null=True, verbose_name="region")),
            ],
            options={
                "verbose_name": "court",
                "verbose_name_plural": "courts",
                "ordering": ["slug"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("slug__regex", "^[a-z0-9-]{3,60}$")),
                        name="court_id_pattern",
                        violation_error_message="An id has 3 to 60 small Latin letters, digits and hyphens, such as “bokai-2016”.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slug",
                    models.SlugField(
                        db_collation="C",
                        max_length=60,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9-]{3,60}$",
                                "An id has 3 to 60 small Latin letters, digits and hyphens, such as “bokai-2016”.",
                            )
                        ],
                        verbose_name="id",
                    ),
                ),
                (
                    "former_ids",
                    records.lists.LinesField(
                        blank=True, default=list, line_length=60, size=None, verbose_name="former ids"
                    ),
                ),
                ("title", records.fields.TextOrNull(blank=True, max_length=400, null=True, verbose_name="title")),
                (
                    "group",
                    records.fields.TextOrNull(
                        blank=True,
                        help_text="Publishers under one word here count as one source, such as “rferl”.",
                        max_length=200,
                        null=True,
                        verbose_name="counts as one with",
                    ),
                ),
                ("url", records.fields.TextOrNull(blank=True, max_length=2000, null=True, verbose_name="address")),
                (
                    "archived_url",
                    records.fields.TextOrNull(
                        blank=True, max_length=2000, null=True, verbose_name="address of an archived copy"
                    ),
                ),
                (
                    "published",
                    records.fields.PartialDateField(blank=True, max_length=200, null=True, verbose_name="published"),
                ),
                (
                    "accessed",
                    records.fields.PartialDateField(blank=True, max_length=200, null=True, verbose_name="read on"),
                ),
                ("language", records.fields.TextOrNull(blank=True, max_length=10, null=True, verbose_name="language")),
                ("kind", records.fields.WordField(blank=True, max_length=40, null=True, verbose_name="kind")),
                (
                    "publisher",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sources",
                        to="records.publisher",
                        verbose_name="publisher",
                    ),
                ),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "ordering": ["slug"],
            },
        ),
        migrations.CreateModel(
            name="Paper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="SHA-256")),
                ("size", models.PositiveBigIntegerField(null=True, verbose_name="bytes")),
                ("pages", models.PositiveIntegerField(verbose_name="pages")),
                ("uploaded_at", models.DateTimeField(null=True, verbose_name="uploaded")),
                ("findings", models.JSONField(default=list, verbose_name="what was found in it")),
                (
                    "places",
                    records.fields.TranslatedField(
                        blank=True,
                        default=dict,
                        help_text="What stands on which page: “the sentence: page 12”.",
                        max_length=400,
                        verbose_name="where in it",
                    ),
                ),
                ("is_public", models.BooleanField(default=False, verbose_name="readers may have it")),
                (
                    "public_sha256",
                    models.CharField(blank=True, max_length=64, verbose_name="SHA-256 of the public file"),
                ),
                ("public_size", models.PositiveBigIntegerField(null=True, verbose_name="bytes of the public file")),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
                (
                    "source",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="paper", to="records.source"
                    ),
                ),
            ],
            options={
                "verbose_name": "paper",
                "verbose_name_plural": "papers",
            },
        ),
        migrations.CreateModel(
            name="Trial",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slug",
                    models.SlugField(
                        db_collation="C",
                        max_length=60,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9-]{3,60}$",
                                "An id has 3 to 60 small Latin letters, digits and hyphens, such as “bokai-2016”.",
                            )
                        ],
                        verbose_name="id",
                    ),
                ),
                (
                    "former_ids",
                    records.lists.LinesField(
                        blank=True, default=list, line_length=60, size=None, verbose_name="former ids"
                    ),
                ),
                (
                    "title",
                    records.fields.TranslatedField(blank=True, default=dict, max_length=400, verbose_name="title"),
                ),
                (
                    "aliases",
                    records.lists.LinesField(
                        blank=True, default=list, line_length=200, size=None, verbose_name="other names, one a line"
                    ),
                ),
            ],
            options={
                "verbose_name": "trial",
                "verbose_name_plural": "trials",
                "ordering": ["slug"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("slug__regex", "^[a-z0-9-]{3,60}$")),
                        name="trial_id_pattern",
                        violation_error_message="An id has 3 to 60 small Latin letters, digits and hyphens, such as “bokai-2016”.",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(("slug__regex", "^[a-z0-9-]{3,60}$")),
                name="source_id_pattern",
                violation_error_message="An id has 3 to 60 small Latin letters, digits and hyphens, such as “bokai-2016”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_public", False), ("public_sha256__regex", "^[0-9a-f]{64}$"), _connector="OR"),
                name="public_paper_has_a_public_file",
                violation_error_message="A public paper needs a file made for readers.",
            ),
        ),
    ]
