import json
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.management import CommandError, call_command

from editions.ledgers import signed
from editions.seal import seal
from tests.editions.rows import NOON, published

pytestmark = pytest.mark.django_db


def test_compare_ledger_says_the_first_day_that_differs(tmp_path: Path, capsys: Any) -> None:
    published()
    content = seal(NOON).to_dict()
    (tmp_path / "a.json").write_text(json.dumps(content))
    call_command("compare_ledger", str(tmp_path))
    assert capsys.readouterr().out == f"{content['day']} is the same\n"

    (tmp_path / "b.json").write_text(json.dumps({**content, "day": "2020-01-01"}))
    with pytest.raises(CommandError, match=r"first difference: .*b\.json:1: the chain has no seal of 2020-01-01"):
        call_command("compare_ledger", str(tmp_path))
    assert "2020-01-01 differs\n" in capsys.readouterr().out


def test_compare_ledger_says_whether_it_checked_the_signature(tmp_path: Path, settings: Any, capsys: Any) -> None:
    key = Ed25519PrivateKey.from_private_bytes(b"o" * 32)
    published()
    (tmp_path / "a.json").write_text(json.dumps(signed(seal(NOON), key)))
    (tmp_path / "folder.json").mkdir()
    call_command("compare_ledger", str(tmp_path))
    settings.LEDGER_KEY = b64encode(b"o" * 32).decode()
    call_command("compare_ledger", str(tmp_path))
    day = "2026-11-22 is the same"
    assert capsys.readouterr().out == f"{day}, its signature not checked: SHEKTEU_LEDGER_KEY is not set\n{day}\n"


def test_compare_ledger_when_there_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        call_command("compare_ledger", str(tmp_path / "nowhere"))
