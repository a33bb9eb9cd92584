"""What a folder holds after a build; the pages are stand-ins, the whole is in tests/deploy/test_mirror.py."""

import shutil
from datetime import date
from errno import ENOSPC
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from config.mirror.building import BEGUN, UNFINISHED, Mirror, NoMirror, write, write_zip
from config.mirror.making import MirrorFile
from config.mirror.pages import FiltersOfCases
from config.mirror.signing import MANIFEST, SIGNATURE
from config.mirror.static import NotInTheMirror
from tests.config.mirror.test_signing import KEY, line, verified

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)
PAGES = {"en/index.html": ["en/a.html"], "en/a.html": ["en/index.html"], "ru/index.html": [], "kk/index.html": []}


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    pages = dict(PAGES)

    def make(site: str, filters: FiltersOfCases, name: str) -> MirrorFile:
        if name not in pages:
            raise NotInTheMirror(f"{name}: there is no such page")
        return MirrorFile(name, name.encode(), pages[name], is_case=False)

    monkeypatch.setattr("config.mirror.making.make", make)
    return pages


def build(folder: Path, **values: Any) -> Mirror:
    mirror = Mirror(folder, "https://site.example", values.get("day", DAY), values.get("key"))
    for _done in mirror.build():
        pass
    return mirror


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_build_into_a_new_folder(pages: dict[str, list[str]], tmp_path: Path) -> None:
    build(tmp_path / "mirror", key=KEY)

    assert everything(tmp_path / "mirror").keys() == {
        *PAGES, "index.html", "robots.txt", "verify_mirror.py", MANIFEST, SIGNATURE, "minisign.pub",
    }  # fmt: skip
    assert verified(tmp_path / "mirror", line(KEY))[0] == 0


def test_build_twice_gives_the_same_bytes_and_writes_nothing(pages: dict[str, list[str]], tmp_path: Path) -> None:
    build(tmp_path / "one", key=KEY)
    build(tmp_path / "two", key=KEY)
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "one" / "en").iterdir()}

    assert build(tmp_path / "one", key=KEY).written == 0

    assert everything(tmp_path / "one") == everything(tmp_path / "two")
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "one" / "en").iterdir()} == times
    for name in ("one", "two"):
        write_zip(tmp_path / name, tmp_path / f"{name}.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_build_when_a_page_is_gone(pages: dict[str, list[str]], tmp_path: Path) -> None:
    build(tmp_path)
    pages["en/index.html"] = []
    del pages["en/a.html"]

    assert build(tmp_path).written == 1

    assert "en/a.html" not in everything(tmp_path)
    assert verified(tmp_path)[0] == 0


def test_build_when_a_link_is_dead(pages: dict[str, list[str]], tmp_path: Path) -> None:
    build(tmp_path)
    before = everything(tmp_path)
    pages["en/index.html"] = ["en/a.html", "en/new.html"]
    pages["en/new.html"] = ["en/b.html"]

    with pytest.raises(NoMirror, match=r"en/new.html leads to en/b.html: there is no such page. What stood"):
        build(tmp_path)

    assert everything(tmp_path) == before
    assert verified(tmp_path)[0] == 0


@pytest.mark.parametrize("after", range(1, 9))
def test_build_when_the_disk_is_full(
    after: int, pages: dict[str, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, key=KEY)
    before, written = everything(tmp_path), write
    left = iter(range(after))

    def write_or_fail(path: Path, content: bytes) -> None:
        if next(left, None) is None:
            written(path, content[: len(content) // 2])
            raise OSError(ENOSPC, "No space left on device", str(path))
        written(path, content)

    monkeypatch.setattr("config.mirror.building.write", write_or_fail)
    pages |= {f"en/new{number}.html": [] for number in range(5)}
    pages["en/index.html"] = [f"en/new{number}.html" for number in range(5)]

    with pytest.raises(OSError, match="No space left"):
        build(tmp_path, key=KEY)

    assert everything(tmp_path) == before
    assert verified(tmp_path, line(KEY))[0] == 0


def test_build_that_was_killed(pages: dict[str, list[str]], tmp_path: Path) -> None:
    build(tmp_path)
    before = everything(tmp_path)
    write(tmp_path / UNFINISHED / "en/index.html", b"half")

    code, said = verified(tmp_path)
    assert (code, said.splitlines()[1]) == (0, ".unfinished: left by a build that was cut off, no part of this mirror")
    assert build(tmp_path).written == 0
    assert everything(tmp_path) == before


def test_build_that_was_killed_while_it_put_files_in_place(
    pages: dict[str, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, key=KEY)
    pages["en/index.html"] = []
    del pages["en/a.html"]
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", replace_list_alone)
        with pytest.raises(KeyboardInterrupt):
            build(tmp_path, key=KEY, day=date(2026, 11, 23))

    assert verified(tmp_path, line(KEY))[1].splitlines()[-1].startswith("MANIFEST: it names no file")
    build(tmp_path, key=KEY)
    assert verified(tmp_path, line(KEY))[0] == 0


def replace_list_alone(self: Path, target: Path) -> Path:
    if self.name != BEGUN:
        raise KeyboardInterrupt
    shutil.copy(self, target)
    return target


def test_build_into_a_folder_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("mine")
    (tmp_path / MANIFEST).write_text("letters.txt")

    with pytest.raises(CommandError, match="neither empty nor a mirror"):
        call_command("build_mirror", tmp_path, site="https://site.example")

    assert everything(tmp_path) == {"letters.txt": b"mine", MANIFEST: b"letters.txt"}


def test_zip_inside_the_mirror(pages: dict[str, list[str]], tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="lies in the mirror itself"):
        call_command("build_mirror", tmp_path, site="https://site.example", zip=tmp_path / "mirror.zip")

    assert not (tmp_path / "mirror.zip").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"site": "site.example"}, "give scheme and host alone"),
        ({"site": "https://site.example/en"}, "give scheme and host alone"),
        ({"site": "https://site.example", "on": date(2999, 1, 1)}, "has not come yet"),
    ],
)
def test_command_when_it_is_told_nonsense(options: dict[str, Any], message: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=message):
        call_command("build_mirror", tmp_path / "new", **options)

    assert not (tmp_path / "new").exists()


def test_command_when_the_key_is_none(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("short")

    with pytest.raises(CommandError, match="put 32 random bytes in Base64"):
        call_command("build_mirror", tmp_path / "new", site="https://site.example", sign=tmp_path / "key")
    with pytest.raises(CommandError, match="No such file"):
        call_command("build_mirror", tmp_path / "new", site="https://site.example", sign=tmp_path / "none")
