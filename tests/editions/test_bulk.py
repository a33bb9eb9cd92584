"""Many cases published together are those that each would be by itself; a failure leaves nothing."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from cases.models import Case
from editions import building, bulk
from editions.building import documents_of_rows
from editions.bulk import BulkPublication, CasesToWrite, WrittenCase, write_cases
from editions.chain import NewEdition, append
from editions.current import document_of
from editions.document import said
from editions.models import ChainEntry, Edition, EditionText, PriorCase
from editions.publish import publish_changed, withdraw
from editions.refusal import PublicationError
from editions.verify import verify
from records.json_dict import JSONDict
from tests.editions.rows import NOON, NOTHING, REASON, published, saved

pytestmark = pytest.mark.django_db
TOO_LONG = {
    "verdicts": [{"id": "v1", "instance": "first", "date": "2020-01-01", "result": "convicted"}],
    "restrictions": [{"id": "ban", "kind": "public-activity-ban", "verdict": "v1", "length": "P20Y"}],
}


@pytest.fixture(autouse=True)
def two_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "AT_ONCE", 2)


def several(count: int = 5) -> list[Case]:
    """Cases of two people, one of which names another as an earlier conviction."""
    prior = [{"case": "invented-2010", "text": {"en": "Earlier"}}]
    return [
        saved(f"invented-201{number}", person=f"person-{number % 2}", prior=prior if number == 2 else [])
        for number in range(count)
    ]


def run(processes: int = 1, scattered: bool = False) -> BulkPublication:
    publication = BulkPublication(Case.objects.all(), REASON, NOON, scattered, processes)
    list(publication.run())
    return publication


def all_said() -> dict[str, JSONDict]:
    documents = {edition.case_id: document_of(edition) for edition in Edition.objects.current()}
    return {case_id: said(document.to_dict()) for case_id, document in documents.items() if document}


@pytest.mark.parametrize("processes", [1, 2])
def test_bulk_publishes_what_one_by_one_would(processes: int) -> None:
    cases = several()
    alone = {document.case.id: said(document.to_dict()) for document in documents_of_rows(cases)}
    ids = run(processes).published
    assert ids == [case.slug for case in cases]
    assert all_said() == alone
    assert [edition.case_id for edition in Edition.objects.order_by("number")] == ids
    assert {check.state for check in verify()} == {"intact"}
    assert PriorCase.objects.get().case_id == "invented-2010"


def test_bulk_writes_the_rows_that_append_writes(told: list[Any]) -> None:
    cases = several(1)
    run()
    append([NewEdition(cases[0].slug, [], REASON, documents_of_rows(cases)[0])], NOON)
    first, second = Edition.objects.order_by("number")
    differ = {"number", "key", "hash", "previous", "digest", "version"}
    columns = [field.attname for field in ChainEntry._meta.concrete_fields if field.attname not in differ]
    assert [getattr(first, name) for name in columns] == [getattr(second, name) for name in columns]
    assert (first.version, second.version) == (1, 2)
    assert told == [(1, cases[0].slug), (2, cases[0].slug)]


def test_bulk_leaves_out_what_is_published_already_and_takes_up_what_was_withdrawn() -> None:
    published("invented-2010", **NOTHING)
    withdraw(published("invented-2011", person="person-1", **NOTHING).case_id, REASON, NOON)
    saved("invented-2012", person="person-2", **NOTHING)
    assert run().published == ["invented-2011", "invented-2012"]
    assert run().published == []


def test_bulk_marks_the_rows_as_published() -> None:
    several(3)
    Case.objects.update(status="draft")
    run()
    assert set(Case.objects.values_list("status", flat=True)) == {"published"}


def test_bulk_when_scattered_says_nothing_by_order_or_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    shares = iter((0.5, 0.1, 0.9, 0.3, 0.7))

    class Backwards:
        def sample(self, rows: list[str], count: int) -> list[str]:
            return rows[::-1]

        def random(self) -> float:
            return next(shares)

    monkeypatch.setattr(bulk, "SystemRandom", Backwards)
    cases = several()
    assert run(scattered=True).published == [case.slug for case in cases][::-1]
    moments = list(Edition.objects.order_by("number").values_list("published_at", flat=True))
    midnight = NOON - timedelta(hours=17)  # in Almaty
    assert moments == [midnight + (NOON - midnight) * share for share in (0.1, 0.3, 0.5, 0.7, 0.9)]
    assert {check.state for check in verify()} == {"intact"}


def test_bulk_names_every_refusal_and_what_the_code_does_not_know() -> None:
    several(3)
    saved("invented-2001", person="person-7", **{**NOTHING, **TOO_LONG})
    saved("invented-2019", person="person-8", **{**NOTHING, **TOO_LONG})
    Case.objects.filter(slug="invented-2011").update(summary={"en": "<b>"})
    with pytest.raises(PublicationError) as error, transaction.atomic():
        run()
    assert error.value.problems == [
        "invented-2001 (ban): it is longer than the code allows: check the length against the source",
        "invented-2011.summary.en: holds the markup '<b>', but texts are plain: remove the tag",
        "invented-2019 (ban): it is longer than the code allows: check the length against the source",
    ]
    assert (ChainEntry.objects.count(), EditionText.objects.count()) == (0, 0)


def broken_at_the_third_batch(some: CasesToWrite) -> list[WrittenCase]:
    """Stands in a module: another process has to find it."""
    if some.piece.cases[0].record["id"] == "invented-2014":
        raise MemoryError("a process of its own ran out of memory")
    return write_cases(some)


@pytest.mark.parametrize("processes", [1, 2])
def test_bulk_when_a_worker_fails_leaves_nothing(processes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    several()
    before = list(Case.objects.order_by("pk").values("slug", "status"))
    monkeypatch.setattr(bulk, "write_cases", broken_at_the_third_batch)
    with pytest.raises(MemoryError), transaction.atomic():
        run(processes)
    assert (ChainEntry.objects.count(), EditionText.objects.count(), PriorCase.objects.count()) == (0, 0, 0)
    assert list(Case.objects.order_by("pk").values("slug", "status")) == before


def test_bulk_holds_few_cases_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    several()
    sizes: list[int] = []

    def counted(some: CasesToWrite) -> list[WrittenCase]:
        sizes.append(len(some.piece.cases))
        return write_cases(some)

    monkeypatch.setattr(bulk, "write_cases", counted)
    publication = BulkPublication(Case.objects.all(), REASON, NOON)
    counts = [(done, Edition.objects.count()) for done in publication.run()]
    assert counts == [(2, 2), (4, 4), (5, 5)]
    assert sizes == [2, 2, 1]


@pytest.mark.parametrize(("count", "number_of_queries"), [(2, 33), (4, 65), (6, 96)])
def test_bulk_takes_the_same_queries_for_each_batch(count: int, number_of_queries: int) -> None:
    """Three to begin with; where there are more cases than a batch holds, each looks for others of its people."""
    for number in range(count):
        saved(f"invented-201{number}", person=f"person-{number}")
    with CaptureQueriesContext(connection) as queries:
        run()
    assert len(queries) == number_of_queries


def test_publish_changed_gives_the_ids() -> None:
    several(3)
    assert publish_changed(Case.objects.exclude(slug="invented-2010"), REASON, NOON) == [
        "invented-2011",
        "invented-2012",
    ]
