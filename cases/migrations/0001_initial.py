import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import cases.models.court
import records.fields
import records.lists
from records.references import inner_reference


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0001_initial"),
        ("records", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Tag",
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
                "verbose_name": "tag",
                "verbose_name_plural": "tags",
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Case",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="people.person",
                        to_field="slug",
                        verbose_name="person",
                    ),
                ),
                (
                    "trial",
                    models.ForeignKey(
                        blank=True,
                        help_text="Only where several people stood trial together.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="records.trial",
                        to_field="slug",
                        verbose_name="trial",
                    ),
                ),
                ("tags", models.ManyToManyField(blank=True, related_name="cases", to="cases.tag", verbose_name="tags")),
            ],
            options={
                "verbose_name": "case",
                "verbose_name_plural": "cases",
                "ordering": ["slug"],
            },
        ),
        migrations.CreateModel(
            name="CaseNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
                ("risk", models.TextField(blank=True, verbose_name="risk to the person or a source")),
                ("contact_consent", models.TextField(blank=True, verbose_name="consent to contact")),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="note", to="cases.case"
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
            name="Testimony",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="testimonies", to="cases.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "testimony",
                "verbose_name_plural": "testimonies",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Verdict",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="verdicts", to="cases.case"
                    ),
                ),
                (
                    "court",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verdicts",
                        to="records.court",
                        to_field="slug",
                        verbose_name="court",
                    ),
                ),
            ],
            options={
                "verbose_name": "verdict",
                "verbose_name_plural": "verdicts",
                "ordering": ["slug"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CaseCitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fact", models.CharField(blank=True, max_length=90, verbose_name="fact")),
                ("field", models.CharField(blank=True, max_length=40, verbose_name="field")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="citations", to="cases.case"
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "fact", "field", "source"),
                        name="case_citation_once",
                        violation_error_message="This source is already cited there.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Charge",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="charges", to="cases.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "charge",
                "verbose_name_plural": "charges",
                "ordering": ["slug"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "slug"),
                        name="charge_id_once_per_case",
                        violation_error_message="Another entry of this case has that id. Give each its own.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("slug__regex", "^[a-z0-9-]{1,60}$")),
                        name="charge_id_pattern",
                        violation_error_message="An id inside a case has small Latin letters, digits and hyphens: “v1”.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Custody",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="custody", to="cases.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "custody",
                "verbose_name_plural": "custody",
                "ordering": ["slug"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "slug"),
                        name="custody_id_once_per_case",
                        violation_error_message="Another entry of this case has that id. Give each its own.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("slug__regex", "^[a-z0-9-]{1,60}$")),
                        name="custody_id_pattern",
                        violation_error_message="An id inside a case has small Latin letters, digits and hyphens: “v1”.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CustodyBasis",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="bases", to="cases.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "how a custody date is known",
                "verbose_name_plural": "how custody dates are known",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "slug"),
                        name="basis_id_once_per_case",
                        violation_error_message="Another entry of this case has that id. Give each its own.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("slug__regex", "^[a-z0-9-]{1,60}$")),
                        name="basis_id_pattern",
                        violation_error_message="An id inside a case has small Latin letters, digits and hyphens: “v1”.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Event",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="events", to="cases.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "slug"),
                        name="event_id_once_per_case",
                        violation_error_message="Another entry of this case has that id. Give each its own.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("slug__regex", "^[a-z0-9-]{1,60}$")),
                        name="event_id_pattern",
                        violation_error_message="An id inside a case has small Latin letters, digits and hyphens: “v1”.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Inclusion",
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
                ("criterion", records.fields.WordField(blank=True, max_length=40, null=True, verbose_name="criterion")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="inclusion", to="cases.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "reason for inclusion",
                "verbose_name_plural": "reasons for inclusion",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "slug"),
                        name="inclusion_id_once_per_case",
                        violation_error_message="Another entry of this case has that id. Give each its own.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("slug__regex", "^[a-z0-9-]{1,60}$")),
                        name="inclusion_id_pattern",
                        violation_error_message="An id inside a case has small Latin letters, digits and hyphens: “v1”.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Prior",
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
                ("date", records.fields.PartialDateField(blank=True, max_length=200, null=True, verbose_name="date")),
                (
                    "text",
                    records.fields.TranslatedField(blank=True, default=dict, max_length=10000, verbose_name="text"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="prior", to="cases.case"
                    ),
                ),
                (
                    "earlier",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                        to_field="slug",
                        verbose_name="case of this archive",
                    ),
                ),
            ],
            options={
                "verbose_name": "earlier conviction",
                "verbose_name_plural": "earlier convictions",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "slug"),
                        name="prior_id_once_per_case",
                        violation_error_message="Another entry of this case has that id. Give each its own.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("slug__regex", "^[a-z0-9-]{1,60}$")),
                        name="prior_id_pattern",
                        violation_error_message="An id inside a case has small Latin letters, digits and hyphens: “v1”.",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(("slug__regex", "^[a-z0-9-]{3,60}$")),
                name="case_id_pattern",
                violation_error_message="An id has 3 to 60 small Latin letters, digits and hyphens, such as “bokai-2016”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["draft", "published"])),
                name="case_status_known",
                violation_error_message="A case is a draft or published.",
            ),
        ),
        migrations.AddConstraint(
            model_name="testimony",
            constraint=models.UniqueConstraint(
                fields=("case", "slug"),
                name="testimony_id_once_per_case",
                violation_error_message="Another entry of this case has that id. Give each its own.",
            ),
        ),
        migrations.AddConstraint(
            model_name="testimony",
            constraint=models.CheckConstraint(
                condition=models.Q(("slug__regex", "^[a-z0-9-]{1,60}$")),
                name="testimony_id_pattern",
                violation_error_message="An id inside a case has small Latin letters, digits and hyphens: “v1”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.UniqueConstraint(
                fields=("case", "slug"),
                name="verdict_id_once_per_case",
                violation_error_message="Another entry of this case has that id. Give each its own.",
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.CheckConstraint(
                condition=models.Q(("slug__regex", "^[a-z0-9-]{1,60}$")),
                name="verdict_id_pattern",
                violation_error_message="An id inside a case has small Latin letters, digits and hyphens: “v1”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("on__isnull", True), models.Q(("on", models.F("slug")), _negated=True), _connector="OR"
                ),
                name="verdict_not_on_itself",
                violation_error_message="A verdict cannot decide about itself.",
            ),
        ),
        migrations.CreateModel(
            name="CaseTag",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("cases.case_tags",),
        ),
        inner_reference("cases_charge", "verdict", "cases_verdict"),
        inner_reference("cases_verdict", "on", "cases_verdict"),
        inner_reference("cases_custodybasis", "custody", "cases_custody"),
    ]
