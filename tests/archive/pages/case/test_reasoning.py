"""For lawyers and families: the reasoning of one case, and the form of a request to the court."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from law.country import country
from tests.archive.published import document, for_this_module, publish, publish_real, withdraw
from tests.invented import records as invented
from tests.reading import flat

pytestmark = pytest.mark.django_db
CASE = "/en/cases/bokai-2016/"
TELLS_OF_DEEDS = {
    "en": r"breach|violat|evad|worked|taught|spoke|posted|travel",
    "ru": r"наруш|уклон|работал|выступал|публиковал|выезжал",
    "kk": r"бұз|жалтар|жұмыс істе|сөйле|жарияла",
}


@pytest.fixture(scope="module", autouse=True)
def archive(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with for_this_module(django_db_blocker):
        publish_real()
        yield


def form(client: Client, language: str = "en", case: str = "bokai-2016") -> str:
    """The words of the form itself, without its tags."""
    text = client.get(f"/{language}/cases/{case}/court-request/").text
    match = re.search(r'<article class="court-request">.*</article>', text, re.DOTALL)
    assert match is not None
    return " ".join(re.sub(r"<[^>]+>", " ", match[0]).split())


def test_reasoning_shows_every_step_and_every_rule_it_rests_on(client: Client) -> None:
    text = client.get(CASE + "reasoning/").text
    case = client.get(CASE).text
    rules = set(re.findall(r'class="rule" href="([^"]+)"', case))
    assert rules
    assert set(re.findall(r'<h3><a href="([^"]+)"', text)) == rules
    assert text.count('class="assumption"') == case.count('class="assumption"')
    assert country().rule("record").url in text


def test_reasoning_names_the_edition_of_the_law_that_was_read(client: Client) -> None:
    text = flat(client.get(CASE + "reasoning/").text)
    assert "<dt>Text read</dt><dd>from 1 January 2015" in text
    assert "(text of that day read)" in text
    assert "(text of that day not read)" in text


def test_request_holds_what_the_page_says_and_blanks_for_the_rest(client: Client) -> None:
    words = form(client)
    assert "To the court Atyrau City Court No. 2" in words
    assert "Verdict of: 28 November 2016. It imposed: Prison: 5 years; Fine: 530,250 tenge" in words
    assert "Ban on public activity: from which day is the term counted, and which day is its last?" in words
    assert "The verdict took legal force on" in words
    assert "article 476, point 17" in words


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_request_tells_of_no_deed_and_of_no_calculation(client: Client, language: str) -> None:
    words = form(client, language)
    assert re.findall(TELLS_OF_DEEDS[language], words, re.IGNORECASE) == []
    assert re.findall(r"2030|2024|2021", words) == []
    assert client.get(f"/{language}/cases/bokai-2016/court-request/").text.count("476") >= 3


def test_request_asks_nothing_of_what_no_court_ordered(client: Client) -> None:
    """The record, the list and supervision ordered later are no terms of this verdict."""
    assert "Criminal record" not in form(client)
    assert "Financing list" not in form(client)


def test_request_of_a_case_without_a_verdict_is_all_blanks(client: Client) -> None:
    nothing = {"verdicts": [], "restrictions": [], "charges": [], "custody": [], "claims": []}
    publish(document(invented.case("invented-empty", **nothing)))
    words = form(client, case="invented-empty")
    assert "It imposed" not in words
    assert "point 13" not in words


@pytest.mark.parametrize("part", ["reasoning/", "court-request/"])
def test_pages_for_lawyers_of_a_withdrawn_case_are_gone(client: Client, part: str) -> None:
    withdraw("bokai-2016")
    assert client.get(CASE + part).status_code == 410


def test_case_leads_to_both(client: Client) -> None:
    text = client.get(CASE).text
    assert f'href="{CASE}reasoning/"' in text
    assert f'href="{CASE}court-request/"' in text
