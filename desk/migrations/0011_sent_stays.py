"""What was sent for review stays as it was sent, and takes nothing more once somebody has answered."""

from django.db import migrations

GUARD = """
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
DROP TRIGGER submitted_never_changes ON desk_submitted;
DROP FUNCTION desk_submitted_before_review() CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [("desk", "0010_noindex")]

    operations = [migrations.RunSQL(GUARD, BACKWARDS)]
