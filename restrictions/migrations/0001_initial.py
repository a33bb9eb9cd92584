import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import records.fields
import records.lists
from records.references import inner_reference


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cases", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slug",
                    models.SlugField(
                        db_collation="C",
                        db_index=False,
                        max_length=60,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9-]{1,60}$",
                                "An id inside a case has small Latin letters, digits and hyphens: “v1”.",
                            )
                        ],
                        verbose_name="id",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "restriction",
                    models.CharField(help_text="Its id, such as ban.", max_length=60, verbose_name="restriction"),
                ),
                ("date", records.fields.PartialDateField(blank=True, max_length=200, null=True, verbose_name="date")),
                ("kind", records.fields.WordField(blank=True, max_length=40, null=True, verbose_name="kind")),
                (
                    "by",
                    records.fields.LengthField(
                        blank=True,
                        help_text="P6M: by how much longer or shorter.",
                        max_length=40,
                        null=True,
                        verbose_name="by",
                    ),
                ),
                (
                    "from_date",
                    records.fields.PartialDateField(blank=True, max_length=200, null=True, verbose_name="from"),
                ),
                (
                    "until_date",
                    records.fields.PartialDateField(blank=True, max_length=200, null=True, verbose_name="until"),
                ),
                (
                    "to",
                    records.fields.TextOrNull(
                        blank=True,
                        help_text="The id of the restriction that took its place; else its kind.",
                        max_length=60,
                        null=True,
                        verbose_name="replaced by",
                    ),
                ),
                (
                    "verdict",
                    records.fields.TextOrNull(
                        blank=True,
                        help_text="The verdict's id, such as v3.",
                        max_length=60,
                        null=True,
                        verbose_name="verdict",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="changes", to="cases.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "change of a restriction",
                "verbose_name_plural": "changes of restrictions",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "slug"),
                        name="change_id_once_per_case",
                        violation_error_message="Another entry of this case has that id. Give each its own.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("slug__regex", "^[a-z0-9-]{1,60}$")),
                        name="change_id_pattern",
                        violation_error_message="An id inside a case has small Latin letters, digits and hyphens: “v1”.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slug",
                    models.SlugField(
                        db_collation="C",
                        db_index=False,
                        max_length=60,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9-]{1,60}$",
                                "An id inside a case has small Latin letters, digits and hyphens: “v1”.",
                            )
                        ],
                        verbose_name="id",
                    ),
                ),
                (
                    "about",
                    models.CharField(
                        default="case",
                        help_text="An id of this case, “kind:” and a kind of restriction, or “case”.",
                        max_length=130,
                        verbose_name="about",
                    ),
                ),
                ("says", records.fields.WordField(blank=True, max_length=40, null=True, verbose_name="says")),
                (
                    "value",
                    records.fields.TextOrNull(
                        blank=True,
                        help_text="A date, or a length: P11Y.",
                        max_length=200,
                        null=True,
                        verbose_name="value",
                    ),
                ),
                (
                    "by",
                    records.fields.TranslatedField(blank=True, default=dict, max_length=400, verbose_name="by whom"),
                ),
                (
                    "said_on",
                    records.fields.PartialDateField(blank=True, max_length=200, null=True, verbose_name="said on"),
                ),
                (
                    "text",
                    records.fields.TranslatedField(blank=True, default=dict, max_length=10000, verbose_name="text"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="claims", to="cases.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "claim",
                "verbose_name_plural": "claims",
                "ordering": ["slug"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "slug"),
                        name="claim_id_once_per_case",
                        violation_error_message="Another entry of this case has that id. Give each its own.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("slug__regex", "^[a-z0-9-]{1,60}$")),
                        name="claim_id_pattern",
                        violation_error_message="An id inside a case has small Latin letters, digits and hyphens: “v1”.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Restriction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slug",
                    models.SlugField(
                        db_collation="C",
                        db_index=False,
                        max_length=60,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9-]{1,60}$",
                                "An id inside a case has small Latin letters, digits and hyphens: “v1”.",
                            )
                        ],
                        verbose_name="id",
                    ),
                ),
                ("kind", records.fields.WordField(blank=True, max_length=40, null=True, verbose_name="kind")),
                (
                    "verdict",
                    records.fields.TextOrNull(
                        blank=True,
                        help_text="The verdict's id, such as v1.",
                        max_length=60,
                        null=True,
                        verbose_name="verdict",
                    ),
                ),
                (
                    "charges",
                    records.lists.LinesField(
                        blank=True,
                        default=list,
                        help_text="Ids, one a line; empty: all.",
                        line_length=60,
                        size=None,
                        verbose_name="charges",
                    ),
                ),
                (
                    "term",
                    models.CharField(
                        choices=[
                            ("length", "a length, or not reported"),
                            ("main-penalty", "for the whole term of the main penalty"),
                            ("life", "for life"),
                        ],
                        default="length",
                        max_length=12,
                        verbose_name="term",
                    ),
                ),
                (
                    "length",
                    records.fields.LengthField(
                        blank=True, help_text="P5Y, P1Y6M or P15D.", max_length=40, null=True, verbose_name="length"
                    ),
                ),
                ("regime", records.fields.WordField(blank=True, max_length=40, null=True, verbose_name="regime")),
                (
                    "registered",
                    records.fields.PartialDateField(
                        blank=True,
                        help_text="Only if a source states the day; unknown:2026-11-22 if you searched in vain that day.",
                        max_length=200,
                        null=True,
                        searched=True,
                        verbose_name="registered",
                    ),
                ),
                (
                    "starts",
                    records.fields.PartialDateField(
                        blank=True,
                        help_text="Only if a source states the day; unknown:2026-11-22 if you searched in vain that day.",
                        max_length=200,
                        null=True,
                        searched=True,
                        verbose_name="starts",
                    ),
                ),
                (
                    "ends",
                    records.fields.PartialDateField(
                        blank=True,
                        help_text="Only if a source states the day; unknown:2026-11-22 if you searched in vain that day.",
                        max_length=200,
                        null=True,
                        searched=True,
                        verbose_name="ends",
                    ),
                ),
                ("ended_by", records.fields.WordField(blank=True, max_length=40, null=True, verbose_name="ended by")),
                ("amount", records.fields.TextOrNull(blank=True, max_length=200, null=True, verbose_name="amount")),
                (
                    "covers",
                    records.lists.WordsField(
                        blank=True, default=list, line_length=200, size=None, verbose_name="covers"
                    ),
                ),
                (
                    "exceptions",
                    records.fields.TranslatedField(
                        blank=True, default=dict, max_length=10000, verbose_name="exceptions"
                    ),
                ),
                (
                    "wording",
                    records.fields.TranslatedField(blank=True, default=dict, max_length=10000, verbose_name="wording"),
                ),
                (
                    "original",
                    records.fields.TextOrNull(blank=True, max_length=3, null=True, verbose_name="original language"),
                ),
                (
                    "reported_as",
                    records.fields.TranslatedField(
                        blank=True, default=dict, max_length=10000, verbose_name="reported as"
                    ),
                ),
                ("reduced_share", models.BooleanField(default=False, verbose_name="reduced share")),
                (
                    "told",
                    models.BooleanField(
                        default=False,
                        help_text="Known only because the person or their lawyer says so.",
                        verbose_name="told",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="restrictions", to="cases.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "restriction",
                "verbose_name_plural": "restrictions",
                "ordering": ["slug"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "slug"),
                        name="restriction_id_once_per_case",
                        violation_error_message="Another entry of this case has that id. Give each its own.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("slug__regex", "^[a-z0-9-]{1,60}$")),
                        name="restriction_id_pattern",
                        violation_error_message="An id inside a case has small Latin letters, digits and hyphens: “v1”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("term__in", ["length", "main-penalty", "life"])),
                        name="restriction_term_known",
                        violation_error_message="Choose how the length is given.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("length__isnull", True), ("term", "length"), _connector="OR"),
                        name="restriction_length_only_by_length",
                        violation_error_message="A restriction for life or for the main penalty's term has no length of its own: empty the length, or choose “a length”.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RestrictionBasis",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slug",
                    models.SlugField(
                        db_collation="C",
                        db_index=False,
                        max_length=60,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9-]{1,60}$",
                                "An id inside a case has small Latin letters, digits and hyphens: “v1”.",
                            )
                        ],
                        verbose_name="id",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "restriction",
                    models.CharField(help_text="Its id, such as ban.", max_length=60, verbose_name="restriction"),
                ),
                (
                    "field",
                    models.CharField(
                        choices=[
                            ("length", "length"),
                            ("registered", "registered"),
                            ("starts", "starts"),
                            ("ends", "ends"),
                        ],
                        default="length",
                        max_length=10,
                        verbose_name="field",
                    ),
                ),
                (
                    "how",
                    records.fields.WordField(
                        blank=True, default="disputed", max_length=40, null=True, verbose_name="how"
                    ),
                ),
                (
                    "fitted",
                    models.BooleanField(
                        default=False,
                        help_text="Inferred with knowledge of the end that it should explain.",
                        verbose_name="fitted",
                    ),
                ),
                (
                    "text",
                    records.fields.TranslatedField(
                        blank=True, default=dict, max_length=10000, verbose_name="reasoning"
                    ),
                ),
                (
                    "otherwise",
                    records.fields.DateOrLengthField(
                        blank=True,
                        help_text="P3Y or P1Y6M for a length, 2016-06-03 for a date. The sources below are those that say so.",
                        max_length=200,
                        null=True,
                        verbose_name="what other sources say",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reports", to="cases.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "how a length or date of a restriction is known",
                "verbose_name_plural": "how lengths and dates of restrictions are known",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "slug"),
                        name="report_id_once_per_case",
                        violation_error_message="Another entry of this case has that id. Give each its own.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("slug__regex", "^[a-z0-9-]{1,60}$")),
                        name="report_id_pattern",
                        violation_error_message="An id inside a case has small Latin letters, digits and hyphens: “v1”.",
                    ),
                ],
            },
        ),
        inner_reference("restrictions_restriction", "verdict", "cases_verdict"),
        inner_reference("restrictions_change", "verdict", "cases_verdict"),
        inner_reference("restrictions_change", "restriction", "restrictions_restriction"),
        inner_reference("restrictions_restrictionbasis", "restriction", "restrictions_restriction"),
    ]
