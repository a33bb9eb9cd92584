"""After saving what cases share, the desk offers to send the published cases that hold it."""

from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cases.models import Tag
from desk.models import Submission
from people.models import Person
from records.models import Court, Publisher, Source, Trial
from records.serial import save_dict
from tests.desk.form_data import typed
from tests.desk.invented_accounts import account, browser
from tests.desk.review.sound_cases import sound
from tests.invented import records as invented
from tests.invented.publications import publish

pytestmark = pytest.mark.django_db
ROWS: list[tuple[type[Model], str, str, str]] = [
    (Person, "people", "people_person", "names_en"),
    (Source, "sources", "records_source", "title"),
    (Court, "courts", "records_court", "names_en"),
    (Trial, "trials", "records_trial", "title_en"),
    (Tag, "tags", "cases_tag", "names_en"),
    (Publisher, "publishers", "records_publisher", "names_en"),
]


def held_row(model: type[Model]) -> Any:
    """The row of that kind which the published case holds."""
    save_dict(Trial, invented.trial())
    case = sound(trial="invented-trial", tags=["invented-tag"])
    publish(case, {"en": "First"}, timezone.now())
    if model is Person:
        return case.person
    if model is Source:
        return Source.objects.get(slug="invented-news-1")
    if model is Publisher:
        return Source.objects.get(slug="invented-news-1").publisher
    if model is Court:
        return Court.objects.get(slug="invented-court")
    return case.trial if model is Trial else case.tags.get()


@pytest.mark.parametrize(("model", "subject", "form", "box"), ROWS)
def test_saved_row_when_published_cases_hold_it(
    desk: Client, model: type[Model], subject: str, form: str, box: str
) -> None:
    row = held_row(model)
    address = reverse(f"admin:{form}_change", args=[row.pk])
    data = typed(desk.get(address).content.decode())

    page = desk.post(address, {**data, box: "Another name"}, follow=True).content.decode()

    offered = reverse("desk_send_holding", args=[subject, row.pk])
    assert "1 published case holds this" in page and offered in page
    listed = desk.get(offered).content.decode()
    assert "invented-2024" in listed and Submission.objects.count() == 0
    assert desk.post(offered).status_code == 302
    assert [case.slug for case in Submission.objects.get().cases.all()] == ["invented-2024"]


def test_saved_row_when_nothing_changed_or_nobody_may_send() -> None:
    row = held_row(Court)
    editor, administrator = browser(account("editor", "editor")), browser(account("admin", "administrator"))
    address = reverse("admin:records_court_change", args=[row.pk])
    data = typed(editor.get(address).content.decode())

    assert "published case holds this" not in editor.post(address, data, follow=True).content.decode()
    page = administrator.post(address, {**data, "names_en": "Other"}, follow=True).content.decode()
    assert "published case holds this" not in page
