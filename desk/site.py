"""The desk: the admin site of the archive's editors."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.admin import AdminSite
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DeskSite(AdminSite):
    """Where editors enter cases. Its path is `settings.DESK_PATH`; allauth signs them in."""

    site_title = _("Shekteu desk")
    site_header = _("Shekteu: the editors' desk")
    index_title = _("Records")
    index_template = "desk/index.html"

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """Shows what waits, then the records; contributors see their records alone."""
        # These import the site's own pages, so they wait until the first request.
        from desk.accounts.own_drafts import only_own
        from desk.attention import attention, returned_to

        sees = request.user.has_perm("cases.view_case") and not only_own(request)
        waiting = attention(timezone.localdate()) if sees else []
        if isinstance(request.user, User):
            waiting = [*returned_to(request.user, timezone.localdate()), *waiting]
        kept = request.user.kept_forms.all() if isinstance(request.user, User) else []
        return super().index(request, {"attention": waiting, "kept_forms": kept, **(extra_context or {})})

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Leads to the one door; an account that may not see the desk learns that it is closed to it."""
        if request.user.is_authenticated:
            return redirect("admin:index" if self.has_permission(request) else "account_inactive")
        following = request.GET.get("next") or reverse("admin:index")
        return redirect(f"{reverse('account_login')}?{urlencode({'next': following})}")

    # Django's own three answer with a page of theirs: ours lead to allauth's.
    def logout(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:  # type: ignore[override]
        return redirect("account_logout")

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:  # type: ignore[override]
        return redirect("account_change_password")

    def password_change_done(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:  # type: ignore[override]
        return redirect("desk_account")


site = DeskSite()
