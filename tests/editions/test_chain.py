"""Two hundred publications by eight writers at once: none lost, the chain whole."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from cases.models import Case
from editions.models import Edition
from editions.verify import verify
from tests.editions.rows import NOON, NOTHING, saved
from tests.invented.publications import publish

WRITERS, EACH = 8, 25


def write(writer: int) -> list[int]:
    """Publish one's own case and a common one in turn, with clocks that disagree; the numbers one got."""
    try:
        cases = [Case.objects.get(slug=f"invented-{writer}"), Case.objects.get(slug="invented-common")]
        clock = NOON - timedelta(hours=writer)
        return [publish(cases[turn % 2], {"en": f"{writer}, {turn}"}, clock).number for turn in range(EACH)]
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_publish_when_eight_writers_publish_two_hundred_times_at_once() -> None:
    for writer in range(WRITERS):
        saved(f"invented-{writer}", person=f"person-{writer}", **NOTHING)
    saved("invented-common", person="person-common", **NOTHING)

    with ThreadPoolExecutor(WRITERS) as pool:
        numbers = [number for got in pool.map(write, range(WRITERS)) for number in got]

    editions = list(Edition.objects.order_by("number"))
    assert sorted(numbers) == [edition.number for edition in editions] == list(range(1, WRITERS * EACH + 1))
    assert Counter(found.state for found in verify()) == {"intact": WRITERS * EACH}
    assert len({edition.reason["en"] for edition in editions}) == WRITERS * EACH
    assert len({edition.case_key for edition in editions}) == WRITERS + 1
    moments = [edition.published_at for edition in editions]
    assert moments == sorted(moments)
