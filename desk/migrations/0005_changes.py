"""One view over all tables of the audit, and who saved anything of a case since a moment."""

from django.db import migrations, models

CASE_PARTS = [
    *(f"cases_{name}audit" for name in (
        "casecitation", "casenote", "casetag", "charge", "custody", "custodybasis", "event", "inclusion", "prior",
        "testimony", "verdict",
    )),
    *(f"restrictions_{name}audit" for name in ("change", "claim", "restriction")),
]  # fmt: skip
PERSON_PARTS = [f"people_{name}audit" for name in
                ("othername", "personcitation", "personnote", "personoccupation", "recognition")]  # fmt: skip
SUBJECTS = [
    ("cases_caseaudit", "case", "id"),
    *((table, "case", "case_id") for table in CASE_PARTS),
    ("people_personaudit", "person", "id"),
    *((table, "person", "person_id") for table in PERSON_PARTS),
    ("records_sourceaudit", "source", "id"),
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


VIEW = "CREATE VIEW desk_change AS\n" + "\nUNION ALL ".join(_part(*one) for one in SUBJECTS)

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

BACKWARDS = "DROP FUNCTION desk_savers(bigint, timestamptz); DROP VIEW desk_change;"


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0004_audit"),
        ("records", "0002_audit"),
        ("people", "0002_audit"),
        ("cases", "0004_audit"),
        ("restrictions", "0005_audit"),
    ]

    operations = [
        migrations.RunSQL(VIEW + ";" + SAVERS, BACKWARDS),
        migrations.CreateModel(
            "Change",
            fields=[
                ("key", models.CharField(primary_key=True, max_length=60, serialize=False)),
                ("model", models.CharField(max_length=30)),
                ("number", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("label", models.CharField(max_length=10)),
                ("path", models.TextField()),
                ("row", models.BigIntegerField()),
                ("subject", models.CharField(max_length=20)),
                ("subject_id", models.BigIntegerField()),
                ("data", models.JSONField()),
            ],
            options={"managed": False, "db_table": "desk_change", "ordering": ["-at", "-number"]},
        ),
    ]
