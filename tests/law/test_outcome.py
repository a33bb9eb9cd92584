"""An outcome is found by its id, and a custody period can stand in the shape of a restriction."""

from datetime import date

import pytest

from law.dates import UNKNOWN, DateRange, exact
from law.facts import Case, Fact, Restriction, Verdict
from law.outcome import CustodyOutcome, Likely, Outcome
from law.reckon import reckon


def test_custody_in_the_shape_of_a_restriction() -> None:
    period = CustodyOutcome(
        "c1", "custody", DateRange(date(2021, 1, 1), date(2021, 1, 1)), DateRange(date(2021, 3, 1), date(2021, 3, 1))
    )
    outcome = period.as_restriction()
    assert (outcome.id, outcome.kind, outcome.standing, outcome.derived) == ("c1", "custody", "ordered", False)
    assert (outcome.binds_from, outcome.counts_from, outcome.ends) == (
        period.binds_from,
        period.binds_from,
        period.ends,
    )
    assert (outcome.start_basis, outcome.end_basis) == ("reported", "reported")


def test_outcome_that_is_not_there() -> None:
    with pytest.raises(KeyError, match="prison"):
        reckon(Case("nothing")).outcome("prison")


def test_outcome_by_its_id() -> None:
    prison = Restriction("prison", "imprisonment", "v1")
    case = Case("one", restrictions=(prison,), verdicts=(Verdict("v1", "first", "convicted", Fact()),))
    assert reckon(case).outcome("prison").kind == "imprisonment"


@pytest.mark.parametrize(
    ("likely", "expected"),
    [(None, exact(date(2024, 1, 1))), (UNKNOWN, exact(date(2024, 1, 1))), (exact(date(2023, 5, 1)),) * 2],
)
def test_working_last_day_is_the_likely_one_where_it_is_known(likely: DateRange | None, expected: DateRange):
    reading = None if likely is None else Likely(UNKNOWN, UNKNOWN, UNKNOWN, likely)
    found = Outcome(
        "ban", "public-activity-ban", "ordered", False, "v1", last_day=exact(date(2024, 1, 1)), likely=reading
    )

    assert found.working_last_day == expected
