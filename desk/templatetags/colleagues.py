"""Names of accounts on the desk's pages."""

from django import template
from django.contrib.auth.models import AnonymousUser, User
from django.utils.translation import gettext as _

from desk.accounts.own_drafts import sees_only_own

register = template.Library()


@register.filter
def colleague(account: User | None, viewer: User | AnonymousUser) -> str:
    """The name of an account, for those who work with it; contributors learn of nobody who else is here."""
    if account is None:
        return ""
    return account.username if account == viewer or not sees_only_own(viewer) else _("a colleague")
