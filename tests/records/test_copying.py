"""Rows that were copied are the rows that would have been inserted."""

from datetime import UTC, datetime

import pytest

from archive.index.models import IndexChange, KeptPage
from records.copying import copy_rows

pytestmark = pytest.mark.django_db


def test_rows_come_back_as_they_were() -> None:
    day = datetime(2026, 11, 26, tzinfo=UTC).date()
    headers = {"Content-Type": 'text/html; x="\\t\n"', "name": "Боқай"}
    copy_rows(KeptPage, [KeptPage(key="a", day=day, etag="\\N", headers=headers, body=b"\x00\\\n")])
    page = KeptPage.objects.get()
    assert (page.key, page.day, page.etag, page.headers, bytes(page.body)) == ("a", day, "\\N", headers, b"\x00\\\n")


def test_numbers_come_from_the_database() -> None:
    copy_rows(IndexChange, (IndexChange(edition=number) for number in (7, 8)))
    first, second = IndexChange.objects.order_by("pk")
    assert (first.edition, second.edition, second.pk - first.pk) == (7, 8, 1)


def test_nothing_is_copied_of_nothing() -> None:
    copy_rows(IndexChange, [])
    assert IndexChange.objects.count() == 0
