"""From draft to reader by several people; nothing half-done in public. All invented."""

import re
from collections import Counter
from types import ModuleType
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import InternalError, connection, transaction
from django.db.utils import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cases.models import Case, Event, Tag
from desk.models import Publication, Review, SentDigest, Submission
from desk.review.actions import submit
from desk.review.checks.finding import Finding
from desk.review.digests import keyed_digest
from desk.review.states import states
from editions import building
from editions import document as document_building
from editions import publish as publishing
from editions.current import document_of
from editions.document import content_digest
from editions.models import Edition
from people.models import Occupation, Person
from records.models import Court, Publisher, Source, Trial
from records.serial import save_dict
from tests.desk.forms.test_cases import address, errors, opened
from tests.desk.invented_accounts import account, browser
from tests.desk.invented_documents import SOUND
from tests.desk.review.sound_cases import sound
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
REASON = {"reason_en": "First publication", "harm": "no"}


@pytest.fixture
def editor() -> Client:
    return browser(account("editor", "editor"))


@pytest.fixture
def reviewer() -> Client:
    return browser(account("reviewer", "reviewer"))


@pytest.fixture
def publisher() -> Client:
    return browser(account("olga", "publisher"))


def state(case: Case) -> str:
    return str(states([case])[case.pk].value)


def send(client: Client, case: Case) -> Any:
    return client.post(f"/desk/work/cases/{case.pk}/send/", {"note": "Please"})


def answer(client: Client, **values: Any) -> Any:
    return client.post(f"/desk/work/{Submission.objects.latest('pk').pk}/answer/", values or {"approve": "1"})


def publish(client: Client, **values: Any) -> Any:
    return client.post(f"/desk/work/{Submission.objects.latest('pk').pk}/publish/", {**REASON, **values})


def retitle(client: Client, case: Case, title: str) -> None:
    case.refresh_from_db()
    response = client.post(address(case), {**opened(client, case), "title_en": title})
    assert errors(response) == ""


def problems(response: Any) -> str:
    return " ".join(re.findall(r'<div class="errornote"[^>]*>(.*?)</div>', response.content.decode(), re.DOTALL))


def test_case_from_draft_to_reader(editor: Client, reviewer: Client, publisher: Client, client: Client) -> None:
    case = sound()
    retitle(editor, case, "An entered case")
    assert state(case) == "draft"

    send(editor, case)
    assert state(case) == "in-review"
    answer(reviewer)
    assert state(case) == "approved"
    assert client.get("/en/cases/invented-2024/").status_code == 404
    publish(publisher)

    assert state(case) == "published"
    edition = Edition.objects.get()
    assert (edition.reason, edition.kind) == ({"en": "First publication"}, "published")
    assert client.get("/en/cases/invented-2024/").status_code == 200
    publication = Publication.objects.get()
    assert (publication.edition, publication.by.username, publication.harm) == (edition.number, "olga", "no")
    assert publication.review and publication.review.reviewer.username == "reviewer"
    assert "olga" not in str(edition.envelope()) + edition.text.content

    retitle(editor, case, "Changed")
    assert state(case) == "changed"
    assert "An entered case" in Edition.objects.get().text.content

    Case.objects.update(status="published")
    publisher.post(f"/desk/work/cases/{case.pk}/withdraw/", {**REASON, "reason_en": "At request"})
    assert state(case) == "withdrawn"
    case.refresh_from_db()
    assert case.status == "draft"
    assert client.get("/en/cases/invented-2024/").status_code == 410


def timeless(response: Any) -> str:
    """The page without the moment of publication."""
    return re.sub(r"T\d\d:\d\d:\d\d\.\d+", "", response.content.decode())


