from typing import Any

from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from desk.accounts.roles import ADMINISTRATOR
from desk.models import Invitation
from desk.models.accounts import VALID_FOR


class Command(BaseCommand):
    help = "Makes an account with the administrator's role, and shows the link by which its owner sets a password."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name", help="the account's name; asked for if it is not said")
        parser.add_argument("--site", default="http://127.0.0.1:8000", help="where the site is, for the link")

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["name"] or input("Name of the account: ").strip()
        link = options["site"].rstrip("/") + reverse("desk_join", args=[make_account(name).key()])
        self.stdout.write(f"The account {name} may let others in. Open this link within three days, once:\n{link}")
        self.stdout.write("It asks for a password and a second factor. Nobody else may see it.")


@transaction.atomic
def make_account(name: str) -> Invitation:
    """An account without a password, with the administrator's role, and the invitation that opens it."""
    user = User(username=name, is_staff=True)
    user.set_unusable_password()
    try:
        user.full_clean(exclude=["password"])
    except ValidationError as error:
        raise CommandError("; ".join(error.messages)) from error
    user.save()
    user.groups.add(Group.objects.get(name=ADMINISTRATOR))
    now = timezone.now()
    return Invitation.objects.create(account=user, made_by=user, made_at=now, expires_at=now + VALID_FOR)
