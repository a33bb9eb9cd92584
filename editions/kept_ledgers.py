"""Compares ledgers that others kept with the chain: whether each day still says what it said then."""

import json
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from editions.canonical import canonical, digest
from editions.models import ChainEntry, Edition
from editions.seal import FORMAT, line
from records.json_dict import JSONDict


class LedgerError(ValueError):
    """A file is no ledger; the message says where it stops being one."""


class KeptLedger(NamedTuple):
    """The ledger of a day as somebody kept it, with the text of its file."""

    path: Path
    text: str
    content: JSONDict

    @property
    def day(self) -> str:
        return str(self.content["day"])

    def place(self, word: str) -> str:
        """The line of the file where the word stands."""
        for number, row in enumerate(self.text.splitlines(), start=1):
            if word in row:
                return f"{self.path}:{number}"
        return str(self.path)


def read_ledgers(path: Path) -> list[KeptLedger]:
    """The ledger of a file, or those of a folder and the folders in it, by day. Raises LedgerError."""
    if not path.is_dir():
        return [read_ledger(path)]
    ledgers = [read_ledger(file) for file in sorted(path.rglob("*.json")) if _begins_as_ledger(file)]
    if not ledgers:
        raise LedgerError(f"{path} holds no ledger")
    return sorted(ledgers, key=lambda ledger: ledger.day)


def _begins_as_ledger(path: Path) -> bool:
    """A mirror holds thousands of other files: only their beginning is read."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return b"shekteu-ledger/" in file.read(200)


def read_ledger(path: Path) -> KeptLedger:
    try:
        text = path.read_text()
        content = json.loads(text)
        is_whole = isinstance(content, dict) and content.get("format") == FORMAT
        is_whole = is_whole and all(isinstance(content.get(name), str) for name in ("day", "root", "anchor"))
        is_whole = is_whole and all(isinstance(row, str) for row in content.get("lines", [None]))
    except OSError as error:
        raise LedgerError(f"{path} cannot be read: {error.strerror}") from error
    except json.JSONDecodeError as error:
        raise LedgerError(f"{path}:{error.lineno}: no JSON: {error.msg}") from error
    except (UnicodeDecodeError, TypeError) as error:
        raise LedgerError(f"{path}: no ledger: {error}") from error
    if not is_whole:
        raise LedgerError(f"{path}: no ledger of the format {FORMAT}")
    return KeptLedger(path, text, content)


def differences(ledger: KeptLedger, public_key: Ed25519PublicKey | None) -> Iterator[str]:
    """Where the ledger and the chain say different things, the first place first. None: the day is what it was."""
    seals = list(ChainEntry.objects.filter(kind=ChainEntry.Kind.SEALED, body__day=ledger.day).order_by("number"))
    if not seals:
        yield f"{ledger.place(ledger.day)}: the chain has no seal of {ledger.day}"
        return
    seal = next((seal for seal in seals if seal.digest == ledger.content["root"]), seals[-1])
    if seal.digest != digest(canonical(ledger.content["lines"])):
        yield from _different_lines(ledger, seal)
    elif seal.digest != ledger.content["root"]:
        yield f"{ledger.place(ledger.content['root'])}: its root is not that of its lines"
    if digest(canonical([seal.previous, seal.body["salt"]])) != ledger.content["anchor"]:
        yield f"{ledger.place(ledger.content['anchor'])}: the chain before this seal is not the one of that day"
    yield from false_signature(ledger, public_key)


def _different_lines(ledger: KeptLedger, seal: ChainEntry) -> Iterator[str]:
    """The first line on either side that the other does not have."""
    theirs, ours = ledger.content["lines"], lines_before(seal)
    if strange := sorted(set(theirs) - ours.keys()):
        yield f"{ledger.place(strange[0])}: this line stands for nothing that the chain holds"
    if missing := sorted(ours.keys() - set(theirs)):
        edition = ours[missing[0]]
        yield f"{ledger.path}: version {edition.version} of {edition.case_id} was public then and has no line"
    if not strange and not missing:
        yield f"{ledger.place('lines')}: the same lines, in another order or more than once"


def lines_before(seal: ChainEntry) -> dict[str, Edition]:
    """The lines of what was public when the day was sealed, as far as it still has a text."""
    before = Edition.objects.filter(number__lt=seal.number)
    newest = {edition.case_key: edition for edition in before.order_by("number")}
    return {
        line(edition.key, edition.case_id, edition.version, edition.published_at, edition.digest): edition
        for edition in before.filter(text__isnull=False)
        if newest[edition.case_key].kind != Edition.Kind.WITHDRAWN
    }


def false_signature(ledger: KeptLedger, public_key: Ed25519PublicKey | None, whose: str = "our") -> Iterator[str]:
    """What is wrong with the signature, if there is one and a key to hold it to."""
    if "signature" not in ledger.content or public_key is None:
        return
    statement = {name: ledger.content[name] for name in ("format", "day", "root", "anchor")}
    try:
        public_key.verify(b64decode(ledger.content["signature"], validate=True), canonical(statement))
    except (InvalidSignature, ValueError, TypeError):
        yield f"{ledger.place('signature')}: {whose} key did not sign it"
