"""Accounts as administrators see them: who may come in, with which roles. Passwords are nobody's business."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.db.models import ManyToManyField
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.accounts.roles import ADMINISTRATOR, ONE_SUFFICES, title_of
from desk.forms.base import DeskAdmin
from desk.models.accounts import administrators
from desk.site import site

NOT_ONESELF = gettext_lazy("Nobody changes their own roles or closes their own account: another administrator does.")


class RoleFilter(admin.RelatedFieldListFilter):
    """The accounts of one role."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(pk, title_of(str(name))) for pk, name in super().field_choices(field, request, model_admin)]


class AccountForm(forms.ModelForm):
    """Roles, and whether the account is open."""

    def clean(self) -> dict[str, Any]:
        """Refuses to leave the desk without an administrator, also when two take the role from each other at once."""
        cleaned = super().clean() or self.cleaned_data
        Group.objects.select_for_update().filter(name=ADMINISTRATOR).first()
        stays = self.keeps_administrator(cleaned)
        if not stays and not administrators().exclude(pk=self.instance.pk).exists():
            raise ValidationError(
                _("The desk needs one open account with the administrator’s role: make another first.")
            )
        return cleaned

    def keeps_administrator(self, cleaned: dict[str, Any]) -> bool:
        """Whether the account will be an administrator after saving."""
        before = User.objects.get(pk=self.instance.pk)
        groups = cleaned.get("groups", before.groups.all())
        role = self.instance.is_superuser or any(group.name == ADMINISTRATOR for group in groups)
        return bool(cleaned.get("is_active", before.is_active) and role)


@admin.register(User, site=site)
class AccountAdmin(DeskAdmin):
    """Accounts come by invitation and never go: what they did stays theirs. They are closed instead."""

    subject = "account"
    list_display = ["username", "first_name", "is_active", "is_superuser", "last_login"]
    list_filter = ["is_active", ("groups", RoleFilter)]
    search_fields = ["username", "first_name"]
    form = AccountForm
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "username",
                    "first_name",
                    "is_active",
                    "groups",
                    "is_superuser",
                    "last_login",
                    "date_joined",
                ],
                "description": format_lazy("{} {}", ONE_SUFFICES, NOT_ONESELF),
            },
        )
    ]
    readonly_fields = ["username", "is_superuser", "last_login", "date_joined"]
    formfield_overrides = {ManyToManyField: {"widget": CheckboxSelectMultiple}}

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        field.label_from_instance = lambda group: title_of(group.name)
        return field

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        """Nobody gives roles to their own account, nor closes it."""
        own = ["is_active", "groups"] if obj is not None and obj.pk == request.user.pk else []
        return [*self.readonly_fields, *own]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An account that may do everything is changed by such an account alone."""
        user = request.user
        theirs = obj is None or not obj.is_superuser or (isinstance(user, User) and user.is_superuser)
        return super().has_change_permission(request, obj) and theirs

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
