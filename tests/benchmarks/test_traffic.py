"""The mixed traffic asks only for what the site answers."""

import random
from collections import Counter

import pytest
from django.test import Client

from benchmarks.traffic import CHEAP, DEAREST, any_path, slowest
from tests.archive.published import publish
from tests.invented.archives.publishing import documents

pytestmark = pytest.mark.django_db


def test_every_kind_of_address_is_answered(client: Client) -> None:
    publish(*documents(range(8), 1))
    draw = random.Random(1)
    paths = Counter(any_path(draw) for _request in range(400))
    assert paths[CHEAP] > 200
    others = [path for path in paths if "/cases/synthetic-" not in path]
    lists = [path for path in others if "?" in path][:3]
    for path in (CHEAP, DEAREST, *lists, "/en/", "/ru/cases/", "/en/statistics/"):
        assert client.get(path).status_code == 200, path
    assert {"/en/", "/ru/cases/", "/en/statistics/"} <= set(others)


def test_slowest_of_a_hundred() -> None:
    assert slowest([float(number) for number in range(100)]) == 99.0
    assert slowest([2.0, 1.0]) == 2.0
