"""An editor enters the Bokai case from a blank form to review; a second account approves and publishes it.

The person, the courts, the tags and the sources are in the archive. Fields and clicks are counted and printed; what
readers then see equals what the founding file comes to.
"""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client, RequestFactory
from playwright.sync_api import Page

from archive.pages.case.preview import page as preview
from cases.models import Case, Tag
from desk.models import Submission
from editions.current import document_of
from editions.document import Shared, build, content_digest
from editions.importing.checking import checked
from editions.models import Edition
from editions.schema import ArchiveFile, Document
from editions.subjects import SUBJECTS
from people.models import Person
from records.json_dict import JSONDict
from records.models import Court, Source
from tests.browser.signing_in import sign_in
from tests.browser.typist import Typist
from tests.desk.invented_accounts import account

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FILE = Path(settings.BASE_DIR) / "fixtures" / "kazakhstan.json"
SHARED = ("sources", "courts", "trials", "occupations", "tags")
ON = "2026-11-22"
LONG = 60_000  # milliseconds; a slow machine saves a large form


def test_bokai_from_a_blank_form_to_readers(page: Page, capsys: Any, client: Client) -> None:
    archive = checked(json.loads(FILE.read_text(encoding="utf-8")))
    case = next(one for one in archive.cases if one.id == "bokai-2016").to_dict()
    person = next(one for one in archive.people if one.id == "max-bokai").to_dict()
    already_there(archive, person, case["tags"])
    typist = Typist(page, labels(), person["names"])

    enter(page, typist, case)
    send(page, typist)
    publish(page)

    with capsys.disabled():
        print(f"\nThe Bokai case: {typist.fields} fields, {typist.letters} letters, {typist.clicks} clicks")  # noqa: T201
    edition, wanted = Edition.objects.get(), build(case, person, shared(archive), [])
    published = document_of(edition)
    assert published is not None
    assert published.case.to_dict() == wanted.case.to_dict()
    assert content_digest(published) == content_digest(wanted)
    assert read(client) == as_it_should_read(wanted, edition)
    assert typist.fields <= 200


def already_there(archive: ArchiveFile, person: JSONDict, tags: list[str]) -> None:
    """What other cases brought into the archive before."""
    for subject in SHARED:
        for one in getattr(archive, subject):
            SUBJECTS[subject].save(one.to_dict())
    SUBJECTS["people"].save(person)
    for tag in tags:
        Tag.objects.get_or_create(name=tag, defaults={"names": {"en": tag}})


def labels() -> dict[str, str]:
    """What a search box shows for each row, by id."""
    found = {row.slug: str(row) for model in (Source, Court, Person) for row in model.objects.all()}
    return found | {tag.name: str(tag) for tag in Tag.objects.all()}


def enter(page: Page, typist: Typist, case: JSONDict) -> None:
    """An editor types the case and saves it."""
    sign_in(page, account("writer", "editor"))
    page.goto("/desk/cases/case/add/")
    typist.whole_case(case)
    typist.click("input[name=_save] >> nth=0")
    page.wait_for_selector(".messagelist .success, .errornote", timeout=LONG)
    wrong = page.locator(".errornote, .errorlist").all_inner_texts()
    assert not wrong, wrong


def send(page: Page, typist: Typist) -> None:
    """The editor sends it for review."""
    page.goto(f"/desk/work/cases/{Case.objects.get().pk}/")
    typist.click("form[action$='/send/'] button")
    page.wait_for_selector("button[name=approve], .messagelist .success", timeout=LONG)


def publish(page: Page) -> None:
    """A second account approves and publishes."""
    sign_in(page, account("second", "reviewer", "publisher"))
    page.goto(f"/desk/work/{Submission.objects.get().pk}/")
    page.click("button[name=approve]")
    page.wait_for_selector("text=Approved: it can be published.", timeout=LONG)
    page.fill("[name=reason_en]", "First publication")
    page.check("[name=harm][value=no]")
    page.click("form[action$='/publish/'] button")
    page.wait_for_selector("text=Published: version", timeout=LONG)


def shared(archive: ArchiveFile) -> Shared:
    """What cases of the founding file share, by id."""
    return Shared(**{subject: {one.id: one.to_dict() for one in getattr(archive, subject)} for subject in SHARED})


def read(client: Client) -> list[str]:
    """The words of the page that readers get."""
    return words(client.get(f"/en/cases/bokai-2016/?on={ON}").content.decode())


def as_it_should_read(wanted: Document, edition: Edition) -> list[str]:
    """The words of the page of the founding file's document."""
    asked = RequestFactory().get("/")
    return words(preview(asked, wanted, edition, date.fromisoformat(ON), "en", "/media/").content.decode())


def words(html: str) -> list[str]:
    """All that a page says, tag by tag; not the digest, which no two builds share."""
    main = re.search(r"<main.*</main>", html, re.DOTALL)
    assert main is not None
    said = [" ".join(text.split()) for text in re.split(r"<[^>]+>", main[0])]
    return [text for text in said if text and not re.fullmatch(r"[0-9a-f]{12,64}…?", text)]
