"""docs/permissions.md holds for every address of the desk, for every role and for none.

The addresses come from the resolver: a new one fails here until the table names it.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from cases.models import Case, Tag
from desk.accounts.roles import ROLES
from desk.models import Decision, DraftOwner, Invitation, Submission, Submitted, UserSession
from inbox.models import Message, receive
from people.models import Occupation, Person, Recogniser
from records import stored
from records.models import Court, Paper, Publisher, Source, Trial
from records.serial import save_dict
from tests.desk.addresses import EXAMPLES
from tests.desk.invented_accounts import account, browser
from tests.invented import records as invented
from tests.invented.publications import publish

TABLE = Path(settings.BASE_DIR) / "docs" / "permissions.md"
WHO = ("nobody", "without a role", *ROLES)
DESK = f"{settings.DESK_PATH}/"


def addresses(resolver: Any, name: str = "", route: str = "") -> Iterator[tuple[str, str]]:
    """(name, route) of every address below a resolver."""
    for entry in resolver.url_patterns:
        below = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from addresses(entry, f"{name}{entry.namespace}:" if entry.namespace else name, below)
        elif isinstance(entry, URLPattern) and entry.name:
            yield name + entry.name, below


def of_the_desk() -> dict[str, str]:
    return {name: route for name, route in addresses(get_resolver()) if route.startswith(DESK)}


def table() -> dict[str, dict[str, str]]:
    """Address name -> who -> what, as the document says."""
    found = {}
    for line in TABLE.read_text().splitlines():
        names, *cells = [cell.strip() for cell in line.strip("|").split("|")]
        for name in re.findall(r"`([^`]+)`", names) if len(cells) == len(WHO) else []:
            found[name] = dict(zip(WHO, cells, strict=True))
    return found


def path_of(name: str, route: str, values: dict[Any, Any]) -> str:
    """The address with an example for each of its parts."""
    model = name.removeprefix("admin:").rpartition("_")[0]

    def example(part: re.Match[str]) -> str:
        options = ((name, part[1]), (model, part[1]), part[1])
        return str(next(values[option] for option in options if option in values))

    plain = re.sub(r"\^\(\?P<(\w+)>[^)]*\)/\$", r"<\1>/", route)
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", example, plain) + values.get((name, "?"), "")


DOORS = ("/desk/account/login/", "/desk/login/")


def allowed(response: Any) -> bool:
    """Whether the answer lets one in: not 403, 404 or 410, nor a way back to the door or the first page."""
    if response.status_code == 302:
        location = response.headers["Location"]
        return not location.startswith(DOORS) and location != "/desk/"
    return response.status_code not in (403, 404, 410)


def sent(user: User | None, method: str, path: str) -> Any:
    """The answer to one request in a new browser; its effects are undone."""
    with transaction.atomic():
        client = browser(user) if user else Client()
        response = getattr(client, method)(path)
        transaction.set_rollback(True)
    return response


def outcome(user: User | None, path: str) -> str:
    got = sent(user, "get", path)
    if got.status_code == 405:
        return "yes" if allowed(sent(user, "post", path)) else "—"
    if not allowed(got):
        posted = sent(user, "post", path)
        assert posted.status_code == 405 or not allowed(posted), f"{path} cannot be seen, and takes what is sent"
        return "—"
    return "look" if sent(user, "post", path).status_code == 403 else "yes"


@pytest.fixture
def rows(shared: None, settings: Any, tmp_path: Path) -> dict[Any, Any]:
    """An example for every part of an address: rows that somebody else began, and rows of one's own."""
    save_dict(Case, invented.case(status="published"))
    settings.VAR = tmp_path
    return (
        {("desk_picture", "name"): stored.store(stored.CLEANED, b"a picture", "webp") + ".webp"}
        | EXAMPLES
        | {
            ("cases_case", "object_id"): Case.objects.get().pk,
            ("cases_tag", "object_id"): Tag.objects.first().pk,
            ("people_person", "object_id"): Person.objects.get().pk,
            ("people_occupation", "object_id"): Occupation.objects.first().pk,
            ("people_recogniser", "object_id"): Recogniser.objects.first().pk,
            ("records_source", "object_id"): Source.objects.get(slug="invented-court-1").pk,
            ("records_publisher", "object_id"): Publisher.objects.first().pk,
            ("records_court", "object_id"): Court.objects.get().pk,
            ("records_trial", "object_id"): Trial.objects.get().pk,
            ("auth_user", "object_id"): account("bystander").pk,
            "object_id": Case.objects.get().pk,
        }
        | invited()
        | sent_case()
    )


