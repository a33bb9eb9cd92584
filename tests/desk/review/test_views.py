"""The pages from draft to reader, in words that people use."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from desk.models import Publication, Submission
from desk.review import actions
from desk.review.views import submission_state
from tests.desk.invented_accounts import account, browser
from tests.desk.review.sound_cases import sound
from tests.invented.publications import publish

pytestmark = pytest.mark.django_db


def give_back(comment: str) -> tuple[Client, Submission]:
    """An editor's case that a reviewer has given back."""
    editor, reviewer = account("editor", "editor"), account("reviewer", "reviewer")
    sent = actions.submit([sound()], editor, "", timezone.now())
    actions.review(sent, reviewer, False, comment, timezone.now())
    return browser(editor), sent


def test_first_page_when_work_was_given_back_shows_it_first_with_the_comment() -> None:
    client, sent = give_back("Name the court.")

    page = client.get("/desk/").content.decode()

    assert "Given back to you: change it and send it again" in page
    assert "Name the court." in page and reverse("desk_submission", args=[sent.pk]) in page
    assert page.index("Given back to you") < page.index("Drafts")
    assert "Given back to you" not in browser(account("other", "editor")).get("/desk/").content.decode()


def test_case_page_when_work_was_given_back_begins_with_the_comment() -> None:
    client, sent = give_back("Name the court.")

    page = client.get(reverse("desk_case_work", args=[sent.cases.get().pk])).content.decode()

    assert page.index("Name the court.") < page.index("Checks</h3>")


def test_submission_when_it_was_sent_twice_does_not_say_that_rows_changed() -> None:
    client, first = give_back("x")
    second = actions.submit(list(first.cases.all()), account("third", "editor"), "", timezone.now())
    third = actions.submit(list(first.cases.all()), account("fourth", "editor"), "", timezone.now())

    page = client.get(reverse("desk_submission", args=[second.pk])).content.decode()

    assert submission_state(second) == "again"
    assert "It was sent again later:" in page and reverse("desk_submission", args=[third.pk]) in page
    assert "The case has changed since" not in page
    assert "Given back to you" not in client.get("/desk/").content.decode()


def test_submission_when_the_rows_changed_says_so(desk: Client) -> None:
    client, first = give_back("x")
    sent = actions.submit(list(first.cases.all()), account("third", "editor"), "", timezone.now())
    case: Any = first.cases.get()
    case.mark_changed()
    case.save()

    assert submission_state(sent) == "stale"
    assert "The case has changed since" in client.get(reverse("desk_submission", args=[sent.pk])).content.decode()


def test_case_page_numbers_versions_as_its_readers_do() -> None:
    """The second case of the chain is published in its version 1, whatever its number there; a withdrawal has none."""
    case, boss = sound(), account("boss", "publisher")
    publish(sound("another"), {"en": "First"}, timezone.now())
    edition = publish(case, {"en": "First"}, timezone.now())
    Publication.objects.create(edition=edition.number, case_id=case.slug, by=boss, at=timezone.now(), harm="no")
    Publication.objects.create(edition=999, case_id=case.slug, by=boss, at=timezone.now(), harm="no")

    page = browser(boss).get(reverse("desk_case_work", args=[case.pk])).content.decode()

    assert edition.number != edition.version == 1
    assert "version 1 by" in page and "withdrawn by" in page
