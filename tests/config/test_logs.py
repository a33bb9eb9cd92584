"""Strangers fill no log."""

import logging
import sys

import pytest
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db import OperationalError
from django.test import Client

from config.logs import ShortWhileAway


def enabled(name: str, level: int) -> bool:
    return logging.getLogger(name).isEnabledFor(level)


def test_what_is_not_there_is_not_logged() -> None:
    """Nor a wrong host or a form without its token; what breaks on our side is."""
    assert (enabled("django.request", logging.WARNING), enabled("django.request", logging.ERROR)) == (False, True)
    for name in ("django.security.csrf", "django.security.DisallowedHost", "django.security.SuspiciousOperation"):
        assert not enabled(name, logging.ERROR)


@pytest.mark.django_db
def test_stranger_s_404_leaves_no_line(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("django.request").addHandler(caplog.handler)
    assert client.get("/en/nowhere/").status_code == 404
    logging.getLogger("django.request").removeHandler(caplog.handler)
    assert [record.getMessage() for record in caplog.records if "nowhere" in record.getMessage()] == []


def test_outage_is_one_line_a_request() -> None:
    lengths = []
    for error in (OperationalError("away"), SuspiciousOperation("else")):
        try:
            raise error
        except Exception:
            record = logging.LogRecord("django.request", logging.ERROR, "", 0, "Server error: /en/", (), sys.exc_info())
        assert ShortWhileAway().filter(record) is True
        lengths.append(bool(record.exc_info))
    assert lengths == [False, True]
    assert settings.LOGGING["handlers"]["console"]["filters"] == ["short"]
