"""What the audit wrote, table by table, seen as one. A view: nothing here can be changed."""

from django.contrib.auth.models import User
from django.db import models
from django.utils.translation import gettext_lazy as _

LABELS = {"insert": _("created"), "update": _("changed"), "delete": _("removed")}


class Change(models.Model):
    """One state of one row: what it was after the change (for a removal: before it)."""

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
