"""How allauth behaves here: no self-registration, no e-mail, every attempt remembered."""

from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from desk.accounts.browsers import browser_name
from desk.models import SignIn, UserSession

MOST_FAILURES = 5
WITHIN = timedelta(minutes=10)


class DeskAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts come by invitation (`desk.accounts.invitations`) or by `manage.py createsuperuser`."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """The desk works without e-mail."""

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuses for a while after several failures, whichever process saw them."""
        super().pre_authenticate(request, **credentials)
        since = timezone.now() - WITHIN
        failures = SignIn.objects.filter(
            user__username=credentials.get("username", ""), what=SignIn.EventKind.FAILED, at__gte=since
        )
        if failures.count() >= MOST_FAILURES:
            raise ValidationError(_("Too many failed attempts. Wait ten minutes and try again."), "too_many")

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Does not keep what was typed as a name: people type passwords there."""
        user = User.objects.filter(username=credentials.get("username", "")).first()
        remember(request, user, SignIn.EventKind.FAILED)

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        remember(request, user, SignIn.EventKind.SIGNED_IN)
        response: HttpResponse = super().post_login(request, user, **kwargs)
        return response

    def set_password(self, user: User, password: str) -> None:
        """Sets a new password, which ends all other sessions: Django's session hash no longer fits."""
        super().set_password(user, password)
        UserSession.objects.filter(user=user).delete()
        SignIn.objects.create(user=user, what=SignIn.EventKind.PASSWORD, at=timezone.now())


def remember(request: HttpRequest, user: User | None, event: SignIn.EventKind) -> None:
    """Keeps that something happened to an account: the moment and the kind of browser, no network address."""
    browser = browser_name(request.headers.get("User-Agent", ""))
    SignIn.objects.create(user=user, what=event, browser=browser, at=timezone.now())
