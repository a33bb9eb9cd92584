"""Documents of every format that ever was are read. The frozen files are never rewritten."""

from pathlib import Path
from typing import Any

import pytest

from editions import load as loading
from editions.canonical import canonical
from editions.load import UnknownFormat, load

FROZEN = Path(__file__).parent / "frozen"


def frozen(number: int) -> bytes:
    return (FROZEN / f"document-{number}.json").read_bytes()


def test_load_when_format_is_1() -> None:
    document = load(frozen(1), "shekteu-document/1")
    assert document.case.id == "invented-2016"
    assert document.person.names == {"en": "Invented Person", "kk": "Ойдан шығарылған"}
    assert [restriction.id for restriction in document.case.restrictions] == ["ban", "fine", "prison"]
    assert document.reckoning.rule_book == document.rule_book


def test_load_when_format_is_todays_gives_the_same_bytes_again() -> None:
    assert canonical(load(frozen(1), "shekteu-document/1").to_dict()) == frozen(1)


def test_load_when_format_is_older_goes_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def next_format(plain: dict[str, Any]) -> dict[str, Any]:
        assert plain["format"] == "shekteu-document/0"
        return {**plain, "format": "shekteu-document/1"}

    monkeypatch.setattr(loading, "UPGRADES", {"shekteu-document/0": next_format})
    old = frozen(1).replace(b"shekteu-document/1", b"shekteu-document/0")
    assert load(old, "shekteu-document/0") == load(frozen(1), "shekteu-document/1")


def test_load_when_format_is_unknown() -> None:
    with pytest.raises(UnknownFormat) as error:
        load(frozen(1), "shekteu-document/9")
    assert str(error.value) == (
        'no way leads from "shekteu-document/9" to "shekteu-document/1": install a newer release'
    )
