"""A request can be read: what somebody meets between its view and its response stays few."""

import pytest

from benchmarks.stops import stops_of_a_case_page, stops_of_the_list
from tests.archive.published import publish_real


def test_case_page_when_read_has_few_stops() -> None:
    assert 20 < len(stops_of_a_case_page()) <= 40


@pytest.mark.django_db
def test_list_when_read_has_few_stops() -> None:
    publish_real()
    assert 15 < len(stops_of_the_list()) <= 28
