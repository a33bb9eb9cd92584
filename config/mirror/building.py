"""Builds the mirror into a folder: every file that the pages of the three languages lead to."""

import hashlib
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from config.mirror.links import OutsideTheMirror
from config.mirror.making import makers
from config.mirror.requests import FILE, POLICY
from config.mirror.search import NoIndex, index_of
from config.mirror.signing import HEAD, MANIFEST, PUBLIC_KEY, SIGNATURE, manifest, public_key, signature
from config.mirror.static import NotInTheMirror
from editions.writing import one_moment
from records.whole_files import whole

VERIFIER = Path(__file__).resolve().parents[2] / "docs" / "verify_mirror.py"
OWN = (MANIFEST, SIGNATURE, PUBLIC_KEY)
UNFINISHED = ".unfinished"
"""In the mirror's own folder, which may be all that whoever builds it can write to. `verify_mirror.py` knows it."""
BEGUN = "MANIFEST.begun"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The day that a ZIP gives its files: the earliest that it can write, so that equal mirrors are equal ZIPs."""
DOOR = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>Shekteu</title></head><body>
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
    """A mirror in a folder, as of a day. `build` gives after each file how many are there.

    `processes` make the pages; more than one read the database as it was committed when the build began.
    """

    def __init__(
        self, folder: Path, site: str, day: date, key: Ed25519PrivateKey | None = None, processes: int = 1
    ) -> None:
        self.folder, self.site, self.day, self.key, self.processes = folder, site, day, key, processes
        self.digests: dict[str, str] = {}
        self.changed: list[str] = []
        self.written = 0

    @property
    def new(self) -> Path:
        """Where a build lays what changed, until everything is made. Nothing of it is the mirror's yet."""
        return self.folder / UNFINISHED

    def build(self) -> Iterator[int]:
        """Makes every file, then puts those that changed in the place of the old ones. Raises NoMirror."""
        is_used = self.folder.exists() and any(path.name != UNFINISHED for path in self.folder.iterdir())
        if is_used and not is_mirror(self.folder):
            raise NoMirror(f"{self.folder} is neither empty nor a mirror: give another folder")
        shutil.rmtree(self.new, ignore_errors=True)
        self.new.mkdir(parents=True)
        try:
            with one_moment(), TemporaryDirectory(dir=self.new) as cases:
                for file in chain(self._files(Path(cases)), index_of(Path(cases))):
                    self._lay(*file)
                    yield len(self.digests)
            self._lay_list()
            self._put_in_place()
        except (NotInTheMirror, OutsideTheMirror, NoIndex) as error:
            raise NoMirror(f"{error}. What stood in the folder stays: mend this and build again") from error
        finally:
            shutil.rmtree(self.new, ignore_errors=True)

    def _files(self, cases: Path) -> Iterator[tuple[str, bytes]]:
        """Every file with its bytes, each once, in the order in which pages lead to it. Case pages go to `cases` too,
        where they are searched for their words."""
        yield FILE, DOOR.encode()
        yield VERIFIER.name, VERIFIER.read_bytes()
        yield "robots.txt", ROBOTS.encode()
        waiting = [f"{code}/{FILE}" for code, _name in settings.LANGUAGES]
        led_from = dict.fromkeys((FILE, VERIFIER.name, *waiting), FILE)
        with makers(self.site, self.day, self.processes) as make_all:
            while waiting:
                leads_to: list[str] = []
                for file in make_all(waiting, led_from):
                    if file.is_case:
                        write(cases / file.name, file.content)
                    yield file.name, file.content
                    new = [target for target in file.leads_to if target not in led_from]
                    led_from |= dict.fromkeys(new, file.name)
                    leads_to += dict.fromkeys(new)
                waiting = leads_to

    def _lay(self, file: str, content: bytes) -> None:
        """Notes the file, and writes it beside the mirror if it is not there as it is."""
        self.digests[file] = hashlib.sha256(content).hexdigest()
        old = self.folder / file
        if not old.is_file() or old.read_bytes() != content:
            write(self.new / file, content)
            self.changed.append(file)

    def _lay_list(self) -> None:
        content = manifest(self.digests, self.day.isoformat(), self.site)
        write(self.new / MANIFEST, content)
        write(self.new / BEGUN, manifest({}, self.day.isoformat(), self.site))
        if self.key:
            comment = f"{self.site} as of {self.day.isoformat()}"
            write(self.new / SIGNATURE, signature(content, self.key, comment))
            write(self.new / PUBLIC_KEY, public_key(self.key))

    def _put_in_place(self) -> None:
        """Everything is written: what is left are new names for it, the list last. Cut off here, the folder says that
        it is no whole mirror, for an empty list stands in it from the first change."""
        gone = [path for path in self._there() if path not in self.digests and path not in OWN]
        self.written = len(self.changed) + len(gone)
        if self.written:
            (self.new / BEGUN).replace(self.folder / MANIFEST)
            (self.folder / SIGNATURE).unlink(missing_ok=True)
        for file in gone:
            (self.folder / file).unlink()
        for folder in sorted((path for path in self.folder.rglob("*") if path.is_dir()), reverse=True):
            if not any(folder.iterdir()):
                folder.rmdir()
        for file in (*self.changed, *reversed(OWN)):
            if (self.new / file).is_file():
                (self.folder / file).parent.mkdir(parents=True, exist_ok=True)
                (self.new / file).replace(self.folder / file)
            else:
                (self.folder / file).unlink(missing_ok=True)

    def _there(self) -> list[str]:
        paths = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())
        return [path for path in paths if not path.startswith(f"{UNFINISHED}/")]


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def is_mirror(folder: Path) -> bool:
    """Whether a build may take files away here: other folders hold a MANIFEST too, of what somebody needs."""
    path = folder / MANIFEST
    return path.is_file() and path.read_bytes().startswith(HEAD.encode())


def write_zip(folder: Path, target: Path) -> None:
    """The mirror as one file, the same bytes for the same mirror. Raises NoMirror for a file inside the mirror."""
    if target.resolve().is_relative_to(folder.resolve()):
        raise NoMirror(f"{target} lies in the mirror itself, whose list does not name it: give another folder")
    with whole(target) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, path.read_bytes())
