"""Whether a mirror of Shekteu is whole and, if it is signed, whose it is.

python verify_mirror.py [FOLDER] [PUBLIC KEY]

FOLDER: this file's own unless named. PUBLIC KEY: the line of minisign.pub as the site or its publishers gave it to
you; the one in the folder proves nothing, for whoever changes a file can change that too. minisign itself does the
same: minisign -Vm MANIFEST -P KEY. Needs nothing but Python.
"""

import hashlib
import sys
from base64 import b64decode
from pathlib import Path

# Ed25519 as RFC 8032 describes it, to verify alone.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def point(encoded):
    """The point that 32 bytes stand for; None if they stand for none."""
    number = int.from_bytes(encoded, "little")
    y, sign = number & (1 << 255) - 1, number >> 255
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or y >= P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def add(one, other):
    a, b = (one[1] - one[0]) * (other[1] - other[0]) % P, (one[1] + one[0]) * (other[1] + other[0]) % P
    c, d = 2 * one[3] * other[3] * D % P, 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, base):
    total = (0, 1, 1, 0)
    while number:
        if number & 1:
            total = add(total, base)
        base, number = add(base, base), number >> 1
    return total


BASE = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def verifies(key, content, signature):
    public, r, s = point(key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if public is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + content).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, public))
    return not any((left[n] * right[2] - right[n] * left[2]) % P for n in (0, 1))


def check_signature(folder, line):
    """Says what the signature is worth, and gives whether it may be believed."""
    if not (folder / "MANIFEST.minisig").exists():
        print("not signed: this shows that nothing was changed by accident, no more")
        return line is None
    own = (folder / "minisign.pub").read_text().splitlines()[1] if (folder / "minisign.pub").exists() else ""
    key = b64decode(line or own)
    _untrusted, signed, trusted, over_all = (folder / "MANIFEST.minisig").read_text().splitlines()
    signed, comment = b64decode(signed), trusted.removeprefix("trusted comment: ")
    digest = hashlib.blake2b((folder / "MANIFEST").read_bytes()).digest()
    good = (
        signed[:2] == b"ED"
        and signed[2:10] == key[2:10]
        and verifies(key[10:], digest, signed[10:])
        and verifies(key[10:], signed[10:] + comment.encode(), b64decode(over_all))
    )
    if not good:
        print("MANIFEST.minisig: the signature is not that of this key over this MANIFEST")
    else:
        print(f"signed: {comment}" + ("" if line else ", by a key that you have not named: compare it"))
    return good


def check_files(folder):
    """Says the first file that differs, and gives whether there is none."""
    lines = (folder / "MANIFEST").read_text(encoding="utf-8").splitlines()
    digests = {line[66:]: line[:64] for line in lines if not line.startswith("#")}
    if not digests:
        print("MANIFEST: it names no file: the mirror was not built to its end")
        return False
    own = {"MANIFEST", "MANIFEST.minisig", "minisign.pub"}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - own
    if unfinished := {file for file in there if file.startswith(".unfinished/")}:
        print(".unfinished: left by a build that was cut off, no part of this mirror")
        there -= unfinished
    for file in sorted(digests.keys() | there):
        if file not in there:
            print(f"{file}: is missing")
        elif file not in digests:
            print(f"{file}: stands in no MANIFEST")
        elif hashlib.sha256((folder / file).read_bytes()).hexdigest() != digests[file]:
            print(f"{file}: was changed")
        else:
            continue
        return False
    print(f"{len(digests)} files as they were built; {lines[1].removeprefix('# ')}")
    return True


def main(arguments):
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    if not (folder / "MANIFEST").exists():
        print(f"{folder}: there is no MANIFEST: this is no mirror")
        return False
    try:
        good = check_signature(folder, arguments[1] if len(arguments) > 1 else None)
    except (ValueError, IndexError):  # not Base64, not text, too few lines
        print("MANIFEST.minisig, minisign.pub or the key that you named: not in the form of minisign")
        good = False
    try:
        return check_files(folder) and good
    except ValueError:
        print("MANIFEST: it is no text")
        return False


if __name__ == "__main__":
    sys.exit(not main(sys.argv[1:]))
