"""A changed rule book: what it would move is listed, and published only when told to."""

from datetime import date
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from cases.models import Case
from editions.current import document_of
from editions.models import Edition
from editions.reckoning import reckoning_of
from law.dates import exact
from law.outcome import Reckoning
from tests.editions.rows import NOTHING, published

pytestmark = pytest.mark.django_db

BAN = {"id": "ban", "kind": "public-activity-ban", "verdict": "v1", "length": "P1Y", "starts": "2020-01-01"}
VERDICT = {"id": "v1", "instance": "first", "date": "2020-01-01", "in_force": "2020-01-01", "result": "convicted"}


@pytest.fixture
def edition() -> Edition:
    return published(**NOTHING | {"verdicts": [VERDICT], "restrictions": [BAN]})


@pytest.fixture
def another_rule_book(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on every ban ends a year later."""

    def reckon(*records: Any) -> Reckoning:
        reckoning = reckoning_of(*records)
        ban = reckoning.outcome("ban")._replace(ends=exact(date(2022, 1, 1)))
        rows = tuple(ban if row.id == "ban" else row for row in reckoning.restrictions)
        return reckoning._replace(rule_book="invented", restrictions=rows)

    monkeypatch.setattr("editions.again.reckoning_of", reckon)


def test_reckon_again_when_no_rule_changed(edition: Edition, capsys: Any) -> None:
    call_command("reckon_again", "--publish", "--reason", "x")
    assert capsys.readouterr().out == "0 cases move\n"


def test_reckon_again_lists_what_would_move(another_rule_book: None, capsys: Any) -> None:
    call_command("reckon_again")
    assert capsys.readouterr().out == (
        "invented-2016 (edition 1)\n"
        "  reckoning.restrictions.ban.ends: end-moved: 2021-01-01 -> 2022-01-01\n"
        "1 cases move\n"
    )
    assert Edition.objects.count() == 1


def test_reckon_again_publishes_documents_and_never_rows(another_rule_book: None) -> None:
    Case.objects.update(title={"en": "Half done"})
    call_command("reckon_again", "--publish", "--reason", "Rule ban corrected")
    old, new = Edition.objects.order_by("number")
    before, after = document_of(old), document_of(new)
    assert before is not None
    assert after is not None
    assert (new.reason, new.rule_book, new.case_key) == ({"en": "Rule ban corrected"}, "invented", old.case_key)
    assert (after.case, after.person) == (before.case, before.person)
    assert after.reckoning.restrictions[0].ends.latest == date(2022, 1, 1)
    assert before.reckoning.restrictions[0].ends.latest == date(2021, 1, 1)
    assert not set(after.salts.values()) & set(before.salts.values())


def test_reckon_again_when_published_without_a_reason(another_rule_book: None) -> None:
    with pytest.raises(CommandError) as error:
        call_command("reckon_again", "--publish")
    assert str(error.value).startswith("Nothing was published:\n  there is no reason")
    assert Edition.objects.count() == 1
