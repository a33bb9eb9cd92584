"""/law/ and /law/<rule>/."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from archive.pages.law.example import examples, worked_example
from archive.pages.law.uses import uses
from archive.wording.dates import in_words
from law.country import country
from law.dates import exact, parse
from tests.archive.published import document, publish, withdraw
from tests.invented import records as invented

TODAY = date(2026, 11, 26)


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


@pytest.mark.parametrize("rule_id", list(country().rules))
def test_worked_example_when_a_rule_has_a_page(rule_id: str) -> None:
    """Every page has one; a rule that is no step of its own says in whose step it shows."""
    example = worked_example(rule_id, TODAY)
    assert example is not None
    own_steps = {step.step.rule for step in example.steps} & {rule_id, example.shown_by}
    assert own_steps == {example.shown_by or rule_id}


def test_examples_when_a_rule_has_no_page() -> None:
    assert set(examples()) - set(country().rules) == set()


@pytest.mark.parametrize(
    ("rule_id", "last_days"),
    [
        ("credit-days", "[2023-01-29]"),  # 1 to 20 January: 20 days, 10 January once; 40 days before 10 March 2023
        ("days-off", "[2022-03-18]"),  # six months end on Monday 21 March, Nauryz after a weekend
        ("extremist", "[2023-03-10]"),  # with the record, two years from registration on 10 March 2021
        ("terrorist", "[2023-03-10]"),
        ("list-effect", "[2023-03-10]"),
        ("to-probation", "[2023-03-01..2023-04-15]"),  # registered on 1 March to 15 April 2021, 45 days later
    ],
)
def test_worked_example_when_the_rule_shows_in_another_one(rule_id: str, last_days: str) -> None:
    example = worked_example(rule_id, TODAY)
    assert example is not None
    assert example.restriction.outcome.ends == parse(last_days)


@pytest.mark.parametrize(
    ("rule_id", "day"),
    [
        ("suspended-early", date(2022, 9, 20)),  # half of three years from 20 March 2021
        ("minor-parole", date(2022, 3, 1)),  # a third of three years from 1 March 2021
    ],
)
def test_worked_example_when_it_is_a_day_to_ask(rule_id: str, day: date) -> None:
    example = worked_example(rule_id, TODAY)
    assert example is not None
    assert example.chance is not None
    assert example.chance.date == in_words(exact(day))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rule_id", "shown"),
    [
        ("ban", "<dt>Last day</dt>"),
        ("suspended-early", "20 September 2022"),
        ("extremist", "The rule itself gives no date. It shows in a step of this rule:"),
    ],
)
def test_rule_when_there_is_an_example(client: Client, rule_id: str, shown: str) -> None:
    content = page(client, f"/en/law/{rule_id}/")
    assert shown in content[content.index('id="example"') : content.index('id="uses"')]


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
