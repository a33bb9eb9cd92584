"""The triggers that keep editions and erasures as they were written."""

from django.db import migrations

# A session may truncate only where it sets shekteu.tests_may_truncate: Django's way to empty tables between tests.
REFUSE_CHANGE = """
CREATE FUNCTION editions_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' AND current_setting('shekteu.tests_may_truncate', true) = 'on' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION '% of % is refused: what was published stays. Publish a new edition instead', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER edition_never_changes BEFORE UPDATE OR DELETE ON editions_edition
    FOR EACH ROW EXECUTE FUNCTION editions_refuse_change();
CREATE TRIGGER edition_never_truncated BEFORE TRUNCATE ON editions_edition
    FOR EACH STATEMENT EXECUTE FUNCTION editions_refuse_change();
CREATE TRIGGER erasure_never_changes BEFORE UPDATE OR DELETE ON editions_erasure
    FOR EACH ROW EXECUTE FUNCTION editions_refuse_change();
CREATE TRIGGER erasure_never_truncated BEFORE TRUNCATE ON editions_erasure
    FOR EACH STATEMENT EXECUTE FUNCTION editions_refuse_change();
CREATE TRIGGER text_never_truncated BEFORE TRUNCATE ON editions_editiontext
    FOR EACH STATEMENT EXECUTE FUNCTION editions_refuse_change();
"""

# The digest that an edition's text must have: its last erasure's, or its own. Null: no such edition.
EXPECTED_DIGEST = """
CREATE FUNCTION editions_expected_digest(wanted bigint) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT COALESCE(
        (SELECT digest FROM editions_erasure WHERE edition_id = wanted ORDER BY number DESC LIMIT 1),
        (SELECT digest FROM editions_edition WHERE number = wanted))
$$;
"""

# A text is written as its edition or the last erasure of it says, and goes only if that erasure says so.
GUARD_TEXT = """
CREATE FUNCTION editions_guard_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    actual text := '';
    subject bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.edition_id ELSE NEW.edition_id END;
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.edition_id <> OLD.edition_id THEN
        RAISE EXCEPTION 'a text stays with its edition' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP <> 'DELETE' THEN
        actual := encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex');
    END IF;
    IF actual IS DISTINCT FROM editions_expected_digest(subject) THEN
        RAISE EXCEPTION '% of the text of edition % is refused: record an erasure with it (manage.py redact)',
            TG_OP, subject USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER text_follows_erasures BEFORE INSERT OR UPDATE OR DELETE ON editions_editiontext
    FOR EACH ROW EXECUTE FUNCTION editions_guard_text();
"""

# At the end of the transaction a new edition has its text, and an erasure has done what it says.
GUARD_TOGETHER = """
CREATE FUNCTION editions_guard_together() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    subject bigint := CASE WHEN TG_TABLE_NAME = 'editions_edition' THEN NEW.number ELSE NULL END;
    actual text;
BEGIN
    IF subject IS NULL THEN
        subject := NEW.edition_id;
    END IF;
    SELECT encode(sha256(convert_to(content, 'UTF8')), 'hex') INTO actual
        FROM editions_editiontext WHERE edition_id = subject;
    IF COALESCE(actual, '') IS DISTINCT FROM editions_expected_digest(subject) THEN
        RAISE EXCEPTION 'edition % and its text do not belong together: write both in one transaction', subject
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER edition_has_its_text AFTER INSERT ON editions_edition
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION editions_guard_together();
CREATE CONSTRAINT TRIGGER erasure_has_been_done AFTER INSERT ON editions_erasure
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION editions_guard_together();
"""

BACKWARDS = """
DROP FUNCTION editions_refuse_change() CASCADE;
DROP FUNCTION editions_guard_text() CASCADE;
DROP FUNCTION editions_guard_together() CASCADE;
DROP FUNCTION editions_expected_digest(bigint) CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [("editions", "0001_initial")]

    operations = [migrations.RunSQL(REFUSE_CHANGE + EXPECTED_DIGEST + GUARD_TEXT + GUARD_TOGETHER, BACKWARDS)]
