"""What has to be equal on all machines is equal, and what differs is seen; no secret is printed."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db
SECRET = "invented, and as long as a secret of production has to be: 0123456789"


def printed() -> list[str]:
    out = StringIO()
    call_command("same", stdout=out)
    return out.getvalue().splitlines()


def test_equal_machines_print_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", SECRET)
    assert printed() == printed()
    assert "clock as the database's" in printed()
    assert SECRET not in "".join(printed())


def test_another_secret_is_seen_in_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", SECRET)
    before = printed()
    monkeypatch.setenv("SECRET_KEY", SECRET.upper())
    different = [line for line, earlier in zip(printed(), before, strict=True) if line != earlier]
    assert [line.partition("=")[0] for line in different] == ["SECRET_KEY"]


def test_another_file_of_the_release_is_seen(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Any) -> None:
    """A template that somebody changed on one machine alone."""
    before = printed()
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "invented.html").write_text("changed by hand")
    settings.BASE_DIR = tmp_path
    different = [line for line, earlier in zip(printed(), before, strict=True) if line != earlier]
    assert [line.split()[0] for line in different] == ["code"]
