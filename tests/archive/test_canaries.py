"""Every text in the rows becomes a canary after publication; no public answer may hold one. All invented."""

from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from archive.exports.dataset.places import DiskPlace
from archive.exports.dataset.release import write_release
from cases.models import Case, CaseNote
from people.models import PersonNote
from records.models import Source
from tests.archive.published import TODAY
from tests.desk.addresses import save_examples
from tests.invented.canaries import WORD, answer, plant, requests
from tests.invented.publications import publish

pytestmark = pytest.mark.django_db
EVERY = 61  # of some thirty thousand requests: a prime, so that each address, query and way comes in its turn
SURE = {
    "people.Person.names", "people.PersonNote.notes", "people.Portrait.credit", "cases.Case.title",
    "cases.CaseNote.notes", "records.Source.url", "records.Court.names", "records.Publisher.name",
    "records.Paper.sha256",
    "desk.Decision.why", "desk.Invitation.note", "desk.Submission.note", "inbox.Message.text", "auth.User.username",
}  # fmt: skip


@pytest.fixture
def _canaries(tmp_path: Path, settings: Any) -> None:
    settings.VAR = tmp_path
    save_examples()
    case = Case.objects.get(slug="invented-2016")
    publish(case, {"en": "First"}, timezone.now())
    PersonNote.objects.create(person=case.person)
    CaseNote.objects.create(case=case)
    planted = set(plant())
    assert planted >= SURE, SURE - planted


@pytest.mark.usefixtures("_canaries")
def test_no_public_answer_holds_what_only_the_rows_have(client: Client, tmp_path: Path) -> None:
    asked = 0
    for method, path, headers in islice(requests(), 0, None, EVERY):
        text = answer(client, method, path, headers)
        asked += 1
        said = text.replace(f"?{path.partition('?')[2]}", "").lower()
        # What a reader typed is said back to them: then the word has no row's number behind it.
        assert f"{WORD}-" not in said, path
    assert asked >= 400, asked
    assert f"{WORD}-" in str(Source.objects.values_list("url", flat=True)[0])

    write_release(DiskPlace(tmp_path / "release"), TODAY)
    for file in (tmp_path / "release").iterdir():
        assert f"{WORD}-".encode() not in file.read_bytes(), file.name
