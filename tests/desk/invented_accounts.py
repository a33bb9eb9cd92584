"""Accounts of the desk for tests: with roles, with a second factor, signed in."""

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, User
from django.test import Client

PASSWORD, SECRET = "a long invented password", "JBSWY3DPEHPK3PXP"


def account(name: str, *roles: str, enrolled: bool = True, superuser: bool = False) -> User:
    """An account with these roles; as createsuperuser would make it if `superuser`."""
    user = User.objects.create_user(name, password=PASSWORD, is_staff=True, is_superuser=superuser)
    user.groups.set(Group.objects.get(name=role) for role in roles)
    if enrolled:
        enrol(user)
    return user


def enrol(user: User) -> None:
    """Give the account an authenticator app."""
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": SECRET})


def browser(user: User) -> Client:
    """A browser in which the account is signed in, and that reads English."""
    client = Client(headers={"accept-language": "en", "user-agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0"})
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client
