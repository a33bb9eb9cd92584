"""The audit of accounts, one view over all of the audit, what the database itself refuses, and the roles."""

import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
from django.apps.registry import Apps
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

from desk.accounts.roles import ROLES
from records.triggers import AddTrigger

CASE_PARTS = [
    *(f"cases_{name}audit" for name in (
        "casecitation", "casenote", "casetag", "charge", "custody", "custodybasis", "event", "inclusion", "prior",
        "testimony", "verdict",
    )),
    *(f"restrictions_{name}audit" for name in ("change", "claim", "restriction")),
]  # fmt: skip
PERSON_PARTS = [f"people_{name}audit" for name in
                ("othername", "personcitation", "personnote", "personoccupation", "portrait", "recognition")]  # fmt: skip
SUBJECTS = [
    ("cases_caseaudit", "case", "id"),
    *((table, "case", "case_id") for table in CASE_PARTS),
    ("people_personaudit", "person", "id"),
    *((table, "person", "person_id") for table in PERSON_PARTS),
    ("records_sourceaudit", "source", "id"),
    ("records_paperaudit", "source", "source_id"),
    ("records_courtaudit", "court", "id"),
    ("records_trialaudit", "trial", "id"),
    ("records_publisheraudit", "publisher", "id"),
    ("cases_tagaudit", "tag", "id"),
    ("people_occupationaudit", "occupation", "id"),
    ("people_recogniseraudit", "recogniser", "id"),
    ("desk_accountaudit", "account", "id"),
    ("desk_accountroleaudit", "account", "user_id"),
]


def _part(table: str, subject: str, column: str) -> str:
    model = table.removesuffix("audit").split("_", 1)[1]
    return f"""SELECT '{model}:' || pgh_id AS key, '{model}' AS model, pgh_id AS number, pgh_created_at AS at,
        pgh_label AS label, (pgh_context->>'user')::bigint AS user_id, COALESCE(pgh_context->>'path', '') AS path,
        id::bigint AS row, '{subject}' AS subject, {column}::bigint AS subject_id, to_jsonb(audit) AS data
        FROM {table} AS audit"""  # noqa: S608


# Everything the audit wrote, table by table, as one.
VIEW = "CREATE VIEW desk_change AS\n" + "\nUNION ALL ".join(_part(*subject) for subject in SUBJECTS)

# The accounts that saved a row of a case, its person or its sources after a moment (null: ever).
SAVERS = """
CREATE FUNCTION desk_savers(wanted bigint, since timestamptz) RETURNS TABLE (account bigint) LANGUAGE sql STABLE AS $$
    SELECT DISTINCT user_id FROM desk_change
    WHERE user_id IS NOT NULL AND (since IS NULL OR at > since) AND (
        (subject = 'case' AND subject_id = wanted)
        OR (subject = 'person' AND subject_id = (
            SELECT person.id FROM cases_case JOIN people_person AS person ON person.slug = cases_case.person_id
            WHERE cases_case.id = wanted))
        OR (subject = 'source' AND subject_id IN (
            SELECT source.id FROM records_source AS source JOIN cases_casecitation AS cited
                ON cited.source_id = source.slug WHERE cited.case_id = wanted
            UNION
            SELECT source.id FROM records_source AS source
                JOIN people_personcitation AS cited ON cited.source_id = source.slug
                JOIN people_person AS person ON person.id = cited.person_id
                JOIN cases_case ON cases_case.person_id = person.slug WHERE cases_case.id = wanted)))
$$;
"""

# The database refuses a reviewer who saved what is reviewed.
INDEPENDENT = """
CREATE FUNCTION desk_review_is_independent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT NEW.approved OR NEW.alone THEN
        RETURN NEW;
    END IF;
    IF EXISTS (SELECT 1 FROM desk_submission WHERE id = NEW.submission_id AND sent_by_id = NEW.reviewer_id) THEN
        RAISE EXCEPTION 'who sends a case for review cannot approve it' USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (
        SELECT 1 FROM desk_submitted AS sent
        JOIN cases_case AS wanted ON wanted.id = sent.case_id
        CROSS JOIN LATERAL desk_savers(wanted.id, (
            SELECT max(published_at) FROM editions_edition
            WHERE case_id = wanted.slug OR case_id = ANY (wanted.former_ids))) AS saver
        WHERE sent.submission_id = NEW.submission_id AND saver.account = NEW.reviewer_id
    ) THEN
        RAISE EXCEPTION 'who saved the case, its person or its sources cannot approve it'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER review_is_independent BEFORE INSERT ON desk_review
    FOR EACH ROW EXECUTE FUNCTION desk_review_is_independent();
"""

