"""Accounts as administrators see them: who may come in, with which roles. Passwords are nobody's business."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import ManyToManyField
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest

from desk.accounts.roles import title_of
from desk.forms.base import DeskAdmin
from desk.site import site


class RoleFilter(admin.RelatedFieldListFilter):
    """The accounts of one role."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(pk, title_of(str(name))) for pk, name in super().field_choices(field, request, model_admin)]


@admin.register(User, site=site)
class AccountAdmin(DeskAdmin):
    """Accounts come by invitation and never go: what they did stays theirs. They are closed instead."""

    subject = "account"
    list_display = ["username", "first_name", "is_active", "is_superuser", "last_login"]
    list_filter = ["is_active", ("groups", RoleFilter)]
    search_fields = ["username", "first_name"]
    fields = ["username", "first_name", "is_active", "groups", "is_superuser", "last_login", "date_joined"]
    readonly_fields = ["username", "is_superuser", "last_login", "date_joined"]
    formfield_overrides = {ManyToManyField: {"widget": CheckboxSelectMultiple}}

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        field.label_from_instance = lambda group: title_of(group.name)
        return field

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
