"""Links that make accounts: made by an administrator, shown once, used once, gone after three days."""

from typing import Any

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.forms import BaseUserCreationForm, SetPasswordForm
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from desk.accounts.adapter import remember
from desk.accounts.roles import ONE_SUFFICES, ROLES
from desk.models import Invitation, SignIn, UserSession
from desk.models.accounts import VALID_FOR, invitable
from desk.pages import DeskRequest

BACKEND = "django.contrib.auth.backends.ModelBackend"


def role_choices() -> list[tuple[str, Any]]:
    return [("", "—"), *((name, role.title) for name, role in ROLES.items())]


class InvitationForm(forms.ModelForm):
    """A role for somebody new, or an account that lost its password or second factor."""

    role = forms.ChoiceField(label=gettext_lazy("Role of the new account"), choices=role_choices, required=False)
    account = forms.ModelChoiceField(
        invitable().order_by("username"),
        label=gettext_lazy("Or an account that cannot sign in any more"),
        required=False,
    )

    class Meta:
        model = Invitation
        fields = ["note", "role", "account"]


class NewAccountForm(BaseUserCreationForm):
    """The name and password that the invited person chooses."""

    class Meta(BaseUserCreationForm.Meta):
        fields = ("username", "first_name")
        labels = {"first_name": gettext_lazy("Name that colleagues see")}

    def save_with_role(self, role: str) -> User:
        """Makes the account, which may sign in at the desk."""
        user: User = self.save(commit=False)
        user.is_staff = True
        user.save()
        user.groups.add(Group.objects.get(name=role))
        return user


@permission_required("desk.add_invitation", raise_exception=True)
def invitations(request: DeskRequest) -> HttpResponse:
    """Lists invitations, with a form for the next. The new link stands on the answer to the form and nowhere else."""
    now = timezone.now()
    invitation = Invitation(made_by=request.user, made_at=now, expires_at=now + VALID_FOR)
    form = InvitationForm(request.POST or None, instance=invitation)
    link = ""
    if request.method == "POST" and form.is_valid():
        form.save()
        remember(request, request.user, SignIn.EventKind.INVITED)
        link = request.build_absolute_uri(reverse("desk_join", args=[invitation.key()]))
        form = InvitationForm()
    rows = Invitation.objects.select_related("made_by", "account")[:50]
    context = {"form": form, "link": link, "rows": rows, "now": now, "one_suffices": ONE_SUFFICES}
    return render(request, "desk/signin/invitations.html", context, status=400 if form.errors else 200)


@require_POST
@permission_required("desk.add_invitation", raise_exception=True)
def withdraw_invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """Makes a link useless before anybody has used it."""
    row = get_object_or_404(Invitation.objects.open(timezone.now()), pk=pk)
    row.withdrawn_at = timezone.now()
    row.save(update_fields=["withdrawn_at"])
    messages.success(request, _("The invitation is withdrawn."))
    return redirect("desk_invitations")


@transaction.atomic
def join(request: HttpRequest, key: str) -> HttpResponse:
    """Lets an invited person choose a name and a password; then the second factor."""
    invitation = Invitation.of_key(key, timezone.now())
    if invitation is None:
        return render(request, "desk/signin/no_invitation.html", status=410)
    form: SetPasswordForm | NewAccountForm
    if invitation.account is not None:
        form = SetPasswordForm(invitation.account, request.POST or None)
    else:
        form = NewAccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return accept(request, invitation, form)
    context = {"form": form, "invitation": invitation}
    return render(request, "desk/signin/join.html", context, status=400 if form.errors else 200)


def accept(request: HttpRequest, invitation: Invitation, form: SetPasswordForm | NewAccountForm) -> HttpResponse:
    """Uses the invitation up: an old account loses its second factor and sessions, a new one gets its role."""
    if isinstance(form, NewAccountForm):
        user = form.save_with_role(invitation.role)
    else:
        user = form.save()
        Authenticator.objects.filter(user=user).delete()
        UserSession.objects.filter(user=user).delete()
    invitation.used_at = timezone.now()
    invitation.save(update_fields=["used_at"])
    remember(request, user, SignIn.EventKind.JOINED)
    login(request, user, backend=BACKEND)
    return redirect("mfa_index")
