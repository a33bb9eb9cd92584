"""Who may work at the desk: accounts with a second factor, in a session that is not idle."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from desk.accounts.adapter import remember
from desk.accounts.browsers import browser_name
from desk.accounts.kept_forms import drop_sent, is_kept, keep, turn_away, typist_of
from desk.models import SignIn, UserSession
from limits.statements import patience

SEEN = "desk_seen"
ENROLLED = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
NOTE_EVERY = timedelta(minutes=1)


class DeskMiddleware:
    """Guards every address of the desk; the public pages pass untouched."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(f"/{settings.DESK_PATH}/"):
            return self.get_response(request)
        with patience() if request.user.is_authenticated else nullcontext():
            turned_away = self.refusal(request) or turn_away(request)
            response = turned_away or self.get_response(request)
        if not turned_away:
            drop_sent(request, response)
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        response["Cache-Control"] = "no-store, private"
        return response

    def refusal(self, request: HttpRequest) -> HttpResponse | None:
        """Sends an idle session to the door, an account without a second factor to its page; otherwise None."""
        if not isinstance(request.user, User):
            return None
        now = timezone.now()
        seen: int | None = request.session.get(SEEN)
        if seen is not None and now.timestamp() - seen > settings.DESK_IDLE_SECONDS:
            remember(request, request.user, SignIn.EventKind.IDLE)
            return end_idle_session(request, request.user)
        if (
            seen is None or abs(now.timestamp() - seen) >= NOTE_EVERY.total_seconds()
        ):  # the clock may have been set back
            note_use(request, request.user, now)
        if wants_second_factor(request.path) and not has_second_factor(request.user):
            return redirect("mfa_index")
        return None


def wants_second_factor(path: str) -> bool:
    """Whether an address opens with a second factor alone: all but one's own account. Invitations open others'."""
    return not path.startswith(reverse("desk_account")) or path.startswith(reverse("desk_invitations"))


def has_second_factor(user: User) -> bool:
    """Whether the account has an authenticator app or a passkey; recovery codes alone do not count."""
    enrolled: bool = Authenticator.objects.filter(user=user, type__in=ENROLLED).exists()
    return enrolled


def end_idle_session(request: HttpRequest, user: User) -> HttpResponse:
    """Signs out and leads to the door; a form that was just sent is kept for the account."""
    UserSession.objects.filter(session_key=request.session.session_key).delete()
    kept = is_kept(request) and typist_of(request) in (user.pk, None)
    logout(request)
    return keep(request, user) if kept else redirect(f"{reverse('account_login')}?next={request.path}")


def note_use(request: HttpRequest, user: User, now: datetime) -> None:
    """Remembers that the session is in use."""
    request.session[SEEN] = int(now.timestamp())
    if request.session.session_key is None:
        request.session.save()
    browser = browser_name(request.headers.get("User-Agent", ""))
    UserSession.objects.update_or_create(
        session_key=request.session.session_key,
        defaults={"user": user, "seen_at": now},
        create_defaults={"user": user, "browser": browser, "began_at": now, "seen_at": now},
    )
