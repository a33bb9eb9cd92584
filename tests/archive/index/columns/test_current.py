"""The copy in memory is the index as it stands, whatever was written, changed or taken back meanwhile."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import transaction

from archive.index.columns import current
from archive.index.columns.columns import Columns
from archive.index.columns.current import columns
from archive.index.columns.selecting import choose
from archive.index.models import IndexChange, IndexState
from archive.index.selection import Selection
from tests.archive.published import NOON, TODAY, document, publish, publish_real, withdraw
from tests.invented import records as invented

pytestmark = pytest.mark.django_db


def invented_cases(*ids: str) -> None:
    publish(*(document(invented.case(id_)) for id_ in ids))


def contents(held: Columns) -> dict[str, object]:
    """All that questions are answered from."""
    order = held.editions.argsort()
    return {
        "entries": {name: column[order].tolist() for name, column in held.rows.entries.items()},
        "periods": {name: column.tolist() for name, column in held.periods.items() if name not in ("kind", "standing")},
        "kinds": [held.rows.words.kinds[place] for place in held.periods["kind"].tolist()],
        "facets": {name: {value: list(cases) for value, cases in of.items()} for name, of in held.facets.items() if of},
        "current": list(held.current),
        "by_name": {language: of.tolist() for language, of in held.by_name.items()},
        "courts": held.courts,
    }


def read_anew() -> dict[str, object]:
    current.forget()
    return contents(columns())


def test_copy_when_cases_come_change_and_go_is_what_reading_anew_gives() -> None:
    publish_real()
    columns()
    invented_cases("invented-1", "invented-2", "invented-3")
    publish(document(invented.case("invented-1", tags=[], former_ids=["invented-1"])), now=NOON + timedelta(days=3))
    withdraw("invented-2", now=NOON + timedelta(days=4))
    assert contents(columns()) == read_anew()
    call_command("rebuild_index")
    assert contents(columns()) == read_anew()


def test_only_what_changed_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    invented_cases("invented-1")
    columns()
    monkeypatch.setattr(current, "read_all", None)
    invented_cases("invented-2")
    assert len(columns().current) == 2


def test_everything_is_read_where_too_much_was_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    invented_cases("invented-1")
    columns()
    invented_cases("invented-2")
    IndexChange.objects.exclude(pk=IndexState.objects.version()).delete()
    monkeypatch.setattr(current, "read_changed", None)
    assert len(columns().current) == 2


def test_copy_when_nothing_changed_is_the_same() -> None:
    invented_cases("invented-1")
    assert columns() is columns()


def test_copy_when_a_publication_is_taken_back_forgets_it() -> None:
    invented_cases("invented-1")
    with transaction.atomic():
        invented_cases("invented-2")
        assert len(columns().current) == 2
        transaction.set_rollback(True)
    assert len(columns().current) == 1
    invented_cases("invented-3")
    assert contents(columns()) == read_anew()


def test_every_writer_raises_the_version() -> None:
    versions = [IndexState.objects.version()]

    def raised() -> bool:
        versions.append(IndexState.objects.version())
        return versions[-1] > versions[-2]

    invented_cases("invented-1")
    assert raised()
    withdraw("invented-1")
    assert raised()
    invented_cases("invented-2")
    assert raised()
    call_command("rebuild_index")
    assert raised()


def test_changes_are_remembered_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.index.models.state.MOST_REMEMBERED", 3)
    invented_cases(*(f"invented-{number}" for number in range(6)))
    assert IndexChange.objects.count() == 4


def test_many_days_of_knowledge_leave_nothing_in_memory() -> None:
    publish_real()
    held = columns()
    for number in range(50):
        choose(Selection(TODAY, TODAY - timedelta(number), known=TODAY - timedelta(number)), held).tally  # noqa: B018
    assert len(held._kept) <= 6


def test_what_was_known_is_what_stood_then() -> None:
    publish(document(invented.case("invented-1", tags=["first"])), now=NOON)
    publish(document(invented.case("invented-1", tags=["second"])), now=NOON + timedelta(days=9))
    assert [
        choose(Selection(TODAY, TODAY, known=known)).tally.facets["tag"]
        for known in (date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 9), date(2026, 11, 10), None)
    ] == [{}, {"first": 1}, {"first": 1}, {"second": 1}, {"second": 1}]
