"""Every rule of the rule book has a table of cases, or a reason why it decides no date."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from law.dates import parse
from law.kazakhstan import KAZAKHSTAN
from tests.law.tables import after, force, main_penalties
from tests.law.tables.rows import INVENTED, Row, answered, steps

ROWS = (*force.ROWS, *main_penalties.ROWS, *after.ROWS)
DATED = [row for row in ROWS if row.answer and ("." not in row.ask or row.ask.endswith(".ends"))]
DECIDES_NO_DATE = {
    "extremist": "says whether a listing is expected: test_follows.py",
    "terrorist": "says whether a listing is expected: test_follows.py",
    "to-probation": "tells of practice; the 45 days are an assumption of restriction-start",
    "amnesty": "a court applies it person by person: an event, ended_by in test_follows.py",
    "credit-days": "counts the days that the credit rules use: test_custody.py",
    "list-effect": "tells what the list does, not until when",
}
FIXTURES = json.loads((Path(__file__).parents[2] / "fixtures" / "kazakhstan.json").read_text(encoding="utf-8"))


def _name(row: Row) -> str:
    return f"{row.rule}: {row.about} ({row.source})"


@pytest.mark.parametrize("row", ROWS, ids=_name)
def test_answer_by_the_rule(row: Row):
    assert answered(row) == row.answer


@pytest.mark.parametrize("row", ROWS, ids=_name)
def test_the_steps_name_the_rule(row: Row):
    assert row.rule in {step.rule for step in steps(row)}


@pytest.mark.parametrize("row", DATED, ids=_name)
def test_the_last_step_comes_to_the_answer(row: Row):
    """A reader who follows the steps arrives at the date."""
    assert steps(row)[-1].result == parse(row.answer)


def test_every_rule_has_a_table_or_a_reason():
    assert sorted({row.rule for row in ROWS} | set(DECIDES_NO_DATE)) == sorted(KAZAKHSTAN.rules)
    assert not {row.rule for row in ROWS} & set(DECIDES_NO_DATE)


def test_real_rows_name_a_case_of_the_fixtures():
    published = {case["id"] for case in FIXTURES["cases"]}

    assert {row.source for row in ROWS} - {INVENTED} - published == set()


def test_the_two_credits_of_one_family_never_stand_on_one_day():
    families: dict[str, list[str]] = {}
    for rule_id in KAZAKHSTAN.rules:
        families.setdefault(rule_id.split("-before-")[0], []).append(rule_id)

    assert {name: ids for name, ids in families.items() if len(ids) > 1} == {
        "credit-prison": ["credit-prison-before-2020", "credit-prison"]
    }
    for ids in families.values():
        found = sorted((KAZAKHSTAN.rules[id_] for id_ in ids), key=lambda rule: str(rule.valid_from or ""))
        for earlier, later in pairwise(found):
            assert earlier.valid_until is not None
            assert later.valid_from is not None
            assert (later.valid_from - earlier.valid_until).days == 1
