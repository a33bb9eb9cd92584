"""The data dictionary says what a state means of a list of a state body."""

import pytest

from archive.exports.columns import Table
from archive.exports.definitions import CASES, RESTRICTIONS


@pytest.mark.parametrize(("table", "name"), [(CASES, "in_force"), (RESTRICTIONS, "state")])
def test_state_of_a_listing_is_described_as_reported_alone(table: Table, name: str) -> None:
    (description,) = [column.description for column in table.columns if column.name == name]
    assert "reported on it, and nothing later is known" in description