def invited() -> dict[Any, Any]:
    """An invitation that still works."""
    now = timezone.now()
    row = Invitation.objects.create(
        note="Somebody", role="editor", made_by=User.objects.get(), made_at=now, expires_at=now + timedelta(days=1)
    )
    return {("desk_join", "key"): row.key(), ("desk_withdraw_invitation", "pk"): row.pk}


def sent_case() -> dict[Any, Any]:
    """The case, sent for review by somebody else; and what belongs to a case by its number."""
    case = Case.objects.get()
    row = Submission.objects.create(sent_by=User.objects.get(), sent_at=timezone.now())
    Submitted.objects.create(submission=row, case=case, version=case.version, digest="0" * 64)
    of_case = (
        "desk_case_work",
        "desk_copy_case",
        "desk_case_intake",
        "desk_send_case",
        "desk_withdraw",
        "desk_preview",
        "admin:cases_case_check",
    )
    of_submission = ("desk_submission", "desk_answer", "desk_publish")
    receive("danger", "Help", case.slug, "en", "token", timezone.now())
    message = Message.objects.get()
    decision = Decision.objects.create(
        message=message, case_id=case.slug, act="refuse", why="x", by=User.objects.get(), at=timezone.now()
    )
    save_dict(Person, invented.person("other-person"))
    other = save_dict(Case, invented.case("other-2016", person="other-person"))
    edition = publish(other, {"en": "First"}, timezone.now())
    of_request = ("desk_request", "desk_propose_decision", "desk_answer_request")
    others = {("desk_confirm_decision", "pk"): decision.pk, ("desk_restore", "number"): edition.number}
    others |= {(name, "pk"): case.person.pk for name in ("desk_portrait", "desk_remove_portrait")}
    others |= dict.fromkeys([(name, "pk") for name in OF_PAPERS], paper_of("invented-court-1"))
    others |= {(name, "pk"): message.pk for name in of_request}
    return others | {(name, "pk"): case.pk for name in of_case} | {(name, "pk"): row.pk for name in of_submission}


OF_PAPERS = ("desk_paper", "desk_paper_file", "desk_paper_places", "desk_paper_public", "desk_remove_paper")


def paper_of(slug: str) -> int:
    """The number of the source, which has a paper."""
    source = Source.objects.get(slug=slug)
    Paper.objects.create(source=source, sha256=stored.store(stored.UNTOUCHED, b"%PDF-", "pdf"), pages=1, size=5)
    return source.pk


def open_session(user: User) -> UserSession:
    now = timezone.now()
    return UserSession.objects.create(user=user, session_key="elsewhere", browser="?", began_at=now, seen_at=now)


def make_own(user: User) -> None:
    """Let every row have been begun by the account."""
    for kind, model in (("case", Case), ("person", Person), ("source", Source)):
        DraftOwner.objects.bulk_create(DraftOwner(kind=kind, row=row.pk, user=user) for row in model.objects.all())


def found_for(who: str, rows: dict[Any, Any]) -> dict[str, str]:
    """What one role's rights come to, address by address."""
    user = None if who == "nobody" else account("somebody", *([who] if who in ROLES else []))
    if user:
        RecoveryCodes.activate(user)
        rows |= {("desk_end_session", "pk"): open_session(user).pk}
    found: dict[str, str] = {}
    for own in (False, True) if who == "contributor" else (False,):
        if own and user:
            make_own(user)
        for name, route in of_the_desk().items():
            answer = outcome(user, path_of(name, route, rows))
            found[name] = answer if not own or answer == found[name] else f"own: {answer}"
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("who", WHO)
def test_rights_when_every_address_is_asked(rows: dict[Any, Any], who: str) -> None:
    said = {name: cells[who] for name, cells in table().items()}

    assert found_for(who, rows) == said


@pytest.mark.django_db
@pytest.mark.parametrize("who", WHO)
def test_rows_that_readers_have_seen_when_removed_from_the_list(rows: dict[Any, Any], who: str) -> None:
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

    assert {f"{one.content_type.app_label}.{one.codename}" for one in permissions} == ROLES[name].permissions


def test_addresses_of_the_desk_are_many() -> None:
    assert {"admin:index", "admin:cases_case_change", "desk_join"} <= of_the_desk().keys()
