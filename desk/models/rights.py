"""Rights at the desk that belong to no table."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Right(models.Model):
    """No table: only a home for permissions that `desk.accounts.roles` gives to roles."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = [
            ("write_own_drafts", _("Write cases of one's own until they are published")),
            ("submit_case", _("Send a case for review")),
            ("review_case", _("Review cases of others")),
            ("publish_case", _("Publish what was approved")),
            ("withdraw_case", _("Withdraw a published case")),
            ("restore_edition", _("Restore an edition as a draft")),
            ("import_rows", _("Import files")),
            ("export_rows", _("Export unpublished data")),
            ("merge_rows", _("Merge people and sources")),
            ("answer_requests", _("Decide on requests of people in the archive")),
            ("read_audit", _("Read who changed what")),
        ]

    def __str__(self) -> str:
        return "desk"
