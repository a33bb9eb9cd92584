"""The mirror's search: its page, and the index that Pagefind makes of the case pages.

Pagefind's own programs read the index in the reader's browser, from a host of files; a page from a disk may not.
"""

import gzip
import hashlib
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pagefind_bin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from archive.index.columns.selecting import choose
from archive.index.filters.address import Address
from archive.index.selection import Selection
from archive.wording.filter_choices import facets

BUNDLE = "pagefind"
SUMMARY = "pagefind-entry.json"
NEEDED = ("pagefind.js", "pagefind-worker.js", SUMMARY, "*.pf_meta", "wasm.*.pagefind", "*/*.pf_*")
"""Without the interfaces that Pagefind brings along, which are larger than the index."""
CBOR_FOLLOWS, TEXT, ARRAY, FILTERS = b"pagefind_dcd", 3, 4, 3
ON_EVERY_PAGE = ".mirror-note, nav, .use, .more, .small-sentences"
"""Parts that say the same of every case: a word of theirs would find all."""
POLICY = "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'"


class NoIndex(RuntimeError):
    """Pagefind made no index; the message is what it said."""


def search(request: HttpRequest) -> HttpResponse:
    """The page; with scripts off, or opened from a disk, it leads to the lists."""
    request.policy += f"; {POLICY}"  # type: ignore[attr-defined]
    chosen = choose(Selection(today=localdate(), on=localdate()))
    choices = facets(chosen.tally, chosen.selection, Address("", {}), chosen.columns.courts)
    return render(request, "mirror/search.html", {"facets": choices})


def index_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files of the index of the pages in a folder. None if there is no page. Raises NoIndex."""
    if not any(folder.iterdir()):
        return
    with TemporaryDirectory() as temporary:
        bundle = Path(temporary)
        command = [pagefind_bin.get_executable(), "--site", folder, "--output-path", bundle, "--keep-index-url"]
        command += ["--exclude-selectors", ON_EVERY_PAGE, "--silent"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode or not (bundle / SUMMARY).is_file():
            raise NoIndex(f"Pagefind made no index: {(done.stderr or done.stdout).strip()}")
        bring_into_order(bundle)
        for path in sorted(path for pattern in NEEDED for path in bundle.glob(pattern)):
            yield f"{BUNDLE}/{path.relative_to(bundle).as_posix()}", path.read_bytes()


def bring_into_order(bundle: Path) -> None:
    """Makes equal indexes of equal pages: Pagefind lists languages, and the filters of each, in another order each
    time, and calls the lists by their digests. Raises NoIndex."""
    summary = json.loads((bundle / SUMMARY).read_bytes())
    for language, about in summary["languages"].items():
        listed = bundle / f"pagefind.{about['hash']}.pf_meta"
        content = with_sorted_filters(gzip.decompress(listed.read_bytes()))
        listed.unlink()
        about["hash"] = f"{language}_{hashlib.sha256(content).hexdigest()[:10]}"
        (bundle / f"pagefind.{about['hash']}.pf_meta").write_bytes(gzip.compress(content, mtime=0))
    (bundle / SUMMARY).write_text(json.dumps(summary, sort_keys=True))


def with_sorted_filters(content: bytes) -> bytes:
    """Pagefind's list of a language: CBOR (RFC 8949) behind its name, an array whose fourth part are the filters."""
    if not content.startswith(CBOR_FOLLOWS):
        raise NoIndex("Pagefind wrote an index of another format than ours of 1.5: pin its version")
    parts = parts_of(content, len(CBOR_FOLLOWS))
    start, end = parts[FILTERS]
    filters = parts_of(content, start)
    first = filters[0][0] if filters else end
    ordered = sorted(content[begins:ends] for begins, ends in filters)
    return content[:first] + b"".join(ordered) + content[end:]


def parts_of(content: bytes, start: int) -> list[tuple[int, int]]:
    """Where each part of the array that begins at `start` begins and ends."""
    length, at = head_of(content, start)
    parts = []
    for _part in range(length):
        parts.append((at, end_of(content, at)))
        at = parts[-1][1]
    return parts


def end_of(content: bytes, start: int) -> int:
    kind, (length, at) = content[start] >> 5, head_of(content, start)
    if kind == ARRAY:
        return parts_of(content, start)[-1][1] if length else at
    return at + length if kind == TEXT else at


def head_of(content: bytes, start: int) -> tuple[int, int]:
    """The number in the head of what begins at `start`, and where the head ends."""
    short = content[start] & 31
    if short < 24:
        return short, start + 1
    end = start + 1 + (1 << short - 24)
    return int.from_bytes(content[start + 1 : end]), end
