"""The tests' tree is that of the rooms."""

from tests.mirror import share, without_module

ACROSS = ("tests/benchmarks/", "tests/browser/", "tests/deploy/", "tests/fixtures/", "tests/test_")
"""Where tests are about measuring, the whole site, the shipped cases, or the code itself."""
SEVERAL_MODULES = {
    "tests/archive/api/test_client.py",
    "tests/archive/pages/about/test_glossary.py",
    "tests/archive/pages/case/test_never_in_force.py",
    "tests/archive/pages/test_html.py",
    "tests/archive/test_allowed_tables.py",
    "tests/archive/test_canaries.py",
    "tests/archive/test_changed_law.py",
    "tests/archive/test_forgetting.py",
    "tests/archive/test_fuzz.py",
    "tests/archive/test_open_files.py",
    "tests/archive/test_withholding.py",
    "tests/cases/test_constraints.py",
    "tests/desk/forms/test_entering.py",
    "tests/desk/test_database_role.py",
    "tests/desk/test_dead_ends.py",
    "tests/desk/test_hostile.py",
    "tests/config/test_words.py",
    "tests/desk/test_killed.py",
    "tests/desk/test_killed_anywhere.py",
    "tests/desk/test_languages.py",
    "tests/desk/test_permissions.py",
    "tests/desk/test_whose_row.py",
    "tests/editions/schema/test_words.py",
    "tests/editions/test_database_role.py",
    "tests/editions/test_guards.py",
    "tests/editions/test_several_cases.py",
    "tests/law/kazakhstan/test_second_reading.py",
    "tests/law/test_cases.py",
    "tests/law/test_editions.py",
    "tests/law/test_import.py",
    "tests/law/test_properties.py",
    "tests/law/test_real_cases.py",
    "tests/law/test_synthetic.py",
    "tests/records/test_vocabularies.py",
    "tests/restrictions/test_fixture.py",
    "tests/restrictions/test_round_trip.py",
}
"""Tests of what several modules of a room do together."""


def test_test_modules_stand_beside_what_they_test() -> None:
    assert {name for name in without_module() if not name.startswith(ACROSS)} == SEVERAL_MODULES


def test_share_of_modules_with_a_test_beside_them() -> None:
    assert share() >= 0.3
