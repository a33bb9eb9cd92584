"""Nobody approves a text that they saved a part of, by whatever way; only a reviewed publication lets them go.

Petra may do everything. She slips a fact into a case and tries to approve what another editor sends. All invented.
"""

import json
from collections.abc import Callable
from typing import Any

import pghistory
import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cases.models import Case, CaseNote, Tag, Verdict
from cases.models.fact import CaseFact
from desk.models import Publication, Review, Submission
from desk.review.actions import submit
from desk.review.states import states
from editions import publish as publishing
from editions.models import Edition
from inbox.models import Message, receive
from people.models import Occupation, OtherName, Person, Recogniser
from records.models import Court, Publisher, Source, Trial
from records.serial import save_dict
from tests.desk.form_data import typed
from tests.desk.forms.test_cases import address, errors, opened
from tests.desk.invented_accounts import account, browser
from tests.desk.invented_documents import SOUND
from tests.desk.review.sound_cases import sound
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
REFUSED = "somebody else has to approve it"


class Desk:
    """Petra, and the others who mean well."""

    def __init__(self) -> None:
        self.petra = browser(account("petra", "editor", "reviewer", "publisher"))
        self.editor = browser(account("editor", "editor"))
        self.reviewer = browser(account("reviewer", "reviewer"))
        self.publisher = browser(account("publisher", "publisher"))

    def publish(self, case: Case) -> None:
        """Lets the case go its way without Petra."""
        self.send(case)
        self.answer(self.reviewer)
        sent = Submission.objects.latest("pk")
        response = self.publisher.post(f"/desk/work/{sent.pk}/publish/", {"reason_en": "Checked", "harm": "no"})
        assert response.status_code == 302, response.content.decode()

    def send(self, case: Case) -> None:
        assert self.editor.post(f"/desk/work/cases/{case.pk}/send/", {"note": ""}).status_code == 302

    def answer(self, who: Client) -> str:
        sent = Submission.objects.latest("pk")
        return who.post(f"/desk/work/{sent.pk}/answer/", {"approve": "1"}).content.decode()

    def is_refused(self, case: Case) -> bool:
        """Whether Petra cannot approve what another editor sends, and somebody else still can."""
        self.send(case)
        refused = REFUSED in self.answer(self.petra)
        if refused:
            assert not Review.objects.filter(submission=Submission.objects.latest("pk")).exists()
            self.answer(self.reviewer)
        assert Review.objects.filter(submission=Submission.objects.latest("pk")).exists()
        return refused


@pytest.fixture
def desk() -> Desk:
    return Desk()


def retitle(client: Client, case: Case, title: str) -> None:
    case.refresh_from_db()
    assert errors(client.post(address(case), {**opened(client, case), "title_en": title})) == ""


def save_form(client: Client, row: Any, **values: str) -> None:
    """Sends the admin's form of a row, with some values changed."""
    page = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    response = client.post(page, typed(client.get(page).content.decode()) | values)
    assert response.status_code == 302, errors(response)


def whole_case() -> Case:
    """A sound case that holds something of everything."""
    save_dict(Trial, invented.trial())
    case = sound(trial="invented-trial", tags=["invented-tag"])
    recognised = [{"by": "Invented Watch", "as": "political-prisoner", "sources": ["invented-news-1"]}]
    save_dict(Person, invented.person(recognitions=recognised, sources=["invented-news-1"]))
    return case


SHARED: dict[str, tuple[Callable[[], Any], dict[str, str]]] = {
    "court": (lambda: Court.objects.get(), {"names_en": "A false court"}),
    "trial": (lambda: Trial.objects.get(), {"title_en": "A false trial"}),
    "tag": (lambda: Tag.objects.get(), {"names_en": "a false tag"}),
    "publisher": (lambda: Publisher.objects.get(name="Other News"), {"name": "A False Publisher"}),
    "occupation": (lambda: Occupation.objects.first(), {"names_en": "a false work"}),
    "recogniser": (lambda: Recogniser.objects.get(), {"name": "A False Watch"}),
    "person": (lambda: Person.objects.get(), {"city_en": "A false town"}),
    "source": (lambda: Source.objects.get(slug="invented-news-2"), {"title": "A false title"}),
}


