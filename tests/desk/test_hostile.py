"""A contributor who means harm: markup and template code in every text, on every page that shows it. All invented."""

import json
from typing import Any

import pytest
from django.test import Client

from cases.models import Case, CaseNote, Event
from desk.models import Decision, Submission, Submitted
from desk.requests.deciding import propose
from inbox.models import Message, receive
from people.models import OtherName, Person, PersonNote
from records.models import Court, Source
from tests.desk.accounts.test_own_drafts import NOON
from tests.desk.invented_accounts import account, browser
from tests.desk.review.sound_cases import sound

pytestmark = pytest.mark.django_db
EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7|add:7 }}{% load %}"
RAW = ("<script>alert(1)", "<img src=x", "onerror=alert(2)>")


@pytest.fixture
def poisoned() -> Case:
    """Rows as SQL would leave them: no form or check stood in the way. Somebody sent the case for review."""
    case, chief = sound(), account("writer", "editor")
    Case.objects.update(title={"en": EVIL}, summary={"en": EVIL}, missing=[EVIL])
    Person.objects.update(names={"en": EVIL}, about={"en": EVIL})
    Source.objects.update(title=EVIL, url="javascript:alert(3)")
    Court.objects.update(names={"en": EVIL})
    OtherName.objects.create(person=case.person, name=EVIL[:190], kind="variant")
    Event.objects.create(case=case, slug="e1", position=1, kind="other", text={"en": EVIL})
    CaseNote.objects.update_or_create(case=case, defaults={"notes": EVIL, "risk": EVIL})
    PersonNote.objects.update_or_create(person=case.person, defaults={"notes": EVIL})
    sent = Submission.objects.create(sent_by=chief, sent_at=NOON, note=EVIL)
    Submitted.objects.create(submission=sent, case=case, version=1)
    receive("other", EVIL, case.slug, "en", "token", NOON)
    decision = Decision(message=Message.objects.get(), case_id=case.slug, act="refuse", why=EVIL, by=chief)
    propose(decision, NOON)
    chief.first_name = EVIL[:150]
    chief.save()
    return Case.objects.get()


def addresses(case: Case) -> list[str]:
    source, court = Source.objects.first(), Court.objects.get()
    assert source
    return [
        "", "cases/case/", f"cases/case/{case.pk}/change/", f"cases/case/{case.pk}/history/",
        f"cases/case/{case.pk}/delete/", "people/person/", f"people/person/{case.person.pk}/change/",
        f"people/person/{case.person.pk}/history/", "records/source/", f"records/source/{source.pk}/change/",
        f"records/source/{source.pk}/delete/", "records/court/", f"records/court/{court.pk}/change/", "work/",
        f"work/{Submission.objects.get().pk}/", f"work/cases/{case.pk}/", f"work/cases/{case.pk}/copy/",
        f"work/cases/{case.pk}/preview/en/", "requests/", f"requests/{Message.objects.get().pk}/", "audit/",
        "audit/sign-ins/", "auth/user/", "account/invitations/", "cases/case/?q=" + "%3Cscript%3Ealert(1)",
        "autocomplete/?app_label=cases&model_name=case&field_name=person&term=",
        "understand/?date=%3Cscript%3Ealert(1)",
    ]  # fmt: skip


def test_no_page_of_the_desk_runs_what_a_row_says(desk: Client, poisoned: Case) -> None:
    shown = 0
    for address in addresses(poisoned):
        response = desk.get(f"/desk/{address}")
        assert response.status_code in (200, 409), address
        if response.headers["Content-Type"].startswith("text/html"):
            text = response.content.decode()
            assert [raw for raw in RAW if raw in text] == [], address
            assert 'href="javascript:' not in text, address
            shown += "{{ 7|add:7 }}" in text
        else:
            assert response.headers["Content-Type"] == "application/json"
            json.loads(response.content)
    assert shown >= 12  # the text was there to be seen, and no template ran it


def test_poisoned_rows_never_reach_readers(poisoned: Case) -> None:
    response = browser(account("editor", "editor")).post(f"/desk/work/cases/{poisoned.pk}/send/", {"note": ""})

    page = response.content.decode()
    assert response.status_code == 400
    assert "holds the markup" in page
    assert [raw for raw in RAW if raw in page] == []


@pytest.mark.parametrize("slug", ["../../etc/passwd", "a/b", "<b>x</b>", "..", "x y", "=cmd()", "x" * 61, "Upper-case"])
def test_id_when_it_is_a_path_or_markup(desk: Client, slug: str) -> None:
    typed: dict[str, Any] = {"slug": slug, "kind": "media", "title": "Title", "former_ids": ""}

    response = desk.post("/desk/records/source/add/", typed)

    assert response.status_code == 200
    assert not Source.objects.exists()
