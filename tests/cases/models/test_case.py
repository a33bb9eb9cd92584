"""A case's version and status: one writer each, and nobody's save is lost."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, TimeoutError
from functools import partial

import pytest
from django.db import connection, transaction

from cases.models import Case
from desk.requests.effects import TESTIMONIES_AND_PORTRAIT, keep_out
from tests.editions.rows import NOON, saved


def in_a_connection_of_its_own(work: Callable[[], None]) -> None:
    try:
        work()
    finally:
        connection.close()


def save_another_title() -> None:
    with transaction.atomic():
        case = Case.objects.select_for_update().get()
        case.mark_changed()
        case.title = {"en": "Saved meanwhile"}
        case.save()


@pytest.mark.django_db(transaction=True)
def test_withhold_when_somebody_saves_the_case_meanwhile() -> None:
    saved(withheld=["summary"])
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            Case.objects.get().withhold(["testimonies"])
            saving: Future[None] = pool.submit(in_a_connection_of_its_own, save_another_title)
            with pytest.raises(TimeoutError):  # it waits for this transaction
                saving.result(timeout=0.5)
        saving.result(timeout=20)

    case = Case.objects.get()
    assert (case.version, case.title, case.withheld) == (3, {"en": "Saved meanwhile"}, ["summary", "testimonies"])


@pytest.mark.django_db(transaction=True)
def test_withhold_when_the_case_was_read_before_somebody_saved_it() -> None:
    """What a request does with a case that it read a moment ago counts from what is stored."""
    saved(withheld=["summary"])
    stale = Case.objects.get()
    with ThreadPoolExecutor(1) as pool:
        pool.submit(in_a_connection_of_its_own, save_another_title).result(timeout=20)
    Case.objects.update(withheld=["summary", "events"])
    stale.withhold(["testimonies"])

    case = Case.objects.get()
    assert (case.version, case.title) == (3, {"en": "Saved meanwhile"})
    assert case.withheld == ["events", "summary", "testimonies"]


@pytest.mark.django_db(transaction=True)
def test_taking_out_waits_for_whoever_saves_the_case() -> None:
    saved()
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            save_another_title()
            keeping = partial(keep_out, "invented-2016", TESTIMONIES_AND_PORTRAIT, NOON)
            taking: Future[None] = pool.submit(in_a_connection_of_its_own, keeping)
            with pytest.raises(TimeoutError):
                taking.result(timeout=0.5)
        taking.result(timeout=20)

    case = Case.objects.get()
    assert (case.version, case.title) == (3, {"en": "Saved meanwhile"})
    assert "testimonies" in case.withheld


@pytest.mark.django_db
def test_changed_case_is_a_draft_a_version_later() -> None:
    case = saved(status="published")
    Case.objects.update(version=7)
    case.mark_changed()
    case.save()

    assert Case.objects.values_list("status", "version").get() == ("draft", 8)
    assert list(Case.objects.drafts()) == [case]
    assert list(Case.objects.as_published()) == []
