"""The database refuses a reviewer who saved what is reviewed, and keeps what was sent, approved and published."""

from django.db import migrations

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

BACKWARDS = """
DROP FUNCTION desk_review_is_independent() CASCADE;
DROP FUNCTION desk_refuse_change() CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [("desk", "0006_workflow"), ("editions", "0001_initial")]

    operations = [migrations.RunSQL(INDEPENDENT + KEPT, BACKWARDS)]
