"""The audit: triggers write every change of a row into a table beside its own."""

import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

import cases.models.court
import records.fields
import records.lists
from records.triggers import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0001_initial"),
        ("people", "0001_initial"),
        ("records", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="CaseAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "slug",
                    models.SlugField(
                        db_collation="C",
                        db_index=False,
                        max_length=60,
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
                    "status",
                    models.CharField(
                        choices=[("draft", "draft"), ("published", "published")],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "missing",
                    records.lists.LinesField(
                        blank=True,
                        default=list,
                        help_text="One a line: facts that would settle the dates.",
                        line_length=200,
                        size=None,
                        verbose_name="what is missing",
                    ),
                ),
                (
                    "title",
                    records.fields.TranslatedField(blank=True, default=dict, max_length=400, verbose_name="title"),
                ),
                (
                    "summary",
                    records.fields.TranslatedField(blank=True, default=dict, max_length=10000, verbose_name="summary"),
                ),
                ("searched", models.DateField(blank=True, null=True, verbose_name="searched for news on")),
                ("verified", models.DateField(blank=True, null=True, verbose_name="verified on")),
                (
                    "withheld",
                    records.lists.LinesField(
                        blank=True,
                        default=list,
                        help_text="One a line: keys that are not shown, such as testimonies or person.born.",
                        line_length=101,
                        size=None,
                        verbose_name="withheld",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version of the rows")),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                        to_field="slug",
                        verbose_name="person",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="cases.case",
                    ),
                ),
                (
                    "trial",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Only where several people stood trial together.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="records.trial",
                        to_field="slug",
                        verbose_name="trial",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CaseCitationAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("fact", models.CharField(blank=True, max_length=90, verbose_name="fact")),
                ("field", models.CharField(blank=True, max_length=40, verbose_name="field")),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="cases.casecitation",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="records.source",
                        to_field="slug",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CaseNoteAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="cases.casenote",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ChargeAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
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
                    "code",
                    models.CharField(
                        default=cases.models.court.criminal_code,
                        max_length=23,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Z]{2}-[A-Z0-9-]{1,20}$", "A code is a country and a law: KZ-CC."
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                (
                    "article",
                    models.CharField(
                        max_length=6,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9]{1,3}(-[0-9]{1,2})?$", "An article is a number: 174 or 314-1."
                            )
                        ],
                        verbose_name="article",
                    ),
                ),
                (
                    "part",
                    records.fields.TextOrNull(
                        blank=True,
                        max_length=5,
                        null=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9]{1,2}(-[0-9]{1,2})?$", "A part is a number: 2 or 2-1."
                            )
                        ],
                        verbose_name="part",
                    ),
                ),
                ("outcome", records.fields.WordField(blank=True, max_length=40, null=True, verbose_name="outcome")),
                (
                    "gravity",
                    records.fields.WordField(
                        blank=True,
                        help_text="Only if a source states it; the rule book knows the articles.",
                        max_length=40,
                        null=True,
                        verbose_name="gravity",
                    ),
                ),
                ("against_life", models.BooleanField(blank=True, null=True, verbose_name="against life")),
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
                    "committed",
                    records.fields.PartialDateField(
                        blank=True,
                        help_text="The day of the offence: for minors, and for a new crime beside an old record.",
                        max_length=200,
                        null=True,
                        verbose_name="committed on",
                    ),
                ),
                (
                    "basis",
                    records.fields.WordField(
                        blank=True,
                        help_text="Only if no source tells the verdict’s own part: then the page says so.",
                        max_length=40,
                        null=True,
                        verbose_name="how the part is known",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="cases.charge",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CustodyAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
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
                    "from_date",
                    records.fields.PartialDateField(blank=True, max_length=200, null=True, verbose_name="from"),
                ),
                (
                    "until_date",
                    records.fields.PartialDateField(
                        blank=True,
                        help_text="The last day. It counts.",
                        max_length=200,
                        null=True,
                        verbose_name="until",
                    ),
                ),
                (
                    "place",
                    records.fields.TranslatedField(blank=True, default=dict, max_length=400, verbose_name="place"),
                ),
                (
                    "conditions",
                    records.lists.TranslatedLinesField(blank=True, default=list, verbose_name="conditions, one a line"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="cases.custody",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CustodyBasisAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
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
                ("custody", models.CharField(help_text="Its id, such as c1.", max_length=60, verbose_name="custody")),
                (
                    "field",
                    models.CharField(
                        choices=[("from", "from"), ("until", "until")], max_length=10, verbose_name="field"
                    ),
                ),
                ("how", records.fields.WordField(blank=True, max_length=40, null=True, verbose_name="how")),
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
                    records.fields.PartialDateField(
                        blank=True, max_length=200, null=True, verbose_name="what other sources say"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="cases.custodybasis",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EventAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
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
                ("date", records.fields.PartialDateField(blank=True, max_length=200, null=True, verbose_name="date")),
                ("kind", records.fields.WordField(blank=True, max_length=40, null=True, verbose_name="kind")),
                (
                    "by",
                    records.fields.TranslatedField(blank=True, default=dict, max_length=400, verbose_name="by whom"),
                ),
                (
                    "about",
                    records.fields.TextOrNull(
                        blank=True,
                        help_text="An id of this case, “kind:” and a kind of restriction, or “case”.",
                        max_length=130,
                        null=True,
                        verbose_name="about",
                    ),
                ),
                ("answer", records.fields.WordField(blank=True, max_length=40, null=True, verbose_name="answer")),
                (
                    "text",
                    records.fields.TranslatedField(blank=True, default=dict, max_length=10000, verbose_name="text"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="cases.event",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InclusionAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
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
                ("criterion", records.fields.WordField(blank=True, max_length=40, null=True, verbose_name="criterion")),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="cases.inclusion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PriorAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
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
                ("date", records.fields.PartialDateField(blank=True, max_length=200, null=True, verbose_name="date")),
                (
                    "text",
                    records.fields.TranslatedField(blank=True, default=dict, max_length=10000, verbose_name="text"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "earlier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                        to_field="slug",
                        verbose_name="case of this archive",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="cases.prior",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CaseTagAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.tag",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TagAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200, verbose_name="name in the archive file")),
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="cases.tag",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TestimonyAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
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
                ("theme", records.fields.WordField(blank=True, max_length=40, null=True, verbose_name="theme")),
                (
                    "speaker_name",
                    records.fields.TranslatedField(blank=True, default=dict, max_length=400, verbose_name="speaker"),
                ),
                (
                    "speaker_role",
                    records.fields.TranslatedField(
                        blank=True, default=dict, max_length=400, verbose_name="the speaker's role"
                    ),
                ),
                (
                    "form",
                    records.fields.WordField(
                        blank=True, default="paraphrase", max_length=40, null=True, verbose_name="form"
                    ),
                ),
                (
                    "original",
                    records.fields.TextOrNull(blank=True, max_length=3, null=True, verbose_name="original language"),
                ),
                (
                    "said_on",
                    records.fields.PartialDateField(blank=True, max_length=200, null=True, verbose_name="said on"),
                ),
                (
                    "about",
                    records.fields.TextOrNull(
                        blank=True,
                        help_text="An id of this case, “kind:” and a kind of restriction, or “case”.",
                        max_length=130,
                        null=True,
                        verbose_name="about",
                    ),
                ),
                ("consent", records.fields.WordField(blank=True, max_length=40, null=True, verbose_name="consent")),
                (
                    "text",
                    records.fields.TranslatedField(blank=True, default=dict, max_length=10000, verbose_name="text"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="cases.testimony",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VerdictAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
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
                    "on",
                    records.fields.TextOrNull(
                        blank=True,
                        help_text="The id of the verdict appealed.",
                        max_length=60,
                        null=True,
                        verbose_name="on verdict",
                    ),
                ),
                ("instance", records.fields.WordField(blank=True, max_length=40, null=True, verbose_name="instance")),
                ("judge", records.fields.TextOrNull(blank=True, max_length=200, null=True, verbose_name="judge")),
                ("date", records.fields.PartialDateField(blank=True, max_length=200, null=True, verbose_name="date")),
                ("appealed", models.BooleanField(blank=True, null=True, verbose_name="appealed")),
                (
                    "copy_served",
                    records.fields.PartialDateField(
                        blank=True, max_length=200, null=True, verbose_name="copy served on"
                    ),
                ),
                (
                    "in_force",
                    records.fields.PartialDateField(
                        blank=True,
                        help_text="Only if a source states the day: otherwise the law is asked.",
                        max_length=200,
                        null=True,
                        searched=True,
                        verbose_name="in force",
                    ),
                ),
                ("result", records.fields.WordField(blank=True, max_length=40, null=True, verbose_name="result")),
                (
                    "recidivism",
                    records.fields.WordField(
                        blank=True,
                        help_text="Only if a source states it.",
                        max_length=40,
                        null=True,
                        verbose_name="recidivism",
                    ),
                ),
                (
                    "lifts_record",
                    models.BooleanField(
                        blank=True,
                        help_text="Of a pardon, an amnesty or an early cancellation; empty: not reported.",
                        null=True,
                        verbose_name="lifts the criminal record",
                    ),
                ),
                (
                    "pending_on",
                    records.fields.PartialDateField(
                        blank=True,
                        help_text="A day on which an appeal was reported as not yet decided.",
                        max_length=200,
                        null=True,
                        verbose_name="appeal pending on",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "court",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="records.court",
                        to_field="slug",
                        verbose_name="court",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="cases.verdict",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="tag",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_tagaudit" ("aliases", "id", "name", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."aliases", NEW."id", NEW."name", NEW."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="04b9e487623e0ded591d34e3c66882164b25ac1e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9dd63",
                    table="cases_tag",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="tag",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_tagaudit" ("aliases", "id", "name", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."aliases", NEW."id", NEW."name", NEW."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="c1b1adedae43ff4b13043b7c54f3b0ef45342a26",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5f72c",
                    table="cases_tag",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="tag",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_tagaudit" ("aliases", "id", "name", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."aliases", OLD."id", OLD."name", OLD."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="2eb450190630147c0e4d07cb6cd852cacf00cfb4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6b684",
                    table="cases_tag",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="caseaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="89406a968cfec5f6d8aed59e4da1d6f185b0b5dd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a8ce0",
                    table="cases_caseaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casecitation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_casecitationaudit" ("case_id", "fact", "field", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id") VALUES (NEW."case_id", NEW."fact", NEW."field", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."source_id"); RETURN NULL;',
                    hash="be09569d540b53fac9e3afa818257301f9da1631",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0191f",
                    table="cases_casecitation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casecitation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_casecitationaudit" ("case_id", "fact", "field", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id") VALUES (NEW."case_id", NEW."fact", NEW."field", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."source_id"); RETURN NULL;',
                    hash="5f5f36393c9fd06b9081f3ba527a6da26d8bbdde",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e4918",
                    table="cases_casecitation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casecitation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_casecitationaudit" ("case_id", "fact", "field", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id") VALUES (OLD."case_id", OLD."fact", OLD."field", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."source_id"); RETURN NULL;',
                    hash="8249fdd5dce8e0c15cb14245763dc8cd806fa51c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ff327",
                    table="cases_casecitation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casecitationaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c30517c9a17406f6299852179dddeed73d06ed2b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_37690",
                    table="cases_casecitationaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casenote",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_casenoteaudit" ("case_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."case_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="dad5347be126d1b1cd76212ff97f0dbcfd6b7eac",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0c4c5",
                    table="cases_casenote",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casenote",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_casenoteaudit" ("case_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."case_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="eb91646f023481eb201735b995d89c6fdc21fc55",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f902d",
                    table="cases_casenote",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casenote",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_casenoteaudit" ("case_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."case_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="eb0fa0d4ddd82154cc9e16f1460094b341f477d8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_88604",
                    table="cases_casenote",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casenoteaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0c0c423370483aec98ab70bbfc1522fff2e55bc5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_af29f",
                    table="cases_casenoteaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="charge",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_chargeaudit" ("against_life", "article", "basis", "case_id", "code", "committed", "gravity", "id", "outcome", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "verdict") VALUES (NEW."against_life", NEW."article", NEW."basis", NEW."case_id", NEW."code", NEW."committed", NEW."gravity", NEW."id", NEW."outcome", NEW."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."slug", NEW."verdict"); RETURN NULL;',
                    hash="0dce0d05e40d4e74226c32c011787d4953b3dd89",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_45c04",
                    table="cases_charge",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="charge",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_chargeaudit" ("against_life", "article", "basis", "case_id", "code", "committed", "gravity", "id", "outcome", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "verdict") VALUES (NEW."against_life", NEW."article", NEW."basis", NEW."case_id", NEW."code", NEW."committed", NEW."gravity", NEW."id", NEW."outcome", NEW."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."slug", NEW."verdict"); RETURN NULL;',
                    hash="f29db7cf4a31b65facb4e2da4ab446b8f9d33c86",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1b682",
                    table="cases_charge",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="charge",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_chargeaudit" ("against_life", "article", "basis", "case_id", "code", "committed", "gravity", "id", "outcome", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "verdict") VALUES (OLD."against_life", OLD."article", OLD."basis", OLD."case_id", OLD."code", OLD."committed", OLD."gravity", OLD."id", OLD."outcome", OLD."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."slug", OLD."verdict"); RETURN NULL;',
                    hash="09ed3c152518cf65cc8c80f5d362219425dc5d88",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d0833",
                    table="cases_charge",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="chargeaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d6cb9aea2aa8cbbae9020df3ed2ca0ae7c3616b1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7676e",
                    table="cases_chargeaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="custody",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_custodyaudit" ("case_id", "conditions", "from_date", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "slug", "until_date") VALUES (NEW."case_id", NEW."conditions", NEW."from_date", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."slug", NEW."until_date"); RETURN NULL;',
                    hash="265c03e9b0d5a1f87e64e947d2810292f7e56107",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_db128",
                    table="cases_custody",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="custody",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_custodyaudit" ("case_id", "conditions", "from_date", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "slug", "until_date") VALUES (NEW."case_id", NEW."conditions", NEW."from_date", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."slug", NEW."until_date"); RETURN NULL;',
                    hash="d498aba22292be2e90584d9402fa86871359127c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_59868",
                    table="cases_custody",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="custody",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_custodyaudit" ("case_id", "conditions", "from_date", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "slug", "until_date") VALUES (OLD."case_id", OLD."conditions", OLD."from_date", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."slug", OLD."until_date"); RETURN NULL;',
                    hash="ecbff2e9ac9c4cd41f552b5043c7f3be716da0b5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b4bc9",
                    table="cases_custody",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="custodyaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c3510b70cbeb0bb9738bfc89fb507615c5443043",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6a4c8",
                    table="cases_custodyaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="custodybasis",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_custodybasisaudit" ("case_id", "custody", "field", "fitted", "how", "id", "otherwise", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "text") VALUES (NEW."case_id", NEW."custody", NEW."field", NEW."fitted", NEW."how", NEW."id", NEW."otherwise", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."slug", NEW."text"); RETURN NULL;',
                    hash="5df28fc1c1cc4bfe7f9b1c7800d9b1d2ece7a896",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cfe75",
                    table="cases_custodybasis",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="custodybasis",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_custodybasisaudit" ("case_id", "custody", "field", "fitted", "how", "id", "otherwise", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "text") VALUES (NEW."case_id", NEW."custody", NEW."field", NEW."fitted", NEW."how", NEW."id", NEW."otherwise", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."slug", NEW."text"); RETURN NULL;',
                    hash="bff1e9c1a065117340ae9dd5e551d1b8d3c98d64",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ea026",
                    table="cases_custodybasis",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="custodybasis",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_custodybasisaudit" ("case_id", "custody", "field", "fitted", "how", "id", "otherwise", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "text") VALUES (OLD."case_id", OLD."custody", OLD."field", OLD."fitted", OLD."how", OLD."id", OLD."otherwise", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."slug", OLD."text"); RETURN NULL;',
                    hash="76cad9903b4b2bcd80dddfda2dddab5ee8ec0988",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2d037",
                    table="cases_custodybasis",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="custodybasisaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="93be87a0b8b341ebd45ef74f0969fcac3e5b057a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fff8f",
                    table="cases_custodybasisaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_eventaudit" ("about", "answer", "by", "case_id", "date", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "text") VALUES (NEW."about", NEW."answer", NEW."by", NEW."case_id", NEW."date", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."slug", NEW."text"); RETURN NULL;',
                    hash="b879f8aadb78baa56e5d138d843b74d3083fffa8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d3fd6",
                    table="cases_event",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_eventaudit" ("about", "answer", "by", "case_id", "date", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "text") VALUES (NEW."about", NEW."answer", NEW."by", NEW."case_id", NEW."date", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."slug", NEW."text"); RETURN NULL;',
                    hash="b0c9f061a039d198f7dddb433f1f598085d1ae81",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_55956",
                    table="cases_event",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_eventaudit" ("about", "answer", "by", "case_id", "date", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "text") VALUES (OLD."about", OLD."answer", OLD."by", OLD."case_id", OLD."date", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."slug", OLD."text"); RETURN NULL;',
                    hash="49cf88040338e3327de3f8823001291ee080e1b0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_83922",
                    table="cases_event",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="eventaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e0636f78c3667e491ec7b75d99f6accc127cff7b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_27f57",
                    table="cases_eventaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="inclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_inclusionaudit" ("case_id", "criterion", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug") VALUES (NEW."case_id", NEW."criterion", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."slug"); RETURN NULL;',
                    hash="ae74b5c224a8463429779b39413ceb1c8eaef753",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c3b38",
                    table="cases_inclusion",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="inclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_inclusionaudit" ("case_id", "criterion", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug") VALUES (NEW."case_id", NEW."criterion", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."slug"); RETURN NULL;',
                    hash="9371fa7e427b34699636d46a17fe82a729966ba8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6e7e2",
                    table="cases_inclusion",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="inclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_inclusionaudit" ("case_id", "criterion", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug") VALUES (OLD."case_id", OLD."criterion", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."slug"); RETURN NULL;',
                    hash="efcf220a130d3278a95e3cc35853eb5ac4959f96",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bbf5b",
                    table="cases_inclusion",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="inclusionaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f508b217ae01e85941aed4b1cf16874796e5df15",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4dba0",
                    table="cases_inclusionaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="prior",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_prioraudit" ("case_id", "date", "earlier_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "text") VALUES (NEW."case_id", NEW."date", NEW."earlier_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."slug", NEW."text"); RETURN NULL;',
                    hash="b798b2814da27e1d71f8305bcc99fe18cbf18711",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f01f4",
                    table="cases_prior",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="prior",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_prioraudit" ("case_id", "date", "earlier_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "text") VALUES (NEW."case_id", NEW."date", NEW."earlier_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."slug", NEW."text"); RETURN NULL;',
                    hash="e8dd89d3ccad5374bc46b07b5c7d8f74371916b6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_10bd7",
                    table="cases_prior",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="prior",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_prioraudit" ("case_id", "date", "earlier_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "text") VALUES (OLD."case_id", OLD."date", OLD."earlier_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."slug", OLD."text"); RETURN NULL;',
                    hash="264cfc7086d55b017195f68e10346005be975755",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_25ccf",
                    table="cases_prior",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="prioraudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="044f73e3b6389f220a7e21c55e0039b536ad1cf0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_47472",
                    table="cases_prioraudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casetagaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="da7eb78feb8627b06b0c18b0fbad65aba8c91335",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_33452",
                    table="cases_casetagaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_caseaudit" ("former_ids", "id", "missing", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "searched", "slug", "status", "summary", "title", "trial_id", "verified", "version", "withheld") VALUES (NEW."former_ids", NEW."id", NEW."missing", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."searched", NEW."slug", NEW."status", NEW."summary", NEW."title", NEW."trial_id", NEW."verified", NEW."version", NEW."withheld"); RETURN NULL;',
                    hash="657af73f8e62e2d2c98a1237361e6413704e0d96",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0b483",
                    table="cases_case",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_caseaudit" ("former_ids", "id", "missing", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "searched", "slug", "status", "summary", "title", "trial_id", "verified", "version", "withheld") VALUES (NEW."former_ids", NEW."id", NEW."missing", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."searched", NEW."slug", NEW."status", NEW."summary", NEW."title", NEW."trial_id", NEW."verified", NEW."version", NEW."withheld"); RETURN NULL;',
                    hash="c7383b0de6a6b625ac69de0b3a6eda088c2c84f5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f5146",
                    table="cases_case",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_caseaudit" ("former_ids", "id", "missing", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "searched", "slug", "status", "summary", "title", "trial_id", "verified", "version", "withheld") VALUES (OLD."former_ids", OLD."id", OLD."missing", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."searched", OLD."slug", OLD."status", OLD."summary", OLD."title", OLD."trial_id", OLD."verified", OLD."version", OLD."withheld"); RETURN NULL;',
                    hash="80956191bd473d0f81d61c2da08d0e3a7359bda3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8d49e",
                    table="cases_case",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="tagaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b0c5b58a3eb67ba410e79d833b89546482622533",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_258e5",
                    table="cases_tagaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="testimony",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_testimonyaudit" ("about", "case_id", "consent", "form", "id", "original", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "said_on", "slug", "speaker_name", "speaker_role", "text", "theme") VALUES (NEW."about", NEW."case_id", NEW."consent", NEW."form", NEW."id", NEW."original", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."said_on", NEW."slug", NEW."speaker_name", NEW."speaker_role", NEW."text", NEW."theme"); RETURN NULL;',
                    hash="69942245ed6986176ef2bb962cc51df005aeea87",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6c2e8",
                    table="cases_testimony",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="testimony",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_testimonyaudit" ("about", "case_id", "consent", "form", "id", "original", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "said_on", "slug", "speaker_name", "speaker_role", "text", "theme") VALUES (NEW."about", NEW."case_id", NEW."consent", NEW."form", NEW."id", NEW."original", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."said_on", NEW."slug", NEW."speaker_name", NEW."speaker_role", NEW."text", NEW."theme"); RETURN NULL;',
                    hash="808e846fc732597020c79a978f261481f02bbc1f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_07f53",
                    table="cases_testimony",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="testimony",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_testimonyaudit" ("about", "case_id", "consent", "form", "id", "original", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "said_on", "slug", "speaker_name", "speaker_role", "text", "theme") VALUES (OLD."about", OLD."case_id", OLD."consent", OLD."form", OLD."id", OLD."original", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."said_on", OLD."slug", OLD."speaker_name", OLD."speaker_role", OLD."text", OLD."theme"); RETURN NULL;',
                    hash="441bb6d6c117a1f653f011c318a91a6d2d74cc81",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_51fb6",
                    table="cases_testimony",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="testimonyaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="17896dae1c0ab45d7d62f17557f0311d8184ed30",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fa0b7",
                    table="cases_testimonyaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_verdictaudit" ("appealed", "case_id", "copy_served", "court_id", "date", "id", "in_force", "instance", "judge", "lifts_record", "on", "pending_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recidivism", "result", "slug") VALUES (NEW."appealed", NEW."case_id", NEW."copy_served", NEW."court_id", NEW."date", NEW."id", NEW."in_force", NEW."instance", NEW."judge", NEW."lifts_record", NEW."on", NEW."pending_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recidivism", NEW."result", NEW."slug"); RETURN NULL;',
                    hash="392c71ae0fe655be38334faf2ac0fe51c42290df",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_940d3",
                    table="cases_verdict",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_verdictaudit" ("appealed", "case_id", "copy_served", "court_id", "date", "id", "in_force", "instance", "judge", "lifts_record", "on", "pending_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recidivism", "result", "slug") VALUES (NEW."appealed", NEW."case_id", NEW."copy_served", NEW."court_id", NEW."date", NEW."id", NEW."in_force", NEW."instance", NEW."judge", NEW."lifts_record", NEW."on", NEW."pending_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recidivism", NEW."result", NEW."slug"); RETURN NULL;',
                    hash="99b77a6017e0b50fc1543cdce7e2cf144ff6e254",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6e323",
                    table="cases_verdict",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_verdictaudit" ("appealed", "case_id", "copy_served", "court_id", "date", "id", "in_force", "instance", "judge", "lifts_record", "on", "pending_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recidivism", "result", "slug") VALUES (OLD."appealed", OLD."case_id", OLD."copy_served", OLD."court_id", OLD."date", OLD."id", OLD."in_force", OLD."instance", OLD."judge", OLD."lifts_record", OLD."on", OLD."pending_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."recidivism", OLD."result", OLD."slug"); RETURN NULL;',
                    hash="4889e7d6b4896e1d194200d472987f957c90b41f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e0f3c",
                    table="cases_verdict",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="verdictaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f6b357d533a41868e8ba5ee4992cffbf61309b37",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e0584",
                    table="cases_verdictaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casetag",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_casetagaudit" ("case_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "tag_id") VALUES (NEW."case_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."tag_id"); RETURN NULL;',
                    hash="559f6cd779a1dc519cc3173e65843e93898fc08f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d579f",
                    table="cases_case_tags",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casetag",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_casetagaudit" ("case_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "tag_id") VALUES (OLD."case_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."tag_id"); RETURN NULL;',
                    hash="f05c0e113e688010e2220065b0ff700825279bc2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_337dc",
                    table="cases_case_tags",
                    when="AFTER",
                ),
            ),
        ),
    ]
