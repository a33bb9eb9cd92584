"""What the audit keeps of accounts, and of what leaves the desk."""

import pghistory
from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.utils.translation import gettext_lazy as _

from records.audit import audited_links


@pghistory.track(exclude=["password", "last_login"], model_name="AccountAudit")
class Account(User):
    """An account, as the audit sees it."""

    class Meta:
        proxy = True


@audited_links
class AccountRole(User.groups.through):
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
