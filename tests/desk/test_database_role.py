"""The rights of docs/database-role.md suffice to work at the desk, and not to rewrite what was done. All invented."""

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from cases.models import Case
from desk.models import ConsumedSaver, Decision, DecisionOutcome, Saver, SentDigest
from editions.models import Edition
from inbox.models import Message, receive
from records.models import Court, Source
from records.serial import save_dict
from tests.desk.review.sound_cases import sound
from tests.desk.review.test_savers import Desk, retitle, save_form
from tests.editions.test_database_role import site
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
__all__ = ["site"]

KEPT = (
    "desk_submission", "desk_submitted", "desk_review", "desk_publication", "desk_saver", "desk_consumedsaver",
    "desk_decision", "desk_decisionoutcome", "desk_signin", "desk_export",
)  # fmt: skip


def audit_tables() -> list[str]:
    return [name for name in connection.introspection.table_names() if name.endswith("audit")]


def refused(sql: str) -> bool:
    """Whether the role may not do it, before any trigger is asked."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    except ProgrammingError as error:
        return "permission denied" in str(error)
    return False


def test_site_role_can_do_the_desk_s_work(site: None) -> None:
    desk, case = Desk(), sound()
    retitle(desk.editor, case, "Entered")
    save_form(desk.editor, Court.objects.get(), names_en="A court")
    desk.publish(case)
    assert ConsumedSaver.objects.count() == Saver.objects.count() > 1
    assert SentDigest.objects.count() == 0

    receive("danger", "Help", case.slug, "en", "token", timezone.now())
    message = Message.objects.get()
    proposed = {"case_id": case.slug, "act": "withhold-open", "why": "x"}
    desk.editor.post(f"/desk/requests/{message.pk}/propose/", proposed)
    desk.petra.post(f"/desk/requests/decisions/{Decision.objects.get().pk}/confirm/")
    assert DecisionOutcome.objects.get().second is not None
    assert Edition.objects.latest("number").kind == "withdrawn"

    save_dict(Source, invented.source("second-news", title="Another"))
    merged = {"kept": "invented-news-2", "gone": "second-news", "confirmed": "1"}
    assert desk.editor.post("/desk/merge/sources/", merged).status_code == 302
    message.delete()


def test_site_role_can_remove_a_draft_that_was_sent(site: None) -> None:
    desk, case = Desk(), sound()
    desk.send(case)

    assert desk.editor.post(f"/desk/cases/case/{case.pk}/delete/", {"post": "yes"}).status_code == 302
    assert Case.objects.count() == 0


def test_site_role_cannot_rewrite_what_was_done(site: None) -> None:
    tables = [*KEPT, *audit_tables()]
    assert len(tables) > 30
    keys = {table: "pgh_id" if table.endswith("audit") else "id" for table in tables}
    acts = [f"UPDATE {table} SET {key} = {key}" for table, key in keys.items()]
    acts += [f"{verb} {table}" for table in tables for verb in ("DELETE FROM", "TRUNCATE")]

    assert [act for act in acts if not refused(act)] == []


def test_site_role_cannot_write_savers_itself(site: None) -> None:
    values = "(account, table_name, row_id, subject, subject_id) VALUES (1, 'x', 1, 'case', 1)"

    assert refused(f"INSERT INTO desk_saver {values}")


def test_site_role_cannot_disable_a_trigger(site: None) -> None:
    acts = [
        "ALTER TABLE cases_case DISABLE TRIGGER note_saver",
        "DROP TRIGGER note_saver ON cases_case",
        "SET session_replication_role = replica",
    ]
    for act in acts:
        with pytest.raises(ProgrammingError, match=r"owner|denied"), transaction.atomic():
            connection.cursor().execute(act)
