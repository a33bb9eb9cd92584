"""What a long command says of itself."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management.base import OutputWrapper

from records import progress
from records.progress import bar, show_progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Five seconds go by between two looks at it."""
    seconds = iter(range(0, 1000, 5))
    monkeypatch.setattr(progress, "monotonic", lambda: next(seconds))
    yield


def test_line_every_ten_seconds_where_nobody_watches(clock: None) -> None:
    out = StringIO()
    assert show_progress(range(100, 700, 100), 600, "editions", OutputWrapper(out)) == 600
    first, *_more, last = out.getvalue().splitlines()
    assert first == "200 of 600 editions, 13 a second"
    assert last.startswith("600 editions in ")
    assert "\r" not in out.getvalue()


def test_bar_on_a_terminal(clock: None) -> None:
    out = Terminal()
    show_progress([300, 600], 600, "editions", OutputWrapper(out))
    assert "\r[###############...............] 300 of 600 editions" in out.getvalue()
    assert out.getvalue().splitlines()[-1].endswith("a second.")


def test_nothing_to_do() -> None:
    out = StringIO()
    assert show_progress([], 0, "editions", OutputWrapper(out)) == 0
    assert out.getvalue().startswith("0 editions in 0 s")
    assert bar(0, 0) == f"[{'.' * 30}]"