def test_preview_is_the_page_that_readers_get(
    editor: Client, reviewer: Client, publisher: Client, client: Client
) -> None:
    case = sound()
    pages = {language: f"/desk/work/cases/{case.pk}/preview/{language}/" for language in ("kk", "ru", "en")}
    before = {language: publisher.get(path) for language, path in pages.items()}
    assert Edition.objects.count() == 0
    send(editor, case)
    answer(reviewer)
    publish(publisher, reason_en="Preview", reason_ru="Предпросмотр", reason_kk="Алдын ала қарау")

    for language, shown in before.items():
        assert timeless(client.get(f"/{language}/cases/invented-2024/")) == timeless(shown)


def test_preview_is_for_the_desk_alone(client: Client) -> None:
    path = f"/desk/work/cases/{sound().pk}/preview/en/"

    assert client.get(path).status_code == 302
    assert browser(account("admin", "administrator")).get(path).status_code == 403
    shown = browser(account("reviewer", "reviewer")).get(path)
    assert shown.headers["Cache-Control"] == "no-store, private"
    assert shown.headers["X-Robots-Tag"].startswith("noindex")


def test_send_when_a_check_blocks(editor: Client) -> None:
    case = sound(inclusion=[])

    response = send(editor, case)

    assert response.status_code == 400
    assert "no reason for inclusion" in problems(response)
    assert Submission.objects.count() == 0


def test_approve_when_the_rows_moved_on(editor: Client, reviewer: Client) -> None:
    case = sound()
    send(editor, case)
    Person.objects.update(names={"en": "Renamed"})  # not by the case's form: its version stays

    response = answer(reviewer)

    assert "it has changed since it was sent" in problems(response)
    assert Review.objects.count() == 0


def test_publish_when_the_rows_moved_on(editor: Client, reviewer: Client, publisher: Client) -> None:
    case = sound()
    send(editor, case)
    answer(reviewer)
    Source.objects.filter(slug="invented-news-1").update(title="Another title")

    response = publish(publisher)

    assert "it has changed since it was sent" in problems(response)
    assert Edition.objects.count() == 0


SHARED = {
    "case": lambda: Case.objects.update(title={"en": "Another"}),
    "event": lambda: Event.objects.create(
        case=Case.objects.get(), slug="e9", position=9, kind="protest", text={"en": "Added"}
    ),
    "court": lambda: Court.objects.update(names={"en": "Another court"}),
    "trial": lambda: Trial.objects.update(title={"en": "Another trial"}),
    "tag": lambda: Tag.objects.update(names={"en": "another word"}),
    "occupation": lambda: Occupation.objects.update(names={"en": "another work"}),
    "person": lambda: Person.objects.update(city={"en": "Elsewhere"}),
    "publisher": lambda: Publisher.objects.filter(name="Other News").update(name="Other Word"),
}


@pytest.mark.parametrize("what", SHARED)
def test_publish_when_anything_moved_on(editor: Client, reviewer: Client, publisher: Client, what: str) -> None:
    save_dict(Trial, invented.trial())
    send(editor, sound(trial="invented-trial", tags=["invented-tag"]))
    answer(reviewer)
    SHARED[what]()

    assert "send it for review again" in problems(publish(publisher))
    assert Edition.objects.count() == 0