@pytest.mark.parametrize("what", SHARED)
def test_approve_who_changed_a_shared_row(desk: Desk, what: str) -> None:
    case, (row, values) = whole_case(), SHARED[what]
    save_form(desk.petra, row(), **values)

    assert desk.is_refused(case)


@pytest.mark.parametrize("what", SHARED)
def test_approve_when_somebody_else_changed_a_shared_row(desk: Desk, what: str) -> None:
    """What the tests above expect does not come of the row itself."""
    case, (row, values) = whole_case(), SHARED[what]
    save_form(browser(account("other", "editor")), row(), **values)

    assert not desk.is_refused(case)


def test_approve_after_withholding_it(desk: Desk) -> None:
    case = sound()
    desk.publish(case)
    retitle(desk.petra, case, "A false title")
    receive("danger", "Help", case.slug, "en", "token", timezone.now())
    path = f"/desk/requests/{Message.objects.get().pk}/propose/"
    desk.petra.post(path, {"case_id": case.slug, "act": "withhold", "why": "x"})
    assert Edition.objects.latest("number").kind == "withdrawn"

    assert desk.is_refused(case)


def test_approve_after_it_was_withdrawn(desk: Desk) -> None:
    case = sound()
    desk.publish(case)
    retitle(desk.petra, case, "A false title")
    desk.petra.post(f"/desk/work/cases/{case.pk}/withdraw/", {"reason_en": "Checked", "harm": "no"})
    assert Edition.objects.latest("number").kind == "withdrawn"

    assert desk.is_refused(case)


def test_approve_after_taking_a_published_case_s_id(desk: Desk) -> None:
    """The last edition of another case is not this one's."""
    case, other = sound(), sound("invented-2025")
    retitle(desk.petra, case, "A false title")
    case.refresh_from_db()
    desk.petra.post(address(case), {**opened(desk.petra, case), "former_ids": "invented-2025"})
    other.refresh_from_db()
    desk.publish(other)

    assert desk.is_refused(case)


def test_approve_what_was_restored(desk: Desk) -> None:
    case = sound()
    retitle(desk.petra, case, "A false title")
    desk.publish(case)
    retitle(desk.editor, case, "A true title")
    desk.publish(case)
    desk.editor.post(f"/desk/restore/{Edition.objects.earliest('number').number}/")
    assert Case.objects.get().title["en"] == "A false title"

    assert desk.is_refused(case)


def test_approve_who_restored_it(desk: Desk) -> None:
    case = sound()
    desk.publish(case)
    retitle(desk.editor, case, "A true title")
    desk.publish(case)
    desk.petra.post(f"/desk/restore/{Edition.objects.earliest('number').number}/")

    assert desk.is_refused(case)


def test_approve_what_was_merged_in(desk: Desk) -> None:
    case = sound()
    save_dict(Source, invented.source("second-news", title="Another"))
    save_form(desk.petra, Source.objects.get(slug="second-news"), archived_url="https://example.org/false")
    merged = {"kept": "invented-news-2", "gone": "second-news", "confirmed": "1"}
    assert desk.editor.post("/desk/merge/sources/", merged).status_code == 302

    assert desk.is_refused(case)


def test_approve_what_a_merged_person_brought(desk: Desk) -> None:
    case = sound()
    save_dict(Person, invented.person("second-person", names={"en": "Second"}, recognitions=[], sources=[]))
    save_form(desk.petra, Person.objects.get(slug="second-person"), about_en="A false story")
    merged = {"kept": "invented-person", "gone": "second-person", "confirmed": "1"}
    assert desk.editor.post("/desk/merge/people/", merged).status_code == 302

    assert desk.is_refused(case)


