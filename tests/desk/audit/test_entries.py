"""Who changed what: by forms, bulk updates and raw SQL; readable, filterable, not erasable. All invented."""

from typing import Any

import pgtrigger
import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from cases.models import Case, CaseNote
from desk.audit.entries import entries
from desk.models import RowChange, SignIn
from people.models import PersonNote
from records.models import Source
from records.serial import save_dict
from restrictions.models import Restriction
from tests.desk.accounts.test_own_drafts import own_case
from tests.desk.forms.test_cases import address, opened
from tests.desk.invented_accounts import account, browser
from tests.invented import records as invented

pytestmark = pytest.mark.django_db


def last(model: str) -> Any:
    """The last change of a table. Within a test's one transaction all moments are the same."""
    return entries(RowChange.objects.filter(model=model).order_by("-number").select_related("user")[:1])[0]


def test_change_by_the_form_names_account_and_path(desk: Client, shared: None) -> None:
    case = save_dict(Case, invented.case())
    desk.post(address(case), {**opened(desk, case), "title_en": "New title"})

    found = last("case")

    assert (found.change.user.username, found.change.path, found.change.label) == ("chief", address(case), "update")
    assert ("title", "en: An invented case", "en: New title") in [tuple(field) for field in found.fields]


def test_change_by_bulk_update_and_raw_sql(shared: None) -> None:
    save_dict(Case, invented.case())
    Restriction.objects.filter(slug="fine").update(amount="1 tenge")
    assert [tuple(field) for field in last("restriction").fields] == [("amount", "530,250 tenge", "1 tenge")]

    with connection.cursor() as cursor:
        cursor.execute("UPDATE records_source SET title = 'Raw' WHERE slug = 'invented-news-1'")

    assert last("source").what == "source invented-news-1"
    assert [field.new for field in last("source").fields] == ["Raw"]


def test_change_when_a_row_is_removed(shared: None) -> None:
    case = save_dict(Case, invented.case())
    case.claims.all().delete()

    assert (last("claim").change.label, last("claim").what) == ("delete", "claim k1")
    assert ("value", "2030", "—") in [tuple(field) for field in last("claim").fields]


@pytest.mark.parametrize("act", ["UPDATE {} SET pgh_label = 'x'", "DELETE FROM {}"])
@pytest.mark.parametrize("table", ["cases_caseaudit", "records_sourceaudit", "desk_accountaudit", "desk_signin"])
def test_audit_cannot_be_changed(desk: Client, shared: None, table: str, act: str) -> None:
    save_dict(Case, invented.case())
    SignIn.objects.create(what=SignIn.EventKind.FAILED, at=timezone.now())
    act = act.replace("pgh_label", "what") if table == "desk_signin" else act

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(act.format(table))


def test_audit_when_filtered(desk: Client, shared: None) -> None:
    case = save_dict(Case, invented.case())
    Source.objects.filter(slug="invented-news-1").update(title="Quietly")
    desk.post(address(case), {**opened(desk, case), "title_en": "New title"})

    def shown(**query: str) -> tuple[bool, bool]:
        page = desk.get("/desk/audit/", query).content.decode()
        return "New title" in page, "Quietly" in page

    assert shown() == (True, True)
    assert shown(subject="case") == (True, False)
    assert shown(subject="source") == (False, True)
    assert shown(user=str(desk.session["_auth_user_id"])) == (True, False)
    assert shown(path="/change/") == (True, False)
    assert shown(until="2020-01-01") == (False, False)
    assert shown(since="nonsense") == (False, False)


def test_history_of_a_record(desk: Client, shared: None) -> None:
    case = save_dict(Case, invented.case())
    Case.objects.update(title={"en": "Another"})

    page = desk.get(f"/desk/cases/case/{case.pk}/history/").content.decode()

    assert "<ins>en: Another</ins>" in page


@pytest.mark.parametrize("number", [1, 3])
def test_history_costs_queries(desk: Client, shared: None, django_assert_num_queries: Any, number: int) -> None:
    case = save_dict(Case, invented.case())
    for index in range(number):
        Case.objects.update(title={"en": f"Title {index}"})
    CaseNote.objects.create(case=case, notes="Note")
    address = f"/desk/cases/case/{case.pk}/history/"
    desk.get(address)

    with django_assert_num_queries(21):
        desk.get(address)


def test_history_hides_notes_from_contributors(shared: None) -> None:
    contributor = browser(account("contributor", "contributor"))
    case = own_case(contributor)
    CaseNote.objects.create(case=case, notes="A secret")
    path = f"/desk/cases/case/{case.pk}/history/"

    assert "internal note" not in contributor.get(path).content.decode()
    assert "internal note" in browser(account("editor", "editor")).get(path).content.decode()


@pytest.mark.parametrize("note", [CaseNote, PersonNote])
def test_audit_says_that_a_note_changed_and_not_what_it_said(
    desk: Client, shared: None, note: type[CaseNote] | type[PersonNote]
) -> None:
    case = save_dict(Case, invented.case())
    owner: dict[str, Any] = {"case": case} if note is CaseNote else {"person": case.person}
    row = note.objects.create(**owner, notes="A secret", risk="A danger", contact_consent="A friend")
    row.risk = "Another danger"
    row.save()
    row.delete()

    changes = RowChange.objects.filter(model=note._meta.model_name)

    assert sorted(changes.values_list("label", flat=True)) == ["delete", "insert", "update"]
    kept = str(list(changes.values_list("data", flat=True)))
    assert [word for word in ("secret", "danger", "friend") if word in kept] == []


@pytest.mark.parametrize("how", ["of the library", "by hand"])
def test_audit_cannot_be_silenced(shared: None, how: str) -> None:
    save_dict(Case, invented.case())
    before = RowChange.objects.count()

    if how == "of the library":
        with pgtrigger.ignore():
            Case.objects.update(title={"en": "Quietly"})
    else:
        with connection.cursor() as cursor:
            cursor.execute("SELECT array_agg(tgname)::text FROM pg_trigger WHERE NOT tgisinternal")
            cursor.execute("SELECT set_config('pgtrigger.ignore', %s, true)", cursor.fetchone())
            cursor.execute('UPDATE cases_case SET title = \'{"en": "Quietly"}\'')
            cursor.execute("SELECT set_config('pgtrigger.ignore', '{}', true)")

    assert RowChange.objects.count() == before + 1


@pytest.mark.parametrize("act", ["UPDATE {} SET pgh_label = 'x'", "DELETE FROM {}"])
def test_audit_cannot_be_changed_by_whoever_ignores_triggers(shared: None, act: str) -> None:
    save_dict(Case, invented.case())

    with pytest.raises(DatabaseError), transaction.atomic(), pgtrigger.ignore(), connection.cursor() as cursor:
        cursor.execute(act.format("cases_caseaudit"))


def test_no_trigger_heeds_a_switch(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid"
            " WHERE NOT tgisinternal AND prosrc LIKE '%ignore%'"
        )
        assert cursor.fetchall() == []


def test_accounts_changes_are_kept(desk: Client) -> None:
    user = account("somebody", "editor")
    user.groups.clear()

    models = set(RowChange.objects.filter(subject="account", subject_id=user.pk).values_list("model", "label"))

    assert {("account", "insert"), ("accountrole", "insert"), ("accountrole", "delete")} <= models
    assert "password" not in RowChange.objects.filter(model="account").first().data