# It keeps what was sent, approved, published and exported, and who signed in.
KEPT = """
CREATE FUNCTION desk_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of % is refused: the desk keeps what was done', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER review_never_changes BEFORE UPDATE OR DELETE ON desk_review
    FOR EACH ROW EXECUTE FUNCTION desk_refuse_change();
CREATE TRIGGER publication_never_changes BEFORE UPDATE OR DELETE ON desk_publication
    FOR EACH ROW EXECUTE FUNCTION desk_refuse_change();
CREATE TRIGGER submission_never_changes BEFORE UPDATE ON desk_submission
    FOR EACH ROW EXECUTE FUNCTION desk_refuse_change();
CREATE TRIGGER sign_in_never_changes BEFORE UPDATE OR DELETE ON desk_signin
    FOR EACH ROW EXECUTE FUNCTION desk_refuse_change();
CREATE TRIGGER export_never_changes BEFORE UPDATE OR DELETE ON desk_export
    FOR EACH ROW EXECUTE FUNCTION desk_refuse_change();
"""

# What was sent for review stays as it was sent, and takes nothing more once somebody has answered.
SENT_STAYS = """
CREATE FUNCTION desk_submitted_before_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM desk_review WHERE submission_id = NEW.submission_id) THEN
        RAISE EXCEPTION 'submission % has been answered: send the case in another', NEW.submission_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER submitted_never_changes BEFORE UPDATE ON desk_submitted
    FOR EACH ROW EXECUTE FUNCTION desk_refuse_change();
CREATE TRIGGER submitted_before_review BEFORE INSERT ON desk_submitted
    FOR EACH ROW EXECUTE FUNCTION desk_submitted_before_review();
"""

BACKWARDS = """
DROP FUNCTION desk_submitted_before_review() CASCADE;
DROP FUNCTION desk_refuse_change() CASCADE;
DROP FUNCTION desk_review_is_independent() CASCADE;
DROP FUNCTION desk_savers(bigint, timestamptz);
DROP VIEW desk_change;
"""


APPS = ("auth", "records", "people", "cases", "restrictions", "desk")


def grant(apps: Apps, schema_editor: object) -> None:
    """Make the groups; each has exactly the permissions of its role."""
    for name in APPS:
        config = apps.get_app_config(name)
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    for name, role in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        permissions = [Permission.objects.get(content_type__app_label=app, codename=code)
                 for app, code in (permission.split(".") for permission in role.permissions)]  # fmt: skip
        group.permissions.set(permissions)


class Migration(migrations.Migration):
    dependencies = [
        ("restrictions", "0002_triggers"),
        ("cases", "0002_triggers"),
        ("records", "0002_triggers"),
        ("people", "0002_triggers"),
        ("editions", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("desk", "0001_initial"),
        ("inbox", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AccountRoleAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.IntegerField()),
                (
                    "group",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="auth.group",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AccountAudit",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.IntegerField()),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit",
                        to="desk.account",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="account",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "desk_accountaudit" ("date_joined", "email", "first_name", "id", "is_active", "is_staff", "is_superuser", "last_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "username") VALUES (NEW."date_joined", NEW."email", NEW."first_name", NEW."id", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."last_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."username"); RETURN NULL;',
                    hash="2bf2dec6ecac118f43ee0c36a7d7a3d89d95ccc4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7bb11",
                    table="auth_user",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="account",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."date_joined" IS DISTINCT FROM (NEW."date_joined") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_staff" IS DISTINCT FROM (NEW."is_staff") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."username" IS DISTINCT FROM (NEW."username"))',
                    func='INSERT INTO "desk_accountaudit" ("date_joined", "email", "first_name", "id", "is_active", "is_staff", "is_superuser", "last_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "username") VALUES (NEW."date_joined", NEW."email", NEW."first_name", NEW."id", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."last_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."username"); RETURN NULL;',
                    hash="5e7af540f432dccfb521ff8700e27f118c353889",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5d4a8",
                    table="auth_user",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="account",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "desk_accountaudit" ("date_joined", "email", "first_name", "id", "is_active", "is_staff", "is_superuser", "last_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "username") VALUES (OLD."date_joined", OLD."email", OLD."first_name", OLD."id", OLD."is_active", OLD."is_staff", OLD."is_superuser", OLD."last_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."username"); RETURN NULL;',
                    hash="b7a7d28e5d6347e550603fa4efe856366293c92b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7fc66",
                    table="auth_user",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="accountrole",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "desk_accountroleaudit" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "user_id") VALUES (NEW."group_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."user_id"); RETURN NULL;',
                    hash="80065fc631df3fc2e71c25728db94fc1d75fd7fc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9660a",
                    table="auth_user_groups",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="accountrole",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "desk_accountroleaudit" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "user_id") VALUES (OLD."group_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."user_id"); RETURN NULL;',
                    hash="0d79d5509abee60998493b25f94e349ec7fcd9fe",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e6e08",
                    table="auth_user_groups",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="accountroleaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1f721ea6e9cf40cdf8ea19cd299d0406c10a2477",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5db0b",
                    table="desk_accountroleaudit",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="accountaudit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6312d6970db6d42b1921628b6605e670284b1ba4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ea057",
                    table="desk_accountaudit",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(VIEW + ";" + SAVERS + INDEPENDENT + KEPT + SENT_STAYS, BACKWARDS),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
