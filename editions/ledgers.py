"""The newest ledger as a public file, signed with Ed25519 where the archive has a key."""

import json
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from editions.canonical import canonical
from editions.seal import Ledger
from records.json_dict import JSONDict
from records.whole_files import whole

NAME = "ledger.json"


def ledger_path() -> Path:
    """Where the newest ledger lies. Those of earlier days are for whoever kept them: two beside each other would count
    what went in silence."""
    return Path(settings.MEDIA_ROOT) / "ledger" / NAME


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


def write_ledger(ledger: Ledger, key: Ed25519PrivateKey | None) -> Path:
    """Puts the ledger in the place of that of the day before, whole or not at all."""
    path = ledger_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole(path) as part:
        part.write_text(json.dumps(signed(ledger, key), indent=1) + "\n")
    return path
