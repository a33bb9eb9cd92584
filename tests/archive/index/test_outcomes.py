"""What a period holds of an outcome, it tells again; all else stands in the document alone."""

import pytest

from archive.index.indexing.rows import rows_of
from archive.index.outcomes import NOT_GIVEN, columns_of, outcome_of
from editions.codec import to_plain
from editions.load import load, plain_of
from law.outcome import Likely, Outcome
from tests.archive.published import real_documents
from tests.editions.test_load import FROZEN

ONLY_IN_THE_DOCUMENT = ("verdict", "fitted", "rule_end", "otherwise", "waits_for", "early", "steps")


@pytest.mark.parametrize("number", [1, 2])
def test_rows_of_a_stored_text_are_those_of_its_document(number: int) -> None:
    content, format = (FROZEN / f"document-{number}.json").read_text(), f"shekteu-document/{number}"
    of_document = rows_of(load(content.encode(), format).to_dict())
    assert rows_of(plain_of(content, format)) == of_document


def test_outcome_of_a_period_is_that_of_the_document() -> None:
    nothing = Outcome("", "", "ordered", False, None)._asdict()
    outcomes = [outcome for document in real_documents() for outcome in document.reckoning.restrictions]
    outcomes += [period.as_restriction() for document in real_documents() for period in document.reckoning.custody]
    assert len(outcomes) > 100
    for outcome in outcomes:
        indexed = outcome._replace(**{field: nothing[field] for field in ONLY_IN_THE_DOCUMENT})
        assert outcome_of(columns_of(to_plain(outcome))) == indexed._replace(likely=likely_of(outcome))


def likely_of(outcome: Outcome) -> Likely | None:
    """Without its steps; a reading that gives no day at all is none."""
    likely = outcome.likely and outcome.likely._replace(steps=())
    return None if likely == NOT_GIVEN else likely
