"""What the audit keeps: changes of rows, accounts, and what unpublished data left the desk."""

import pghistory
from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.utils.translation import gettext_lazy as _

from records.audit import audited_links

LABELS = {"insert": _("created"), "update": _("changed"), "delete": _("removed")}


@pghistory.track(exclude=["password", "last_login"], model_name="AccountAudit")
class Account(User):
    """An account, as the audit sees it."""

    class Meta:
        proxy = True


@audited_links
class AccountRole(User.groups.through):  # type: ignore[name-defined,misc]
    """An account's role, as the audit sees it."""

    class Meta:
        proxy = True


class Export(models.Model):
    """Unpublished data left the desk: who took what, when."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("account"))
    what = models.CharField(_("what"), max_length=200)
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("export of unpublished data")
        verbose_name_plural = _("exports of unpublished data")
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.what


class RowChange(models.Model):
    """One state of one row: what it was after the change (for a removal: before it).

    A view over all tables of the audit: nothing here can be changed.
    """

    key = models.CharField(primary_key=True, max_length=60)
    model = models.CharField(_("table"), max_length=30)
    number = models.BigIntegerField()
    at = models.DateTimeField(_("when"))
    label = models.CharField(_("what happened"), max_length=10, choices=LABELS)
    user = models.ForeignKey(User, models.DO_NOTHING, null=True, db_constraint=False, verbose_name=_("account"))
    path = models.TextField(_("by which path"))
    row = models.BigIntegerField(_("row"))
    subject = models.CharField(_("belongs to"), max_length=20)
    subject_id = models.BigIntegerField()
    data = models.JSONField()

    class Meta:
        managed = False
        db_table = "desk_change"
        ordering = ["-at", "-number"]
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.model} {self.row}"