def test_approve_what_a_file_brought(desk: Desk, settings: Any, tmp_path: Any) -> None:
    settings.VAR = tmp_path
    case = whole_case()
    courts = [invented.court(names={"en": "A false court"})]
    content = json.dumps({"format": "shekteu/1", "courts": courts}).encode()
    shown = desk.petra.post("/desk/import/", {"file": SimpleUploadedFile("file.json", content), "update": "on"})
    desk.petra.post("/desk/import/now/", {"digest": shown.context["digest"], "update": "on"})
    assert Court.objects.get().names == {"en": "A false court"}

    assert desk.is_refused(case)


def test_approve_what_was_copied_from_ones_own_case(desk: Desk) -> None:
    case = sound()
    retitle(desk.petra, case, "A false title")
    copied = {"slug": "copied-2024", "person": "invented-person"}
    assert desk.editor.post(f"/desk/work/cases/{case.pk}/copy/", copied).status_code == 302
    copy = Case.objects.get(slug="copied-2024")
    save_dict(Case, invented.case("copied-2024", **{**SOUND, "tags": [], "trial": None}))

    assert desk.is_refused(copy)


@pytest.mark.parametrize("row", ["court", "tag"])
def test_approve_what_was_made_in_place(desk: Desk, row: str) -> None:
    """Petra makes a row in the window beside a field; somebody else chooses it."""
    case = sound()
    path, values = {
        "court": ("/desk/records/court/add/", {"slug": "false-court", "names_en": "A false court"}),
        "tag": (
            "/desk/cases/tag/add/",
            {"name": "false-tag", "names_en": "false", "names_ru": "ложь", "names_kk": "өтірік"},
        ),
    }[row]
    page = typed(desk.petra.get(f"{path}?_popup=1").content.decode())
    assert desk.petra.post(f"{path}?_popup=1", {**page, **values}).status_code == 200
    with pghistory.context(user=User.objects.get(username="editor").pk):
        if row == "court":
            Verdict.objects.update(court="false-court")
        else:
            case.tags.add(Tag.objects.get(name="false-tag"))

    assert desk.is_refused(case)


@pytest.mark.django_db
def test_every_kind_of_fact_of_a_case_notes_who_saved_it() -> None:
    facts = {model._meta.db_table for model in apps.get_models() if issubclass(model, CaseFact)}
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'note_saver'")
        noted = {table for (table,) in cursor.fetchall()}
    assert "restrictions_restrictionbasis" in facts
    assert facts - noted == set()


BULK = {
    "update": lambda: Tag.objects.update(names={"en": "false"}),
    "bulk_update": lambda: Tag.objects.bulk_update([Tag(pk=Tag.objects.get().pk, aliases=["false"])], ["aliases"]),
    "raw": lambda: connection.cursor().execute("UPDATE records_court SET region = 'KZ-10'"),
    "removal": lambda: OtherName.objects.all().delete(),
    "link": lambda: Case.objects.get().tags.clear(),
}


@pytest.mark.parametrize("how", BULK)
def test_approve_who_saved_many_rows_at_once(desk: Desk, how: str) -> None:
    case = whole_case()
    with pghistory.context(user=User.objects.get(username="petra").pk):
        BULK[how]()

    assert desk.is_refused(case)


def test_approve_who_silenced_the_audit(desk: Desk) -> None:
    case = sound()
    with pghistory.context(user=User.objects.get(username="petra").pk), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pgtrigger.ignore', '{pgtrigger_update_update_0a2a0}', true)")
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'pgtrigger%%'")
        names = ",".join(row[0] for row in cursor.fetchall())
        cursor.execute("SELECT set_config('pgtrigger.ignore', %s, true)", [f"{{{names}}}"])
        Case.objects.update(title={"en": "A false title"})
        cursor.execute("SELECT set_config('pgtrigger.ignore', '{}', true)")

    assert desk.is_refused(case)


