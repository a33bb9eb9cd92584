import os
import subprocess
import sys

import pytest

from config.embedded import ROOT
from config.production import check

SOUND = {
    "SECRET_KEY": "kq3X-77bWmRz2vLpT9cYd5NfHs8Jg4UeAo6Bi1QxMtKwZrVyDlEhCnSu",
    "ALLOWED_HOSTS": "archive.example, www.archive.example",
    "DATABASE_URL": "postgresql://user@host/name",
    "CONTENT_LICENCE": "CC-BY-4.0",
}


def test_check_when_everything_is_set() -> None:
    assert check(SOUND) == []


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("SECRET_KEY", "", "SECRET_KEY is missing"),
        ("SECRET_KEY", "short-but-Various-12345", "SECRET_KEY is weak"),
        ("SECRET_KEY", "ab" * 40, "SECRET_KEY is weak"),
        ("SECRET_KEY", "django-insecure-" + SOUND["SECRET_KEY"], "SECRET_KEY is an example's"),
        ("ALLOWED_HOSTS", " , ", "ALLOWED_HOSTS must name"),
        ("ALLOWED_HOSTS", "archive.example,*", "ALLOWED_HOSTS must name"),
        ("DATABASE_URL", " ", "DATABASE_URL is missing"),
        ("CONTENT_LICENCE", "", "CONTENT_LICENCE is missing"),
    ],
)
def test_check_when_a_value_is_missing_or_weak(name: str, value: str, reason: str) -> None:
    problems = check(SOUND | {name: value})
    assert [problem.startswith(reason) for problem in problems] == [True]


def test_check_when_nothing_is_set() -> None:
    names = [problem.split()[0] for problem in check({})]
    assert names == ["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "CONTENT_LICENCE"]


def start(**environ: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in (*SOUND, "DEBUG")}
    lines = "from django.conf import settings as s; print(s.SESSION_COOKIE_SECURE, s.SECURE_HSTS_SECONDS, s.DEBUG)"
    return subprocess.run(
        [sys.executable, "-c", lines],
        cwd=ROOT, env=clean | {"DJANGO_SETTINGS_MODULE": "config.settings"} | environ, capture_output=True, text=True,
    )  # fmt: skip


def test_settings_when_production_lacks_something() -> None:
    result = start(DEBUG="0", **(SOUND | {"CONTENT_LICENCE": ""}))
    assert result.returncode == 1
    assert "The site does not start in production:\nCONTENT_LICENCE is missing" in result.stderr


def test_settings_when_production_is_sound() -> None:
    assert start(DEBUG="0", **SOUND).stdout == "True 31536000 False\n"


def test_settings_when_on_a_laptop() -> None:
    assert start().stdout == "False 0 True\n"


def test_settings_when_a_flag_is_no_flag() -> None:
    assert "DEBUG is 'perhaps': write 1 or 0." in start(DEBUG="perhaps").stderr


def test_deploy_check_before_the_tables_are_made() -> None:
    """docs/deploy.md asks it before `migrate`: here there is not even a database."""
    environ = SOUND | {"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing", "DEBUG": "0"}
    checked = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy"],
        cwd=ROOT, env=os.environ | environ, capture_output=True, text=True,
    )  # fmt: skip
    assert (checked.returncode, "ERRORS" in checked.stderr) == (0, False)
