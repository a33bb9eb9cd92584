"""The desk's accounts: invitations, sessions, sign-ins, permissions, and whose draft is whose.

No network address is kept anywhere.
"""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.contrib.auth.models import User
from django.core import signing
from django.db import models
from django.utils.translation import gettext_lazy as _

from desk.accounts.roles import ADMINISTRATOR, title_of

SALT = "desk.invitation"
VALID_FOR = timedelta(days=3)


def administrators() -> "models.QuerySet[User]":
    """The accounts that can let others in: administrators, and who made the desk by `createsuperuser`."""
    role = User.groups.through.objects.filter(group__name=ADMINISTRATOR)
    return User.objects.filter(models.Q(is_superuser=True) | models.Q(pk__in=role.values("user_id")), is_active=True)


def invitable() -> "models.QuerySet[User]":
    """The accounts that a link can open again. Whoever has the link becomes the account: so none that may do all."""
    return User.objects.filter(is_active=True, is_superuser=False)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations as administrators see them."""

    def open(self, now: datetime) -> Self:
        """Those whose link still works: made by who may still make one, and for no account that may not have one."""
        rows = self.filter(used_at=None, withdrawn_at=None, expires_at__gt=now, made_by__in=administrators())
        return rows.filter(models.Q(account=None) | models.Q(account__in=invitable()))


class Invitation(models.Model):
    """A link that makes one account, or gives an existing account a new password and second factor.

    The link is signed and shown once: what stands here cannot open it.
    """

    note = models.CharField(_("for whom"), max_length=200, help_text=_("A name that you will recognise; nobody else."))
    role = models.CharField(_("role"), max_length=30, blank=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("account")
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("made by"))
    made_at = models.DateTimeField(_("made"))
    expires_at = models.DateTimeField(_("expires"))
    used_at = models.DateTimeField(_("used"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role="", account__isnull=False) | (~models.Q(role="") & models.Q(account=None)),
                name="invitation_for_a_role_or_an_account",
                violation_error_message=_("Choose a role for a new account, or the account that lost its password."),
            ),
            models.CheckConstraint(
                condition=models.Q(used_at=None) | models.Q(withdrawn_at=None), name="invitation_used_or_withdrawn"
            ),
        ]

    def __str__(self) -> str:
        return self.note

    @property
    def title(self) -> str:
        """What editors call the role."""
        return title_of(self.role)

    def key(self) -> str:
        """What the link carries: this invitation, signed."""
        return signing.dumps(self.pk, salt=SALT)

    @classmethod
    def of_key(cls, key: str, now: datetime) -> "Invitation | None":
        """Locks the open invitation that the key was made for; None if it is forged, used, withdrawn or expired."""
        try:
            number = signing.loads(key, salt=SALT, max_age=VALID_FOR)
        except signing.BadSignature:
            return None
        return cls.objects.open(now).select_for_update(of=["self"]).filter(pk=number).first()


class UserSession(models.Model):
    """One browser in which an account is signed in."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="user_sessions")
    session_key = models.CharField(max_length=40, unique=True)
    browser = models.CharField(_("browser"), max_length=40)
    began_at = models.DateTimeField(_("signed in"))
    seen_at = models.DateTimeField(_("last used"))

    class Meta:
        ordering = ["-seen_at"]

    def __str__(self) -> str:
        return self.browser


class KeptForm(models.Model):
    """A form that came when its account was not signed in any more: sealed for that account, and for some days."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="kept_forms")
    path = models.CharField(max_length=400)
    sealed = models.BinaryField()
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ["-kept_at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.path


class SignIn(models.Model):
    """An attempt to sign in, or something else that changes who may. Never changed by the desk."""

    class EventKind(models.TextChoices):
        SIGNED_IN = "signed-in", _("signed in")
        FAILED = "failed", _("wrong password")
        IDLE = "idle", _("signed out after idle time")
        ENDED = "ended", _("session ended by its owner")
        INVITED = "invited", _("invitation made")
        JOINED = "joined", _("invitation used")
        PASSWORD = "password", _("password changed")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    what = models.CharField(_("what"), max_length=10, choices=EventKind)
    browser = models.CharField(_("browser"), max_length=40, blank=True)
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("sign-in")
        verbose_name_plural = _("sign-ins")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["user", "-at"], name="sign_in_by_account")]

    def __str__(self) -> str:
        return f"{self.get_what_display()} {self.at:%Y-%m-%d %H:%M}"


class DraftOwner(models.Model):
    """The account that began a row at the desk: a contributor may write on it until readers have seen it."""

    class DraftKind(models.TextChoices):
        CASE = "case"
        PERSON = "person"
        SOURCE = "source"

    kind = models.CharField(max_length=10, choices=DraftKind)
    row = models.BigIntegerField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "row"], name="draft_has_one_owner")]

    def __str__(self) -> str:
        return f"{self.kind} {self.row}"

    @classmethod
    def remember(cls, row: models.Model, user: User) -> None:
        """Keeps that the account has just made the row."""
        cls.objects.create(kind=row._meta.model_name, row=row.pk, user=user)


class DeskPermission(models.Model):
    """Permissions at the desk that belong to no table; `desk.accounts.roles` gives them to roles."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = [
            ("write_own_drafts", _("Write cases of one's own until they are published")),
            ("submit_case", _("Send a case for review")),
            ("review_case", _("Review cases of others")),
            ("publish_case", _("Publish what was approved")),
            ("withdraw_case", _("Withdraw a published case")),
            ("restore_edition", _("Restore a version as a draft")),
            ("import_rows", _("Import files")),
            ("export_rows", _("Export unpublished data")),
            ("merge_rows", _("Merge people and sources")),
            ("answer_requests", _("Decide on requests of people in the archive")),
            ("read_audit", _("Read who changed what")),
        ]

    def __str__(self) -> str:
        return "desk"
