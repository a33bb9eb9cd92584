"""`{% csrf_token %}` of the desk's forms: it also says, signed, whose form it is."""

from typing import cast

from django import template
from django.conf import settings
from django.contrib.auth.models import User
from django.template.base import Parser, Token
from django.template.context import Context
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html
from django.utils.safestring import SafeString

from desk.accounts.kept_forms import TYPIST, typist_mark

register = template.Library()


class DeskTokenNode(CsrfTokenNode):
    """Django's token, and the mark of the account that opens the form."""

    def render(self, context: Context) -> SafeString:
        token = cast(SafeString, super().render(context))
        request = context.get("request")
        user = getattr(request, "user", None)
        if request is None or not request.path.startswith(f"/{settings.DESK_PATH}/") or not isinstance(user, User):
            return token
        return token + format_html('<input type="hidden" name="{}" value="{}">', TYPIST, typist_mark(user))


@register.tag
def csrf_token(parser: Parser, token: Token) -> DeskTokenNode:
    """Stands in for Django's own tag of that name (`TEMPLATES` in the settings)."""
    return DeskTokenNode()
