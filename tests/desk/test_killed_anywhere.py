"""Each work is killed at one statement after the other: nothing half done, chain and index whole. All invented."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from archive.index.models import Entry
from cases.models import Case
from desk.models import Publication
from desk.requests.effects import withhold_in_silence
from desk.review import actions as acts
from editions.erase import ErasedPlace, redact, with_repeats
from editions.models import ChainEntry, Edition
from editions.publish import withdraw
from editions.reasons import SILENT
from editions.seal import seal
from inbox.models import Message, receive
from tests.desk.forms.test_cases import address, opened
from tests.desk.invented_accounts import account, browser
from tests.desk.review.sound_cases import sound
from tests.invented.killing import Death, Work, complaints, cut, dies_at, everything, kill
from tests.invented.publications import publish

pytestmark = pytest.mark.django_db(transaction=True)
NOON = timezone.now()
REASON = {"en": "Because"}
Ready = Callable[[], tuple[Work, Callable[[], bool]]]
"""Prepares a work; gives it, and whether it is done to its end."""


def save_a_case() -> tuple[Work, Callable[[], bool]]:
    case = sound()
    editor = browser(account("editor", superuser=True))
    data = {**opened(editor, case), "title_en": "Typed just before"}
    return (
        lambda: editor.post(address(case), data),
        lambda: Case.objects.get().title["en"] == "Typed just before" and Case.objects.get().version > case.version,
    )


def publish_a_case() -> tuple[Work, Callable[[], bool]]:
    sent = acts.submit([sound()], account("writer", "editor"), "", NOON)
    acts.review(sent, account("second", "reviewer"), True, "", NOON)
    publisher = browser(account("olga", "publisher"))
    data = {"reason_en": "First publication", "harm": "no"}
    return (
        lambda: publisher.post(f"/desk/work/{sent.pk}/publish/", data),
        lambda: (
            (Edition.objects.count(), Publication.objects.count(), Case.objects.get().status) == (1, 1, "published")
        ),
    )


def is_published() -> bool:
    return Case.objects.get().status == "published" and Entry.objects.filter(known_until=None).exists()


def withdraw_a_case() -> tuple[Work, Callable[[], bool]]:
    publish(sound(), REASON, NOON)
    return lambda: withdraw("invented-2024", REASON, NOON), is_withdrawn


def silence_a_case() -> tuple[Work, Callable[[], bool]]:
    publish(sound(), REASON, NOON)
    return lambda: withhold_in_silence("invented-2024", NOON), is_withdrawn


def is_withdrawn() -> bool:
    return ChainEntry.objects.count() == 2 and not Entry.objects.filter(known_until=None).exists()


def erase_a_title() -> tuple[Work, Callable[[], bool]]:
    publish(sound(), REASON, NOON)
    edition = Edition.objects.get()
    places = with_repeats(edition, [ErasedPlace("case.title")])
    return lambda: redact(edition, places, SILENT, NOON), lambda: ChainEntry.objects.count() == 2


def seal_a_day() -> tuple[Work, Callable[[], bool]]:
    publish(sound(), REASON, NOON)
    return lambda: seal(NOON), lambda: ChainEntry.objects.count() == 2


def send_a_message() -> tuple[Work, Callable[[], bool]]:
    return (
        lambda: receive("danger", "Help", "invented-2024", "en", "token", NOON),
        lambda: Message.objects.count() == 1,
    )


ALL = [save_a_case, publish_a_case, withdraw_a_case, silence_a_case, erase_a_title, seal_a_day, send_a_message]
STATEMENTS = range(1, 1_000) if os.environ.get("KILL_AT_EVERY_STATEMENT") else (1, 4, 11, 25, 60)


@pytest.mark.parametrize("death", [kill, cut])
@pytest.mark.parametrize("ready", ALL)
def test_work_that_dies_leaves_nothing_half_done(ready: Ready, death: Death, settings: Any, tmp_path: Path) -> None:
    """Some forty deaths here; `make bench PART=kills` tries every statement."""
    settings.VAR = tmp_path
    work, done = ready()
    before, deaths = everything(), 0
    for at in STATEMENTS:
        if done() or not dies_at(at, death, work):
            break
        deaths += 1
        assert everything() == before or done(), at
        assert complaints() == [], at

    assert deaths >= 1
    assert done() or not dies_at(10_000, death, work)
    assert done()
    assert complaints() == []
    print(f"{deaths} deaths of {ready.__name__}")  # noqa: T201 the benchmark adds them up
