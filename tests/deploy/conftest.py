from collections.abc import Iterator

import pytest

from tests.deploy.machine import Machine, missing


@pytest.fixture(scope="session")
def machine() -> Iterator[Machine]:
    """One machine for all tests: setting it up takes a minute."""
    if lacking := missing():
        pytest.skip(lacking)
    machine = Machine()
    try:
        machine.set_up()
        yield machine
    finally:
        machine.stop()
