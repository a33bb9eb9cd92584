"""Every case that was derived by hand, as a file that a lawyer can read (``manage.py try_cases``)."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from editions.hand_derived import HandDerived, find, read_folder
from law.dates import parse
from law.kazakhstan import KAZAKHSTAN
from law.outcome import Step

FOLDER = Path(__file__).with_name("cases")
CASES = read_folder(FOLDER)
DECIDES_NO_DATE = {
    "extremist": "says whether a listing is expected: test_follows.py",
    "terrorist": "says whether a listing is expected: test_follows.py",
    "to-probation": "tells of practice; the 45 days are an assumption of restriction-start",
    "credit-days": "counts the days that the credit rules use: test_custody.py",
    "days-off": "says which days are off; the days themselves move by counting and release-day",
    "list-effect": "tells what the list does, not until when",
}
FIXTURES = json.loads((Path(__file__).parents[2] / "fixtures" / "kazakhstan.json").read_text(encoding="utf-8"))


def _name(case: HandDerived) -> str:
    return str(case.path.relative_to(FOLDER).with_suffix(""))


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_what_was_derived_by_hand_comes_out(case: HandDerived):
    assert [str(difference) for difference in case.differences()] == []


def _steps(case: HandDerived) -> list[Step]:
    """The steps of everything that the case asks about, and of what that waits for."""
    reckoning = case.reckoning()
    steps: list[Step] = []
    names = [about for about in case.expected if about != "contradictions"]
    for name in names:
        answer = find(reckoning, name)
        if answer is not None:
            steps += [*answer.steps, *(step for chance in getattr(answer, "early", ()) for step in chance.steps)]
            steps += getattr(answer.likely, "steps", ())
            names += [other for other in getattr(answer, "waits_for", ()) if other not in names]
    return steps


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_the_steps_name_the_rule(case: HandDerived):
    """The rule stands in the explanation, unless the case shows that it is not applied or only names a limit."""
    if set(case.expected) & {"contradictions", "probation-control"} and case.rule != "probation-control":
        return
    assert case.rule in {step.rule for step in _steps(case)}


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_the_last_step_comes_to_the_answer(case: HandDerived):
    """A reader who follows the steps arrives at the date."""
    reckoning = case.reckoning()
    for about, wanted in case.expected.items():
        if not isinstance(wanted, dict) or not wanted.get("ends"):
            continue
        assert find(reckoning, about).steps[-1].result == parse(wanted["ends"]), about


def test_every_rule_has_a_case_or_a_reason():
    named = {case.rule for case in CASES}

    assert sorted(named | set(DECIDES_NO_DATE)) == sorted(KAZAKHSTAN.rules)
    assert not named & set(DECIDES_NO_DATE)


def test_at_least_a_hundred_and_fifty_cases_are_derived_by_hand():
    assert len(CASES) >= 150
    assert {case.path for case in CASES if len(case.why) < 20} == set()


def test_real_cases_are_published_ones():
    published = {case["id"] for case in FIXTURES["cases"]}

    assert {case.real for case in CASES if case.real} - published == set()


def test_the_two_credits_of_one_family_never_stand_on_one_day():
    families: dict[str, list[str]] = {}
    for rule_id in KAZAKHSTAN.rules:
        families.setdefault(rule_id.split("-before-")[0], []).append(rule_id)

    assert {name: ids for name, ids in families.items() if len(ids) > 1} == {
        "credit-prison": ["credit-prison-before-2020", "credit-prison"]
    }
    for ids in families.values():
        in_time = sorted((KAZAKHSTAN.rules[id_] for id_ in ids), key=lambda rule: str(rule.valid_from or ""))
        for earlier, later in pairwise(in_time):
            assert earlier.valid_until is not None
            assert later.valid_from is not None
            assert (later.valid_from - earlier.valid_until).days == 1
