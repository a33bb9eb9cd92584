import csv
from collections import Counter
from io import BytesIO, StringIO
from xml.etree import ElementTree

import pytest
from django.test import Client
from PIL import Image
from pytest_django import DjangoAssertNumQueries

from archive.charts import numbers
from archive.charts.charts import CHARTS
from archive.filters import Selection
from law.states import state
from tests.archive.filters.oracle import restrictions
from tests.archive.published import TODAY, document, publish, publish_real, real_documents

pytestmark = pytest.mark.django_db
HERE = Selection(today=TODAY, on=TODAY)
QUERIES = 10


def test_people_under_each_kind_are_those_of_brute_force() -> None:
    publish_real()
    people = {
        (held.outcome.kind, one.person.id)
        for one in real_documents()
        for held in restrictions(one)
        if state(held.outcome, TODAY) == "in-force"
    }
    assert numbers.in_force(HERE) == Counter(kind for kind, _person in people)


def test_numbers_over_time_are_those_of_the_days() -> None:
    publish_real()
    days, found = numbers.over_time(numbers.spans(HERE), TODAY)
    for day, number in list(zip(days, found["criminal-record"], strict=True))[::7]:
        assert number == numbers.in_force(Selection(today=TODAY, on=day)).get("criminal-record", 0)


def test_endings_when_an_end_is_a_range_are_possible_in_each_of_its_months() -> None:
    span = numbers.Span("a", "fine", None, TODAY.replace(month=12), TODAY.replace(year=2027, month=2), False)
    sure = numbers.Span("b", "fine", None, TODAY.replace(month=12), TODAY.replace(month=12), False)
    months = numbers.endings([span, sure], TODAY)
    assert [(month.certain, month.possible) for month in months[:5]] == [(0, 0), (1, 1), (0, 1), (0, 1), (0, 0)]


def test_statistics_take_the_same_queries_for_one_case_and_for_all(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    publish(document())
    with django_assert_num_queries(QUERIES):
        client.get("/en/statistics/")
    publish_real()
    with django_assert_num_queries(QUERIES):
        client.get("/en/statistics/")


def test_statistics_when_the_archive_is_empty(client: Client) -> None:
    assert client.get("/en/statistics/").status_code == 200


@pytest.mark.parametrize("name", CHARTS)
def test_chart_when_taken_away_carries_its_credit(client: Client, name: str) -> None:
    publish_real()
    address = f"/en/statistics/{name}"
    svg = client.get(f"{address}.svg?region=KZ-75").content.decode()
    ElementTree.fromstring(svg)
    assert "Calculated, not a court’s decision." in svg
    assert "class=" not in svg.replace('class="chart"', "")
    assert Image.open(BytesIO(client.get(f"{address}.png").content)).width > 400
    rows = list(csv.DictReader(StringIO(client.get(f"{address}.csv").content.decode("utf-8-sig"))))
    assert len(rows) > 1
    assert rows[0]["source"].startswith("Shekteu")


def test_statistics_when_filtered_count_only_these(client: Client) -> None:
    publish_real()
    text = client.get("/en/statistics/year.csv?gender=female").content.decode()
    women = sum(one.person.gender == "female" for one in real_documents())
    assert sum(int(line.split(",")[1]) for line in text.splitlines()[1:]) == women > 1


def test_chart_when_there_is_none_of_this_name(client: Client) -> None:
    assert client.get("/en/statistics/nonsense.svg").status_code == 404
    assert client.get("/en/statistics/kinds.pdf").status_code == 404
    assert client.get("/en/statistics/kinds.svg?on=x").status_code == 400
