"""The list of files and its signature, by the verifier that strangers run."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from config.mirror.building import VERIFIER
from config.mirror.signing import MANIFEST, PUBLIC_KEY, SIGNATURE, manifest, public_key, signature

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(32))


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    files = {"index.html": b"<p>door</p>", "en/index.html": b"<p>home</p>", "verify_mirror.py": VERIFIER.read_bytes()}
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    content = manifest(digests, "2026-11-22", "https://site.example")
    (tmp_path / MANIFEST).write_bytes(content)
    (tmp_path / SIGNATURE).write_bytes(signature(content, KEY, "https://site.example as of 2026-11-22"))
    (tmp_path / PUBLIC_KEY).write_bytes(public_key(KEY))
    return tmp_path


def verified(folder: Path, *key: str) -> tuple[int, str]:
    command = [sys.executable, str(folder / "verify_mirror.py"), str(folder), *key]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def line(key: Ed25519PrivateKey) -> str:
    return public_key(key).decode().splitlines()[1]


def test_verify_when_nothing_was_changed(mirror: Path) -> None:
    code, said = verified(mirror, line(KEY))

    assert (code, said.splitlines()) == (
        0,
        ["signed: https://site.example as of 2026-11-22", "3 files as they were built; as of 2026-11-22"],
    )
    assert "by a key that you have not named" in verified(mirror)[1]


def test_verify_when_one_byte_was_changed(mirror: Path) -> None:
    (mirror / "en/index.html").write_bytes(b"<p>hame</p>")

    assert verified(mirror, line(KEY)) == (
        1,
        "signed: https://site.example as of 2026-11-22\nen/index.html: was changed\n",
    )


def test_verify_when_a_file_is_missing_or_more(mirror: Path) -> None:
    (mirror / "en/more.html").write_bytes(b"")
    assert "en/more.html: stands in no MANIFEST" in verified(mirror)[1]
    (mirror / "en/more.html").unlink()
    (mirror / "index.html").unlink()
    assert "index.html: is missing" in verified(mirror)[1]


def test_verify_when_the_list_was_changed_too(mirror: Path) -> None:
    changed = b"<p>hame</p>"
    (mirror / "en/index.html").write_bytes(changed)
    old, new = (hashlib.sha256(content).hexdigest() for content in (b"<p>home</p>", changed))
    (mirror / MANIFEST).write_text((mirror / MANIFEST).read_text().replace(old, new))

    code, said = verified(mirror, line(KEY))

    assert code == 1 and "the signature is not that of this key over this MANIFEST" in said


def test_verify_when_somebody_else_signed(mirror: Path) -> None:
    content = (mirror / MANIFEST).read_bytes()
    (mirror / SIGNATURE).write_bytes(signature(content, OTHER, "mine"))
    (mirror / PUBLIC_KEY).write_bytes(public_key(OTHER))

    assert verified(mirror, line(KEY))[0] == 1
    assert verified(mirror)[0] == 0


def test_verify_when_a_signed_comment_was_changed(mirror: Path) -> None:
    (mirror / SIGNATURE).write_text((mirror / SIGNATURE).read_text().replace("as of 2026", "as of 2027"))

    assert verified(mirror, line(KEY))[0] == 1


def test_verify_when_the_mirror_was_not_built_to_its_end(mirror: Path) -> None:
    (mirror / SIGNATURE).unlink()
    (mirror / MANIFEST).write_bytes(b"")

    assert verified(mirror)[1].splitlines()[-1] == "MANIFEST: it names no file: the mirror was not built to its end"


@pytest.mark.parametrize(
    ("file", "content", "key", "message"),
    [
        (SIGNATURE, b"torn", line(KEY), "not in the form of minisign"),
        (SIGNATURE, b"a\n\xff\nb\nc\n", line(KEY), "not in the form of minisign"),
        (PUBLIC_KEY, b"", None, "not in the form of minisign"),
        (PUBLIC_KEY, b"", "not a key", "not in the form of minisign"),
        (MANIFEST, b"\xff\xfe", line(KEY), "MANIFEST: it is no text"),
    ],
)
def test_verify_when_a_file_cannot_be_read(
    file: str, content: bytes, key: str | None, message: str, mirror: Path
) -> None:
    (mirror / file).write_bytes(content)

    code, said = verified(mirror, *([key] if key else []))

    assert code == 1 and message in said and "Traceback" not in said


def test_signature_has_the_form_of_minisign(mirror: Path) -> None:
    lines = (mirror / SIGNATURE).read_text().splitlines()

    assert [text.partition(":")[0] for text in lines[::2]] == ["untrusted comment", "trusted comment"]
    assert (len(lines[1]), len(lines[3]), len(line(KEY))) == (100, 88, 56)
