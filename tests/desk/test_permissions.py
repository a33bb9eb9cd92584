"""docs/permissions.md holds for every address of the desk, for every role and for none.

The addresses come from the resolver: a new one fails here until the table names it.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.test import Client
from django.utils import timezone

from cases.models import Case
from desk.accounts.kept_forms import seal_of
from desk.accounts.roles import ROLES
from desk.models import DraftOwner, KeptForm, UserSession
from people.models import Person
from records.models import Source
from tests.desk.addresses import Examples, examples_for_this_module, of_the_desk, path_of
from tests.desk.invented_accounts import account, browser

TABLE = Path(settings.BASE_DIR) / "docs" / "permissions.md"
WHO = ("nobody", "without a role", *ROLES)
DOORS = ("/desk/account/login/", "/desk/login/")


@pytest.fixture(scope="module")
def examples(django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[Examples]:
    with examples_for_this_module(django_db_blocker, tmp_path_factory.mktemp("var")) as rows:
        yield rows


def table() -> dict[str, dict[str, str]]:
    """Address name -> who -> what, as the document says."""
    rights = {}
    for line in TABLE.read_text().splitlines():
        names, *cells = [cell.strip() for cell in line.strip("|").split("|")]
        for name in re.findall(r"`([^`]+)`", names) if len(cells) == len(WHO) else []:
            rights[name] = dict(zip(WHO, cells, strict=True))
    return rights


def allowed(response: Any) -> bool:
    """Whether the answer lets one in: not 403, 404 or 410, nor a way back to the door or the first page."""
    if response.status_code == 302:
        location = response.headers["Location"]
        return not location.startswith(DOORS) and location != "/desk/"
    return response.status_code not in (403, 404, 410)


class Visitor:
    """Somebody who asks one address after the other; each time in a browser that remembers nothing of the last."""

    def __init__(self, user: User | None) -> None:
        self._browser = browser(user) if user else Client()
        if user:
            self._browser.get("/desk/account/")  # notes the session, as the first page of a day does

    def sends(self, method: str, path: str) -> Any:
        """The answer to one request; its effects are undone."""
        client = Client(headers=self._browser.headers)
        client.cookies.load({name: morsel.value for name, morsel in self._browser.cookies.items()})
        with transaction.atomic():
            response = getattr(client, method)(path)
            transaction.set_rollback(True)
        return response

    def right(self, path: str) -> str:
        """What the table calls the visitor's right: yes, look or —."""
        page = self.sends("get", path)
        answer = self.sends("post", path)
        if page.status_code == 405:
            return "yes" if allowed(answer) else "—"
        if not allowed(page):
            assert answer.status_code == 405 or not allowed(answer), f"{path} cannot be seen, and takes what is sent"
            return "—"
        return "look" if answer.status_code == 403 else "yes"


def open_session(user: User) -> UserSession:
    now = timezone.now()
    return UserSession.objects.create(user=user, session_key="elsewhere", browser="?", began_at=now, seen_at=now)


def kept_form(user: User) -> KeptForm:
    """A form of the account that was kept for it."""
    sealed = seal_of(user).encrypt(b"[]")
    return KeptForm.objects.create(user=user, path="/desk/", sealed=sealed, kept_at=timezone.now())


def make_own(user: User) -> None:
    """Let every row have been begun by the account."""
    for kind, model in (("case", Case), ("person", Person), ("source", Source)):
        DraftOwner.objects.bulk_create(DraftOwner(kind=kind, row=row.pk, user=user) for row in model.objects.all())


def rights_of(who: str, examples: Examples) -> dict[str, str]:
    """What one role's rights come to, address by address."""
    user = None if who == "nobody" else account("somebody", *([who] if who in ROLES else []))
    if user:
        RecoveryCodes.activate(user)
        examples = examples | {("desk_end_session", "pk"): open_session(user).pk}
        examples |= {("desk_kept_form", "pk"): kept_form(user).pk}
    visitor = Visitor(user)
    paths = {name: path_of(name, route, examples) for name, route in of_the_desk().items()}
    rights = {name: visitor.right(path) for name, path in paths.items()}
    if user and who == "contributor":
        make_own(user)
        own = {name: visitor.right(path) for name, path in paths.items()}
        rights |= {name: f"own: {right}" for name, right in own.items() if right != rights[name]}
    return rights


@pytest.mark.django_db
@pytest.mark.parametrize("who", WHO)
def test_rights_when_every_address_is_asked(examples: Examples, who: str) -> None:
    said = {name: cells[who] for name, cells in table().items()}

    assert rights_of(who, examples) == said


@pytest.mark.django_db
@pytest.mark.parametrize("who", WHO)
def test_rows_that_readers_have_seen_when_removed_from_the_list(examples: Examples, who: str) -> None:
    """The list's own action asks for each row, not for its kind alone."""
    user = None if who == "nobody" else account("somebody", *([who] if who in ROLES else []))
    client = browser(user) if user else Client()
    other = Case.objects.get(slug="other-2016")

    client.post("/desk/cases/case/", {"action": "delete_selected", "_selected_action": [other.pk], "post": "yes"})

    assert Case.objects.filter(pk=other.pk).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ROLES)
def test_group_when_migrated_has_what_its_role_says(name: str) -> None:
    permissions = Group.objects.get(name=name).permissions.select_related("content_type")

    assert {f"{row.content_type.app_label}.{row.codename}" for row in permissions} == ROLES[name].permissions


def test_addresses_of_the_desk_are_many() -> None:
    assert {"admin:index", "admin:cases_case_change", "desk_join"} <= of_the_desk().keys()