def test_approve_a_tag_that_was_chosen_after_a_publication(desk: Desk) -> None:
    """A publication answers for what the case held, not for everything that was saved before it."""
    case = sound()
    tag = Tag.objects.create(name="a-tag")
    save_form(desk.petra, tag, names_en="a false tag")
    desk.publish(case)
    with pghistory.context(user=User.objects.get(username="editor").pk):
        case.tags.add(tag)

    assert desk.is_refused(case)


def test_approve_a_case_when_another_with_the_same_court_was_published(desk: Desk) -> None:
    one, other = sound(), sound("invented-2025")
    save_form(desk.petra, Court.objects.get(), names_en="A false court")
    desk.publish(one)

    assert desk.is_refused(other)
    assert not desk.is_refused(one)


def test_approve_what_was_saved_while_it_was_published(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is saved after the documents were built is in no approved text."""
    case, late = sound(), publishing.publish

    def publish_late(*args: Any) -> Any:
        save_form(desk.petra, Source.objects.get(slug="invented-news-1"), title="Too late")
        return late(*args)

    monkeypatch.setattr("desk.review.actions.publish_documents", publish_late)
    desk.publish(case)

    assert desk.is_refused(case)


def test_approve_after_somebody_else_answered_for_it(desk: Desk) -> None:
    case = whole_case()
    retitle(desk.petra, case, "A true title")
    for row, values in SHARED.values():
        save_form(desk.petra, row(), **values)
    desk.publish(case)
    retitle(desk.editor, case, "Another title")

    assert not desk.is_refused(case)


def test_approve_when_only_a_note_is_ones_own(desk: Desk) -> None:
    """Internal notes enter no document."""
    case = sound()
    with pghistory.context(user=User.objects.get(username="petra").pk):
        CaseNote.objects.create(case=case, notes="Mine")

    assert not desk.is_refused(case)


def test_database_lets_nothing_but_an_approval_consume_savers(desk: Desk) -> None:
    case = sound()
    desk.publish(case)
    retitle(desk.petra, case, "A false title")
    desk.petra.post(f"/desk/work/cases/{case.pk}/withdraw/", {"reason_en": "Checked", "harm": "no"})

    with pytest.raises(DatabaseError, match="only the publication of an approved case"), transaction.atomic():
        connection.cursor().execute(
            "INSERT INTO desk_consumedsaver (case_number, saver_id, publication_id)"
            " SELECT %s, max(desk_saver.id), %s FROM desk_saver",
            [case.pk, Publication.objects.latest("edition").pk],
        )


@pytest.mark.parametrize("sql", ["UPDATE desk_saver SET account = 0", "DELETE FROM desk_saver"])
def test_database_keeps_savers(desk: Desk, sql: str) -> None:
    retitle(desk.petra, sound(), "A false title")

    with pytest.raises(DatabaseError, match="the desk keeps what was done"), transaction.atomic():
        connection.cursor().execute(sql)


def test_savers_of_a_batch_cost_one_query(desk: Desk, django_assert_num_queries: Any) -> None:
    from desk.review.savers import savers_of

    cases = [sound(id) for id in ("invented-2024", "invented-2025", "invented-2026")]
    retitle(desk.petra, cases[1], "A false title")

    with django_assert_num_queries(1):
        savers = savers_of(cases)
    assert {(saver.case, saver.account) for saver in savers} == {
        (cases[1].pk, User.objects.get(username="petra").pk),
    }


def test_desk_of_one_person_marks_what_it_approved_of_its_own(desk: Desk, settings: Any) -> None:
    settings.ONE_PERSON_DESK = True
    case = sound()
    save_form(desk.petra, Court.objects.get(), names_en="A court")
    submit([case], User.objects.get(username="editor"), "", timezone.now())
    desk.answer(desk.petra)

    assert Review.objects.get().alone
    assert states([case])[case.pk].value == "approved"
