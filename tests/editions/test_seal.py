"""The seal of a day and its ledger."""

from datetime import timedelta

import pytest

from editions.canonical import canonical, digest
from editions.erase import ErasedPlace, delete_text, redact
from editions.models import ChainEntry
from editions.publish import withdraw
from editions.reasons import SILENT
from editions.seal import line, seal
from editions.verify import verify
from tests.editions.rows import NOON, REASON, published

pytestmark = pytest.mark.django_db


def test_seal_has_a_line_for_each_public_version() -> None:
    first, second = published(), published()
    withdraw("invented-2018", SILENT, NOON) if published("invented-2018") else None
    delete_text(first, REASON, NOON)
    ledger = seal(NOON)
    assert ledger.lines == [line(second.key, "invented-2016", 2, second.published_at, second.digest)]


def test_line_stays_when_a_part_is_erased() -> None:
    edition = published()
    before = seal(NOON).lines
    redact(edition, [ErasedPlace("case.summary")], REASON, NOON)
    assert seal(NOON).lines == before


def test_seal_is_an_entry_of_the_chain() -> None:
    published()
    ledger = seal(NOON)
    entry = ChainEntry.objects.get(kind="sealed")
    assert (entry.digest, entry.body["day"]) == (ledger.root, "2026-11-22")
    assert ledger.anchor == digest(canonical([entry.previous, entry.body["salt"]]))
    assert {check.state for check in verify()} == {"intact"}


def test_ledgers_of_two_days_on_which_nothing_happened_differ_in_day_and_anchor_only() -> None:
    published()
    one, other = seal(NOON), seal(NOON + timedelta(1))
    assert (one.lines, one.root) == (other.lines, other.root)
    assert one.anchor != other.anchor


def test_ledger_tells_nothing_of_the_chain() -> None:
    published()
    ledger = str(seal(NOON).to_dict())
    for entry in ChainEntry.objects.all():
        for secret in filter(None, (entry.hash, entry.case_key, entry.key)):
            assert secret not in ledger
