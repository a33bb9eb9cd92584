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
    *(f"restrictions_{name}audit" for name in ("change", "claim", "restriction", "restrictionbasis")),
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

LINKS = {"cases_casetag": "cases_case_tags", "people_personoccupation": "people_person_occupations"}
SAVED = [
    (LINKS.get(name := table.removesuffix("audit"), name), subject, column)
    for table, subject, column in SUBJECTS
    if subject != "account" and not table.endswith("noteaudit")
]
"""Every table whose rows enter documents, to whom a row belongs, and the column that says so."""

# A trigger notes who saved what. Like the audit's it takes the account from the request; it heeds no switch, and writes
# with the rights of the tables' owner, for the site itself may not. What a publication changes of a case is no text.
SAVERS = """
CREATE FUNCTION desk_note_saver() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    saver bigint := (NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb ->> 'user')::bigint;
    silent text[] := CASE WHEN TG_TABLE_NAME = 'cases_case' THEN ARRAY['status', 'version'] ELSE '{}' END;
    before jsonb;
    after jsonb;
BEGIN
    IF TG_OP <> 'INSERT' THEN before := to_jsonb(OLD) - silent; END IF;
    IF TG_OP <> 'DELETE' THEN after := to_jsonb(NEW) - silent; END IF;
    INSERT INTO desk_saver (account, table_name, row_id, subject, subject_id)
        SELECT DISTINCT saver, TG_TABLE_NAME, (state ->> 'id')::bigint, TG_ARGV[0], (state ->> TG_ARGV[1])::bigint
        FROM unnest(ARRAY[before, after]) AS state
        WHERE saver IS NOT NULL AND state IS NOT NULL AND before IS DISTINCT FROM after;
    RETURN NULL;
END $$;

CREATE FUNCTION desk_carry_savers(of_subject text, gone bigint, kept bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO desk_saver (account, table_name, row_id, subject, subject_id)
        SELECT DISTINCT account, table_name, row_id, subject, kept FROM desk_saver
        WHERE subject = of_subject AND subject_id = gone;
$$;

CREATE FUNCTION desk_revive_savers(of_case bigint, until_edition bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO desk_saver (account, table_name, row_id, subject, subject_id)
        SELECT DISTINCT saver.account, saver.table_name, saver.row_id, 'case', of_case FROM desk_consumedsaver AS consumed
            JOIN desk_saver AS saver ON saver.id = consumed.saver_id
            JOIN desk_publication AS publication ON publication.id = consumed.publication_id
        WHERE consumed.case_number = of_case AND publication.edition <= until_edition;
$$;
""" + "".join(  # noqa: S608
    f"CREATE TRIGGER note_saver AFTER INSERT OR UPDATE OR DELETE ON {table}"
    f" FOR EACH ROW EXECUTE FUNCTION desk_note_saver('{subject}', '{column}');\n"
    for table, subject, column in SAVED
)

# To what the document of a case belongs, and which savers of it no publication has consumed.
COUNTED = """
CREATE FUNCTION desk_subjects(wanted bigint) RETURNS TABLE (subject text, subject_id bigint) LANGUAGE sql STABLE AS $$
    WITH chosen AS (
        SELECT cases_case.id, cases_case.trial_id, person.id AS person FROM cases_case
            JOIN people_person AS person ON person.slug = cases_case.person_id WHERE cases_case.id = wanted
    ), cited AS (
        SELECT source.id, source.publisher_id FROM records_source AS source WHERE source.slug IN (
            SELECT source_id FROM cases_casecitation WHERE case_id = wanted
            UNION SELECT source_id FROM people_personcitation JOIN chosen ON person_id = chosen.person)
    )
    SELECT 'case', id FROM chosen
    UNION SELECT 'person', person FROM chosen
    UNION SELECT 'source', id FROM cited
    UNION SELECT 'publisher', publisher_id FROM cited
    UNION SELECT 'court', court.id FROM records_court AS court
        JOIN cases_verdict ON cases_verdict.court_id = court.slug WHERE cases_verdict.case_id = wanted
    UNION SELECT 'trial', trial.id FROM records_trial AS trial JOIN chosen ON chosen.trial_id = trial.slug
    UNION SELECT 'tag', tag_id FROM cases_case_tags WHERE case_id = wanted
    UNION SELECT 'occupation', occupation_id FROM people_person_occupations JOIN chosen ON person_id = chosen.person
    UNION SELECT 'recogniser', by_id FROM people_recognition JOIN chosen ON person_id = chosen.person
$$;

CREATE FUNCTION desk_savers(wanted bigint) RETURNS TABLE (number bigint, account bigint) LANGUAGE sql STABLE AS $$
    SELECT saver.id, saver.account FROM desk_saver AS saver
        JOIN desk_subjects(wanted) AS held ON held.subject = saver.subject AND held.subject_id = saver.subject_id
        WHERE NOT EXISTS (
            SELECT 1 FROM desk_consumedsaver WHERE saver_id = saver.id AND case_number = wanted)
$$;
"""

