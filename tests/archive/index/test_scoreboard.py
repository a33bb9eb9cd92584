"""The scoreboard: what is scored, what is not, and that no number is shown too early."""

from datetime import date

import pytest

from archive.index.scoreboard import ENOUGH, Check, End, check, gap, score
from archive.wording.scoreboard import difference, sentence
from law.dates import UNKNOWN, exact, parse
from tests.archive.published import document, real_documents
from tests.invented import records as invented

DAY = date(2021, 2, 3)


def with_prison(**values):
    """The invented case, held from a reported day, whose prison term has these values."""
    case = invented.case()
    case["custody"] = [{"id": "c1", "kind": "custody", "from": "2016-06-01"}]
    case["verdicts"][0]["in_force"] = None
    case["verdicts"][1]["in_force"] = "2017-01-20"
    for row in case["restrictions"]:
        if row["id"] == "prison":
            row.update(values)
            row["sources"] = []
    return invented.case(**case)


def prison(**values) -> End:
    found = check([document(with_prison(**values))])
    return next(end for end in found.ends if end.restriction == "prison")


@pytest.mark.parametrize(
    ("ends", "group", "days"),
    [
        ("2021-02-03", "scored", 0),
        ("2021-02-06", "scored", 3),
        ("2021-01-30", "scored", -4),
        ("2021-02", "scored", 0),
        ("2021-03", "scored", 26),
    ],
)
def test_check_when_a_term_was_served(ends: str, group: str, days: int) -> None:
    found = prison(ends=ends, ended_by="served")
    assert (found.group, found.days, found.computed) == (group, days, exact(DAY))


@pytest.mark.parametrize(
    ("ended_by", "group"),
    [("lifted", "scored"), ("parole", "otherwise"), ("pardon", "otherwise"), (None, "otherwise")],
)
def test_check_when_it_ended_in_another_way(ended_by: str | None, group: str) -> None:
    found = prison(ends="2020-05-05", ended_by=ended_by)
    assert (found.group, found.days is None) == (group, group == "otherwise")


def test_check_when_an_input_was_fitted() -> None:
    case = with_prison(ends="2021-02-04", ended_by="served")
    basis = {"field": "from", "how": "inferred", "fitted": True, "text": {"en": "Because of the end"}}
    case["custody"][0]["basis"] = [basis]
    found = check([document(invented.case(**case))])
    assert (found.score.scored, found.score.fitted) == (0, 1)
    end = found.ends[0]
    assert sentence(end) == "Not scored: an input was found with knowledge of this end. Because of the end"


def test_check_when_the_rule_gives_no_day() -> None:
    found = prison(ends="2021-02-04", ended_by="served", length=None)
    assert (found.group, found.days, found.computed) == ("not-computable", None, UNKNOWN)


def test_check_when_the_verdict_fell() -> None:
    case = with_prison(ends="2021-02-04", ended_by="served")
    case["verdicts"][1]["result"] = "cancelled"
    assert check([document(invented.case(**case))]).ends == ()


def test_sentence_when_the_facts_say_why() -> None:
    found = prison(ends="2021-02-07", ended_by="served", reported_as={"en": "Counted from 3 June."})
    assert sentence(found) == "Counted from 3 June."


def test_sentence_when_nobody_says_why() -> None:
    assert sentence(prison(ends="2021-02-07", ended_by="served")) == "No reason found yet."
    assert sentence(prison(ends="2021-02-03", ended_by="served")) == "Nothing to explain."


@pytest.mark.parametrize(
    ("ends", "days", "said"),
    [("2022-02-24", -4, "The first day, the length and the end do not fit"), ("2022-02-28", 0, "Nothing to explain.")],
)
def test_sentence_when_first_day_length_and_end_were_reported(ends: str, days: int, said: str) -> None:
    """Five years from 1 March 2017, no custody before: the reports agree with each other or they do not."""
    case = with_prison(starts="2017-03-01", ends=ends, ended_by="served") | {"custody": []}
    found = next(end for end in check([document(case)]).ends if end.restriction == "prison")
    assert (found.days, sentence(found)[: len(said)]) == (days, said)


