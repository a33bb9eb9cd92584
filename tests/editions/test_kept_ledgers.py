"""A ledger that somebody kept is held against the chain."""

import json
from base64 import b64encode
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import connection

from editions.canonical import canonical, digest
from editions.erase import delete_text
from editions.kept_ledgers import LedgerError, differences, read_ledger, read_ledgers
from editions.ledgers import signed
from editions.models import ChainEntry
from editions.publish import withdraw
from editions.seal import seal
from records.json_dict import JSONDict
from tests.editions.rows import NOON, REASON, published

pytestmark = pytest.mark.django_db
OURS, ANOTHER = Ed25519PrivateKey.from_private_bytes(b"o" * 32), Ed25519PrivateKey.from_private_bytes(b"a" * 32)


@pytest.fixture
def ledger() -> JSONDict:
    """The ledger of a day with two public versions and a case that was withdrawn before."""
    published()
    published("invented-2018")
    published("invented-2020")
    withdraw("invented-2020", REASON, NOON)
    return signed(seal(NOON), OURS)


def kept(tmp_path: Path, content: Any) -> Path:
    path = tmp_path / "2026-11-26.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content, indent=1))
    return path


def places(path: Path) -> list[str]:
    """What differs, without the folder."""
    return [place.removeprefix(f"{path.parent}/") for place in differences(read_ledger(path), OURS.public_key())]


def test_ledger_when_nothing_changed(ledger: JSONDict, tmp_path: Path) -> None:
    assert places(kept(tmp_path, ledger)) == []


def test_ledger_when_something_came_and_went_since(ledger: JSONDict, tmp_path: Path) -> None:
    delete_text(published("invented-2021"), REASON, NOON)
    delete_text(ChainEntry.objects.get(number=1), REASON, NOON)  # type: ignore[arg-type]
    withdraw("invented-2018", REASON, NOON)
    seal(NOON + timedelta(days=1))
    assert places(kept(tmp_path, ledger)) == []


def test_ledger_when_another_day_is_sealed_too(ledger: JSONDict, tmp_path: Path) -> None:
    published()
    later = signed(seal(NOON), OURS)
    assert places(kept(tmp_path, ledger)) == []
    assert places(kept(tmp_path, later)) == []


def tampered(ledger: JSONDict, **fields: Any) -> JSONDict:
    """The ledger with other words in it, signed again by somebody else."""
    changed = {**ledger, **fields}
    statement = {name: changed[name] for name in ("format", "day", "root", "anchor")}
    return {**changed, "signature": b64encode(ANOTHER.sign(canonical(statement))).decode()}


def test_ledger_when_a_line_was_exchanged_names_both(ledger: JSONDict, tmp_path: Path) -> None:
    lines = sorted([ledger["lines"][0], "f" * 64])
    path = kept(tmp_path, tampered(ledger, lines=lines, root=digest(canonical(lines))))
    number = 1 + next(index for index, row in enumerate(path.read_text().splitlines()) if "f" * 64 in row)
    assert places(path)[0] == f"{path.name}:{number}: this line stands for nothing that the chain holds"
    assert places(path)[1].endswith("was public then and has no line")
    assert places(path)[-1].endswith("our key did not sign it")


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"anchor": "0" * 64}, "the chain before this seal is not the one of that day"),
        ({"root": "0" * 64}, "its root is not that of its lines"),
        ({"day": "2020-01-01"}, "the chain has no seal of 2020-01-01"),
        ({}, "our key did not sign it"),
    ],
)
def test_ledger_when_it_was_changed(ledger: JSONDict, tmp_path: Path, fields: JSONDict, place: str) -> None:
    assert places(kept(tmp_path, tampered(ledger, **fields)))[0].endswith(place)


def test_ledger_when_the_chain_was_written_anew(ledger: JSONDict, tmp_path: Path) -> None:
    """Somebody with all rights computes every hash anew: who kept a ledger sees it."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE editions_chainentry DISABLE TRIGGER USER")
        cursor.execute("UPDATE editions_chainentry SET previous = %s WHERE kind = 'sealed'", ["1" * 64])
    assert [place.partition(": ")[2] for place in places(kept(tmp_path, ledger))] == [
        "the chain before this seal is not the one of that day"
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{\n"format": ]', ":2: no JSON"),
        ("[]", "no ledger of the format"),
        ('{"format": "shekteu-ledger/2"}', "no ledger of the format"),
        ('{"format": "shekteu-ledger/1", "day": 1, "root": "", "anchor": "", "lines": []}', "no ledger of the format"),
        ('{"format": "shekteu-ledger/1", "day": "", "root": "", "anchor": "", "lines": 3}', "no ledger"),
    ],
)
def test_file_when_it_is_no_ledger(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LedgerError, match=message):
        read_ledger(kept(tmp_path, text))


def test_folder_when_it_holds_other_files_too(ledger: JSONDict, tmp_path: Path) -> None:
    (tmp_path / "mirror/data").mkdir(parents=True)
    (tmp_path / "mirror/data/ledger.json").write_text(json.dumps({**ledger, "day": "2020-01-01"}))
    (tmp_path / "mirror/data/cases.json").write_text("[]")
    kept(tmp_path, ledger)
    assert [row.day for row in read_ledgers(tmp_path)] == ["2020-01-01", ledger["day"]]


def test_folder_when_it_holds_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="holds no ledger"):
        read_ledgers(tmp_path)
