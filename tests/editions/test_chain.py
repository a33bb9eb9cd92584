"""Publications by eight writers at once, beside erasures and seals: none lost, the chain whole.

Two hundred of them are in the benchmarks (`python -m benchmarks editions`).
"""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from cases.models import Case
from editions.bulk import BulkPublication
from editions.erase import ErasedPlace, redact
from editions.models import ChainEntry, Edition
from editions.seal import seal
from editions.verify import verify
from tests.editions.rows import NOON, NOTHING, REASON, saved
from tests.invented.publications import publish

WRITERS, EACH = 8, 5


def write(writer: int) -> list[int]:
    """Publish one's own case and a common one in turn, with clocks that disagree; the numbers one got.

    Between, a part of what one published is erased, and the day is sealed.
    """
    try:
        cases = [Case.objects.get(slug=f"invented-{writer}"), Case.objects.get(slug="invented-common")]
        clock = NOON - timedelta(hours=writer)
        numbers = []
        for turn in range(EACH):
            edition = publish(cases[turn % 2], {"en": f"{writer}, {turn}"}, clock)
            numbers.append(edition.number)
            if turn % 2 == 0:
                redact(edition, [ErasedPlace("case.summary")], REASON, clock)
            if turn == EACH - 1:
                seal(clock)
        return numbers
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_publish_when_eight_writers_publish_at_once_beside_erasures_and_seals() -> None:
    for writer in range(WRITERS):
        saved(f"invented-{writer}", person=f"person-{writer}", **NOTHING)
    saved("invented-common", person="person-common", **NOTHING)

    with ThreadPoolExecutor(WRITERS) as pool:
        numbers = [number for got in pool.map(write, range(WRITERS)) for number in got]

    editions = list(Edition.objects.order_by("number"))
    assert sorted(numbers) == [edition.number for edition in editions]
    erased, sealed = WRITERS * 3, WRITERS
    assert Counter(entry.kind for entry in ChainEntry.objects.all()) == {
        "published": WRITERS * EACH,
        "erased": erased,
        "sealed": sealed,
    }
    assert Counter(check.state for check in verify()) == {
        "intact": WRITERS * EACH + sealed,
        "redacted": erased,
    }
    assert sorted(edition.version for edition in editions if edition.case_id == "invented-common") == list(
        range(1, WRITERS * 2 + 1)
    )
    assert len({edition.reason["en"] for edition in editions}) == WRITERS * EACH
    assert len({edition.case_key for edition in editions}) == WRITERS + 1
    moments = list(ChainEntry.objects.order_by("number").values_list("published_at", flat=True))
    assert moments == sorted(moments)


@pytest.mark.django_db
def test_first_import_says_nothing_by_order_or_moment() -> None:
    cases = [saved(f"invented-{number}", person=f"person-{number}", **NOTHING) for number in range(8)]
    publication = BulkPublication(Case.objects.all(), REASON, NOON, scattered=True)
    with transaction.atomic():
        assert list(publication.run())[-1] == 8
    editions = list(Edition.objects.order_by("number"))
    moments = [edition.published_at for edition in editions]
    assert moments == sorted(moments)
    assert len(set(moments)) == 8
    assert {timezone.localdate(moment) for moment in moments} == {timezone.localdate(NOON)}
    assert [edition.case_id for edition in editions] != [case.slug for case in cases]  # once in 40,320 times it is
    assert {check.state for check in verify()} == {"intact"}
