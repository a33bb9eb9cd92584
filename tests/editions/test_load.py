"""Documents of every format that ever was are read. The frozen files are never rewritten."""

import json
from pathlib import Path
from typing import Any

import pytest

from editions import load as loading
from editions.canonical import canonical
from editions.differences import differences
from editions.load import UnknownFormat, load
from law.dates import UNKNOWN
from tests.law.building import days

FROZEN = Path(__file__).parent / "frozen"


def frozen(number: int) -> bytes:
    return (FROZEN / f"document-{number}.json").read_bytes()


def test_load_when_format_is_1() -> None:
    document = load(frozen(1), "shekteu-document/1")
    assert document.case.id == "invented-2016"
    assert document.person.names == {"en": "Invented Person", "kk": "Ойдан шығарылған"}
    assert [restriction.id for restriction in document.case.restrictions] == ["ban", "fine", "prison"]
    assert document.reckoning.rule_book == document.rule_book


def test_load_when_format_is_1_names_no_other_case() -> None:
    plain = json.loads(frozen(1))
    plain["case"]["prior"][0]["case"] = "invented-2010"
    plain["reckoning"]["used"] = ["invented-2010"]
    document = load(canonical(plain), "shekteu-document/1")
    assert document.case.prior[0].case is None
    assert "invented-2010" not in str(document)


def test_load_when_format_is_1_says_what_was_said_then() -> None:
    reckoning = load(frozen(1), "shekteu-document/1").reckoning
    assert reckoning.burden.likely is None
    assert {verdict.likely for verdict in reckoning.verdicts} == {None}
    assert {outcome.likely for outcome in reckoning.restrictions} == {None}
    last_days = {outcome.kind: (outcome.ends, outcome.last_day) for outcome in reckoning.restrictions}
    assert last_days["imprisonment"] == (days("2021-02-04"), days("2021-02-04"))
    assert last_days["public-activity-ban"] == (days("2024-11"), days("[2024-10-31..2024-11-29]"))
    assert last_days["fine"][1] == UNKNOWN


def test_load_when_format_is_todays_gives_the_same_values_again() -> None:
    plain = load(frozen(2), "shekteu-document/2").to_dict()
    assert plain["case"]["prior"][0].pop("case") is None
    assert canonical(plain) == frozen(2)


def test_load_gives_the_same_facts_in_both_formats() -> None:
    changes = differences(load(frozen(1), "shekteu-document/1"), load(frozen(2), "shekteu-document/2"))
    assert [change for change in changes if not change.path.startswith("reckoning.")] == []


def test_load_when_format_is_older_goes_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def next_format(plain: dict[str, Any]) -> dict[str, Any]:
        assert plain["format"] == "shekteu-document/0"
        return {**plain, "format": "shekteu-document/1"}

    monkeypatch.setattr(loading, "UPGRADES", {**loading.UPGRADES, "shekteu-document/0": next_format})
    old = frozen(1).replace(b"shekteu-document/1", b"shekteu-document/0")
    assert load(old, "shekteu-document/0") == load(frozen(1), "shekteu-document/1")


def test_load_when_format_is_unknown() -> None:
    with pytest.raises(UnknownFormat) as error:
        load(frozen(1), "shekteu-document/9")
    assert str(error.value) == (
        'no way leads from "shekteu-document/9" to "shekteu-document/2": install a newer release'
    )
