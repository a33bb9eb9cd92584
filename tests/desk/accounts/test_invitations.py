"""Invitations: made by administrators, shown once, used once, gone after three days."""

import re
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from desk.models import Invitation, SignIn
from tests.desk.invented_accounts import PASSWORD, account, browser, enrol

pytestmark = pytest.mark.django_db

CHOSEN = {"username": "new-editor", "password1": "an invented password", "password2": "an invented password"}


def invited(client: Client, **values: Any) -> str:
    """The path of a new link."""
    page = client.post("/desk/account/invitations/", {"note": "A colleague", **values}).content.decode()
    found = re.search(r"http://testserver(/desk/account/join/[^<]+)", page)
    assert found is not None
    return found[1]


@pytest.fixture
def administrator(db: Any) -> Client:
    return browser(account("admin", "administrator"))


def test_invitation_when_used(administrator: Client, client: Client) -> None:
    link = invited(administrator, role="editor")

    assert client.get(link).status_code == 200
    assert client.post(link, CHOSEN).status_code == 302

    user = User.objects.get(username="new-editor")
    assert (user.is_staff, user.is_superuser, [group.name for group in user.groups.all()]) == (True, False, ["editor"])
    assert client.get("/desk/").headers["Location"] == "/desk/account/second-factor/"
    enrol(user)
    assert client.get("/desk/").status_code == 200
    assert Client().get(link).status_code == 410
    assert Client().post(link, {**CHOSEN, "username": "second"}).status_code == 410


def test_invitation_link_is_shown_once(administrator: Client) -> None:
    link = invited(administrator, role="editor")

    assert link not in administrator.get("/desk/account/invitations/").content.decode()


@pytest.mark.parametrize("how", ["expired", "withdrawn", "forged"])
def test_invitation_when_it_no_longer_works(administrator: Client, client: Client, how: str) -> None:
    link = invited(administrator, role="editor")
    row = Invitation.objects.get()
    if how == "expired":
        Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    elif how == "withdrawn":
        administrator.post(f"/desk/account/invitations/{row.pk}/withdraw/")
    else:
        link = f"{link[:-3]}xx/"

    assert client.post(link, CHOSEN).status_code == 410
    assert not User.objects.filter(username="new-editor").exists()


def test_invitation_of_an_account_that_lost_everything(administrator: Client, client: Client) -> None:
    user = account("lost", "editor")
    link = invited(administrator, account=user.pk)

    client.post(link, {"new_password1": "a brand-new invented one", "new_password2": "a brand-new invented one"})

    user.refresh_from_db()
    assert user.check_password("a brand-new invented one")
    assert Authenticator.objects.filter(user=user).count() == 0
    assert client.get("/desk/").headers["Location"] == "/desk/account/second-factor/"
    assert set(SignIn.objects.values_list("what", flat=True)) == {"invited", "joined"}


@pytest.mark.parametrize("values", [{}, {"role": "editor", "account": "self"}, {"role": "king"}])
def test_invitation_for_nobody_or_too_many(administrator: Client, values: dict[str, Any]) -> None:
    if "account" in values:
        values = {**values, "account": User.objects.get().pk}

    response = administrator.post("/desk/account/invitations/", {"note": "Somebody", **values})

    assert response.status_code == 400
    assert Invitation.objects.count() == 0


@pytest.mark.parametrize("password", ["short", "password1234", "123456789012345"])
def test_invitation_when_the_password_is_weak(administrator: Client, client: Client, password: str) -> None:
    link = invited(administrator, role="editor")

    response = client.post(link, {**CHOSEN, "password1": password, "password2": password})

    assert response.status_code == 400
    assert not User.objects.filter(username="new-editor").exists()


@pytest.mark.parametrize("role", ["contributor", "editor", "reviewer", "publisher"])
def test_invitations_are_for_administrators(role: str) -> None:
    assert browser(account("someone", role)).get("/desk/account/invitations/").status_code == 403


def test_invitation_of_an_account_that_may_do_everything(administrator: Client) -> None:
    """Who has the link becomes the account."""
    chief = account("chief", superuser=True)

    response = administrator.post("/desk/account/invitations/", {"note": "Chief", "account": chief.pk})

    assert response.status_code == 400
    assert Invitation.objects.count() == 0


@pytest.mark.parametrize("what", ["superuser", "closed", "maker closed", "maker without the role"])
def test_invitation_when_who_it_concerns_has_changed(administrator: Client, client: Client, what: str) -> None:
    user, maker = account("lost", "editor"), User.objects.get(username="admin")
    link = invited(administrator, account=user.pk)
    assert client.get(link).status_code == 200
    if what == "superuser":
        User.objects.filter(pk=user.pk).update(is_superuser=True)
    elif what == "closed":
        User.objects.filter(pk=user.pk).update(is_active=False)
    elif what == "maker closed":
        User.objects.filter(pk=maker.pk).update(is_active=False)
    else:
        maker.groups.clear()

    response = client.post(
        link, {"new_password1": "a brand-new invented one", "new_password2": "a brand-new invented one"}
    )

    assert response.status_code == 410
    assert User.objects.get(username="lost").check_password(PASSWORD)


@pytest.mark.parametrize("method", ["get", "post"])
def test_invitations_open_with_a_second_factor_alone(method: str) -> None:
    client = browser(account("admin", "administrator", enrolled=False))

    response = getattr(client, method)("/desk/account/invitations/", {"note": "A colleague", "role": "editor"})

    assert response.headers["Location"] == "/desk/account/second-factor/"
    assert Invitation.objects.count() == 0


def test_page_says_that_one_administrator_suffices(administrator: Client) -> None:
    other = account("other", "editor")

    for path in ("/desk/account/invitations/", f"/desk/auth/user/{other.pk}/change/"):
        assert "One administrator suffices" in administrator.get(path).content.decode()
