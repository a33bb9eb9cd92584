"""Of the shipped cases: a listing is never said to be in force nor likely, an end of prison never likely."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.utils.translation import override

from archive.pages.case.page import case_page
from archive.wording.last_days import last_day_words, working_last_day_words
from archive.wording.localize import restriction_kind
from archive.wording.restrictions import RestrictionView
from archive.wording.statements import statement
from tests.archive.published import shipped_documents

DAYS = (date(2017, 6, 1), date(2021, 12, 1), date(2024, 8, 27), date(2026, 11, 26), date(2036, 1, 1))
OF_FORCE = (
    "in force",
    "likely",
    "should be over",
    "действует",
    "вероятно",
    "должно было",
    "күшінде",
    "ықтимал",
    "тиіс еді",
)


RELEASE = {"en": "release by", "ru": "освобождение, самое позднее", "kk": "босатылуы, ең кеші"}


def rows(language: str) -> Iterator[RestrictionView]:
    with override(language):
        for document in shipped_documents():
            for on in DAYS:
                yield from case_page(document, on).rows


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_list_is_never_in_force_nor_likely_nor_off(language: str) -> None:
    lists = [row for row in rows(language) if restriction_kind(row.kind).listed and row.state != "upcoming"]
    with override(language):
        texts = [f"{row.state_words} {statement(row.outcome, row.on)}" for row in lists]
        assert [text for text in texts if any(word in text for word in OF_FORCE)] == []
    assert {row.outcome.standing for row in lists} >= {"expected", "reported", "told"}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_calculated_end_of_prison_is_never_likely(language: str) -> None:
    prisons = [row for row in rows(language) if restriction_kind(row.kind).is_prison and not row.outcome.void]
    prisons = [row for row in prisons if row.outcome.end_basis == "computed" and row.outcome.last_day.latest]
    assert len({row.outcome for row in prisons}) > 3
    with override(language):
        for row in prisons:
            words = f"{last_day_words(row.outcome)} {working_last_day_words(row.outcome)}"
            assert (
                words.count(
                    {"en": "release by", "ru": "освобождение, самое позднее", "kk": "босатылуы, ең кеші"}[language]
                )
                == 2
            )
            assert not any(likely in words for likely in ("likely", "вероятно", "ықтимал"))
