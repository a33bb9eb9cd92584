"""The last day as readers are told it, of all shipped cases: never more exact than what it rests on."""

from datetime import date

import pytest
from django.utils.translation import override

from archive.pages.case.page import CasePage, case_page
from archive.wording.dates import day
from archive.wording.last_days import last_day_words, working_last_day_words
from archive.wording.restrictions import RestrictionView
from tests.archive.published import shipped_documents

ON = date(2026, 11, 22)


def is_calculated_end_of_the_lowest_certainty(row: RestrictionView) -> bool:
    return row.outcome.certainty == "C" and row.outcome.end_basis == "computed" and row.outcome.last_day.is_exact


def told(page: CasePage, row: RestrictionView) -> list[str]:
    """Everywhere outside the unfolded row where words name its last day."""
    return [
        *(
            last_day_words(row.outcome),
            working_last_day_words(row.outcome),
            row.from_until,
            row.last_day,
            row.state_words,
        ),
        *(line.words for line in (*page.first.now, *page.first.until) if row.name.lower() in line.names.lower()),
    ]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_end_of_certainty_c_is_never_one_day_in_words(language: str) -> None:
    rows = 0
    with override(language):
        for document in shipped_documents():
            page = case_page(document, ON)
            for row in filter(is_calculated_end_of_the_lowest_certainty, page.rows):
                last_day = row.outcome.last_day.latest
                assert last_day is not None
                rows += 1
                assert [words for words in told(page, row) if day(last_day) in words] == [], (document.case.id, row.id)
                assert (
                    row.exact_last_day == day(last_day) or row.is_pretrial
                )  # the day itself stands in the unfolded row
    assert rows > 5
