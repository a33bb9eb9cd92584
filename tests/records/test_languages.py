"""One order in which a text is looked for, and the months as Babel has them."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.utils.translation import override

from records.languages import (
    FALLBACKS,
    LANGUAGES,
    MONTHS_FROM,
    MONTHS_TO,
    active_language,
    english_name,
    localized_str,
    months_alone,
    months_in_dates,
)

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_fallbacks_when_a_language_has_its_own_text_begin_with_it(language: str) -> None:
    assert FALLBACKS[language][0] == language
    assert sorted(FALLBACKS[language]) == sorted(LANGUAGES)


@pytest.mark.parametrize(
    ("language", "texts", "expected"),
    [
        ("ru", {"en": "Name", "kk": "Есім"}, "Name"),
        ("kk", {"en": "Name", "ru": "Имя"}, "Имя"),
        ("en", {"ru": "Имя", "kk": "Есім"}, "Имя"),
        ("ru", {"ru": "", "kk": "Есім"}, "Есім"),
        ("ru", {}, ""),
    ],
)
def test_localized_str_when_the_language_is_missing(language: str, texts: dict[str, str], expected: str) -> None:
    with override(language):
        assert localized_str(texts) == expected


@pytest.mark.parametrize(("code", "expected"), [("kk", "kk"), ("de", "en"), (None, "en")])
def test_active_language_when_pages_are_not_written_in_it(code: str | None, expected: str) -> None:
    with override(code):
        assert active_language() == expected


def test_months_as_dates_have_them_and_alone() -> None:
    assert [months_in_dates(language)[1] for language in LANGUAGES] == ["February", "февраля", "ақпан"]
    assert [months_alone(language)[1] for language in LANGUAGES] == ["February", "февраль", "ақпан"]


def test_kazakh_cases_begin_with_the_month() -> None:
    for names in (MONTHS_TO["kk"], MONTHS_FROM["kk"]):
        assert all(case.startswith(name) for case, name in zip(names, months_in_dates("kk"), strict=True))


def test_english_name() -> None:
    assert [english_name(language) for language in LANGUAGES] == ["English", "Russian", "Kazakh"]


ANOTHER = """
import os
from records import languages

languages.LANGUAGES["de"] = "Deutsch"
languages.FALLBACKS["de"] = ("de", "en", "ru", "kk")
languages.IN_LANGUAGE["de"] = "auf Deutsch"
for order in ("en", "ru", "kk"):
    languages.FALLBACKS[order] += ("de",)
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import django
django.setup()
from datetime import date
from django.apps import apps
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.core.management.commands.makemigrations import Command
from archive.exports.columns import NAMES
from archive.wording.dates import day
from desk.intake.importing.csv_file import COLUMNS
from editions.schema import Person
from records.fields import TranslatedField
from django.conf import settings

loader = MigrationLoader(None)
detector = Command.autodetector(loader.project_state(), ProjectState.from_apps(apps))
print("new columns:", detector.changes(graph=loader.graph))
print("pages:", [code for code, _ in settings.LANGUAGES])
print("table:", [column.name for column in NAMES][-1], "import:", "title_de" in COLUMNS)
print("boxes:", len(TranslatedField().formfield().fields))
print("file:", Person.model_validate({"id": "a-b", "names": {"de": "Name"}}).to_dict()["names"])
print("shown:", languages.localized_str({"de": "Name"}, "kk"), "|", day(date(2030, 2, 4), "de"))
"""


def test_language_when_added_to_the_module_is_offered_everywhere() -> None:
    """In a process of its own: no column, no list of codes elsewhere. Without a catalogue it speaks English."""
    added = subprocess.run([sys.executable, "-c", ANOTHER], cwd=ROOT, capture_output=True, text=True)
    assert added.stdout.splitlines() == [
        "new columns: {}",
        "pages: ['de', 'kk', 'ru', 'en']",
        "table: name_de import: True",
        "boxes: 4",
        "file: {'de': 'Name'}",
        "shown: Name | 4 Februar 2030",
    ], added.stderr
