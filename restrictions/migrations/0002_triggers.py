"""The audit: triggers write every change of a row into a table beside its own."""

import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

import records.fields
import records.lists
from records.triggers import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0001_initial"),
        ("restrictions", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ChangeAudit",
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
                        to="restrictions.change",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClaimAudit",
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
                        to="restrictions.claim",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RestrictionAudit",
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
                        to="restrictions.restriction",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RestrictionBasisAudit",
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
                        to="restrictions.restrictionbasis",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="change",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "restrictions_changeaudit" ("by", "case_id", "date", "from_date", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "restriction", "slug", "to", "until_date", "verdict") VALUES (NEW."by", NEW."case_id", NEW."date", NEW."from_date", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."restriction", NEW."slug", NEW."to", NEW."until_date", NEW."verdict"); RETURN NULL;',
                    hash="d35f20cda475157ba1ae7cb5f567de008e71b184",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8d6f6",
                    table="restrictions_change",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="change",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "restrictions_changeaudit" ("by", "case_id", "date", "from_date", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "restriction", "slug", "to", "until_date", "verdict") VALUES (NEW."by", NEW."case_id", NEW."date", NEW."from_date", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."restriction", NEW."slug", NEW."to", NEW."until_date", NEW."verdict"); RETURN NULL;',
                    hash="44f0d3474ce891946e8ddcd9905f9150decb983d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b77ac",
                    table="restrictions_change",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="change",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "restrictions_changeaudit" ("by", "case_id", "date", "from_date", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "restriction", "slug", "to", "until_date", "verdict") VALUES (OLD."by", OLD."case_id", OLD."date", OLD."from_date", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."restriction", OLD."slug", OLD."to", OLD."until_date", OLD."verdict"); RETURN NULL;',
                    hash="e3dbab9698137cc0a1a06ea7cfabefcd81b4c53c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_947d0",
                    table="restrictions_change",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="changeaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="93ad913f8f34a5654ef37f19a494b523106e80c9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d8f2d",
                    table="restrictions_changeaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "restrictions_claimaudit" ("about", "by", "case_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_on", "says", "slug", "text", "value") VALUES (NEW."about", NEW."by", NEW."case_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."said_on", NEW."says", NEW."slug", NEW."text", NEW."value"); RETURN NULL;',
                    hash="dccca8e6a5bb4f40509711194b6bdf07f1bc4ea5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0c52a",
                    table="restrictions_claim",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "restrictions_claimaudit" ("about", "by", "case_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_on", "says", "slug", "text", "value") VALUES (NEW."about", NEW."by", NEW."case_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."said_on", NEW."says", NEW."slug", NEW."text", NEW."value"); RETURN NULL;',
                    hash="ef5cb610dd3682281d9c455bab79859973ece56a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_35335",
                    table="restrictions_claim",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "restrictions_claimaudit" ("about", "by", "case_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_on", "says", "slug", "text", "value") VALUES (OLD."about", OLD."by", OLD."case_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."said_on", OLD."says", OLD."slug", OLD."text", OLD."value"); RETURN NULL;',
                    hash="5741cddd8052fd5288b20d232c9f552c7d2ef2c7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b271c",
                    table="restrictions_claim",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="claimaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="022016fa24dd77744c933d6364738e6081df1bdf",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4f924",
                    table="restrictions_claimaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="restriction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "restrictions_restrictionaudit" ("amount", "case_id", "charges", "covers", "ended_by", "ends", "exceptions", "id", "kind", "length", "original", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reduced_share", "regime", "registered", "reported_as", "slug", "starts", "term", "told", "verdict", "wording") VALUES (NEW."amount", NEW."case_id", NEW."charges", NEW."covers", NEW."ended_by", NEW."ends", NEW."exceptions", NEW."id", NEW."kind", NEW."length", NEW."original", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reduced_share", NEW."regime", NEW."registered", NEW."reported_as", NEW."slug", NEW."starts", NEW."term", NEW."told", NEW."verdict", NEW."wording"); RETURN NULL;',
                    hash="63bf04c82aea5ad1c6b2172da8b09e4031e7d0fa",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_19358",
                    table="restrictions_restriction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="restriction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "restrictions_restrictionaudit" ("amount", "case_id", "charges", "covers", "ended_by", "ends", "exceptions", "id", "kind", "length", "original", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reduced_share", "regime", "registered", "reported_as", "slug", "starts", "term", "told", "verdict", "wording") VALUES (NEW."amount", NEW."case_id", NEW."charges", NEW."covers", NEW."ended_by", NEW."ends", NEW."exceptions", NEW."id", NEW."kind", NEW."length", NEW."original", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reduced_share", NEW."regime", NEW."registered", NEW."reported_as", NEW."slug", NEW."starts", NEW."term", NEW."told", NEW."verdict", NEW."wording"); RETURN NULL;',
                    hash="9b9bdbcd3098255bdf13d57e785029f4b8342f12",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6b70c",
                    table="restrictions_restriction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="restriction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "restrictions_restrictionaudit" ("amount", "case_id", "charges", "covers", "ended_by", "ends", "exceptions", "id", "kind", "length", "original", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reduced_share", "regime", "registered", "reported_as", "slug", "starts", "term", "told", "verdict", "wording") VALUES (OLD."amount", OLD."case_id", OLD."charges", OLD."covers", OLD."ended_by", OLD."ends", OLD."exceptions", OLD."id", OLD."kind", OLD."length", OLD."original", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reduced_share", OLD."regime", OLD."registered", OLD."reported_as", OLD."slug", OLD."starts", OLD."term", OLD."told", OLD."verdict", OLD."wording"); RETURN NULL;',
                    hash="9551a9f428db56251e8b308b57d60555823e2b27",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d3e97",
                    table="restrictions_restriction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="restrictionaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a9d823ebdcc424a64ec5a8c03e2b07ce4ea631a6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8e8a4",
                    table="restrictions_restrictionaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="restrictionbasis",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "restrictions_restrictionbasisaudit" ("case_id", "field", "fitted", "how", "id", "otherwise", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "restriction", "slug", "text") VALUES (NEW."case_id", NEW."field", NEW."fitted", NEW."how", NEW."id", NEW."otherwise", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."restriction", NEW."slug", NEW."text"); RETURN NULL;',
                    hash="419416afb122c6f86180a04885a330624fc47efb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_53d92",
                    table="restrictions_restrictionbasis",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="restrictionbasis",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "restrictions_restrictionbasisaudit" ("case_id", "field", "fitted", "how", "id", "otherwise", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "restriction", "slug", "text") VALUES (NEW."case_id", NEW."field", NEW."fitted", NEW."how", NEW."id", NEW."otherwise", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."restriction", NEW."slug", NEW."text"); RETURN NULL;',
                    hash="d8d75e5daa5d9d1adfd5bc23cc09c5d149707b79",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e576e",
                    table="restrictions_restrictionbasis",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="restrictionbasis",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "restrictions_restrictionbasisaudit" ("case_id", "field", "fitted", "how", "id", "otherwise", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "restriction", "slug", "text") VALUES (OLD."case_id", OLD."field", OLD."fitted", OLD."how", OLD."id", OLD."otherwise", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."restriction", OLD."slug", OLD."text"); RETURN NULL;',
                    hash="65f79ccd87d155ceff41353b82f2f611fb0142f4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dc5ab",
                    table="restrictions_restrictionbasis",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="restrictionbasisaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="557632214f3e40eba9cbf481309c3b66138375c7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5f787",
                    table="restrictions_restrictionbasisaudit",
                    when="BEFORE",
                ),
            ),
        ),
    ]
