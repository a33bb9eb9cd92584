"""Signing in tells strangers nothing of who has an account, and they can lock nobody out."""

import re
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client

from limits import models
from limits.models import Allowance, SharedValue
from tests.desk.invented_accounts import PASSWORD, account

pytestmark = pytest.mark.django_db
STRANGER, EDITOR = "203.0.113.9", "198.51.100.7"


@pytest.fixture(autouse=True)
def _fresh_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that knows no secret yet."""
    monkeypatch.setattr(models, "_secret", None)


def attempt(name: str, password: str = "wrong", place: str = STRANGER, **headers: str) -> Any:
    return Client(headers={"accept-language": "en", **headers}).post(
        "/desk/account/login/", {"login": name, "password": password}, REMOTE_ADDR=place
    )


def texts(name: str, times: int) -> list[tuple[int, str]]:
    """Status and page of each attempt, without what differs anyway: the token and the name that was typed."""
    answers = [attempt(name) for _ in range(times)]
    return [
        (answer.status_code, re.sub(rf'csrf\w+" value="\w+"|{name}|\d+ seconds', "", answer.content.decode()))
        for answer in answers
    ]


def test_known_and_unknown_names_get_the_same_answers() -> None:
    account("known-name", "editor")
    assert texts("known-name", 7) == texts("other-name", 7)


def test_known_and_unknown_names_take_the_same_time() -> None:
    """As many passwords are hashed for the one as for the other."""
    account("editor", "editor")
    counts = []
    for name in ("editor", "nobody"):
        with patch.object(MD5PasswordHasher, "encode", autospec=True, side_effect=MD5PasswordHasher.encode) as hashed:
            attempt(name)
        counts.append(hashed.call_count)
    assert counts[0] == counts[1] > 0


def test_stranger_waits_and_the_editor_does_not() -> None:
    account("editor", "editor")
    for _ in range(30):
        answer = attempt("editor")
    assert "Too many attempts from your network." in answer.content.decode()
    assert attempt("editor", PASSWORD).status_code == 200
    assert attempt("editor", PASSWORD, EDITOR).status_code == 302


def test_wait_ends_by_itself() -> None:
    account("editor", "editor")
    for _ in range(6):
        attempt("editor")
    Allowance.objects.all().delete()  # as when their time is over
    assert attempt("editor", PASSWORD).status_code == 302


def test_made_up_forwarding_and_many_names_do_not_help() -> None:
    answers = [attempt(f"name{number}", **{"x-forwarded-for": f"192.0.2.{number}"}) for number in range(25)]
    waits = ["Too many attempts" in answer.content.decode() for answer in answers]
    assert waits == [False] * 20 + [True] * 5


def test_documented_proxy_does_not_make_all_visitors_one() -> None:
    account("editor", "editor")
    for _ in range(6):
        attempt("editor", place="127.0.0.1", **{"x-forwarded-for": STRANGER})
    assert attempt("editor", PASSWORD, "127.0.0.1", **{"x-forwarded-for": EDITOR}).status_code == 302


def test_another_worker_or_a_restart_counts_on(monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(5):
        attempt("editor")
    monkeypatch.setattr(models, "_secret", None)
    assert "Too many attempts" in attempt("editor").content.decode()


def test_no_address_is_kept() -> None:
    attempt("editor")
    kept = repr([*Allowance.objects.values(), *SharedValue.objects.values()])
    assert (len(kept) > 100, STRANGER in kept, "editor" in kept) == (True, False, False)


@pytest.mark.parametrize("path", ["password/reset/", "password/reset/done/", "confirm-email/", "email/"])
def test_nothing_else_can_be_asked_about_an_account(client: Client, path: str) -> None:
    """These addresses are none: like every unknown one below the desk they lead to the door."""
    assert client.get(f"/desk/account/{path}").headers["Location"].startswith("/desk/login/?next=")


def test_second_factor_without_a_password_before_tells_nothing(client: Client) -> None:
    account("editor", "editor")
    answers = [client.post("/desk/account/second-factor/authenticate/", {"code": "000000", "login": name})
               for name in ("editor", "nobody")]  # fmt: skip
    assert {(answer.status_code, answer.headers["Location"]) for answer in answers} == {(302, "/desk/account/login/")}
