"""Signing in: second factor for all, limits, idle time, sessions. No e-mail, no registration."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from desk.accounts.browsers import browser_name
from desk.models import SignIn, UserSession
from tests.desk.invented_accounts import PASSWORD, account, browser

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_limits_left_over() -> None:
    cache.clear()


def sign_in(client: Client, name: str, password: str = PASSWORD) -> Any:
    return client.post("/desk/account/login/", {"login": name, "password": password}, headers={"accept-language": "en"})


def code(secret: str) -> str:
    """What an authenticator app would show now."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_first_sign_in_when_made_by_createsuperuser(client: Client) -> None:
    account("founder", enrolled=False, superuser=True)

    assert sign_in(client, "founder").headers["Location"] == reverse("admin:index")
    assert client.get("/desk/").headers["Location"] == reverse("mfa_index")
    asked = client.get(reverse("mfa_activate_totp")).headers["Location"]
    client.post(asked, {"password": PASSWORD})
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r'alt="([A-Z2-7]{16,})"', page)
    assert secret is not None
    client.post(reverse("mfa_activate_totp"), {"code": code(secret[1])})

    assert client.get("/desk/").status_code == 200
    kinds = Authenticator.objects.order_by("type").values_list("type", flat=True)
    assert list(kinds) == ["recovery_codes", "totp"]


def test_sign_in_when_enrolled_asks_for_the_code(client: Client) -> None:
    account("editor", "editor")

    assert sign_in(client, "editor").headers["Location"].startswith(reverse("mfa_authenticate"))
    assert client.get("/desk/").status_code == 302
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert wrong.status_code == 200
    client.post(reverse("mfa_authenticate"), {"code": code("JBSWY3DPEHPK3PXP")})

    assert client.get("/desk/").status_code == 200


def test_sign_in_with_a_recovery_code_works_once(client: Client) -> None:
    user = account("editor", "editor")
    recovery = RecoveryCodes.activate(user).generate_codes()[0]

    for attempt, status in ((client, 200), (Client(), 302)):
        sign_in(attempt, "editor")
        attempt.post(reverse("mfa_authenticate"), {"code": recovery})
        assert attempt.get("/desk/").status_code == status


@pytest.mark.parametrize("path", ["", "cases/case/", "account/invitations/x/"])
def test_desk_when_only_recovery_codes_are_left(path: str) -> None:
    user = account("editor", "editor", enrolled=False)
    RecoveryCodes.activate(user)

    response = browser(user).get(f"/desk/{path}")

    assert response.status_code == 302


def test_sign_in_remembers_no_name_that_is_nobodys(client: Client) -> None:
    sign_in(client, "correct horse battery staple", "x")

    assert list(SignIn.objects.values_list("user", "what")) == [(None, "failed")]


def test_session_when_idle() -> None:
    client = browser(account("editor", "editor"))
    assert client.get("/desk/").status_code == 200
    session = client.session
    session["desk_seen"] -= 31 * 60
    session.save()

    response = client.get("/desk/cases/case/")

    assert response.headers["Location"] == "/desk/account/login/?next=/desk/cases/case/"
    assert "_auth_user_id" not in client.session
    assert UserSession.objects.count() == 0


def test_sessions_when_one_is_ended() -> None:
    user = account("editor", "editor")
    here, there = browser(user), browser(user)
    for client in (here, there):
        assert client.get("/desk/").status_code == 200
    other = UserSession.objects.get(session_key=there.session.session_key)

    assert here.get("/desk/account/sessions/").content.decode().count("Firefox, Linux") == 2
    here.post(f"/desk/account/sessions/{other.pk}/end/")

    assert there.get("/desk/").status_code == 302
    assert here.get("/desk/").status_code == 200


def test_sessions_of_others_cannot_be_ended() -> None:
    mine, theirs = browser(account("one", "editor")), browser(account("two", "editor"))
    theirs.get("/desk/")

    response = mine.post(f"/desk/account/sessions/{UserSession.objects.get().pk}/end/")

    assert response.status_code == 404
    assert theirs.get("/desk/").status_code == 200


def test_sessions_when_the_password_changes() -> None:
    user = account("editor", "editor")
    here, there = Client(), browser(user)
    sign_in(here, "editor")
    here.post(reverse("mfa_authenticate"), {"code": code("JBSWY3DPEHPK3PXP")})
    new = {"oldpassword": PASSWORD, "password1": "another invented password", "password2": "another invented password"}

    assert here.post("/desk/account/password/", new).status_code == 302

    assert here.get("/desk/").status_code == 200
    assert there.get("/desk/").status_code == 302


def test_account_when_closed() -> None:
    user = account("editor", "editor")
    client = browser(user)
    User.objects.update(is_active=False)

    assert client.get("/desk/").status_code == 302
    assert sign_in(Client(), "editor").headers["Location"] == "/desk/account/inactive/"


def test_registration_is_closed(client: Client) -> None:
    sent = {"username": "me", "password1": "invented words here", "password2": "invented words here"}

    assert client.post("/desk/account/signup/", sent).status_code == 405
    assert User.objects.count() == 0


def test_desk_answers_are_never_kept() -> None:
    response = browser(account("editor", "editor")).get("/desk/")

    assert response.headers["Cache-Control"] == "no-store, private"
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"


@pytest.mark.parametrize(
    "name",
    ["account_login", "mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "desk_account", "desk_sessions",
     "desk_invitations", "account_change_password", "account_signup"],
)  # fmt: skip
def test_pages_hold_nothing_inline(name: str) -> None:
    client = browser(account("chief", superuser=True, enrolled=name == "desk_invitations"))
    if name == "account_login":
        client.logout()
    response = client.get(reverse(name), follow=True)

    html = response.content.decode()
    assert response.status_code == 200
    assert re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", html) == []
    assert re.findall(r"<[^>]+\sstyle=|<style|\son[a-z]+=\"", html) == []


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/156.0 Safari/537.36", "Chrome, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1", "Safari, iPhone"),
        ("curl/8", "?"),
    ],
)
def test_browser_name(agent: str, name: str) -> None:
    assert browser_name(agent) == name
