"""Builds the mirror into a folder: every file that the pages of the three languages lead to."""

import hashlib
import zipfile
from collections import deque
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.contrib.staticfiles import finders

from config.mirror.links import OutsideTheMirror, links, links_of_styles
from config.mirror.listed import listed_alone
from config.mirror.pages import NotInTheMirror, every_case_on_one_page, made, on_day
from config.mirror.signing import HEAD, MANIFEST, PUBLIC_KEY, SIGNATURE, manifest, public_key, signature
from config.mirror.urls import FILE
from editions.writing import one_moment
from records.whole_files import whole

VERIFIER = Path(__file__).resolve().parents[2] / "docs" / "verify_mirror.py"
OWN = (MANIFEST, SIGNATURE, PUBLIC_KEY)
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The day that a ZIP gives its files: the earliest that it can write, so that equal mirrors are equal ZIPs."""
DOOR = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Shekteu</title></head><body>
<h1>Shekteu · Шектеу</h1>
<p lang="kk"><a href="kk/index.html">Қазақша</a></p>
<p lang="ru"><a href="ru/index.html">Русский</a></p>
<p lang="en"><a href="en/index.html">English</a></p>
<p><a href="verify_mirror.py">verify_mirror.py</a></p>
</body></html>
"""
ROBOTS = """User-agent: *
Disallow: /*.csv$
Disallow: /*.json$
Disallow: /*.jsonl$
Disallow: /*.xlsx$
Disallow: /*.atom$
Disallow: /*.ics$
"""
"""Files that name many cases: the site tells search engines in a header to leave them alone, a host of files cannot."""


class NoMirror(ValueError):
    """The mirror cannot be built here, or not whole; the message says why and what to do."""


class Mirror:
    """A mirror in a folder, as of a day. `build` gives after each file how many are there."""

    def __init__(self, folder: Path, site: str, day: date, key: Ed25519PrivateKey | None) -> None:
        self.folder, self.site, self.day, self.key = folder, site, day, key
        self.digests: dict[str, str] = {}
        self.written = 0

    def build(self) -> Iterator[int]:
        """Writes what changed, takes away what is gone, and the list of files last. Raises NoMirror."""
        if self.folder.exists() and any(self.folder.iterdir()) and not is_mirror(self.folder):
            raise NoMirror(f"{self.folder} is neither empty nor a mirror: give another folder")
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            with one_moment(), listed_alone(), on_day(self.day), every_case_on_one_page():
                for file, content in self._files():
                    self._write(file, content)
                    self.digests[file] = hashlib.sha256(content).hexdigest()
                    yield len(self.digests)
        except (NotInTheMirror, OutsideTheMirror) as error:
            raise NoMirror(f"{error}. The folder is no whole mirror now: mend this and build again") from error
        self._take_away()
        self._finish()

    def _files(self) -> Iterator[tuple[str, bytes]]:
        """Every file with its bytes, each once, in the order in which pages lead to it."""
        yield FILE, DOOR.encode()
        yield VERIFIER.name, VERIFIER.read_bytes()
        yield "robots.txt", ROBOTS.encode()
        waiting = deque(f"{code}/{FILE}" for code, _name in settings.LANGUAGES)
        led_from = dict.fromkeys((FILE, VERIFIER.name, *waiting), FILE)
        while waiting:
            file = waiting.popleft()
            try:
                content, leads_to = self._made(file)
            except NotInTheMirror as error:
                raise NotInTheMirror(f"{led_from[file]} leads to {error}") from error
            yield file, content
            for target in leads_to:
                if target not in led_from:
                    led_from[target] = file
                    waiting.append(target)

    def _made(self, file: str) -> tuple[bytes, list[str]]:
        """A file's bytes and the files that it leads to."""
        static = settings.STATIC_URL.strip("/") + "/"
        if file.startswith(static):
            content = static_file(file.removeprefix(static)).read_bytes()
            return content, list(links_of_styles(file, content)) if file.endswith(".css") else []
        page = made(file, self.site)
        return page.content, list(links(file, page.content)) if page.is_page else []

    def _write(self, file: str, content: bytes) -> None:
        path = self.folder / file
        if path.is_file() and path.read_bytes() == content:
            return
        if not self.written:
            self._open()
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole(path) as part:
            part.write_bytes(content)
        self.written += 1

    def _open(self) -> None:
        """From the first change on the folder is no whole mirror, until its list is written: an empty list says so."""
        (self.folder / MANIFEST).write_bytes(manifest({}, self.day.isoformat(), self.site))
        (self.folder / SIGNATURE).unlink(missing_ok=True)

    def _take_away(self) -> None:
        """What the site has no longer, a case that was withdrawn above all, is gone here too."""
        for path in sorted(self.folder.rglob("*"), reverse=True):
            name = path.relative_to(self.folder).as_posix()
            if path.is_file() and name not in self.digests and name not in OWN:
                self.written += 1
                path.unlink()
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()

    def _finish(self) -> None:
        content = manifest(self.digests, self.day.isoformat(), self.site)
        files = {MANIFEST: content}
        if self.key:
            comment = f"{self.site} as of {self.day.isoformat()}"
            files |= {SIGNATURE: signature(content, self.key, comment), PUBLIC_KEY: public_key(self.key)}
        for name in OWN:
            if name in files:
                with whole(self.folder / name) as part:
                    part.write_bytes(files[name])
            else:
                (self.folder / name).unlink(missing_ok=True)


def is_mirror(folder: Path) -> bool:
    """Whether a build may take files away here: other folders hold a MANIFEST too, of what somebody needs."""
    path = folder / MANIFEST
    return path.is_file() and path.read_bytes().startswith(HEAD.encode())


def static_file(name: str) -> Path:
    """Where a file of the site's own looks lies: collected in production, in its source folder before that."""
    path = Path(settings.STATIC_ROOT) / name
    if path.is_file():
        return path
    if found := finders.find(name):
        return Path(found)
    raise NotInTheMirror(f"{settings.STATIC_URL}{name}: there is no such file: run manage.py collectstatic")


def write_zip(folder: Path, target: Path) -> None:
    """The mirror as one file, the same bytes for the same mirror. Raises NoMirror for a file inside the mirror."""
    if target.resolve().is_relative_to(folder.resolve()):
        raise NoMirror(f"{target} lies in the mirror itself, whose list does not name it: give another folder")
    with whole(target) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, path.read_bytes())
