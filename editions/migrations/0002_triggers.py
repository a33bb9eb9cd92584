"""The triggers that keep the chain as it was written, and the one way in which a part of a text goes."""

from django.db import migrations

# A session may truncate only where it sets shekteu.tests_may_truncate: Django's way to empty tables between tests.
# An entry forgets nothing but the id of a case, and that only once its text is gone.
REFUSE_CHANGE = """
CREATE FUNCTION editions_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' AND current_setting('shekteu.tests_may_truncate', true) = 'on' THEN
        RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'editions_chainentry' THEN
        IF NEW.case_id = '' AND to_jsonb(NEW) - 'case_id' = to_jsonb(OLD) - 'case_id'
            AND NOT EXISTS (SELECT 1 FROM editions_editiontext AS text
                JOIN editions_chainentry AS entry ON entry.number = text.edition_id
                WHERE entry.number = OLD.number OR OLD.kind = 'withdrawn' AND entry.case_key = OLD.case_key) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION '% of % is refused: what was published stays. Publish a new edition instead', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER chain_never_changes BEFORE UPDATE OR DELETE ON editions_chainentry
    FOR EACH ROW EXECUTE FUNCTION editions_refuse_change();
CREATE TRIGGER chain_never_truncated BEFORE TRUNCATE ON editions_chainentry
    FOR EACH STATEMENT EXECUTE FUNCTION editions_refuse_change();
CREATE TRIGGER text_never_truncated BEFORE TRUNCATE ON editions_editiontext
    FOR EACH STATEMENT EXECUTE FUNCTION editions_refuse_change();
"""

# What the last erasure of an edition takes out: null where there is none.
LAST_ERASURE = """
CREATE FUNCTION editions_last_erasure(edition bigint) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT erasure.body->'places' FROM editions_chainentry AS erasure, editions_chainentry AS erased
    WHERE erased.number = edition AND erasure.kind = 'erased' AND erasure.body->>'erases' = erased.key
    ORDER BY erasure.number DESC LIMIT 1
$$;
"""

# The same as editions.erase.without: a field goes, a row with an id goes, of another row the place stays free.
TAKE_OUT = """
CREATE FUNCTION editions_take_out(document jsonb, path text, replacement jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    steps text[] := string_to_array(path, '.');
    depth int := CASE WHEN jsonb_typeof(document->steps[1]) = 'array' THEN 1 ELSE 2 END;
    place int;
    has_id boolean;
BEGIN
    IF replacement <> 'null' THEN
        RETURN jsonb_set(document, steps, replacement);
    END IF;
    IF array_length(steps, 1) <= depth THEN
        RETURN document #- steps;
    END IF;
    SELECT n - 1, element ? 'id' INTO place, has_id
        FROM jsonb_array_elements(document #> steps[1:depth]) WITH ORDINALITY AS rows(element, n)
        WHERE element <> 'null' AND coalesce(element->>'id', (n - 1)::text) = steps[depth + 1];
    IF array_length(steps, 1) > depth + 1 THEN
        RETURN document #- (steps[1:depth] || place::text || steps[depth + 2]);
    ELSIF has_id THEN
        RETURN document #- (steps[1:depth] || place::text);
    END IF;
    RETURN jsonb_set(document, steps[1:depth] || place::text, 'null');
END $$;

CREATE FUNCTION editions_without(document jsonb, places jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    place record;
BEGIN
    FOR place IN SELECT key, value FROM jsonb_each(places) ORDER BY key COLLATE "C" DESC LOOP
        document := editions_take_out(document, place.key, place.value);
    END LOOP;
    RETURN document - 'salts' - 'leaves';
END $$;
"""

