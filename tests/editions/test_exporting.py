from typing import Any

import pytest

from cases.models import Case
from editions.current import standing
from editions.exporting import archive_of_documents, archive_of_rows
from editions.importing.checking import checked
from editions.publish import withdraw
from editions.subjects import SUBJECTS
from people.models import Person
from records.serial import save_dict
from tests.editions.rows import NOON, REASON, published, saved
from tests.invented import records as invented
from tests.invented.publications import publish

pytestmark = pytest.mark.django_db


def test_archive_of_rows_holds_drafts() -> None:
    saved(status="draft")
    assert [case.status for case in archive_of_rows().cases] == ["draft"]


def test_archive_of_documents_holds_what_is_published() -> None:
    published()
    published("invented-2018")
    saved("invented-draft")
    withdraw("invented-2018", REASON, NOON)
    found = archive_of_documents(row.document for row in standing()).to_dict()
    assert [case["id"] for case in found["cases"]] == ["invented-2016"]
    assert [person["born"] for person in found["people"]] == [None]  # withheld
    assert checked(found).to_dict() == found


def test_archive_of_documents_when_a_person_changed_between_editions() -> None:
    published()
    saved("invented-2018")
    save_dict(Person, invented.person(gender="female"))
    publish(Case.objects.get(slug="invented-2018"), REASON, NOON)
    assert [person.gender for person in archive_of_documents(row.document for row in standing()).people] == ["female"]


def test_archive_of_documents_when_nothing_is_published() -> None:
    found: Any = archive_of_documents([]).to_dict()
    assert found == {"format": "shekteu/1", **{subject: [] for subject in SUBJECTS}}