# Only the publication of what a review approved consumes savers, and only those of the cases that were reviewed.
CONSUMED = """
CREATE FUNCTION desk_consumed_by_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM desk_publication AS publication
            JOIN desk_review AS review ON review.id = publication.review_id
            JOIN desk_submitted AS sent ON sent.submission_id = review.submission_id
            JOIN cases_case ON cases_case.id = sent.case_id AND cases_case.slug = publication.case_id
        WHERE publication.id = NEW.publication_id AND review.approved AND sent.case_id = NEW.case_number
    ) THEN
        RAISE EXCEPTION 'only the publication of an approved case consumes its savers'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER saver_consumed_by_approval BEFORE INSERT ON desk_consumedsaver
    FOR EACH ROW EXECUTE FUNCTION desk_consumed_by_approval();
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
        SELECT 1 FROM desk_submitted AS sent CROSS JOIN LATERAL desk_savers(sent.case_id) AS saver
        WHERE sent.submission_id = NEW.submission_id AND saver.account = NEW.reviewer_id
    ) THEN
        RAISE EXCEPTION 'who saved a part of what a case says cannot approve it'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER review_is_independent BEFORE INSERT ON desk_review
    FOR EACH ROW EXECUTE FUNCTION desk_review_is_independent();
"""

# A second editor confirms what does not happen at once.
CONFIRMED = """
CREATE FUNCTION desk_decision_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    decision desk_decision;
BEGIN
    SELECT * INTO decision FROM desk_decision WHERE id = NEW.decision_id;
    IF NEW.second_id = decision.by_id THEN
        RAISE EXCEPTION 'somebody else has to confirm a decision' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.second_id IS NULL AND decision.act NOT IN ('take-out', 'noindex', 'withhold') THEN
        RAISE EXCEPTION 'a second editor has to confirm this decision' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER decision_by_two BEFORE INSERT ON desk_decisionoutcome
    FOR EACH ROW EXECUTE FUNCTION desk_decision_by_two();
"""

# It keeps what was sent, approved, published and exported, and who signed in.
KEPT_TABLES = {
    **dict.fromkeys(
        ("desk_submission", "desk_submitted", "desk_review", "desk_publication", "desk_saver", "desk_consumedsaver",
         "desk_decision", "desk_decisionoutcome", "desk_signin", "desk_export"),
        "UPDATE OR DELETE",
    ),
    "desk_sentdigest": "UPDATE",
}  # fmt: skip
KEPT = """
CREATE FUNCTION desk_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of % is refused: the desk keeps what was done', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

""" + "".join(
    f"CREATE TRIGGER {table.removeprefix('desk_')}_never_changes BEFORE {verbs} ON {table}"
    " FOR EACH ROW EXECUTE FUNCTION desk_refuse_change();\n"
    for table, verbs in KEPT_TABLES.items()
)

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

CREATE TRIGGER submitted_before_review BEFORE INSERT ON desk_submitted
    FOR EACH ROW EXECUTE FUNCTION desk_submitted_before_review();
"""

ASKED = """
CREATE FUNCTION desk_forget_asked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM desk_askedbyedition WHERE edition = OLD.edition_id;
    RETURN NULL;
END $$;

CREATE TRIGGER asked_goes_with_the_text AFTER UPDATE OR DELETE ON editions_editiontext
    FOR EACH ROW EXECUTE FUNCTION desk_forget_asked();
"""
"""What was noted of a text for the desk's first page goes with any part of it."""

BACKWARDS = """
DROP FUNCTION desk_forget_asked() CASCADE;
DROP FUNCTION desk_note_saver() CASCADE;
DROP FUNCTION desk_carry_savers(text, bigint, bigint);
DROP FUNCTION desk_revive_savers(bigint, bigint);
DROP FUNCTION desk_consumed_by_approval() CASCADE;
DROP FUNCTION desk_decision_by_two() CASCADE;
DROP FUNCTION desk_submitted_before_review() CASCADE;
DROP FUNCTION desk_refuse_change() CASCADE;
DROP FUNCTION desk_review_is_independent() CASCADE;
DROP FUNCTION desk_savers(bigint);
DROP FUNCTION desk_subjects(bigint);
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
        migrations.RunSQL(
            VIEW + ";" + SAVERS + COUNTED + CONSUMED + INDEPENDENT + CONFIRMED + KEPT + SENT_STAYS + ASKED, BACKWARDS
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
