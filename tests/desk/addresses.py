"""Every address of the site, each with an example of what its parts may be: rows that somebody else began."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.test import override_settings
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from cases.models import Case, Tag
from desk.models import Decision, Invitation, Submission, Submitted
from inbox.models import Message, receive
from people.models import Occupation, Person, Portrait, Recogniser
from records import stored
from records.models import Court, Paper, Publisher, Source, Trial
from records.serial import save_dict
from tests.archive.published import for_this_module
from tests.desk.invented_accounts import account
from tests.invented import records as invented
from tests.invented.publications import publish
from tests.invented.rows import save_shared_rows

DESK = f"{settings.DESK_PATH}/"
Examples = dict[Any, Any]
"""By the name of a part, or by address (or model) and part: what stands there. "?": the query of an address."""
NO_ROW: Examples = {
    "app_label": "cases",
    "content_type_id": 1,
    "pk": 999_999,
    "language": "en",
    "kind": "verdict",
    "subject": "people",
    "slug": "invented-person",
    "row": 999_999,
    ("admin:autocomplete", "?"): "?app_label=cases&model_name=case&field_name=person&term=x",
}
OF_A_CASE = (
    *("desk_case_work", "desk_copy_case", "desk_case_intake", "desk_send_case", "desk_withdraw", "desk_preview"),
    "admin:cases_case_check",
)
OF_A_PAPER = (
    *("desk_paper", "desk_paper_file", "desk_paper_pages", "desk_paper_places", "desk_paper_public"),
    "desk_remove_paper",
)
OF_A_REQUEST = ("desk_request", "desk_propose_decision", "desk_answer_request")
OF_A_SUBMISSION = ("desk_submission", "desk_answer", "desk_publish")
OF_A_PERSON = ("desk_portrait", "desk_remove_portrait")


def addresses(resolver: Any = None, name: str = "", route: str = "") -> Iterator[tuple[str | None, str]]:
    """(name, route) of every address below a resolver; below that of the site unless another is given."""
    for entry in (resolver or get_resolver()).url_patterns:
        below = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from addresses(entry, f"{name}{entry.namespace}:" if entry.namespace else name, below)
        elif isinstance(entry, URLPattern):
            yield entry.name and name + entry.name, below


def of_the_desk() -> dict[str, str]:
    return {name: route for name, route in addresses() if name and route.startswith(DESK)}


def path_of(name: str, route: str, examples: Examples) -> str:
    """The address with an example for each of its parts."""
    model = name.removeprefix("admin:").rpartition("_")[0]

    def example(part: re.Match[str]) -> str:
        options = ((name, part[1]), (model, part[1]), part[1])
        return str(next(examples[option] for option in options if option in examples))

    plain = re.sub(r"\^?\(\?P<(\w+)>.*\)(/?)(\$|\\Z)", r"<\1>\2", route)
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", example, plain) + examples.get((name, "?"), "")


@contextmanager
def examples_for_this_module(blocker: Any, folder: Path) -> Iterator[Examples]:
    """The rows are there for all tests of a module, which reads and writes files below the folder."""
    # Nobody is slowed down for asking often, and real hashes cost a tenth of a second each.
    quick = {
        "CACHES": {name: {"BACKEND": "django.core.cache.backends.dummy.DummyCache"} for name in ("default", "process")},
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
    }
    with override_settings(VAR=folder, **quick), for_this_module(blocker):
        yield save_examples()


def save_examples() -> Examples:
    """Saves an example for every part of an address of the desk."""
    save_shared_rows()
    case = save_dict(Case, invented.case(status="published"))
    picture = stored.store(stored.CLEANED, b"a picture", "webp")
    Portrait.objects.create(person=case.person, renditions=[rendition(picture)], alt={"en": "x"}, credit={"en": "x"})
    rows = {
        ("desk_picture", "name"): f"{picture}.webp",
        ("cases_case", "object_id"): case.pk,
        ("cases_tag", "object_id"): Tag.objects.first().pk,
        ("people_person", "object_id"): Person.objects.get().pk,
        ("people_occupation", "object_id"): Occupation.objects.first().pk,
        ("people_recogniser", "object_id"): Recogniser.objects.first().pk,
        ("records_source", "object_id"): Source.objects.get(slug="invented-court-1").pk,
        ("records_publisher", "object_id"): Publisher.objects.first().pk,
        ("records_court", "object_id"): Court.objects.get().pk,
        ("records_trial", "object_id"): Trial.objects.get().pk,
        ("auth_user", "object_id"): account("bystander", "administrator").pk,
        "object_id": case.pk,
    }
    return NO_ROW | rows | _of_an_invitation() | _of_the_case(case) | _of_a_request(case)


def rendition(sha256: str) -> dict[str, Any]:
    return {"sha256": sha256, "type": "image/webp", "width": 10, "height": 10, "bytes": 9}


def _of_an_invitation() -> Examples:
    """An invitation that still works."""
    now = timezone.now()
    row = Invitation.objects.create(
        note="Somebody", role="editor", made_by=User.objects.get(), made_at=now, expires_at=now + timedelta(days=1)
    )
    return {("desk_join", "key"): row.key(), ("desk_withdraw_invitation", "pk"): row.pk}


def _of_the_case(case: Case) -> Examples:
    """The case, sent for review by somebody else; its person; the paper of its source."""
    sent = Submission.objects.create(sent_by=User.objects.get(), sent_at=timezone.now())
    Submitted.objects.create(submission=sent, case=case, version=case.version)
    source = Source.objects.get(slug="invented-court-1")
    Paper.objects.create(source=source, sha256=stored.store(stored.UNTOUCHED, b"%PDF-", "pdf"), pages=1, size=5)
    numbers = {OF_A_CASE: case.pk, OF_A_SUBMISSION: sent.pk, OF_A_PERSON: case.person.pk, OF_A_PAPER: source.pk}
    return {(name, "pk"): number for names, number in numbers.items() for name in names}


def _of_a_request(case: Case) -> Examples:
    """A message about the case with a decision to confirm; an edition of another case, to restore."""
    receive("danger", "Help", case.slug, "en", "token", timezone.now())
    message = Message.objects.get()
    decision = Decision.objects.create(
        message=message, case_id=case.slug, act="refuse", why="x", by=User.objects.get(), at=timezone.now()
    )
    save_dict(Person, invented.person("other-person"))
    other = save_dict(Case, invented.case("other-2016", person="other-person"))
    edition = publish(other, {"en": "First"}, timezone.now())
    numbers = {(name, "pk"): message.pk for name in OF_A_REQUEST}
    return numbers | {("desk_confirm_decision", "pk"): decision.pk, ("desk_restore", "number"): edition.number}
