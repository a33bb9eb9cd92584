import importlib
import os
import sys

import pytest


def test_site_limits_statements_before_it_reads_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATEMENT_SECONDS", "")
    monkeypatch.delenv("STATEMENT_SECONDS")
    import config.wsgi

    importlib.reload(config.wsgi)
    assert os.environ["STATEMENT_SECONDS"] == "20"


def test_threads_of_the_site_take_short_turns() -> None:
    """A kept page waits some ten turns of who computes in the same worker."""
    sys.setswitchinterval(0.005)
    import config.wsgi

    importlib.reload(config.wsgi)
    assert sys.getswitchinterval() == pytest.approx(config.wsgi.A_TURN)
