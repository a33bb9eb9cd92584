"""The invented cases of the benchmark."""

from benchmarks._cases import cases
from law.reckon import reckon


def test_the_same_seed_gives_the_same_cases():
    assert list(cases(50, seed=7)) == list(cases(50, seed=7))
    assert list(cases(50, seed=7)) != list(cases(50, seed=8))


def test_a_case_has_about_five_restrictions_of_every_kind():
    outcomes = [outcome for case in cases(400) for outcome in reckon(case).restrictions]

    assert 4 <= len(outcomes) / 400 <= 5
    assert {outcome.kind for outcome in outcomes} >= {
        "imprisonment",
        "restriction-of-freedom",
        "suspended-sentence",
        "public-activity-ban",
        "administrative-supervision",
        "financial-monitoring-list",
        "criminal-record",
        "probation",
        "forced-labour",
        "fine",
    }
