"""The mirror's list of files and its signature, in the format of minisign (https://jedisct1.github.io/minisign/)."""

import hashlib
from base64 import b64encode
from collections.abc import Mapping

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

MANIFEST, SIGNATURE, PUBLIC_KEY = "MANIFEST", "MANIFEST.minisig", "minisign.pub"
"""The list, its signature, and the key that it verifies with: to be compared with the one that the site names."""

HEAD = "# shekteu-mirror/1 "


def manifest(digests: Mapping[str, str], day: str, site: str) -> bytes:
    """What the mirror is of, then the SHA-256 of every file, as `sha256sum -c` reads it."""
    about = [f"{HEAD}{site}", f"# as of {day}"]
    return ("\n".join([*about, *(f"{digests[file]}  {file}" for file in sorted(digests))]) + "\n").encode()


def signature(content: bytes, key: Ed25519PrivateKey, comment: str) -> bytes:
    """A signature of the content's BLAKE2b, with a comment that is signed as well."""
    signed = key.sign(hashlib.blake2b(content).digest())
    over_all = key.sign(signed + comment.encode())
    lines = ["untrusted comment: signature of a mirror of Shekteu", _base64(b"ED", key, signed)]
    return ("\n".join([*lines, f"trusted comment: {comment}", b64encode(over_all).decode()]) + "\n").encode()


def public_key(key: Ed25519PrivateKey) -> bytes:
    line = _base64(b"Ed", key, key.public_key().public_bytes_raw())
    return f"untrusted comment: minisign public key of a mirror of Shekteu\n{line}\n".encode()


def _base64(algorithm: bytes, key: Ed25519PrivateKey, content: bytes) -> str:
    """Behind the algorithm stands a number of the key: eight bytes of its digest, so that equal mirrors stay equal."""
    number = hashlib.blake2b(key.public_key().public_bytes_raw(), digest_size=8).digest()
    return b64encode(algorithm + number + content).decode()
