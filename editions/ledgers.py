"""The newest ledger as a public file, signed with Ed25519 where the archive has a key."""

import json
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Iterator
from contextlib import contextmanager

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from editions.canonical import canonical
from editions.seal import Ledger
from records.json_dict import JSONDict
from records.storage import read, write

NAME = "ledger.json"
FILE = f"media/ledger/{NAME}"
"""Where the newest ledger lies in the storage. Those of earlier days are for whoever kept them: two beside each other
would count what went in silence."""
ONE_AT_A_TIME = 0x5348_4C45
"""The advisory lock of who seals and publishes."""


def signing_key(text: str) -> Ed25519PrivateKey | None:
    """The key of 32 bytes that the setting spells in Base64; none if it is empty. Raises ImproperlyConfigured."""
    if not text:
        return None
    try:
        return Ed25519PrivateKey.from_private_bytes(b64decode(text, validate=True))
    except (NotBase64, ValueError) as error:
        raise ImproperlyConfigured("SHEKTEU_LEDGER_KEY is no key: give 32 random bytes in Base64") from error


def signed(ledger: Ledger, key: Ed25519PrivateKey | None) -> JSONDict:
    """The ledger's file: what is signed, the lines, and signature and public key where there is a key."""
    content = ledger.to_dict()
    if key is None:
        return content
    signature = key.sign(canonical(ledger.statement()))
    public = key.public_key().public_bytes_raw()
    return {**content, "signature": b64encode(signature).decode(), "public_key": b64encode(public).decode()}


def write_ledger(ledger: Ledger, key: Ed25519PrivateKey | None) -> None:
    """Puts the ledger in the place of that of the day before, whole or not at all."""
    write(FILE, (json.dumps(signed(ledger, key), indent=1) + "\n").encode())


def read_ledger() -> bytes | None:
    """The file of the newest ledger, if one was ever written."""
    return read(FILE)


@contextmanager
def publishing_alone() -> Iterator[None]:
    """Lets others who seal wait, on any machine: who sealed first must not write last, over the newer ledger."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [ONE_AT_A_TIME])
