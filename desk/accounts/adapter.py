"""How allauth behaves here: no self-registration, no e-mail, every attempt remembered."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from desk.accounts.browsers import browser_name
from desk.accounts.waiting import seconds_to_wait
from desk.models import SignIn, UserSession
from limits.readers import reader
from records.events import log_event


class DeskAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts come by invitation (`desk.accounts.invitations`) or by `manage.py first_account`."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """The desk works without e-mail."""

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Lets who tries often wait: the same for a known name and an unknown one, and also with the right password."""
        if seconds := seconds_to_wait(request, credentials.get("username", "")):
            text = _("Too many attempts from your network. Wait %(seconds)s seconds and try again.")
            raise ValidationError(text % {"seconds": seconds}, "too_many")

    def get_client_ip(self, request: HttpRequest) -> str:
        """A digest in place of the address: allauth counts by it, and nothing else can be learned from it."""
        return reader(request)

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
    log_event("sign-in", account=user.pk if user else None, what=str(event.value))
