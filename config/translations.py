"""Compiles the translations where that is needed, without GNU gettext: `python -m config.translations`."""

import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "locale", ROOT / "desk" / "locale")


def compile_translations(*folders: Path) -> int:
    """Writes each .mo that is older than its .po, in these folders or the project's; the number written."""
    catalogues = (po for folder in folders or FOLDERS for po in sorted(folder.glob("*/LC_MESSAGES/*.po")))
    stale = [po for po in catalogues if _is_stale(po)]
    for po in stale:
        _compile(po)
    return len(stale)


def _is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime


def _compile(po: Path) -> None:
    with po.open("rb") as file:
        catalogue = read_po(file, locale=po.parent.parent.name, abort_invalid=True)
    part = po.with_suffix(f".{os.getpid()}")
    with part.open("wb") as file:
        write_mo(file, catalogue)
    part.replace(po.with_suffix(".mo"))


if __name__ == "__main__":
    compile_translations()