# A text is read once and its person noted beside it: reading it again for an index took as long as all the rest.
# A text is written once, as an edition's; parts of it go as the last erasure of that edition says, and nothing else
# becomes different: no word can be planted under a pretext. What stands instead is short and only of a few places.
GUARD_TEXT = """
CREATE FUNCTION editions_is_obeyed(before jsonb, after jsonb, places jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT after - 'salts' - 'leaves' = editions_without(before, places)
        AND after->'salts' = (before->'salts') - (SELECT array_agg(key) FROM jsonb_object_keys(places) AS key)
        AND after->'leaves' @> coalesce(before->'leaves', '{}')
        AND (SELECT array_agg(key ORDER BY key) FROM jsonb_object_keys(after->'leaves') AS key)
            = (SELECT array_agg(key ORDER BY key) FROM jsonb_object_keys(coalesce(before->'leaves', '{}') || places) AS key)
        AND NOT EXISTS (SELECT 1 FROM jsonb_each(places) AS place(key, value)
            WHERE value <> 'null' AND (key NOT IN ('person.names', 'case.withheld') OR length(value::text) > 400))
$$;

CREATE FUNCTION editions_guard_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    subject bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.edition_id ELSE NEW.edition_id END;
    places jsonb := editions_last_erasure(subject);
    document jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE NEW.content::jsonb END;
    allowed boolean := false;
BEGIN
    IF TG_OP = 'INSERT' THEN
        allowed := coalesce(NOT places ? 'document', true) AND EXISTS (
            SELECT 1 FROM editions_chainentry WHERE number = subject AND kind = 'published'
            AND format = document->>'format' AND case_id = document->'case'->>'id');
    ELSIF TG_OP = 'DELETE' THEN
        allowed := places ? 'document';
    ELSIF NEW.edition_id = OLD.edition_id THEN
        allowed := editions_is_obeyed(OLD.content::jsonb, document, places);
    END IF;
    IF NOT coalesce(allowed, false) THEN
        RAISE EXCEPTION '% of the text of edition % is refused: record an erasure with it (manage.py erase)',
            TG_OP, subject USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP <> 'DELETE' THEN
        NEW.person := coalesce(document->'person'->>'id', '');
        RETURN NEW;
    END IF;
    RETURN OLD;
END $$;

CREATE TRIGGER text_follows_erasures BEFORE INSERT OR UPDATE OR DELETE ON editions_editiontext
    FOR EACH ROW EXECUTE FUNCTION editions_guard_text();
"""

# At the end of the transaction a new edition has its text, and an erasure has done what it says.
GUARD_TOGETHER = """
CREATE FUNCTION editions_guard_together() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    subject bigint := NEW.number;
    content jsonb;
    places jsonb;
BEGIN
    IF NEW.kind = 'erased' THEN
        SELECT number INTO subject FROM editions_chainentry WHERE key = NEW.body->>'erases' AND kind = 'published';
    END IF;
    -- Of a new edition only whether it has a text: reading it would take longer than writing it.
    SELECT CASE WHEN NEW.kind = 'erased' THEN text.content::jsonb ELSE '{}' END INTO content
        FROM editions_editiontext AS text WHERE edition_id = subject;
    places := coalesce(editions_last_erasure(subject), '{}');
    IF subject IS NULL
        OR (content IS NULL) <> (places ? 'document')
        OR NEW.kind = 'erased' AND NOT NEW.body->'places' ? 'document' AND content IS NOT NULL
            AND (SELECT bool_or(NOT content->'leaves' ? key OR content->'salts' ? key)
                 FROM jsonb_object_keys(NEW.body->'places') AS key) THEN
        RAISE EXCEPTION 'entry % and its text do not belong together: write both in one transaction', NEW.number
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER entry_and_text_together AFTER INSERT ON editions_chainentry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind IN ('published', 'erased'))
    EXECUTE FUNCTION editions_guard_together();
"""

# The only way for the site's role, which may not UPDATE or DELETE a text: the triggers check what it does.
ERASE = """
CREATE FUNCTION editions_erase(edition bigint, left_over text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    subject text;
BEGIN
    IF left_over IS NOT NULL THEN
        UPDATE editions_editiontext SET content = left_over WHERE edition_id = edition;
        RETURN;
    END IF;
    DELETE FROM editions_editiontext WHERE edition_id = edition;
    UPDATE editions_chainentry SET case_id = '' WHERE number = edition;
    SELECT case_key INTO subject FROM editions_chainentry WHERE number = edition;
    IF NOT EXISTS (SELECT 1 FROM editions_editiontext AS text JOIN editions_chainentry AS entry
                   ON entry.number = text.edition_id WHERE entry.case_key = subject) THEN
        UPDATE editions_chainentry SET case_id = '' WHERE case_key = subject AND case_id <> '';
    END IF;
END $$;
"""

BACKWARDS = """
DROP FUNCTION editions_refuse_change() CASCADE;
DROP FUNCTION editions_guard_text() CASCADE;
DROP FUNCTION editions_guard_together() CASCADE;
DROP FUNCTION editions_erase(bigint, text);
DROP FUNCTION editions_is_obeyed(jsonb, jsonb, jsonb);
DROP FUNCTION editions_without(jsonb, jsonb);
DROP FUNCTION editions_take_out(jsonb, text, jsonb);
DROP FUNCTION editions_last_erasure(bigint);
"""


class Migration(migrations.Migration):
    dependencies = [("editions", "0001_initial")]

    operations = [
        migrations.RunSQL(REFUSE_CHANGE + LAST_ERASURE + TAKE_OUT + GUARD_TEXT + GUARD_TOGETHER + ERASE, BACKWARDS)
    ]
