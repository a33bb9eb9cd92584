"""Check without saving, and the conflict page. All invented."""

import re
from typing import Any

import pytest
from django.test import Client

from cases.models import Case
from desk.models import RowChange
from editions.models import Edition
from records.serial import fresh_dict, save_dict
from tests.desk.accounts.test_own_drafts import NOON
from tests.desk.forms.test_cases import address, blank, entry, errors, opened
from tests.desk.invented_documents import SOUND
from tests.desk.review.sound_cases import sound
from tests.invented import records as invented
from tests.invented.publications import publish


def check(desk: Client, case: Case, **typed: Any) -> str:
    return desk.post(f"/desk/cases/case/{case.pk}/check/", {**opened(desk, case), **typed}).content.decode()


def test_check_tells_what_it_would_come_to_and_saves_nothing(desk: Client, db: Any) -> None:
    case = sound()
    publish(case, {"en": "First"}, NOON)
    before, changes, version = fresh_dict(case), RowChange.objects.count(), case.version
    data = opened(desk, case)
    length = next(name for name, value in data.items() if name.endswith("-length") and value == ["P5Y"])

    page = check(desk, case, **{length: "P9Y"})

    assert "What moves against version 1" in page
    assert "calculation: ban on social and political activity ends on another day" in page
    case.refresh_from_db()
    assert (fresh_dict(case), RowChange.objects.count(), case.version) == (before, changes, version)
    assert "was changed successfully" not in desk.get("/desk/").content.decode()


@pytest.mark.parametrize(("language", "title"), [("en", "Typed, not saved"), ("kk", "Сақталмаған")])
def test_preview_of_what_is_typed_saves_nothing(desk: Client, db: Any, language: str, title: str) -> None:
    case = sound()
    before = fresh_dict(case)
    typed = {**opened(desk, case), "title_en": "Typed, not saved", "title_kk": "Сақталмаған"}

    page = desk.post(f"/desk/cases/case/{case.pk}/check/?preview={language}", typed).content.decode()

    assert f'<html lang="{language}"' in page
    assert title in page
    assert fresh_dict(case) == before


def test_preview_when_the_form_cannot_be_saved(desk: Client, db: Any) -> None:
    case = sound()

    page = desk.post(f"/desk/cases/case/{case.pk}/check/?preview=en", {**opened(desk, case), "title_en": "<b>"})

    assert "The form cannot be saved like this" in page.content.decode()


def test_check_of_a_case_that_is_not_saved_yet(desk: Client, shared: None) -> None:
    data = blank(
        **entry("verdicts", 0, slug="v1", instance="first", result="convicted", date="2024-11-28"),
        **entry("restrictions", 0, slug="ban", kind="public-activity-ban", verdict="v1", term="length", length="P3Y"),
    )

    page = desk.post("/desk/cases/case/add/check/", data).content.decode()

    assert "no reason for inclusion" in page
    assert "The one fact that would narrow the dates most" in page
    assert Case.objects.count() == 0


def test_check_names_what_was_mistyped(desk: Client, shared: None) -> None:
    data = blank(**entry("events", 0, kind="protest", date="2025-02-30"))

    page = desk.post("/desk/cases/case/add/check/", data).content.decode()

    assert "The form cannot be saved like this" in page
    assert "events-0 Date:" in page
    assert "is not in the calendar" in page


def test_check_shows_claims_that_differ(desk: Client, db: Any) -> None:
    claim = {"id": "k1", "about": "ban", "says": "ends", "value": "2035", "sources": ["invented-news-1"]}

    page = check(desk, sound(claims=[claim]))

    assert re.search(r"Claims that differ.*k1:\s+[0-9,]+ days", page, re.DOTALL)


def test_check_shows_contradictions(desk: Client, db: Any) -> None:
    second = {**SOUND["restrictions"][1], "id": "prison", "kind": "imprisonment"}

    assert "two main penalties" in check(desk, sound(restrictions=[*SOUND["restrictions"], second]))


def test_check_asked_by_the_form_is_a_part_of_a_page(desk: Client, db: Any) -> None:
    case = sound()
    sent = {"x-requested-with": "fetch"}

    part = desk.post(f"/desk/cases/case/{case.pk}/check/", opened(desk, case), headers=sent).content.decode()

    assert "<html" not in part
    assert "Check: nothing is saved" in part


@pytest.mark.django_db(transaction=True)
def test_conflict_shows_theirs_and_keeps_mine(desk: Client, shared: None) -> None:
    case = save_dict(Case, invented.case())
    data = {**opened(desk, case), "title_en": "Mine"}
    desk.post(address(case), {**opened(desk, case), "title_en": "Theirs"})

    response = desk.post(address(case), data)
    page = response.content.decode()

    assert "Somebody saved this case after you had opened it" in errors(response)
    assert "<ins>en: Theirs; ru: " in page or "<ins>en: Theirs</ins>" in page
    assert "Mine</textarea>" in page
    assert Case.objects.get().title["en"] == "Theirs"
    desk.post(address(case), {**data, "resolved": str(Case.objects.get().version)})
    assert Case.objects.get().title["en"] == "Mine"


def test_conflict_when_a_third_person_saves_meanwhile(desk: Client, shared: None) -> None:
    case = save_dict(Case, invented.case())
    data = {**opened(desk, case), "title_en": "Mine", "resolved": "2"}
    save_dict(Case, invented.case(title={"en": "Theirs"}))
    save_dict(Case, invented.case(title={"en": "A third's"}))

    assert "Somebody saved" in errors(desk.post(address(case), data))


@pytest.mark.parametrize("values", [{"opened": ""}, {"opened": "x"}])
def test_conflict_when_the_form_says_no_version(desk: Client, shared: None, values: dict[str, str]) -> None:
    case = save_dict(Case, invented.case())

    assert "Somebody saved" in errors(desk.post(address(case), {**opened(desk, case), **values}))
    assert Edition.objects.count() == 0