def test_sentence_when_it_ended_in_another_way() -> None:
    pardoned = prison(ends="2020-05-05", ended_by="pardon")
    assert sentence(pardoned) == "Not served to the end: pardon. It says nothing about the rule."
    unknown = prison(ends="2020-05-05", ended_by=None)
    assert sentence(unknown).startswith("No source says that it was served to the end")


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ((), "The rule cannot be computed from what is known."),
        (("charges",), "The rule cannot be computed from what is known. Missing: the articles of the conviction."),
    ],
)
def test_sentence_when_the_rule_gives_no_day(missing: tuple[str, ...], words: str) -> None:
    found = prison(ends="2021-02-04", ended_by="served", length=None)
    assert sentence(found._replace(missing=missing)) == words


@pytest.mark.parametrize(
    ("reported", "computed", "days"),
    [
        ("2021-02-04", "2021-02-04", 0),
        ("2021-02-04", "[2021-01-01..2021-03-01]", 0),
        ("2021-03-04", "[2021-01-01..2021-03-01]", 3),
        ("2020-12-31", "[2021-01-01..2021-03-01]", -1),
        ("2020-12-31", "[2021-01-01..]", -1),
        ("2021-12-31", "[2021-01-01..]", None),
        ("2021-12-31", "[..2021-12-30]", 1),
    ],
)
def test_gap_when_ranges_meet_or_miss(reported: str, computed: str, days: int | None) -> None:
    assert gap(parse(reported), parse(computed)) == days


def ends(number: int, agreeing: int) -> list[End]:
    one = prison(ends="2021-02-04", ended_by="served")
    return [one._replace(days=0 if place < agreeing else 5) for place in range(number)]


@pytest.mark.parametrize(
    ("number", "agreeing", "percentage"), [(0, 0, None), (ENOUGH - 1, 19, None), (ENOUGH, 19, 95), (40, 0, 0)]
)
def test_score_when_few_or_many_are_scored(number: int, agreeing: int, percentage: int | None) -> None:
    found = score(ends(number, agreeing))
    assert (found.scored, found.agreeing, found.percentage) == (number, agreeing, percentage)


@pytest.mark.parametrize(
    ("days", "exact_", "words"),
    [
        (None, True, "–"),
        (0, True, "the same day"),
        (0, False, "within our days"),
        (1, True, "1 day later than ours"),
        (-4, True, "4 days earlier than ours"),
    ],
)
def test_difference_when_written(days: int | None, exact_: bool, words: str) -> None:
    assert difference(days, exact_) == words


def test_claims_when_compared() -> None:
    published = document(with_prison())
    found = check([published]).claims
    assert [(one.claim.id, one.kind, one.found.result) for one in found] == [("k1", "criminal-record", "agrees")]
    record = next(one for one in published.reckoning.restrictions if one.kind == "criminal-record")
    assert found[0].ours == record.ends


@pytest.fixture(scope="module")
def real() -> Check:
    return check(real_documents())


def test_check_when_asked_of_the_shipped_cases(real: Check) -> None:
    """Every end that the facts report, none left out; those of Bokai and Baltabay lie within the days of the rule."""
    reported = {
        (document_.case.id, row.id)
        for document_ in real_documents()
        for row in document_.case.restrictions
        if isinstance(row.ends, str)
    }
    assert {(end.case, end.restriction) for end in real.ends} == reported
    bokai = next(end for end in real.ends if (end.case, end.restriction) == ("bokai-2016", "prison"))
    assert (bokai.group, bokai.days, bokai.otherwise) == ("scored", 0, None)
    baltabay = next(end for end in real.ends if (end.case, end.restriction) == ("baltabay-2019", "prison-again"))
    assert (baltabay.group, baltabay.days, baltabay.computed) == ("scored", 0, exact(date(2020, 3, 20)))
    assert all(sentence(end) for end in real.ends)
    assert real.score.percentage is None


def test_claims_when_asked_of_the_shipped_cases(real: Check) -> None:
    results = {(one.case, one.claim.id): one.found.result for one in real.claims}
    assert results[("bokai-2016", "k1")] == "agrees"
    assert results[("yensebek-2025", "k1")] == "cannot-be-compared"
    assert {one.found.certainty for one in real.claims} <= {"A", "B", "C"}
