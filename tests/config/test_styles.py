"""What collectstatic brings while a worker runs is served by it; nothing outside the folder is."""

from pathlib import Path
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from config.styles import StaticFiles

pytestmark = pytest.mark.django_db  # an answer that is closed looks after its process's connections


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    settings.DEBUG, settings.STATIC_ROOT = False, tmp_path / "static"
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = False
    (tmp_path / "secret.css").write_text("secret")
    (tmp_path / "static" / "css").mkdir(parents=True)
    return tmp_path / "static"


def nothing(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=404)


def test_style_of_a_newer_release_is_served(folder: Path, rf: RequestFactory) -> None:
    worker = StaticFiles(nothing)
    assert worker(rf.get("/static/css/case.0123.css")).status_code == 404

    (folder / "css" / "case.0123.css").write_text("main {}")
    (folder / "css" / "case.0123.css.gz").write_bytes(b"packed")

    answers = [worker(rf.get("/static/css/case.0123.css", headers={"Accept-Encoding": ways})) for ways in ("", "gzip")]
    assert [b"".join(answer) for answer in answers] == [b"main {}", b"packed"]  # type: ignore[arg-type]  # streams
    for answer in answers:
        answer.close()


@pytest.mark.parametrize("name", ["../secret.css", "css/../../secret.css", "/etc/hostname", "css", "", "a\x00b", "."])
def test_nothing_else_is_served(folder: Path, rf: RequestFactory, name: str) -> None:
    request = rf.get("/static/x")
    request.path_info = f"/static/{name}"
    assert StaticFiles(nothing)(request).status_code == 404
