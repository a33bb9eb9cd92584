"""One order in which a text is looked for, and the months as Babel has them."""

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
