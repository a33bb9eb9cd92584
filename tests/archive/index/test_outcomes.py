"""What a period holds of an outcome, it tells again; all else stands in the document alone."""

from archive.index.outcomes import columns_of, outcome_of
from law.outcome import Outcome
from tests.archive.published import real_documents

ONLY_IN_THE_DOCUMENT = ("verdict", "fitted", "rule_end", "otherwise", "waits_for", "early", "steps")


def test_outcome_of_a_period_is_that_of_the_document() -> None:
    nothing = Outcome("", "", "ordered", False, None)._asdict()
    outcomes = [outcome for document in real_documents() for outcome in document.reckoning.restrictions]
    outcomes += [period.as_restriction() for document in real_documents() for period in document.reckoning.custody]
    assert len(outcomes) > 100
    for outcome in outcomes:
        indexed = outcome._replace(**{field: nothing[field] for field in ONLY_IN_THE_DOCUMENT})
        assert outcome_of(columns_of(outcome)) == indexed
