"""Requests of people in the archive: two editors, deadlines, and what readers see afterwards. All invented."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from cases.models import Case
from desk.models import Decision, DecisionOutcome, Publication
from editions.current import document_of
from editions.models import ChainEntry, Edition, EditionText
from editions.verify import verify
from inbox.models import Message, receive
from records.serial import save_dict
from tests.desk.accounts.test_own_drafts import NOON
from tests.desk.invented_accounts import account, browser
from tests.desk.invented_documents import SOUND
from tests.desk.review.sound_cases import sound
from tests.invented import records as invented
from tests.invented.publications import publish

pytestmark = pytest.mark.django_db
PAGE = "/en/cases/invented-2024/"
VOICE = {"theme": "law", "consent": "given", "said_on": "2026", "text": {"en": "Words of Invented Person"},
         "sources": ["invented-news-1"]}  # fmt: skip


@pytest.fixture
def one() -> Client:
    return browser(account("one", "editor"))


@pytest.fixture
def two() -> Client:
    return browser(account("two", "reviewer"))


@pytest.fixture
def asked() -> Message:
    """A published case with two editions, and a message about it."""
    case = sound(testimonies=[VOICE])
    publish(case, {"en": "First"}, NOON)
    values = {**SOUND, "tags": [], "trial": None, "testimonies": [VOICE], "title": {"en": "Invented Person and others"}}
    publish(save_dict(Case, invented.case("invented-2024", **values)), {"en": "Second"}, NOON)
    receive("danger", "It is dangerous", "invented-2024", "en", "token", NOON)
    return Message.objects.get()


def propose(client: Client, message: Message, act: str, **values: str) -> Any:
    sent = {"case_id": "invented-2024", "act": act, "why": "Because", **values}
    return client.post(f"/desk/requests/{message.pk}/propose/", sent)


def confirm(client: Client) -> Any:
    return client.post(f"/desk/requests/decisions/{Decision.objects.latest('pk').pk}/confirm/")


def all_texts() -> str:
    return " ".join(text.content for text in EditionText.objects.all())


def test_take_out_happens_at_once(one: Client, asked: Message, client: Client) -> None:
    assert "Words of" in client.get(PAGE).content.decode()

    propose(one, asked, "take-out")

    assert "Words of" not in client.get(PAGE).content.decode()
    assert "Words of" not in all_texts()
    assert '"born":"1973~"' not in all_texts()
    assert Case.objects.get().withheld == ["person.born", "person.portrait", "testimonies"]
    assert [found.state for found in verify()] == ["redacted", "redacted", "intact", "intact"]


def second_case(asked: Message) -> Case:
    """Another published case of the same person."""
    values = {**SOUND, "tags": [], "trial": None, "testimonies": [VOICE]}
    case = save_dict(Case, invented.case("invented-2025", **values))
    publish(case, {"en": "Another case"}, NOON)
    return case


def test_take_out_reaches_the_person_s_other_cases(one: Client, asked: Message) -> None:
    second_case(asked)
    assert all_texts().count('"born":"1973~"') == 3

    propose(one, asked, "take-out")

    assert '"born":"1973~"' not in all_texts()
    assert "Words of" not in all_texts()


def test_take_out_twice_erases_once(one: Client, asked: Message) -> None:
    propose(one, asked, "take-out")
    propose(one, asked, "take-out")

    assert ChainEntry.objects.erasures().count() == 2


def test_take_out_when_there_is_no_such_case(one: Client, asked: Message) -> None:
    response = propose(one, asked, "take-out", case_id="never-was")

    assert response.status_code == 400
    assert "never-was: there is no such case" in response.content.decode()
    assert Decision.objects.count() == 0


PAGES = (
    *(PAGE, f"{PAGE}?on=2025-01-01", f"{PAGE}versions/", f"{PAGE}versions/2/", f"{PAGE}cite/", f"{PAGE}text.txt"),
    *(f"{PAGE}card.png", "/en/cases/invented-2024.ics", "/en/people/invented-person/", "/api/v1/cases/invented-2024/"),
)
META = '<meta name="robots" content="noindex">'


def test_noindex_happens_at_once_on_every_page_of_the_case(one: Client, asked: Message, client: Client) -> None:
    assert {page: client.get(page).headers.get("X-Robots-Tag") for page in PAGES} == dict.fromkeys(PAGES)
    assert META not in client.get(PAGE).content.decode()

    propose(one, asked, "noindex")

    said = {page: client.get(page).headers.get("X-Robots-Tag") for page in PAGES}
    assert said == dict.fromkeys(PAGES, "noindex, noarchive")
    for page in (PAGE, f"{PAGE}cite/", f"{PAGE}versions/", "/en/people/invented-person/"):
        assert META in client.get(page).content.decode(), page
    assert client.get("/en/").headers.get("X-Robots-Tag") is None
    assert [found.state for found in verify() if found.about != "erased"] == ["redacted"] * Edition.objects.count()


def test_noindex_stays_in_later_editions_and_after_restoring(one: Client, asked: Message, client: Client) -> None:
    propose(one, asked, "noindex")
    publish(Case.objects.get(), {"en": "Third"}, NOON)
    assert client.get(PAGE).headers["X-Robots-Tag"] == "noindex, noarchive"

    browser(account("three", "editor")).post("/desk/restore/1/")

    assert Case.objects.get().withheld == ["noindex"]


def test_withhold_happens_at_once_with_a_neutral_reason(one: Client, asked: Message, client: Client) -> None:
    propose(one, asked, "withhold")

    response = client.get(PAGE)
    assert response.status_code == 410
    assert "Withheld while the editors look at it." in response.content.decode()
    assert Publication.objects.get().by.username == "one"


@pytest.mark.parametrize(("act", "status"), [("withhold-open", 410), ("withhold-silent", 404), ("remove", 404)])
def test_withholding_needs_two_editors(
    one: Client, two: Client, asked: Message, client: Client, act: str, status: int
) -> None:
    propose(one, asked, act)
    assert client.get(PAGE).status_code == 200
    assert "somebody else has to confirm" in confirm(one).content.decode()
    assert client.get(PAGE).status_code == 200

    confirm(two)

    assert client.get(PAGE).status_code == status
    unknown = client.get("/en/cases/never-was/")
    if status == 404:
        assert client.get(PAGE).content == unknown.content.replace(b"never-was", b"invented-2024")
        assert "invented-2024" not in client.get("/api/v1/versions/").content.decode()
        assert "without a page that says so: 1 case" in client.get("/en/about/").content.decode()


def test_silence_after_an_open_withholding(one: Client, two: Client, asked: Message, client: Client) -> None:
    propose(one, asked, "withhold")
    propose(one, asked, "withhold-silent")
    confirm(two)

    assert client.get(PAGE).status_code == 404


def test_removal_erases_every_text(one: Client, two: Client, asked: Message) -> None:
    propose(one, asked, "remove")
    confirm(two)

    assert [document_of(edition) for edition in Edition.objects.order_by("number")] == [None, None, None]
    assert {found.state for found in verify()} <= {"intact", "redacted", "erased"}


def test_initials_take_the_name_s_place_everywhere(one: Client, two: Client, asked: Message, client: Client) -> None:
    assert propose(one, asked, "initials").status_code == 400
    propose(one, asked, "initials", initials="I. P.")
    confirm(two)

    case = Case.objects.get()
    page = client.get(f"/en/cases/{case.slug}/").content.decode()
    assert "I. P. and others" in page
    for name in ("Invented Person", "Ойдан", "Inv. Person", "invented-2024", "invented-person"):
        assert name not in page
        assert name not in all_texts()
    assert (case.person.names, case.person.other_names.count()) == ({"en": "I. P.", "kk": "I. P."}, 0)
    assert client.get(PAGE).status_code == client.get("/en/people/invented-person/").status_code == 404
    assert "invented-2024" not in client.get("/api/v1/versions/").content.decode()
    assert {found.state for found in verify()} <= {"intact", "redacted"}
    asked.refresh_from_db()
    assert asked.case_id == case.slug


def test_decision_cannot_be_done_twice(
    one: Client, two: Client, asked: Message, caplog: pytest.LogCaptureFixture
) -> None:
    propose(one, asked, "withhold-open")
    confirm(two)

    with caplog.at_level("INFO", "shekteu.events"):
        assert confirm(two).status_code == 409
    assert Edition.objects.count() == 3
    assert [json.loads(record.getMessage()) for record in caplog.records] == [
        {"event": "refusal", "account": User.objects.get(username="two").pk, "of": "confirm", "problems": 1}
    ]


def test_proposal_that_is_refused_is_logged(one: Client, asked: Message, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", "shekteu.events"):
        assert propose(one, asked, "noindex", case_id="no-such-case").status_code == 400

    assert [json.loads(record.getMessage())["of"] for record in caplog.records] == ["propose"]


def test_database_wants_two_editors(asked: Message) -> None:
    editor = account("one", "editor")
    values = {"message": asked, "case_id": "invented-2024", "act": "remove", "by": editor, "at": NOON}

    decision = Decision.objects.create(**values)
    for second in (editor, None):
        with pytest.raises(DatabaseError, match="has to confirm"), transaction.atomic():
            DecisionOutcome.objects.create(decision=decision, second=second, at=NOON)
    DecisionOutcome.objects.create(decision=decision, second=account("two", "editor"), at=NOON)


@pytest.mark.parametrize("table", ["desk_decision", "desk_decisionoutcome"])
@pytest.mark.parametrize("act", ["UPDATE {} SET at = now()", "DELETE FROM {}"])
def test_database_keeps_what_was_decided(one: Client, two: Client, asked: Message, table: str, act: str) -> None:
    propose(one, asked, "withhold-open")
    confirm(two)

    with pytest.raises(DatabaseError, match="the desk keeps"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(act.format(table))


def test_queue_shows_the_next_deadline_first_and_what_is_late(one: Client, asked: Message) -> None:
    receive("correction", "A date is wrong", "", "en", "other", timezone.now())

    page = one.get("/desk/requests/").content.decode()

    assert page.index("puts somebody in danger") < page.index("Something is wrong")
    assert page.count("late</strong>") == (1 if asked.due_at < timezone.now() else 0)


def test_answer_reaches_the_person_by_the_code(one: Client, client: Client) -> None:
    code = receive("other", "A question", "", "en", "token", timezone.now() - timedelta(days=1))
    message = Message.objects.get()

    assert one.post(f"/desk/requests/{message.pk}/answer/", {"answer": ""}).status_code == 400
    one.post(f"/desk/requests/{message.pk}/answer/", {"answer": "We corrected it."})

    assert "We corrected it." in client.post("/en/about/your-case/answer/", {"code": code}).content.decode()


def test_decisions_stay_when_the_message_is_erased(one: Client, asked: Message) -> None:
    propose(one, asked, "withhold")
    asked.delete()

    assert Decision.objects.select_related("message").get().message is None
    assert one.get("/desk/requests/").status_code == 200
