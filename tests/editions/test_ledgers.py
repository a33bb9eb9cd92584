"""The ledger as a file that strangers verify."""

import json
import runpy
import subprocess
import sys
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.test import Client

from editions.canonical import canonical
from editions.erase import ErasedPlace, redact
from editions.ledgers import signing_key
from editions.models import Edition
from tests.archive.published import NOON, REASON, document, publish, publish_real, withdraw
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
SCRIPT = Path(__file__).parents[2] / "docs" / "verify_version.py"
KEY = b64encode(bytes(range(32))).decode()


@pytest.fixture(autouse=True)
def readers(settings: Any, tmp_path: Path) -> None:
    settings.EDITION_INDEX = "archive.edition_door"
    settings.VAR, settings.LEDGER_KEY = tmp_path, KEY


def ledger(client: Client) -> Any:
    return json.loads(b"".join(client.get("/en/data/ledger.json").streaming_content))


def said_by_the_script(tmp_path: Path, one: Any, other: Any) -> tuple[int, str]:
    for name, content in (("ledger.json", one), ("case.json", other)):
        (tmp_path / name).write_text(json.dumps(content))
    command = [sys.executable, str(SCRIPT), str(tmp_path / "ledger.json"), str(tmp_path / "case.json")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.strip()


TRUE = (0, "This is the version that the ledger was sealed with.")


def test_stranger_verifies_every_shipped_case(client: Client) -> None:
    publish_real()
    call_command("seal")
    problems = runpy.run_path(str(SCRIPT))["problems"]
    sealed = ledger(client)
    for edition in Edition.objects.all():
        assert list(problems(sealed, client.get(f"/en/cases/{edition.case_id}.json").json())) == []


def test_stranger_verifies_a_version_of_which_a_part_was_erased(client: Client, tmp_path: Path) -> None:
    (edition,) = publish(document(invented.case(prior=[{"text": {"en": "An earlier one"}}])))
    call_command("seal")
    redact(edition, [ErasedPlace("case.events.0"), ErasedPlace("case.withheld", ["noindex"])], REASON, NOON)
    case = client.get("/en/cases/invented-2016.json").json()
    assert case["document"]["case"]["events"][0] is None
    assert said_by_the_script(tmp_path, ledger(client), case) == TRUE


def test_stranger_sees_what_was_changed(client: Client, tmp_path: Path) -> None:
    publish(document())
    call_command("seal")
    sealed, case = ledger(client), client.get("/en/cases/invented-2016.json").json()
    assert said_by_the_script(tmp_path, sealed, case) == TRUE
    case["document"]["case"]["title"]["en"] = "Guilty"
    assert said_by_the_script(tmp_path, sealed, case)[1].startswith("the document does not have the digest")
    case["edition"]["version"] = 2
    assert said_by_the_script(tmp_path, sealed, case)[1].endswith("the ledger has no line for this version")
    sealed["lines"].append("0" * 64)
    assert "the lines of the ledger do not have its root" in said_by_the_script(tmp_path, sealed, case)[1]


def test_ledger_is_signed_with_the_archives_key(client: Client) -> None:
    publish(document())
    call_command("seal")
    sealed = ledger(client)
    key, signature = Ed25519PublicKey.from_public_bytes(b64decode(sealed["public_key"])), b64decode(sealed["signature"])
    statement = {name: sealed[name] for name in ("format", "day", "root", "anchor")}
    key.verify(signature, canonical(statement))
    with pytest.raises(InvalidSignature):
        key.verify(signature, canonical({**statement, "day": "2020-01-01"}))


def test_ledger_when_there_is_no_key_is_not_signed(client: Client, settings: Any, capsys: Any) -> None:
    settings.LEDGER_KEY = ""
    publish(document())
    call_command("seal")
    assert "signature" not in ledger(client)
    assert "not signed: SHEKTEU_LEDGER_KEY is not set" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["nonsense!", b64encode(b"short").decode()])
def test_signing_key_when_it_is_none(text: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="32 random bytes in Base64"):
        signing_key(text)


def test_ledger_of_the_day_replaces_that_of_the_day_before(client: Client, tmp_path: Path) -> None:
    publish(document(), document(invented.case("invented-2018")))
    call_command("seal")
    assert len(ledger(client)["lines"]) == 2
    withdraw("invented-2018")
    call_command("seal")
    assert len(ledger(client)["lines"]) == 1
    assert [path.name for path in (tmp_path / "media/ledger").iterdir()] == ["ledger.json"]


def test_ledger_before_the_first_seal(client: Client) -> None:
    assert client.get("/en/data/ledger.json").status_code == 404
    assert "ledger.json" not in client.get("/en/data/").text
