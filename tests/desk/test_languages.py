"""The desk in Russian and Kazakh: every address, the choice of the language, what a form says is wrong."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.conf import settings
from django.test import Client
from django.utils.translation import override

from cases.models import Case
from desk.forms.understanding import understood_date, understood_length
from desk.review.checks.facts import blocking
from editions.building import document_of_rows
from records.serial import save_dict
from tests.desk.addresses import of_the_desk, path_of, save_examples
from tests.desk.forms.test_cases import ADD, blank, entry, errors
from tests.desk.invented_accounts import account, browser
from tests.desk.page_texts import english_texts_of, texts_of
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
NOT_THE_DESKS = ("desk_preview", "admin:view_on_site")
"""A page as readers would see it, in the language that is asked for."""


@pytest.fixture
def every_page(db: Any, settings: Any, tmp_path: Path) -> list[str]:
    """An address for each that a page of the desk has."""
    settings.VAR = tmp_path
    examples = save_examples()
    return [path_of(name, route, examples) for name, route in of_the_desk().items() if name not in NOT_THE_DESKS]


def pages(client: Client, addresses: list[str]) -> Iterator[str]:
    for address in addresses:
        response = client.get(address)
        if response.headers.get("Content-Type", "").startswith("text/html") and response.content:
            yield response.content.decode()


def reading(language: str, client: Client | None = None) -> Client:
    """A browser whose desk is in that language."""
    if client is None:
        user = account("reader", superuser=True)
        RecoveryCodes.activate(user)
        client = browser(user)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return client


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_desk_says_nothing_in_english(every_page: list[str], language: str) -> None:
    found = [html for who in (reading(language), reading(language, Client())) for html in pages(who, every_page)]

    assert len(found) > 60
    assert {html.partition('<html lang="')[2][:2] for html in found if "<html" in html} == {language}
    assert sorted(set().union(*map(english_texts_of, found))) == []


def test_english_texts_when_the_desk_is_english(every_page: list[str]) -> None:
    """The test above can fail: the same pages say a great deal in English."""
    found = set().union(*map(english_texts_of, pages(reading("en"), every_page)))

    assert {"Checks, preview, review", "Waiting for a reviewer", "My account"} <= found
    assert len(found) > 150


def test_language_when_chosen(desk: Client) -> None:
    chosen = desk.post("/desk/account/language/", {"language": "ru", "next": "/desk/cases/case/?q=x"})

    assert chosen.headers["Location"] == "/desk/cases/case/?q=x"
    cookie = chosen.cookies[settings.LANGUAGE_COOKIE_NAME]
    assert (cookie.value, cookie["path"], cookie["samesite"]) == ("ru", "/desk/", "Lax")
    page = desk.get("/desk/").content.decode()
    assert '<html lang="ru"' in page
    assert '<button type="submit" name="language" value="ru" lang="ru" aria-current="true">русский</button>' in page


def test_language_when_nobody_is_signed_in(client: Client) -> None:
    client.post("/desk/account/language/", {"language": "kk", "next": "/desk/account/login/"})

    assert "Жұмыс үстеліне кіру" in client.get("/desk/account/login/").content.decode()


def test_language_leads_to_no_other_site(desk: Client) -> None:
    chosen = desk.post("/desk/account/language/", {"language": "ru", "next": "https://elsewhere.example/"})

    assert chosen.headers["Location"] == "/"


def test_language_form_when_a_form_came_back(desk: Client, shared: None) -> None:
    """Choosing a language there would lose what was typed."""
    assert 'id="language-form"' in desk.get(ADD).content.decode()
    assert 'id="language-form"' not in desk.post(ADD, blank(slug="No id")).content.decode()


def test_case_form_says_in_russian_what_is_wrong(desk: Client, shared: None) -> None:
    data = blank(
        slug="No id",
        **entry("verdicts", 0, slug="v1", instance="first", result="convicted", date="31.02.2016", on="v1"),
        **entry("restrictions", 0, slug="ban", kind="public-activity-ban", verdict="v9", term="life", length="P3"),
    )

    said = errors(reading("ru", desk).post(ADD, data))

    for words in (
        "Введите латинские буквы, цифры, дефисы или знаки подчёркивания.",
        "Приговор не может решать сам о себе.",
        "«2016-02-31» — такого дня в календаре нет: проверьте день и месяц",
        "«P3» — не срок: напишите P5Y, P1Y6M или P15D",
        "В этой форме нет «v9». Есть: v1.",
    ):
        assert words in said


def test_saved_case_is_announced_without_a_case_ending(desk: Client, shared: None) -> None:
    answer = reading("kk", desk).post(ADD, blank(title_kk="Ойдан шығарылған іс"), follow=True)

    assert "Қосылды: іс «" in answer.content.decode()


def test_scripts_of_the_forms_speak_kazakh(desk: Client) -> None:
    said = reading("kk", desk).get("/desk/jsi18n/").content.decode()

    assert json.dumps("Бәрін таңдау: %s") in said


def test_list_and_its_filter_name_words_of_vocabularies(desk: Client, shared: None) -> None:
    said = reading("ru", desk).get("/desk/records/source/").content.decode()

    assert '<td class="field-kind">СМИ</td>' in said
    assert re.search(r'<a href="\?kind=media"[^>]*>\s*СМИ\s*</a>', said)


def test_paper_in_hand_is_labelled_in_kazakh(desk: Client) -> None:
    """Labels and meanings that are made once, when the code is read, would stay in its language."""
    said = texts_of(reading("kk", desk).get("/desk/paper/verdict/").content.decode())

    assert {"Судья", "Негізгі жаза", "Мемлекетке төленетін ақша."} <= said


def test_page_when_a_right_is_missing() -> None:
    refused = reading("ru", browser(account("writer", "contributor"))).get("/desk/audit/")

    assert refused.status_code == 403
    assert "У вашей учётной записи нет на это права." in refused.content.decode()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "“2016-13” is not in the calendar: check day and month"),
        ("ru", "«2016-13» — такого дня в календаре нет: проверьте день и месяц"),
        ("kk", "«2016-13» — күнтізбеде мұндай күн жоқ: күні мен айын тексеріңіз"),
    ],
)
def test_date_when_it_is_none(language: str, said: str) -> None:
    with override(language):
        assert understood_date("2016-13") == (False, said)


def test_length_when_it_is_none() -> None:
    with override("ru"):
        assert understood_length("P0D") == (
            False,
            "«P0D» — это ноль времени: если срок неизвестен, оставьте поле пустым",
        )


def test_finding_names_its_fact_in_the_editors_language(shared: None) -> None:
    save_dict(Case, invented.case())
    document = document_of_rows(Case.objects.get())

    with override("ru"):
        lines = {(one.where, one.words) for one in blocking(document)}

    assert ("событие (предупреждение) от 2015", "нет источника: укажите его или уберите факт") in lines
