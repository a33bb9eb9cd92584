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
        ("people", "0001_initial"),
        ("records", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="OccupationAudit",
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
                        to="people.occupation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OtherNameAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="people.othername",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PersonAudit",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PersonCitationAudit",
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
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="people.personcitation",
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
            name="PersonNoteAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="people.personnote",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PersonOccupationAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "occupation",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.occupation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PortraitAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
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
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="people.portrait",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RecogniserAudit",
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
                        to="people.recogniser",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RecognitionAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("slug", models.SlugField(db_index=False, max_length=60, verbose_name="id")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                ("kind", records.fields.WordField(blank=True, max_length=60, null=True, verbose_name="as")),
                ("date", records.fields.PartialDateField(blank=True, max_length=200, null=True, verbose_name="date")),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.recogniser",
                        verbose_name="by",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="people.recognition",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="occupation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_occupationaudit" ("aliases", "id", "name", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."aliases", NEW."id", NEW."name", NEW."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="2699c15cc80cd4ed1d4e892e530ee9fd04330afc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dbad2",
                    table="people_occupation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="occupation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "people_occupationaudit" ("aliases", "id", "name", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."aliases", NEW."id", NEW."name", NEW."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="93a6c7f16d71e78f0fe562f26a703a4c00357c6b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9af6e",
                    table="people_occupation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="occupation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_occupationaudit" ("aliases", "id", "name", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."aliases", OLD."id", OLD."name", OLD."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="ed1b40a039715688251dce0926d6ea376fa64223",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2bc76",
                    table="people_occupation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recogniser",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_recogniseraudit" ("aliases", "id", "name", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."aliases", NEW."id", NEW."name", NEW."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="f728ebb693f2219766ada8f5664e75611fef79b1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d1f61",
                    table="people_recogniser",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recogniser",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "people_recogniseraudit" ("aliases", "id", "name", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."aliases", NEW."id", NEW."name", NEW."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="2f1e4979c5cca2f07de121b200eeecaa9873d921",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_32aae",
                    table="people_recogniser",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recogniser",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_recogniseraudit" ("aliases", "id", "name", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."aliases", OLD."id", OLD."name", OLD."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="786cc4215d4bd9c72382a98bbc492470c74f1bd9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9e6cc",
                    table="people_recogniser",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="occupationaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b123a15b5279f440a2ea1fe33f54eb3dbcb5518d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6323b",
                    table="people_occupationaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_personaudit" ("about", "born", "city", "died", "former_ids", "gender", "id", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "slug") VALUES (NEW."about", NEW."born", NEW."city", NEW."died", NEW."former_ids", NEW."gender", NEW."id", NEW."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."region", NEW."slug"); RETURN NULL;',
                    hash="b884488b3ee2b771034a421fad90ed5135fc2f40",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_65688",
                    table="people_person",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "people_personaudit" ("about", "born", "city", "died", "former_ids", "gender", "id", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "slug") VALUES (NEW."about", NEW."born", NEW."city", NEW."died", NEW."former_ids", NEW."gender", NEW."id", NEW."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."region", NEW."slug"); RETURN NULL;',
                    hash="94a4885230654214262d3c6696df3eb418848c98",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_de829",
                    table="people_person",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_personaudit" ("about", "born", "city", "died", "former_ids", "gender", "id", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "slug") VALUES (OLD."about", OLD."born", OLD."city", OLD."died", OLD."former_ids", OLD."gender", OLD."id", OLD."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."region", OLD."slug"); RETURN NULL;',
                    hash="67fc9979bb7f83217886b716921ffeecf7e08163",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2ca2d",
                    table="people_person",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="othernameaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0207fca4b9f00b1fc8bf3ec60688ff34a2e8a95b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3a4e2",
                    table="people_othernameaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="othername",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_othernameaudit" ("id", "kind", "language", "name", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."id", NEW."kind", NEW."language", NEW."name", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="c69c9840889037107ec59e8c6243f4c91f318210",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b19f1",
                    table="people_othername",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="othername",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "people_othernameaudit" ("id", "kind", "language", "name", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."id", NEW."kind", NEW."language", NEW."name", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="b1ac7e67f14c05d7e3d52983e825b53d947dd42c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5650d",
                    table="people_othername",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="othername",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_othernameaudit" ("id", "kind", "language", "name", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."id", OLD."kind", OLD."language", OLD."name", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;',
                    hash="2369b5636017a7993e0bfea1b8ede801ff66e60f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_47d47",
                    table="people_othername",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="personaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a63e2c10cce5f662d7452439eef110dbdb92b9f9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_36e7d",
                    table="people_personaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="personcitation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_personcitationaudit" ("fact", "field", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id") VALUES (NEW."fact", NEW."field", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."source_id"); RETURN NULL;',
                    hash="d38e5eb63599e1f3632967ea16529fb5320a054f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_29f49",
                    table="people_personcitation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="personcitation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "people_personcitationaudit" ("fact", "field", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id") VALUES (NEW."fact", NEW."field", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."source_id"); RETURN NULL;',
                    hash="968e9b1ad3bda5f6af101446d48b63ada2b20290",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9c335",
                    table="people_personcitation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="personcitation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_personcitationaudit" ("fact", "field", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id") VALUES (OLD."fact", OLD."field", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."source_id"); RETURN NULL;',
                    hash="633a35f830f4bacdd1c3b948137ccdfb6b3f85aa",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_35ddc",
                    table="people_personcitation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="personcitationaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="11b0be2ec5d5ae2aebb5512ec5764f389cbb72cf",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_518e4",
                    table="people_personcitationaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="personnote",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_personnoteaudit" ("id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="35ae0a59af2f249ff9a5c748fb3ab0c86acba2b2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8d0dc",
                    table="people_personnote",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="personnote",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "people_personnoteaudit" ("id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="df1b082ca05d1d5994529110a8881bb3954aad4f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f9343",
                    table="people_personnote",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="personnote",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_personnoteaudit" ("id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="767a3eafc0f43ffa3a91a995cf54ff81ecb402a6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_09dec",
                    table="people_personnote",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="personnoteaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bb49a7723de4b11d00178a14fdd45854c34f155a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_567f2",
                    table="people_personnoteaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="personoccupationaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1000081fa072b30c49198e2048190dc550e85797",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9adc6",
                    table="people_personoccupationaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="portrait",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_portraitaudit" ("alt", "credit", "id", "licence", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renditions", "terms") VALUES (NEW."alt", NEW."credit", NEW."id", NEW."licence", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."renditions", NEW."terms"); RETURN NULL;',
                    hash="9cd7db6e6e1ee6b4f51ae2730d88cd774eebb196",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a0a9b",
                    table="people_portrait",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="portrait",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "people_portraitaudit" ("alt", "credit", "id", "licence", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renditions", "terms") VALUES (NEW."alt", NEW."credit", NEW."id", NEW."licence", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."renditions", NEW."terms"); RETURN NULL;',
                    hash="c845f010fd4d715a4a2db9fb6095a0dff4557104",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_08b76",
                    table="people_portrait",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="portrait",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_portraitaudit" ("alt", "credit", "id", "licence", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renditions", "terms") VALUES (OLD."alt", OLD."credit", OLD."id", OLD."licence", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."renditions", OLD."terms"); RETURN NULL;',
                    hash="5fbd5d8a33baffa269bbb98c77942e679f79ab49",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_eb154",
                    table="people_portrait",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="portraitaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2704d782a486fddbbe2e2b2a125647cc190ce2a7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_84862",
                    table="people_portraitaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recogniseraudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e8bf5bebed92b0006ccbce1f2e13ab961e815a4d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7841e",
                    table="people_recogniseraudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recognition",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_recognitionaudit" ("by_id", "date", "id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug") VALUES (NEW."by_id", NEW."date", NEW."id", NEW."kind", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."slug"); RETURN NULL;',
                    hash="ffb87f819db20f41589f023b8d9570082f000261",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_98bf0",
                    table="people_recognition",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recognition",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "people_recognitionaudit" ("by_id", "date", "id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug") VALUES (NEW."by_id", NEW."date", NEW."id", NEW."kind", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."slug"); RETURN NULL;',
                    hash="05043c7523bdbc019778564d98b0eb22b4d5d4bd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_65669",
                    table="people_recognition",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recognition",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_recognitionaudit" ("by_id", "date", "id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug") VALUES (OLD."by_id", OLD."date", OLD."id", OLD."kind", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."slug"); RETURN NULL;',
                    hash="1d5e8e5a66fa71e07d7be35147443c4f954dbf3a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f06f8",
                    table="people_recognition",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recognitionaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e50ff82ddb9fb9c626d0e40a63317a04cc94128c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_afc46",
                    table="people_recognitionaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="personoccupation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_personoccupationaudit" ("id", "occupation_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label") VALUES (NEW."id", NEW."occupation_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\'); RETURN NULL;',
                    hash="9afa11e58827d204f94958c0f5df621472e3d010",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_89f1f",
                    table="people_person_occupations",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="personoccupation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_personoccupationaudit" ("id", "occupation_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label") VALUES (OLD."id", OLD."occupation_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\'); RETURN NULL;',
                    hash="187194df4c185ffa9c3988d40e2f6d5205d4a280",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a9ccd",
                    table="people_person_occupations",
                    when="AFTER",
                ),
            ),
        ),
    ]
