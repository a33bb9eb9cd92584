import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import people.spellings
import records.fields
import records.lists

SPELLING_KEYS = """
CREATE FUNCTION spelling_keys(spellings text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
    WITH letters AS (
        SELECT replace(replace(replace(replace(replace(replace(translate(
            lower(spellings),
            'абвгдеёзийклмнопрстуфхцыэәғқңөұүһіъь', 'abvgdeeziiklmnoprstufhcyeagknouuhi'),
            'ж', 'zh'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'sh'), 'ю', 'yu'), 'я', 'ya') AS latin
    ), plain AS (
        SELECT replace(replace(replace(replace(replace(replace(replace(replace(
            latin, 'yev', 'ev'), 'kh', 'h'), 'ts', 'c'), 'iy', 'i'), 'yy', 'y'), 'x', 'ks'), 'q', 'k'), 'j', 'zh') AS names
        FROM letters
    ), word AS (
        SELECT number, text
        FROM plain, regexp_split_to_table(names, '"') WITH ORDINALITY AS spelling (name, number),
            regexp_split_to_table(name, '[^[:alpha:]]+') AS text
        WHERE text <> ''
    ), whole AS (
        SELECT '=' || string_agg(letter, '' ORDER BY letter COLLATE "C") AS text
        FROM word, regexp_split_to_table(regexp_replace(text, '[aeiouy]', '', 'g'), '') AS letter GROUP BY number
    )
    SELECT array(
        SELECT text FROM word
        UNION SELECT text FROM whole
        UNION SELECT '~' || regexp_replace(text, '[aeiouy]', '', 'g') FROM word WHERE text ~ '([^aeiouy].*){3}'
        UNION SELECT left(text, place - 1) || substr(text, place + 1)
            FROM (SELECT text FROM word UNION ALL SELECT text FROM whole) AS long, generate_series(1, length(text)) AS place
            WHERE length(text) > 3 AND NOT (place = 1 AND text LIKE '=%')
    )
$$"""
"""See people.spellings."""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("records", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(SPELLING_KEYS, "DROP FUNCTION spelling_keys(text)"),
        migrations.CreateModel(
            name="Occupation",
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
                "verbose_name": "occupation",
                "verbose_name_plural": "occupations",
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Recogniser",
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
                "verbose_name": "recognising organisation",
                "verbose_name_plural": "recognising organisations",
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Person",
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
                ("gender", records.fields.WordField(blank=True, max_length=40, null=True, verbose_name="gender")),
                ("born", records.fields.PartialDateField(blank=True, max_length=200, null=True, verbose_name="born")),
                ("died", records.fields.PartialDateField(blank=True, max_length=200, null=True, verbose_name="died")),
                ("city", records.fields.TranslatedField(blank=True, default=dict, max_length=400, verbose_name="city")),
                ("region", records.fields.WordField(blank=True, max_length=40, null=True, verbose_name="region")),
                (
                    "about",
                    records.fields.TranslatedField(
                        blank=True, default=dict, max_length=10000, verbose_name="about the person"
                    ),
                ),
                (
                    "occupations",
                    models.ManyToManyField(
                        blank=True, related_name="people", to="people.occupation", verbose_name="occupations"
                    ),
                ),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
                "ordering": ["slug"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        people.spellings.NamesKeys("names"), name="person_by_spelling"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OtherName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("language", records.fields.TextOrNull(blank=True, max_length=3, null=True, verbose_name="language")),
                (
                    "kind",
                    records.fields.WordField(
                        blank=True, default="variant", max_length=40, null=True, verbose_name="kind"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="other_names", to="people.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "other name",
                "verbose_name_plural": "other names",
                "ordering": ["position", "pk"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        people.spellings.SpellingKeys("name"), name="other_name_by_spelling"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonCitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fact", models.CharField(blank=True, max_length=90, verbose_name="fact")),
                ("field", models.CharField(blank=True, max_length=40, verbose_name="field")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="citations", to="people.person"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.source",
                        to_field="slug",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "citation",
                "verbose_name_plural": "citations",
                "ordering": ["fact", "field", "source"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PersonNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
                ("risk", models.TextField(blank=True, verbose_name="risk to the person or a source")),
                ("contact_consent", models.TextField(blank=True, verbose_name="consent to contact")),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="note", to="people.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "internal note",
                "verbose_name_plural": "internal notes",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Portrait",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("renditions", models.JSONField(verbose_name="files")),
                (
                    "alt",
                    records.fields.TranslatedField(
                        blank=True,
                        default=dict,
                        help_text="For readers who cannot see it: who, what of them, nothing that the picture does not show.",
                        max_length=400,
                        verbose_name="what it shows",
                    ),
                ),
                (
                    "credit",
                    records.fields.TranslatedField(
                        blank=True,
                        default=dict,
                        help_text="Who made it, for whom: “Vlast / N. N.”",
                        max_length=200,
                        verbose_name="credit",
                    ),
                ),
                ("licence", models.CharField(blank=True, max_length=20, verbose_name="licence")),
                (
                    "terms",
                    records.fields.TranslatedField(
                        blank=True,
                        default=dict,
                        help_text="What exactly was allowed, where the licence is no known one.",
                        max_length=400,
                        verbose_name="terms",
                    ),
                ),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="portrait", to="people.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "portrait",
                "verbose_name_plural": "portraits",
            },
        ),
        migrations.CreateModel(
            name="Recognition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(db_index=False, max_length=60, verbose_name="id")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                ("kind", records.fields.WordField(blank=True, max_length=60, null=True, verbose_name="as")),
                ("date", records.fields.PartialDateField(blank=True, max_length=200, null=True, verbose_name="date")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recognitions",
                        to="people.recogniser",
                        verbose_name="by",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="recognitions", to="people.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "recognition",
                "verbose_name_plural": "recognitions",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("slug__regex", "^[a-z0-9-]{3,60}$")),
                name="person_id_pattern",
                violation_error_message="An id has 3 to 60 small Latin letters, digits and hyphens, such as “bokai-2016”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="personcitation",
            constraint=models.UniqueConstraint(
                fields=("person", "fact", "field", "source"),
                name="person_citation_once",
                violation_error_message="This source is already cited there.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recognition",
            constraint=models.UniqueConstraint(
                fields=("person", "slug"),
                name="recognition_id_once_per_person",
                violation_error_message="This person has another recognition with that id.",
            ),
        ),
        migrations.CreateModel(
            name="PersonOccupation",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("people.person_occupations",),
        ),
    ]
