"""By the edition of a day, and a rule book that only grows."""

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest

from law.dates import edtf, exact
from law.kazakhstan import KAZAKHSTAN
from law.reckon import reckon
from tests.law.building import ban, case, custody, freedom, outcome, prison, verdict

PRISON = case(verdict("2021-01-10", "2021-03-01"), custody("2020-12-01"), prison("P2Y"))
FREEDOM = case(
    verdict("2021-01-10", "2021-03-01"), custody("2020-12-01", "2021-01-10"), freedom("P2Y", registered="2021-03-10")
)
PUBLISHED = Path(__file__).with_name("published_rules.json")


@pytest.mark.parametrize(
    ("edition", "ends", "rule"),
    [
        (None, "2022-10-14", "credit-prison"),
        (date(2025, 1, 1), "2022-10-14", "credit-prison"),
        (date(2020, 1, 10), "2022-10-14", "credit-prison"),
        (date(2020, 1, 9), "2022-11-30", "credit-prison-before-2020"),
        (date(2018, 1, 1), "2022-11-30", "credit-prison-before-2020"),
    ],
)
def test_custody_counts_by_the_edition(edition: date | None, ends: str, rule: str):
    found = outcome(PRISON, "prison", edition=edition)

    assert edtf(found.ends) == ends
    assert [step.rule for step in found.steps if step.operation == "credit-custody"] == [rule]


@pytest.mark.parametrize(
    ("edition", "ends"),
    [(None, "2022-12-18"), (date(2025, 1, 1), "2022-12-18"), (date(2018, 1, 1), "[2022-12-18..2023-01-28]")],
)
def test_custody_before_restriction_of_freedom_counts_by_the_edition(edition: date | None, ends: str):
    assert edtf(outcome(FREEDOM, "freedom", edition=edition).ends) == ends


def test_an_unread_edition_is_an_assumption_and_counts_as_c():
    found = outcome(
        case(verdict("2026-01-10", "2026-03-01"), freedom("P2Y", registered="2026-03-10"), ban()),
        "ban",
        edition=date(2018, 1, 1),
    )

    assert found.certainty == "C"
    assert {(step.rule, step.edition, step.decided_on) for step in found.steps if step.rule.startswith("ban")} == {
        ("ban-start", "unread", exact(date(2018, 1, 1))),
        ("ban", "unread", exact(date(2018, 1, 1))),
    }


def test_the_edition_is_named_and_does_not_outlive_the_question():
    by_edition, plain = reckon(PRISON, edition=date(2018, 1, 1)), reckon(PRISON)

    assert (by_edition.edition, plain.edition) == (date(2018, 1, 1), None)
    assert by_edition != plain == reckon(PRISON)


def test_the_edition_holds_for_the_persons_other_cases_too():
    other = PRISON._replace(id="other")

    found = reckon(PRISON, [other], date(2018, 1, 1))

    assert edtf(found.outcome("prison").rule_end or found.outcome("prison").ends) == "2022-11-30"


def test_a_published_rule_is_never_edited_only_added_to():
    """An edition in the archive names its rule book: a rule that reads otherwise gets a new version.

    After an addition write the file anew: the digests of the rules that were there must stay.
    """
    rows = json.loads(KAZAKHSTAN.rules_file.read_text(encoding="utf-8"))["rules"]
    now = {f"{row['id']} {row['version']}": _digest(row) for row in rows}

    published = json.loads(PUBLISHED.read_text(encoding="utf-8"))

    assert {key: now.get(key) for key in published} == published


def _digest(row: dict) -> str:
    """Of what decides dates; the words may be corrected in any language."""
    decisive = {key: row[key] for key in ("law", "article", "valid_from", "valid_until", "certainty")}
    return hashlib.sha256(json.dumps(decisive, sort_keys=True).encode()).hexdigest()[:16]
