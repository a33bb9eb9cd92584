"""Roles and closed accounts: never one's own, never a superuser's, never the last administrator's."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from desk.accounts.roles import ROLES
from tests.desk.invented_accounts import account, browser

pytestmark = pytest.mark.django_db


def save(client: Client, user: User, *roles: str, active: bool = True) -> Any:
    """Sends the form of an account."""
    groups = [Group.objects.get(name=role).pk for role in roles]
    values = {"first_name": "", "groups": groups, **({"is_active": "on"} if active else {})}
    return client.post(f"/desk/auth/user/{user.pk}/change/", values)


def roles(user: User) -> set[str]:
    return set(user.groups.values_list("name", flat=True))


@pytest.fixture
def admin() -> User:
    return account("admin", "administrator")


def test_administrator_gives_roles_to_others(admin: User) -> None:
    other = account("other", "editor")

    save(browser(admin), other, "reviewer", active=False)

    other.refresh_from_db()
    assert (roles(other), other.is_active) == ({"reviewer"}, False)


def test_administrator_gives_themselves_all_roles(admin: User) -> None:
    save(browser(admin), admin, *ROLES)

    assert roles(admin) == {"administrator"}


@pytest.mark.parametrize("others", [0, 1])
def test_administrator_closes_or_demotes_themselves(admin: User, others: int) -> None:
    for number in range(others):
        account(f"other-{number}", "administrator")

    save(browser(admin), admin, active=False)

    admin.refresh_from_db()
    assert (roles(admin), admin.is_active) == ({"administrator"}, True)


@pytest.mark.parametrize("active", [True, False])
def test_last_administrator_when_another_session_took_the_own_role(admin: User, active: bool) -> None:
    """Two administrators take the role from each other at once: the second finds that nobody would be left."""
    other = account("other", "administrator")
    client = browser(admin)
    client.get("/desk/account/")
    permitted = User.has_perm
    admin.groups.clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(User, "has_perm", lambda user, *args: user == admin or permitted(user, *args))
        response = save(client, other, "editor", active=active)

    assert "The desk needs one open account" in response.content.decode()
    other.refresh_from_db()
    assert (roles(other), other.is_active) == ({"administrator"}, True)


def test_last_administrator_keeps_the_role_beside_others(admin: User) -> None:
    chief = browser(account("chief", superuser=True))

    assert save(chief, admin, "editor").status_code == 302
    assert roles(admin) == {"editor"}


def test_superuser_is_changed_by_a_superuser_alone(admin: User) -> None:
    chief = account("chief", superuser=True)

    assert save(browser(admin), chief, active=False).status_code == 403
    chief.refresh_from_db()
    assert chief.is_active


def test_superuser_cannot_be_made_by_the_form(admin: User) -> None:
    other = account("other", "editor")
    values = {"first_name": "", "is_active": "on", "is_superuser": "on", "is_staff": "on"}

    browser(admin).post(f"/desk/auth/user/{other.pk}/change/", values)

    other.refresh_from_db()
    assert not other.is_superuser
