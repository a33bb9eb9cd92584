"""Accounts as administrators see them: who may come in, with which roles. Passwords are nobody's business."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import ManyToManyField
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest

from desk.base import DeskAdmin
from desk.site import site


@admin.register(User, site=site)
class AccountAdmin(DeskAdmin):
    """Accounts come by invitation and never go: what they did stays theirs. They are closed instead."""

    subject = "account"
    list_display = ["username", "first_name", "is_active", "is_superuser", "last_login"]
    list_filter = ["is_active", "groups"]
    search_fields = ["username", "first_name"]
    fields = ["username", "first_name", "is_active", "groups", "is_superuser", "last_login", "date_joined"]
    readonly_fields = ["username", "is_superuser", "last_login", "date_joined"]
    formfield_overrides = {ManyToManyField: {"widget": CheckboxSelectMultiple}}

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
