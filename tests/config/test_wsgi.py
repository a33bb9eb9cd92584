import importlib
import os

import pytest


def test_site_limits_statements_before_it_reads_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATEMENT_SECONDS", "")
    monkeypatch.delenv("STATEMENT_SECONDS")
    import config.wsgi

    importlib.reload(config.wsgi)
    assert os.environ["STATEMENT_SECONDS"] == "20"
