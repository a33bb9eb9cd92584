"""Brings the catalogues of translations up to date with the texts: `python -m config.messages`.

The readers' texts stand in locale/, those of the desk alone in desk/locale/. Babel reads them, so GNU gettext is not
needed. Texts that went are dropped; nothing is guessed for new ones.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from records.languages import LANGUAGES, SOURCE_LANGUAGE

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = "templates"
DESK_TEMPLATES = ("account", "allauth", "desk", "mfa", "admin")
KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2), "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "DateError": None, "LengthError": None,  # law/ knows no language: whoever shows its errors translates them
}  # fmt: skip
TRANSLATED = tuple(code for code in LANGUAGES if code != SOURCE_LANGUAGE)
"""The languages that have catalogues."""
Text = tuple[str | tuple[str, ...], str | None]


class Side(NamedTuple):
    """Whose texts, where they stand in code, and the folder of their catalogues."""

    name: str
    folder: str
    python: tuple[str, ...]


READERS = Side(
    "readers",
    "locale",
    (
        "archive",
        "inbox",
        "limits",
        "config/settings.py",
        "config/limits.py",
        "records/languages.py",
        "records/licences.py",
    ),
)
DESK = Side(
    "desk", "desk/locale",
    ("law/dates.py", "law/lengths.py", "records", "people", "cases", "restrictions", "editions", "desk"),
)  # fmt: skip
SIDES = (READERS, DESK)


def main() -> None:
    """Rewrites all catalogues and names what is not translated."""
    for side in SIDES:
        texts = messages(side)
        for language in TRANSLATED:
            catalogue = read(side, language)
            # Texts keep their translation, and nothing is guessed for new ones.
            catalogue.update(texts, no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False)
            with path(side, language).open("wb") as file:
                write_po(file, catalogue, no_location=True, omit_header=False, width=0, ignore_obsolete=True)
            for message in untranslated(catalogue):
                sys.stdout.write(f"{side.name}, {language}: {message}\n")


def path(side: Side, language: str) -> Path:
    return ROOT / side.folder / language / "LC_MESSAGES" / "django.po"


def read(side: Side, language: str) -> Catalog:
    with path(side, language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def messages(side: Side) -> Catalog:
    """All texts of one side that wait for a translation, in the order of their files.

    The desk's catalogue leaves out what the readers' has: Django looks into both.
    """
    readers = set() if side is READERS else set(_texts(READERS))
    catalogue = Catalog()
    for text in _texts(side):
        if text not in readers:
            catalogue.add(text[0], context=text[1])
    return catalogue


def untranslated(catalogue: Catalog) -> list[str]:
    missing = []
    for message in catalogue:
        forms = (message.string,) if isinstance(message.string, str | None) else message.string
        if message.id and (message.fuzzy or not all(forms)):
            missing.append(str(message.id))
    return missing


def _texts(side: Side) -> Iterator[Text]:
    places = [ROOT / name for name in side.python]
    for file in sorted(file for place in places for file in ([place] if place.suffix else place.rglob("*.py"))):
        yield from _extracted(file.read_bytes())
    for file in template_files(side):
        # templatize leaves calls of gettext among crossed-out text; on one line no indentation can disturb
        yield from _extracted(templatize(file.read_text("utf-8")).replace("\n", " ").encode())


def template_files(side: Side) -> list[Path]:
    folder = ROOT / TEMPLATES
    places = [place for place in folder.iterdir() if (place.name in DESK_TEMPLATES) == (side is DESK)]
    places += [ROOT / name / TEMPLATES for name in side.python]
    files = (file for place in places for file in ([place] if place.is_file() else place.rglob("*")))
    return sorted(file for file in files if file.is_file() and not file.name.startswith("."))


def _extracted(source: bytes) -> Iterator[Text]:
    for _line, id_, _comments, context in extract("python", BytesIO(source), KEYWORDS, options={"encoding": "utf-8"}):
        yield id_, context


if __name__ == "__main__":
    main()
