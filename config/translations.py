"""Compiles the translations where that is needed, without GNU gettext: `python -m config.translations`."""

import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "locale", ROOT / "desk" / "locale")


def compile_translations(*folders: Path) -> int:
    """Writes each .mo that is older than its .po, in these folders or the project's; the number written."""
    written = 0
    for po in sorted(po for folder in folders or FOLDERS for po in folder.glob("*/LC_MESSAGES/*.po")):
        mo = po.with_suffix(".mo")
        if not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime:
            compile_catalogue(po)
            written += 1
    return written


def compile_catalogue(po: Path) -> None:
    """Writes the .mo beside the .po, whole or not at all."""
    with po.open("rb") as file:
        catalogue = read_po(file, locale=po.parent.parent.name, abort_invalid=True)
    part = po.with_suffix(f".{os.getpid()}")
    with part.open("wb") as file:
        write_mo(file, catalogue)
    part.replace(po.with_suffix(".mo"))


if __name__ == "__main__":
    compile_translations()
