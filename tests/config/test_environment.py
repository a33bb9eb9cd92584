"""What the environment says, read by small helpers."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.environment import networks, number


@pytest.mark.parametrize(("word", "value"), [(None, 0), ("24", 24)])
def test_number_of_hours(word: str | None, value: int) -> None:
    assert number("PRESS_HOURS", 0, {} if word is None else {"PRESS_HOURS": word}) == value


@pytest.mark.parametrize("word", ["soon", "-1", "1.5"])
def test_number_when_it_is_none(word: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="write a whole number"):
        number("PRESS_HOURS", 0, {"PRESS_HOURS": word})


def test_networks_of_our_proxies() -> None:
    assert networks("X", {"X": "10.1.2.3/8, ::1"}) == ["10.0.0.0/8", "::1/128"]
    with pytest.raises(ImproperlyConfigured, match=r"X: 'nowhere' does not appear to be .*; write networks such as"):
        networks("X", {"X": "nowhere"})
