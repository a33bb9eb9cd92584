"""/law/ and /law/<rule>/."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from archive.pages.law.example import examples, worked_example
from archive.pages.law.uses import uses
from law.country import country
from tests.archive.published import document, publish, withdraw
from tests.invented import records as invented


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_law_when_opened_without_a_database(client: Client) -> None:
    found = page(client, "/en/law/")
    for rule_id in country().rules:
        assert found.count(f'href="/en/law/{rule_id}/"') == 1


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_law_when_read_in_a_language(client: Client, language: str) -> None:
    found = page(client, f"/{language}/law/")
    assert country().rule("record-life").title.get(language) in found


@pytest.mark.django_db
@pytest.mark.parametrize("rule_id", list(country().rules))
def test_rule_when_opened(client: Client, rule_id: str) -> None:
    rule = country().rule(rule_id)
    found = page(client, f"/ru/law/{rule_id}/")
    assert f"<h1>{rule.title.get('ru')}</h1>" in found
    assert f'href="{rule.url}"' in found
    assert f'href="/ru/about/your-case/?rule={rule_id}"' in found


@pytest.mark.parametrize("rule_id", list(examples()))
def test_worked_example_when_a_rule_has_one(rule_id: str) -> None:
    example = worked_example(rule_id, date(2026, 11, 26))
    assert example is not None
    assert rule_id in {step.rule for step in example.outcome.steps}
    assert rule_id in country().rules


@pytest.mark.django_db
@pytest.mark.parametrize(("rule_id", "shown"), [("ban", True), ("extremist", False)])
def test_rule_when_there_is_an_example_or_none(client: Client, rule_id: str, shown: bool) -> None:
    assert ('id="example"' in page(client, f"/kk/law/{rule_id}/")) == shown


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/en/law/no-such-rule/", "/en/law/record/more/"])
def test_rule_when_there_is_none(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def other(number: int):
    person = invented.person(f"invented-{number}", names={"en": f"Invented Nr {number}"})
    return document(invented.case(f"invented-case-{number}", person=f"invented-{number}"), person)


@pytest.mark.django_db
@pytest.mark.parametrize("cases", [1, 3])
def test_rule_when_cases_rest_on_it(client: Client, django_assert_num_queries, cases: int) -> None:
    publish(*(other(number) for number in range(cases)))
    with django_assert_num_queries(3):
        found = page(client, "/en/law/record/")
    linked = re.findall(r'href="/en/cases/(invented-case-\d)/#r-law-criminal-record-v1"', found)
    assert linked == [f"invented-case-{number}" for number in range(cases)]
    assert "Invented Nr 0" in found


@pytest.mark.django_db
def test_rule_when_it_stands_beside_others(client: Client) -> None:
    publish(other(1))
    found = page(client, "/en/law/record/")
    beside = found[found.index('id="beside"') :]
    assert 'href="/en/law/record-additional/"' in beside
    assert 'href="/en/law/record/"' not in beside


@pytest.mark.django_db
def test_uses_when_a_case_is_withdrawn() -> None:
    publish(other(1), other(2))
    withdraw("invented-case-1")
    assert (uses("record").restrictions, uses("record").cases) == (1, 1)


@pytest.mark.django_db
def test_uses_when_a_verdict_fell() -> None:
    void = invented.case()
    for verdict in void["verdicts"]:
        if verdict["id"] == "v2":
            verdict["result"] = "acquitted"
    publish(document(invented.case(**void)))
    assert uses("record") == (0, 0, (), ())


@pytest.mark.django_db
def test_uses_when_nothing_rests_on_it() -> None:
    publish(other(1))
    assert uses("record-life") == (0, 0, (), ())


def test_address_of_a_rule_when_reversed() -> None:
    with override("kk"):
        assert reverse("archive:rule", args=["list-out"]) == "/kk/law/list-out/"
