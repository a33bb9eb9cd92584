"""The desk's first page: what waits, how many, how long, and the way there. All invented."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from desk.attention import AttentionList, attention, ending_of, questions_of, read_questions
from desk.models import AskedByEdition, Capture
from desk.review import actions as acts
from editions.erase import delete_text
from editions.models import Edition
from inbox.models import receive
from law.outcome import Outcome
from law.states import MAY_BIND, state
from records.models import Source
from tests.desk.accounts.test_own_drafts import NOON
from tests.desk.invented_accounts import account, browser
from tests.desk.invented_documents import SOUND
from tests.desk.review.sound_cases import sound
from tests.invented.archives.publishing import documents
from tests.invented.publications import publish

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    caches["process"].clear()


def waits(on: date = DAY) -> dict[str, AttentionList]:
    return {item.title: item for item in attention(on)}


def published(**values: Any) -> Any:
    case = sound(**values)
    publish(case, {"en": "First"}, NOON)
    return case


def test_attention_when_nothing_waits() -> None:
    published()

    assert waits() == {}


@pytest.mark.parametrize(
    ("values", "on", "title", "label"),
    [
        (
            {},
            date(2029, 12, 1),
            "Ends within 60 days: verify it",
            "invented-2024: ban on social and political activity",
        ),
        (
            {},
            date(2031, 1, 1),
            "End has passed, no report confirms it",
            "invented-2024: ban on social and political activity",
        ),
        (
            {"verdicts": [{**SOUND["verdicts"][0], "appealed": True}]},
            DAY,
            "Appeal of which nothing was heard",
            "invented-2024: verdict (first instance) of 28 November 2024",
        ),
        ({"verified": "2025-01-01"}, DAY, "Not verified for a year", "invented-2024: case"),
        ({"searched": "2026-05-01"}, DAY, "Sources not searched for half a year", "invented-2024"),
        ({"searched": None}, DAY, "Sources not searched for half a year", "invented-2024"),
        (
            {"events": [{"kind": "other", "text": {"en": "A"}}]},
            DAY,
            "Facts without a source",
            "invented-2024: event (other)",
        ),
        (
            {"claims": [{"id": "k1", "about": "ban", "says": "ends", "value": "2035", "sources": ["invented-news-1"]}]},
            DAY,
            "Claims that differ",
            "invented-2024: claim",
        ),
        ({"title": {"en": "English"}}, DAY, "Translations missing", "invented-2024: title"),
    ],
)
def test_attention_when_a_published_case_asks_for_it(values: Any, on: date, title: str, label: str) -> None:
    case = published(**values)

    item = waits(on)[title]

    assert label in [point.label for point in item.points]
    assert item.points[0].address == f"/desk/work/cases/{case.pk}/"


APPEALED = {**SOUND["verdicts"][0], "appealed": True}
UPHELD = {"id": "v2", "on": "v1", "instance": "appeal", "date": "2025-01-20", "result": "upheld",
          "sources": ["invented-news-1"]}  # fmt: skip


@pytest.mark.parametrize(
    ("values", "on", "title", "label"),
    [
        ({}, date(2029, 9, 1), "Ends within 60 days: verify it", "invented-2024: ban on social and political activity"),
        (
            {"restrictions": [{**SOUND["restrictions"][0], "ends": "2026-01-10", "ended_by": "served"}]},
            DAY,
            "End has passed, no report confirms it",
            "invented-2024: ban on social and political activity",
        ),
        (
            {"verdicts": [APPEALED, UPHELD]},
            DAY,
            "Appeal of which nothing was heard",
            "invented-2024: verdict (first instance) of 28 November 2024",
        ),
        (
            {"verdicts": [APPEALED]},
            date(2025, 1, 1),
            "Appeal of which nothing was heard",
            "invented-2024: verdict (first instance) of 28 November 2024",
        ),
    ],
)
def test_attention_when_a_published_case_does_not_ask_for_it(values: Any, on: date, title: str, label: str) -> None:
    published(**values)

    item = waits(on).get(title)

    assert label not in [point.label for point in item.points] if item else True


def test_attention_when_people_wait() -> None:
    case = sound()
    receive("danger", "Help", "invented-2024", "en", "token", datetime(2026, 11, 20, tzinfo=UTC))
    acts.submit([case], account("one"), "", datetime(2026, 11, 20, tzinfo=UTC))
    source = Source.objects.get(slug="invented-news-1")
    Capture.objects.create(source=source, url="https://a.example/", at=NOON, died_at=NOON)

    found = waits()

    counts = {title: (item.count, item.days) for title, item in found.items()}
    assert counts["Requests of people in the archive"] == (1, 1)
    assert counts["Waiting for a reviewer"] == (1, 2)
    assert counts["Links that died"] == (1, 0)
    assert counts["Drafts"][0] == 1


def test_drafts_are_counted_and_eight_fetched(django_assert_num_queries: Any) -> None:
    for number in range(10):
        sound(f"invented-{number}")

    with django_assert_num_queries(10):
        listed = waits()["Drafts"]

    assert (listed.count, listed.more, len(listed.points)) == (10, 2, 8)
    assert [point.label for point in listed.first] == [f"invented-{number}" for number in range(8)]


def test_dead_link_that_answers_again_waits_no_more() -> None:
    sound()
    source = Source.objects.get(slug="invented-news-1")
    Capture.objects.create(source=source, url="https://a.example/", at=NOON, died_at=NOON)
    Capture.objects.create(source=source, url="https://a.example/", at=datetime(2026, 11, 23, tzinfo=UTC), status=200)

    assert "Links that died" not in waits()


def test_first_page_shows_it_to_editors_not_to_contributors(client: Client) -> None:
    sound()

    assert "invented-2024" in browser(account("editor", "editor")).get("/desk/").content.decode()
    for role in ("contributor", "administrator"):
        assert "invented-2024" not in browser(account(role, role)).get("/desk/").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_attention_costs_queries(django_assert_num_queries: Any, number: int) -> None:
    for index in range(number):
        published(id=f"invented-{index}")
    attention(DAY)

    with django_assert_num_queries(10):
        attention(DAY)


def test_attention_after_a_publication_reads_the_new_document_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    ask = questions_of

    def counted(document: Any) -> Any:
        read.append(document.case.id)
        return ask(document)

    monkeypatch.setattr("desk.attention.questions_of", counted)
    published(id="invented-1")
    attention(DAY)
    published(id="invented-2")
    attention(DAY)
    assert read == ["invented-1", "invented-2"]

    caches["process"].clear()
    attention(DAY + timedelta(days=400))
    assert read == ["invented-1", "invented-2"]

    monkeypatch.setattr("desk.attention.checks_digest", lambda: "f" * 64)
    caches["process"].clear()
    attention(DAY)
    assert read == ["invented-1", "invented-2"] * 2


def test_attention_after_a_release_reads_some_documents_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desk.attention.READ_AT_ONCE", 2)
    for index in range(3):
        published(id=f"invented-{index}", searched=None)
    unread = "Published cases that this release has not read yet: open this page again"

    first, second = waits(), waits()

    assert (first[unread].count, first[unread].days) == (1, None)
    waiting = "Sources not searched for half a year"
    assert [point.label for point in first[waiting].first] == ["invented-1", "invented-2"]
    assert unread not in second
    assert second[waiting].count == 3


@pytest.mark.parametrize("number", [1, 3])
def test_attention_of_a_new_process_costs_queries(django_assert_num_queries: Any, number: int) -> None:
    for index in range(number):
        published(id=f"invented-{index}")
    attention(DAY)
    caches["process"].clear()

    with django_assert_num_queries(11):
        attention(DAY)


def test_what_was_noted_of_a_text_goes_with_it() -> None:
    case = published()
    before = waits(date(2029, 12, 1))
    assert AskedByEdition.objects.count() == 1

    delete_text(Edition.objects.get(), {"en": "At the person's wish"}, NOON)

    assert f"{case.slug}: ban on social and political activity" in [
        point.label for point in before["Ends within 60 days: verify it"].points
    ]
    assert AskedByEdition.objects.count() == 0


def test_nothing_is_noted_of_a_text_that_was_taken_out_meanwhile() -> None:
    published()

    read_questions([Edition.objects.get().number], erased=99)

    assert AskedByEdition.objects.count() == 0


def test_attention_leads_with_the_sources_that_were_searched_the_longest_ago() -> None:
    for id_, searched in (("invented-b", "2025-01-01"), ("invented-c", None), ("invented-a", "2026-01-01")):
        publish(sound(id_, searched=searched), {"en": "First"}, NOON)

    waiting = waits()["Sources not searched for half a year"]

    assert [point.label for point in waiting.first] == ["invented-c", "invented-b", "invented-a"]


def test_days_of_an_ending_are_those_of_its_state() -> None:
    compared = 0
    for document in documents(range(40), seed=5):
        for restriction in document.reckoning.restrictions:
            for day in days_around(restriction):
                asked = {question.sort for question in ending_of(restriction, "x") if question.is_asked(day)}
                assert asked == asked_by_state(restriction, day), (restriction.id, day)
                compared += len(asked)
    assert compared > 100


def days_around(restriction: Outcome) -> set[date]:
    """The days next to all bounds, and sixty days before."""
    bounds = (restriction.binds_from.earliest, restriction.ends.earliest, restriction.ends.latest)
    shifts = (-61, -60, -59, -1, 0, 1)
    return {bound + timedelta(days=shift) for bound in bounds if bound for shift in shifts}


def asked_by_state(restriction: Outcome, on: date) -> set[str]:
    ends, now = restriction.ends, state(restriction, on)
    asked = set()
    if now in MAY_BIND and ends.earliest and on <= ends.earliest <= on + timedelta(days=60):
        asked.add("ending")
    if now == "ended" and restriction.end_basis == "computed" and ends.latest:
        asked.add("passed")
    return asked
