"""A reckoning as plain data."""

import json
from datetime import date

import pytest

from editions.codec import from_plain, to_plain
from law.dates import parse
from law.lengths import Days, Length
from law.outcome import Input, Value
from law.reckon import reckon
from tests.law.building import ban, case, change, charge, claim, custody, prison, suspended, verdict

HEARD = verdict("2021-01-10", "2021-03-01")


def test_reckoning_is_json_and_keeps_its_keys():
    found = to_plain(
        reckon(
            case(
                HEARD,
                charge("174"),
                custody("2020-12-01"),
                prison("P2Y", ends="2022-10-16"),
                ban(),
                claim("prison", "ends", parse("2022")),
            ),
            edition=date(2025, 1, 1),
        )
    )

    assert json.loads(json.dumps(found)) == found
    assert list(found) == [
        "rule_book",
        "edition",
        "burden",
        "verdicts",
        "custody",
        "restrictions",
        "claims",
        "contradictions",
        "used",
    ]
    assert found["edition"] == "2025-01-01"
    assert found["custody"] == [
        {
            "id": "c1",
            "kind": "custody",
            "binds_from": {"earliest": "2020-12-01", "latest": "2020-12-01"},
            "ends": {"earliest": "2021-03-01", "latest": "2021-03-01"},
            "fitted": False,
            "end_basis": "reported",
            "likely": {
                "binds_from": {"earliest": "2020-12-01", "latest": "2020-12-01"},
                "counts_from": {"earliest": "2020-12-01", "latest": "2020-12-01"},
                "ends": {"earliest": "2021-03-01", "latest": "2021-03-01"},
                "last_day": {"earliest": "2021-02-28", "latest": "2021-02-28"},
                "presumptions": [],
                "steps": [],
            },
        }
    ]
    assert found["claims"] == [{"id": "k1", "result": "agrees", "days": 0, "certainty": "A", "about": "prison"}]


def test_early_days_and_contradictions_are_plain_too():
    found = to_plain(reckon(case(HEARD, suspended("P2Y"), ban("P11Y"), charge("380"))))

    assert found["contradictions"] == [{"code": "longer-than-the-code-allows", "about": ["ban"], "rule": "ban"}]
    assert [early["rule"] for early in found["restrictions"][0]["early"]] == ["suspended-early"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (parse("2020"), {"earliest": "2020-01-01", "latest": "2020-12-31"}),
        (Length(1, 6), "P1Y6M"),
        (Days(3, None), {"least": 3, "most": None}),
        (15, 15),
        ("medium", "medium"),
        (None, None),
    ],
)
def test_value_of_a_step(value: Value, expected: object):
    entry = Input("days", value)
    assert to_plain(entry) == {"name": "days", "value": expected, "ref": None}
    assert from_plain(Input, to_plain(entry)) == entry


def test_outcome_when_unknown_names_it():
    with pytest.raises(KeyError, match="nothing"):
        reckon(case(HEARD)).outcome("nothing")


def test_every_step_is_written_with_its_inputs():
    row = prison("P2Y", changes=(change("extended", "2022-01-01", "P1M"),))
    found = to_plain(reckon(case(HEARD, custody("2020-12-01"), row)))

    last = found["restrictions"][0]["steps"][-2]
    assert last["operation"] == "extended-by"
    assert last["inputs"] == [
        {"name": "changed-on", "value": {"earliest": "2022-01-01", "latest": "2022-01-01"}, "ref": None},
        {"name": "by", "value": "P1M", "ref": "prison"},
    ]
