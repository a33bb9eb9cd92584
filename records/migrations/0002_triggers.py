"""The audit: triggers write every change of a row into a table beside its own."""

import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import records.fields
import records.lists
from records.triggers import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CourtAudit",
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="records.court",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PublisherAudit",
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
                        to="records.publisher",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PaperAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="records.paper",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
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
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SourceAudit",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="records.source",
                    ),
                ),
                (
                    "publisher",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="records.publisher",
                        verbose_name="publisher",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TrialAudit",
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
                    "title",
                    records.fields.TranslatedField(blank=True, default=dict, max_length=400, verbose_name="title"),
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
                        to="records.trial",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="court",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "records_courtaudit" ("aliases", "former_ids", "id", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "slug") VALUES (NEW."aliases", NEW."former_ids", NEW."id", NEW."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."region", NEW."slug"); RETURN NULL;',
                    hash="60a904f38ac0b81b09fc23ea9fea9635cb8f25b5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f8207",
                    table="records_court",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="court",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "records_courtaudit" ("aliases", "former_ids", "id", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "slug") VALUES (NEW."aliases", NEW."former_ids", NEW."id", NEW."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."region", NEW."slug"); RETURN NULL;',
                    hash="5d2494de56bf51625aa7793bccb928a88c8304a8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6e426",
                    table="records_court",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="court",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "records_courtaudit" ("aliases", "former_ids", "id", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "slug") VALUES (OLD."aliases", OLD."former_ids", OLD."id", OLD."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."region", OLD."slug"); RETURN NULL;',
                    hash="12ef5099c1c048da2525c3a404d8ef8ac816fab4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d652e",
                    table="records_court",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="publisher",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "records_publisheraudit" ("aliases", "id", "name", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."aliases", NEW."id", NEW."name", NEW."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="dc258ed9e75a98a0daffd7ca125fbdbbef4993e0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_299de",
                    table="records_publisher",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="publisher",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "records_publisheraudit" ("aliases", "id", "name", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."aliases", NEW."id", NEW."name", NEW."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="0418b9f7cfc074a102ab760f267cd9d708d0f473",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_81489",
                    table="records_publisher",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="publisher",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "records_publisheraudit" ("aliases", "id", "name", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."aliases", OLD."id", OLD."name", OLD."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="09aeff47865659a2b5f9f4d6cc9b585a2388dbb1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_271cd",
                    table="records_publisher",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="trial",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "records_trialaudit" ("aliases", "former_ids", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "title") VALUES (NEW."aliases", NEW."former_ids", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."slug", NEW."title"); RETURN NULL;',
                    hash="574fba7020d847568f1ccde3e395d54bb0989e31",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c8017",
                    table="records_trial",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="trial",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "records_trialaudit" ("aliases", "former_ids", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "title") VALUES (NEW."aliases", NEW."former_ids", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."slug", NEW."title"); RETURN NULL;',
                    hash="57d23237c57fad45c292ab54d2c45d81384eff05",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_496c4",
                    table="records_trial",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="trial",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "records_trialaudit" ("aliases", "former_ids", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "title") VALUES (OLD."aliases", OLD."former_ids", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."slug", OLD."title"); RETURN NULL;',
                    hash="d23409f4961584f914f1a65766ff76c6ed4789a1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_72b11",
                    table="records_trial",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="courtaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0debc13fc68aa9e41a63997bb8affea9879d8d6f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0b9a7",
                    table="records_courtaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="publisheraudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5b4a0772ff0d5cbd6b3942a23f630e591c0d0fab",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_78dd0",
                    table="records_publisheraudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="source",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "records_sourceaudit" ("accessed", "archived_url", "former_ids", "group", "id", "kind", "language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published", "publisher_id", "slug", "title", "url") VALUES (NEW."accessed", NEW."archived_url", NEW."former_ids", NEW."group", NEW."id", NEW."kind", NEW."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."published", NEW."publisher_id", NEW."slug", NEW."title", NEW."url"); RETURN NULL;',
                    hash="a7f5e8f657360f0240e0ee903d8caaf713744fef",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_40289",
                    table="records_source",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="source",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "records_sourceaudit" ("accessed", "archived_url", "former_ids", "group", "id", "kind", "language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published", "publisher_id", "slug", "title", "url") VALUES (NEW."accessed", NEW."archived_url", NEW."former_ids", NEW."group", NEW."id", NEW."kind", NEW."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."published", NEW."publisher_id", NEW."slug", NEW."title", NEW."url"); RETURN NULL;',
                    hash="e03befbb69e8823872878d3d6a43adcf7b359d73",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f5303",
                    table="records_source",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="source",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "records_sourceaudit" ("accessed", "archived_url", "former_ids", "group", "id", "kind", "language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published", "publisher_id", "slug", "title", "url") VALUES (OLD."accessed", OLD."archived_url", OLD."former_ids", OLD."group", OLD."id", OLD."kind", OLD."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published", OLD."publisher_id", OLD."slug", OLD."title", OLD."url"); RETURN NULL;',
                    hash="bae5c5f1c8e9b26d1bc3b5d18f0d2e4599dbe66c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_32624",
                    table="records_source",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="paperaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f5c37826b019fc9aaecbd7e8772e286b9731eb11",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4c0b4",
                    table="records_paperaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "records_paperaudit" ("findings", "id", "is_public", "pages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "public_sha256", "public_size", "sha256", "size", "source_id", "uploaded_at", "uploaded_by_id") VALUES (NEW."findings", NEW."id", NEW."is_public", NEW."pages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."places", NEW."public_sha256", NEW."public_size", NEW."sha256", NEW."size", NEW."source_id", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="0e080f2974a70fc56daca3a909cb4b2a6f747bdb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_be48f",
                    table="records_paper",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "records_paperaudit" ("findings", "id", "is_public", "pages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "public_sha256", "public_size", "sha256", "size", "source_id", "uploaded_at", "uploaded_by_id") VALUES (NEW."findings", NEW."id", NEW."is_public", NEW."pages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."places", NEW."public_sha256", NEW."public_size", NEW."sha256", NEW."size", NEW."source_id", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="b5711448951496fea742992496468622511c6a90",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_54b24",
                    table="records_paper",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "records_paperaudit" ("findings", "id", "is_public", "pages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "public_sha256", "public_size", "sha256", "size", "source_id", "uploaded_at", "uploaded_by_id") VALUES (OLD."findings", OLD."id", OLD."is_public", OLD."pages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."places", OLD."public_sha256", OLD."public_size", OLD."sha256", OLD."size", OLD."source_id", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                    hash="9f7456a7193cf12645a04542503a8bc3d0d14e4b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_767ec",
                    table="records_paper",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="sourceaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="44c8296b4ba7915e341428522adcd8866a2cbe7a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b645e",
                    table="records_sourceaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="trialaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b4eeed6c3b8e3af675bf44b2d4f6d1618ef9e996",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ef804",
                    table="records_trialaudit",
                    when="BEFORE",
                ),
            ),
        ),
    ]
