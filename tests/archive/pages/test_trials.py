"""The page of a trial: who was tried together, and what each got."""

import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.archive.published import document, publish, publish_real, withdraw
from tests.invented import records as invented

pytestmark = pytest.mark.django_db


def text(response: HttpResponse) -> str:
    """The words of a page, its tags left out."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_trial_gathers_its_cases_by_name(client: Client) -> None:
    publish_real()
    response = client.get("/en/trials/koshe-thirteen/")

    said = text(response)
    assert response.status_code == 200
    assert "8 people of this trial are in the archive." in said
    assert said.index("Askhat Zheksebayev") < said.index("Kairat Klyshev") < said.index("Noyan Rakhimzhanov")
    assert "Almaly District Court of Almaty" in said
    assert "5 years Prison" in said


def test_case_links_to_its_trial(client: Client) -> None:
    publish_real()
    assert 'href="/ru/trials/koshe-thirteen/"' in client.get("/ru/cases/klyshev-2021/").content.decode()
    assert "/trials/" not in client.get("/ru/cases/bokai-2016/").content.decode()


def test_trial_when_nobody_of_it_is_published(client: Client) -> None:
    publish(document(invented.case("invented-a", trial="invented-trial")))
    assert client.get("/en/trials/invented-trial/").status_code == 200
    withdraw("invented-a")
    assert client.get("/en/trials/invented-trial/").status_code == 404
    assert client.get("/en/trials/no-such-trial/").status_code == 404


@pytest.mark.parametrize("cases", [1, 3])
def test_trial_costs_the_same_for_one_case_as_for_three(
    cases: int, client: Client, django_assert_num_queries: Any
) -> None:
    publish(*(document(invented.case(f"invented-{number}", trial="invented-trial")) for number in range(cases)))
    client.get("/en/")
    with django_assert_num_queries(2):
        client.get("/en/trials/invented-trial/")
