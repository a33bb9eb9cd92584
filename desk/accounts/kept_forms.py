"""Nothing typed is lost: a form that comes without its account's session is sealed, and given back after signing in.

Every form of the desk says, signed, whose it is (`templatetags/typist.py`). So a form of one account is never shown to
another that has signed in meanwhile in the same browser, and nobody without such a form can make the server keep one.
"""

import json
from base64 import urlsafe_b64encode
from datetime import timedelta

from cryptography.fernet import Fernet, InvalidToken
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from desk.models import KeptForm
from desk.pages import DeskRequest

TYPIST = "typist"
SENT_AGAIN = "kept_form"
SALT = "desk.typist"
KEPT_FOR = timedelta(days=3)
MOST_OF_ONE = 20
"""Forms of one account that are kept; an older one gives way."""
NOT_KEPT = frozenset({"csrfmiddlewaretoken", "password", TYPIST, SENT_AGAIN})

ONLY_IF_ASKED = {"pasted-text": "pasted-keep"}
"""A pasted text is kept nowhere, here neither, unless its editor ticked that it may be (`intake/pasted.py`)."""

TypedFields = list[tuple[str, str]]


def typist_mark(user: User) -> str:
    """What a form carries to say whose it is."""
    return signing.dumps(user.pk, salt=SALT)


def typist_of(request: HttpRequest) -> int | None:
    """The account whose form was sent; None if it does not say so, or is forged."""
    try:
        number: int = signing.loads(request.POST.get(TYPIST, ""), salt=SALT)
    except signing.BadSignature:
        return None
    return number


def is_kept(request: HttpRequest) -> bool:
    """Whether a form may be kept: a check saves nothing, and one's own account asks for passwords."""
    own_account = request.path.startswith(reverse("desk_account"))
    return request.method == "POST" and not own_account and not request.path.endswith("/check/")


def turn_away(request: HttpRequest) -> HttpResponse | None:
    """Keeps a form whose account is not the one that is signed in here, and says so; None for any other."""
    if not is_kept(request):
        return None
    typist = User.objects.filter(pk=typist_of(request) or 0, is_active=True).first()
    if typist is None or typist == request.user:
        return None
    return keep(request, typist)


def keep(request: HttpRequest, typist: User) -> HttpResponse:
    """Seals what was typed for its account, and shows the way to it."""
    now = timezone.now()
    content = json.dumps(typed(request)).encode()
    kept = KeptForm.objects.create(
        user=typist, path=request.get_full_path()[:400], sealed=seal_of(typist).encrypt(content), kept_at=now
    )
    own = KeptForm.objects.filter(user=typist)
    own.exclude(pk__in=list(own.values_list("pk", flat=True)[:MOST_OF_ONE])).delete()
    KeptForm.objects.filter(kept_at__lt=now - KEPT_FOR).delete()
    context = {"address": reverse("desk_kept_form", args=[kept.pk]), "files": bool(request.FILES)}
    return render(request, "desk/signin/kept.html", context, status=403)


def typed(request: HttpRequest) -> TypedFields:
    """Every field of the form that was sent, without its tokens and passwords, and what nobody asked to keep."""
    unasked = {name for name, ticked in ONLY_IF_ASKED.items() if ticked not in request.POST}
    pairs = ((name, text) for name in request.POST for text in request.POST.getlist(name))
    return [(name, text) for name, text in pairs if name not in NOT_KEPT | unasked]


def seal_of(user: User) -> Fernet:
    """The key of one account, made of the server's: who reads the table alone reads nothing."""
    key = salted_hmac("desk.accounts.kept_forms", str(user.pk), algorithm="sha256").digest()
    return Fernet(urlsafe_b64encode(key))


@login_required
def kept_form(request: DeskRequest, pk: int) -> HttpResponse:
    """Gives a kept form back to its account, to be sent again or thrown away; to any other it does not exist."""
    kept = get_object_or_404(KeptForm, pk=pk, user=request.user)
    if request.method == "POST":
        kept.delete()
        messages.success(request, _("The form was thrown away."))
        return redirect("admin:index")
    try:
        fields: TypedFields = json.loads(seal_of(request.user).decrypt(bytes(kept.sealed)))
    except InvalidToken as error:  # the server has a new key
        raise Http404 from error
    context = {"typed": fields, "action": kept.path, "kept": kept, "signed_in": True}
    return render(request, "desk/signin/resend.html", context)


def drop_sent(request: HttpRequest, response: HttpResponse) -> None:
    """Forgets a kept form that its account has sent again: it is saved, or in the browser as before."""
    number = request.POST.get(SENT_AGAIN, "") if request.method == "POST" else ""
    if number.isdecimal() and len(number) < 10 and response.status_code < 400 and isinstance(request.user, User):
        KeptForm.objects.filter(pk=int(number), user=request.user).delete()