def test_publish_when_a_row_moves_at_the_last_moment(
    editor: Client, reviewer: Client, publisher: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody saves a source between the comparison and the publication: readers get what was approved, not that."""
    case = sound()
    send(editor, case)
    answer(reviewer)
    approved, late = content_digest(building.document_of_rows(case)), publishing.publish

    def publish_late(*args: Any) -> Any:
        Source.objects.filter(slug="invented-news-1").update(title="Too late")
        return late(*args)

    monkeypatch.setattr("desk.review.actions.publish_documents", publish_late)
    publish(publisher)

    document = document_of(Edition.objects.get())
    assert document is not None
    assert content_digest(document) == approved
    assert "Too late" not in {source.title for source in document.sources}


def test_publish_when_the_documents_are_not_those_approved(
    editor: Client, reviewer: Client, publisher: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last gate holds by itself, whatever the desk compares before."""
    send(editor, sound())
    answer(reviewer)
    Source.objects.filter(slug="invented-news-1").update(title="Another title")
    monkeypatch.setattr("desk.review.actions.not_as_approved", lambda *args: [])

    assert "have it reviewed again" in problems(publish(publisher))
    assert Edition.objects.count() == 0


def test_digest_of_what_was_sent_is_keyed(editor: Client, settings: Any) -> None:
    """Who reads the table cannot try a guess at the text; the same text sent twice has two digests."""
    case = sound()
    send(editor, case)
    first = SentDigest.objects.get().digest
    send(editor, case)
    document, second = building.document_of_rows(case), SentDigest.objects.get().digest

    assert len({first, second, content_digest(document)}) == 3
    settings.SECRET_KEY = "another key"
    assert keyed_digest(document, Submission.objects.latest("pk")) != second


def test_digest_is_dropped_when_it_has_served(editor: Client, reviewer: Client, publisher: Client) -> None:
    case = sound()
    send(editor, case)
    answer(reviewer)
    assert SentDigest.objects.count() == 1

    publish(publisher)

    assert Edition.objects.count() == 1
    assert SentDigest.objects.count() == 0


def test_digest_is_dropped_when_it_was_given_back(editor: Client, reviewer: Client) -> None:
    send(editor, sound())
    answer(reviewer, **{"return": "1", "comment": "The date is wrong"})

    assert SentDigest.objects.count() == 0


def test_publish_when_the_rows_of_one_case_were_removed(editor: Client, reviewer: Client, publisher: Client) -> None:
    """What was sent stays on record; the rest of it is not published as if it were all."""
    gone = sound("invented-2025")
    submit([sound(), gone], User.objects.get(username="editor"), "", timezone.now())
    answer(reviewer)
    page = reverse("admin:cases_case_delete", args=[gone.pk])
    assert editor.post(page, {"post": "yes"}).status_code == 302

    assert "a case of this submission has been removed" in problems(publish(publisher))
    assert Submission.objects.get().submitted.count() == 2
    assert list(Submission.objects.approved()) == []
    assert Edition.objects.count() == 0


def test_publish_builds_and_reckons_each_document_once(
    editor: Client, reviewer: Client, publisher: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound()
    save_dict(Person, invented.person("another-person", recognitions=[], sources=["invented-news-1"]))
    save_dict(Case, invented.case("invented-2020", **{**SOUND, "person": "another-person", "tags": [], "trial": None}))
    submit(Case.objects.all(), User.objects.get(username="editor"), "", timezone.now())
    answer(reviewer)
    made: Counter[str] = Counter()

    def counted(module: ModuleType, name: str) -> None:
        whole = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *args: made.update([name]) or whole(*args))

    counted(building, "build")
    counted(document_building, "reckoning_of")
    publish(publisher)

    assert Edition.objects.count() == 2
    assert made == {"build": 2, "reckoning_of": 2}


def test_publish_when_a_check_blocks_since_it_was_approved(
    editor: Client, reviewer: Client, publisher: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check that was added with a release, or a ban that begins meanwhile."""
    send(editor, sound())
    answer(reviewer)
    found = Finding("breach", True, "event 1", "could serve as evidence")
    monkeypatch.setattr("desk.review.actions.findings", lambda document, day: [found])

    assert "could serve as evidence" in problems(publish(publisher))
    assert Edition.objects.count() == 0


def test_publish_when_nobody_approved(editor: Client, reviewer: Client, publisher: Client) -> None:
    send(editor, sound())
    assert "nobody has approved this yet" in problems(publish(publisher))

    answer(reviewer, **{"return": "1", "comment": "The date is wrong"})

    assert "nobody has approved this yet" in problems(publish(publisher))
    assert Edition.objects.count() == 0


def test_publish_twice(editor: Client, reviewer: Client, publisher: Client) -> None:
    send(editor, sound())
    answer(reviewer)
    publish(publisher)

    assert "published already" in problems(publish(publisher))
    assert Edition.objects.count() == 1


@pytest.mark.parametrize(
    "values",
    [{"reason_en": ""}, {"harm": ""}, {"harm": "weighed"}, {"harm": "weighed", "harm_note": "  "}, {"harm": "perhaps"}],
)
def test_publish_when_something_is_not_answered(
    editor: Client, reviewer: Client, publisher: Client, values: dict[str, str]
) -> None:
    send(editor, sound())
    answer(reviewer)

    assert publish(publisher, **values).status_code == 400
    assert Edition.objects.count() == 0


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("The person, IIN 910101 300 123, asked", "an ID number (IIN) stands in the text"),
        ("Call +7 701 123 45 67", "a telephone number stands in the text"),
        ("Moved to ул. Абая, д. 5", "an address with a house or flat number stands in the text"),
    ],
)
def test_reason_when_it_identifies_somebody(
    editor: Client, reviewer: Client, publisher: Client, reason: str, words: str
) -> None:
    case = sound()
    send(editor, case)
    answer(reviewer)

    response = publish(publisher, reason_en=reason)

    assert (response.status_code, words in response.content.decode()) == (400, True)
    assert publisher.post(f"/desk/work/cases/{case.pk}/withdraw/", {**REASON, "reason_en": reason}).status_code == 400
    assert Edition.objects.count() == 0


def test_publish_when_harm_was_weighed(editor: Client, reviewer: Client, publisher: Client) -> None:
    send(editor, sound())
    answer(reviewer)
    publish(publisher, harm="weighed", harm_note="The person asked for it")

    assert Publication.objects.get().harm_note == "The person asked for it"


def test_review_given_back_needs_a_comment(editor: Client, reviewer: Client) -> None:
    case = sound()
    send(editor, case)

    assert "say what has to change" in problems(answer(reviewer, **{"return": "1"}))
    answer(reviewer, **{"return": "1", "comment": "The date is wrong"})

    assert state(case) == "draft"


def test_case_sent_again_waits_once(editor: Client, reviewer: Client, publisher: Client) -> None:
    case = sound()
    send(editor, case)
    answer(reviewer)
    first = Submission.objects.get()
    send(editor, case)

    assert list(Submission.objects.waiting()) == [Submission.objects.latest("pk")]
    assert list(Submission.objects.approved()) == []
    assert first.review.approved


def test_case_sent_and_then_changed_waits_no_more(editor: Client) -> None:
    case = sound()
    send(editor, case)
    retitle(editor, case, "Better")

    assert state(case) == "draft"
    assert Submission.objects.waiting().count() == 0


def both(name: str) -> Client:
    return browser(account(name, "editor", "reviewer", "publisher"))


@pytest.mark.parametrize("what", ["case", "person", "source", "sent"])
def test_reviewer_who_saved_any_of_it(editor: Client, what: str) -> None:
    case, other = sound(), both("other")
    if what == "case":
        retitle(other, case, "Mine")
    if what == "person":
        page = reverse("admin:people_person_change", args=[case.person.pk])
        saved = _opened(other, page) | {"city_en": "Elsewhere"}
        assert other.post(page, saved).status_code == 302
    if what == "source":
        page = reverse("admin:records_source_change", args=[Source.objects.get(slug="invented-news-1").pk])
        assert other.post(page, _opened(other, page) | {"title": "Titled"}).status_code == 302
    send(other if what == "sent" else editor, case)

    assert "somebody else has to approve it" in problems(answer(other))
    assert Review.objects.count() == 0
    answer(browser(account("third", "reviewer")))
    assert state(case) == "approved"


def _opened(client: Client, page: str) -> dict[str, Any]:
    from tests.desk.form_data import typed

    return typed(client.get(page).content.decode())


def test_reviewer_who_saved_before_the_last_edition(editor: Client, publisher: Client) -> None:
    case, other = sound(), both("other")
    retitle(other, case, "Mine")
    send(editor, case)
    answer(browser(account("third", "reviewer")))
    publish(publisher)
    retitle(editor, case, "Theirs")
    send(editor, case)

    answer(other)

    assert state(case) == "approved"


@pytest.mark.parametrize("what", ["raw", "bulk"])
def test_database_refuses_a_reviewer_who_saved_it(editor: Client, what: str) -> None:
    """Whatever the code above it does: the trigger reads the audit."""
    case, other = sound(), both("other")
    retitle(other, case, "Mine")
    send(editor, case)
    sent, user = Submission.objects.get(), User.objects.get(username="other")

    with pytest.raises((IntegrityError, InternalError)) as error, transaction.atomic():
        if what == "raw":
            with connection.cursor() as cursor:
                cursor.execute(
                    "INSERT INTO desk_review (submission_id, reviewer_id, at, approved, comment, alone)"
                    " VALUES (%s, %s, now(), true, '', false)",
                    [sent.pk, user.pk],
                )
        else:
            Review.objects.bulk_create([Review(submission=sent, reviewer=user, at=timezone.now(), approved=True)])
    assert "cannot approve it" in str(error.value)


def test_approval_of_one_person_when_the_desk_has_grown(settings: Any) -> None:
    case, alone = sound(), both("alone")
    settings.ONE_PERSON_DESK = True
    send(alone, case)
    answer(alone)
    settings.ONE_PERSON_DESK = False

    assert "its own author approved this" in problems(publish(alone))
    assert Edition.objects.count() == 0


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE desk_sentdigest SET digest = repeat('0', 64)",
        "UPDATE desk_submitted SET version = version + 1",
        "DELETE FROM desk_submitted",
        "UPDATE desk_submission SET sent_by_id = sent_by_id + 1",
        "DELETE FROM desk_submission",
        "INSERT INTO desk_submitted (submission_id, case_id, version)"
        " SELECT submission_id, {other}, 1 FROM desk_submitted",
    ],
)
def test_database_keeps_what_was_approved(editor: Client, reviewer: Client, sql: str) -> None:
    """Nothing can be slipped under an approval."""
    send(editor, sound())
    answer(reviewer)
    other = sound("invented-2025")

    with pytest.raises((IntegrityError, InternalError)) as error, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql.format(other=other.pk))
    assert "the desk keeps what was done" in str(error.value) or "has been answered" in str(error.value)


def test_database_refuses_who_sent_it(editor: Client) -> None:
    send(editor, sound())
    sent = Submission.objects.get()

    with pytest.raises((IntegrityError, InternalError)) as error, transaction.atomic():
        Review.objects.create(submission=sent, reviewer=sent.sent_by, at=timezone.now(), approved=True)
    assert "who sends a case for review cannot approve it" in str(error.value)


def test_desk_of_one_person_marks_its_approvals(settings: Any) -> None:
    case, alone = sound(), both("alone")
    retitle(alone, case, "Mine")
    send(alone, case)
    assert "somebody else has to approve it" in problems(answer(alone))

    settings.ONE_PERSON_DESK = True
    answer(alone)

    assert Review.objects.get().alone
    assert "by its own author" in alone.get(f"/desk/work/cases/{case.pk}/").content.decode()


@pytest.mark.parametrize("table", ["desk_review", "desk_publication"])
@pytest.mark.parametrize("act", ["UPDATE {} SET at = now()", "DELETE FROM {}"])
def test_what_was_done_stays(editor: Client, reviewer: Client, publisher: Client, table: str, act: str) -> None:
    send(editor, sound())
    answer(reviewer)
    publish(publisher)

    with pytest.raises((IntegrityError, InternalError)), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(act.format(table))


def test_submission_shows_differences_in_words(editor: Client, reviewer: Client, publisher: Client) -> None:
    case = sound()
    send(editor, case)
    answer(reviewer)
    publish(publisher)
    ban = {**SOUND["restrictions"][0], "length": "P6Y"}
    event = {"kind": "protest", "date": "2024", "text": {"en": "A protest"}, "sources": ["invented-news-1"]}
    saved = {**SOUND, "tags": [], "trial": None, "restrictions": [ban, SOUND["restrictions"][1]], "events": [event]}
    save_dict(Case, invented.case("invented-2024", **saved))
    send(editor, case)

    page = reviewer.get(f"/desk/work/{Submission.objects.latest('pk').pk}/").content.decode()

    rows = [re.sub(r"\s*<[^>]+>\s*", "|", row) for row in re.findall(r"<tr[^>]*>(.*?)</tr>", page, re.DOTALL)]
    assert "|ban on social and political activity: length||changed||P5Y||P6Y|" in rows
    assert any(row.startswith("|event||added||") and "A protest" in row for row in rows)
    assert any("calculation: ban on social and political activity||ends on another day||" in row for row in rows)


def test_shared_change_is_published_after_one_review(editor: Client, reviewer: Client, publisher: Client) -> None:
    cases = [sound(id) for id in ("invented-2024", "invented-2025")]
    for case in cases:
        send(editor, case)
        answer(reviewer)
        publish(publisher)
    Person.objects.update(names={"en": "Corrected Name"})

    editor.post(f"/desk/work/holding/people/{Person.objects.get(slug='invented-person').pk}/send/")
    answer(reviewer)
    publish(publisher, reason_en="A corrected name")

    last = Edition.objects.order_by("number")[2:]
    assert [edition.case_id for edition in last] == ["invented-2024", "invented-2025"]
    assert all("Corrected Name" in edition.text.content for edition in last)
    assert {publication.review_id for publication in Publication.objects.filter(edition__gte=3)} == {
        Review.objects.latest("pk").pk
    }


def test_shared_change_leaves_drafts_where_they_are(editor: Client, reviewer: Client, publisher: Client) -> None:
    for id in ("invented-2024", "invented-2025"):
        send(editor, sound(id))
        answer(reviewer)
        publish(publisher)
    retitle(editor, Case.objects.get(slug="invented-2025"), "Half-done")

    editor.post(f"/desk/work/holding/people/{Person.objects.get(slug='invented-person').pk}/send/")

    assert [case.slug for case in Submission.objects.latest("pk").cases.all()] == ["invented-2024"]


@pytest.mark.parametrize(
    ("subject", "slug"), [("sources", "invented-news-2"), ("courts", "invented-court"), ("trials", "invented-trial")]
)
def test_shared_change_of_what_several_cases_hold(
    editor: Client, reviewer: Client, publisher: Client, subject: str, slug: str
) -> None:
    save_dict(Trial, invented.trial())
    for id in ("invented-2024", "invented-2025"):
        send(editor, sound(id, trial="invented-trial"))
        answer(reviewer)
        publish(publisher)

    model = {"sources": Source, "courts": Court, "trials": Trial}[subject]
    editor.post(f"/desk/work/holding/{subject}/{model.objects.get(slug=slug).pk}/send/")

    assert Submission.objects.latest("pk").cases.count() == 2


def test_lists_of_what_waits(editor: Client, reviewer: Client) -> None:
    send(editor, sound("invented-2024"))
    send(editor, sound("invented-2025"))
    first = Submission.objects.earliest("pk")
    reviewer.post(f"/desk/work/{first.pk}/answer/", {"approve": "1"})

    page = reviewer.get("/desk/work/").content.decode()

    waiting, approved = page.split("Approved, waiting for a publisher")
    assert ("invented-2025" in waiting, "invented-2024" in waiting) == (True, False)
    assert "invented-2024" in approved
