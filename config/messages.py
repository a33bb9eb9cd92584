"""Brings locale/*/LC_MESSAGES/django.po up to date with the readers' texts: `python -m config.messages`.

Babel reads them, so GNU gettext is not needed. Texts that went are dropped; nothing is guessed for new ones.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ("archive", "inbox", "config/settings.py", "config/limits.py", "records/licences.py")
TEMPLATES = "templates"
NOT_FOR_READERS = ("account", "allauth", "desk", "mfa", "admin")
KEYWORDS = {"_": None, "gettext": None, "gettext_lazy": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
LANGUAGES = ("ru", "kk")


def main() -> None:
    """Rewrites both catalogues and names what is not translated."""
    found = messages()
    for language in LANGUAGES:
        catalogue = updated(read(language), found)
        with path(language).open("wb") as file:
            write_po(file, catalogue, no_location=True, omit_header=False, width=0, ignore_obsolete=True)
        for message in untranslated(catalogue):
            sys.stdout.write(f"{language}: {message}\n")


def path(language: str) -> Path:
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    with path(language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def messages() -> Catalog:
    """All texts of the readers' side that wait for a translation, in the order of their files."""
    found = Catalog()
    for id_, context in _texts():
        found.add(id_, context=context)
    return found


def updated(catalogue: Catalog, found: Catalog) -> Catalog:
    """The catalogue with exactly the texts of ``found``, translated where they were before."""
    catalogue.update(found, no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False)
    return catalogue


def untranslated(catalogue: Catalog) -> list[str]:
    return [
        str(message.id) for message in catalogue if message.id and (message.fuzzy or not _is_complete(message.string))
    ]


def _is_complete(text: str | tuple[str, ...]) -> bool:
    return all(text) if isinstance(text, tuple) else bool(text)


def _texts() -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    for file in _files(PYTHON, ".py"):
        yield from _extracted(file.read_bytes())
    for file in _templates():
        # templatize leaves calls of gettext among crossed-out text; on one line no indentation can disturb
        yield from _extracted(templatize(file.read_text("utf-8")).replace("\n", " ").encode())


def _templates() -> list[Path]:
    folder = ROOT / TEMPLATES
    found = (file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("."))
    return sorted(file for file in found if file.relative_to(folder).parts[0] not in NOT_FOR_READERS)


def _files(names: tuple[str, ...], suffix: str) -> list[Path]:
    places = [ROOT / name for name in names]
    return sorted(file for place in places for file in ([place] if place.suffix else place.rglob(f"*{suffix}")))


def _extracted(source: bytes) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    for _line, id_, _comments, context in extract("python", BytesIO(source), KEYWORDS, options={"encoding": "utf-8"}):
        yield id_, context


if __name__ == "__main__":
    main()
