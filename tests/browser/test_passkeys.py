"""A passkey from Chromium's own virtual authenticator: made, asked for, used in place of a password."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import Page

from desk.models import SignIn
from tests.desk.invented_accounts import PASSWORD, account

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def key(page: Page, settings: Any) -> Any:
    """An authenticator in the browser; the test's site is plain http on this machine."""
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    made = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    return devtools, made["authenticatorId"]


def sign_in_by_password(page: Page) -> None:
    page.goto("/desk/")
    page.fill("input[name=login]", "editor")
    page.fill("input[name=password]", PASSWORD)
    page.click("form.narrow button[type=submit]")


def test_passkey_from_enrolment_to_the_next_day(page: Page, key: Any) -> None:
    devtools, authenticator = key
    user = account("editor", "editor", enrolled=False)
    sign_in_by_password(page)
    page.wait_for_url("**/desk/account/second-factor/")

    page.goto("/desk/account/second-factor/webauthn/add/")
    page.fill("input[name=password]", PASSWORD)  # who adds a key shows once more who they are
    page.click("form:has(input[name=password]) button[type=submit]")
    page.wait_for_url("**/webauthn/add/")
    page.fill("input[name=name]", "Key of the desk")
    page.check("input[name=passwordless]")
    page.click("#mfa_webauthn_add")
    page.wait_for_function("() => !location.pathname.endsWith('/webauthn/add/')")
    credentials = devtools.send("WebAuthn.getCredentials", {"authenticatorId": authenticator})["credentials"]
    assert len(credentials) == 1
    assert Authenticator.objects.filter(user=user, type="webauthn").count() == 1
    assert page.goto("/desk/").status == 200

    page.context.clear_cookies()
    page.goto("/desk/")
    page.wait_for_url("**/desk/account/login/**")
    page.click("#passkey_login")

    page.wait_for_url("**/desk/")
    assert page.locator("#user-tools strong").inner_text().lower() == "editor"
    assert SignIn.objects.filter(user=user, what=SignIn.EventKind.SIGNED_IN).count() == 2


def test_password_alone_opens_nothing(page: Page) -> None:
    account("editor", "editor")

    sign_in_by_password(page)

    page.wait_for_url("**/second-factor/authenticate/")
    page.goto("/desk/cases/case/")
    assert page.url.endswith("/second-factor/authenticate/")
    assert SignIn.objects.filter(what=SignIn.EventKind.SIGNED_IN).count() == 0
