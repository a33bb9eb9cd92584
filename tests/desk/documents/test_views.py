"""A verdict from the desk to readers and out again. All invented."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from cases.models import Case
from desk.documents import inspection
from desk.models import Decision, DraftOwner, Export, RowChange
from desk.requests import deciding
from editions.building import document_of_rows
from editions.current import document_of
from editions.exporting import archive_of_rows, as_bytes
from editions.importing.saving import save as save_archive
from editions.publish import withdraw
from editions.schema import ArchiveFile
from limits.turns import PAPERS
from records import stored
from records.models import Paper, Source
from tests.desk.accounts.test_own_drafts import NOON
from tests.desk.documents.pdfs import BOX, TEXT, locked, marked, pdf, talkative
from tests.desk.invented_accounts import account, browser
from tests.desk.review.sound_cases import sound
from tests.invented.publications import publish

pytestmark = pytest.mark.django_db
PAGE, REASON = "/en/cases/invented-2024/", {"en": "Because"}


@pytest.fixture(autouse=True)
def _uploads(settings: Any, tmp_path: Path) -> None:
    settings.VAR = tmp_path


@pytest.fixture
def case(db: Any) -> Case:
    return sound()


@pytest.fixture
def source(case: Case) -> Source:
    return Source.objects.get(slug="invented-news-1")


def upload(desk: Client, source: Source, content: bytes | None = None, name: str = "verdict.pdf") -> Any:
    file = SimpleUploadedFile(name, talkative() if content is None else content)
    return desk.post(f"/desk/papers/{source.pk}/", {"file": file})


def set_public(desk: Client, source: Source, public: str = "1") -> Any:
    return desk.post(f"/desk/papers/{source.pk}/public/", {"public": public})


def files(room: str = stored.CLEANED) -> list[str]:
    return stored.names(room)


def published(desk: Client, case: Case, source: Source) -> str:
    """The address of the public file of a published case."""
    assert upload(desk, source).status_code == 302
    assert set_public(desk, source).status_code == 302
    publish(case, REASON, NOON)
    return f"/media/{Paper.objects.get().public_sha256}.pdf"


def test_paper_when_uploaded_is_internal(desk: Client, case: Case, source: Source, client: Client) -> None:
    assert upload(desk, source).status_code == 302
    publish(case, REASON, NOON)

    paper = Paper.objects.get()
    assert (paper.pages, paper.size, paper.is_public) == (1, len(talkative()), False)
    assert paper.uploaded_by.username == "chief"
    assert paper.uploaded_at is not None
    assert files(stored.UNTOUCHED) == [f"{paper.sha256}.pdf"]
    assert files() == []
    assert client.get(f"/media/{paper.sha256}.pdf").status_code == 404
    assert "the paper itself" not in client.get(PAGE).content.decode()
    assert "paper" not in source.to_dict()


def test_paper_when_public_comes_with_an_edition(desk: Client, case: Case, source: Source, client: Client) -> None:
    publish(case, REASON, NOON)
    upload(desk, source)
    set_public(desk, source)
    address = f"/media/{Paper.objects.get().public_sha256}.pdf"
    assert client.get(address).status_code == 404
    assert address not in client.get(PAGE).content.decode()

    desk.post(f"/desk/papers/{source.pk}/places/", {"places_en": "the sentence: page 1"})
    publish(case, REASON, NOON)

    text = " ".join(client.get(PAGE).content.decode().split())
    assert f'<a href="{address}">the paper itself</a>, PDF, ' in text
    assert "1 page: the sentence: page 1)" in text
    response = client.get(address)
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"].startswith("attachment")
    content = response.getvalue()
    assert b"Secret" not in content
    assert content.startswith(b"%PDF-")


def test_paper_when_others_are_being_read(desk: Client, source: Source, settings: Any) -> None:
    """A minute and a gigabyte each: whoever asks for many at once would take the machine from everybody."""
    settings.PAPERS_AT_ONCE = 1
    upload(desk, source)
    with psycopg.connect(**connection.get_connection_params()) as other:
        other.execute("SELECT pg_advisory_lock(%s, 1)", [PAPERS])
        answers = [upload(desk, source), desk.get(f"/desk/papers/{source.pk}/pages/"), set_public(desk, source)]
    assert [answer.status_code for answer in answers] == [400] * 3
    assert all("try again in a minute" in answer.text for answer in answers)
    assert [desk.get(f"/desk/papers/{source.pk}/pages/").status_code for _ in range(2)] == [200, 200]
    with psycopg.connect(**connection.get_connection_params()) as other:
        assert other.execute("SELECT pg_try_advisory_lock(%s, 1)", [PAPERS]).fetchone() == (True,)


def test_paper_as_it_came_is_never_public(desk: Client, case: Case, source: Source, client: Client) -> None:
    """Even a document that names it does not get it out."""
    upload(desk, source)
    raw = Paper.objects.get().sha256
    Paper.objects.update(is_public=True, public_sha256=raw, public_size=1)
    publish(case, REASON, NOON)

    assert client.get(f"/media/{raw}.pdf").status_code == 404


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (marked("/Redact"), "page 1: 1 marks are meant to cover something and do not: burn them in"),
        (pdf(b"BT /F1 12 Tf 9 9 Td (730412300123) Tj ET"), "page 1: an ID number (IIN) stands in the text"),
    ],
)
def test_paper_in_which_something_hides_stays_internal(
    desk: Client, case: Case, source: Source, content: bytes, line: str
) -> None:
    assert upload(desk, source, content).status_code == 302
    assert line in desk.get(f"/desk/papers/{source.pk}/").content.decode()

    response = set_public(desk, source)

    assert response.status_code == 400
    assert "Readers cannot have it yet: see what was found." in response.content.decode()
    assert (Paper.objects.get().is_public, files()) == (False, [])


def test_text_under_a_box_does_not_reach_readers(desk: Client, case: Case, source: Source, client: Client) -> None:
    upload(desk, source, pdf(TEXT + BOX))
    set_public(desk, source)
    publish(case, REASON, NOON)

    public = client.get(f"/media/{Paper.objects.get().public_sha256}.pdf").getvalue()

    assert b"Secret" not in public
    assert PdfReader(BytesIO(public)).pages[0].extract_text() == ""


def test_pages_as_readers_get_them_before_they_do(desk: Client, source: Source) -> None:
    upload(desk, source)

    response = desk.get(f"/desk/papers/{source.pk}/pages/")

    assert (response.status_code, files()) == (200, [])
    assert PdfReader(BytesIO(response.getvalue())).pages[0].extract_text() == ""
    assert Export.objects.get().what == "paper of invented-news-1"


def test_paper_when_made_internal_again(
    desk: Client, case: Case, source: Source, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    """What an edition gives, it gives until the next one; then the file of old editions is theirs alone."""
    address = published(desk, case, source)
    with django_capture_on_commit_callbacks(execute=True):
        set_public(desk, source, "0")
    assert client.get(address).getvalue().startswith(b"%PDF-")

    publish(case, REASON, NOON)

    assert address not in client.get(PAGE).content.decode()
    assert Paper.objects.get().public_sha256 == ""


def test_paper_when_the_case_is_withdrawn(desk: Client, case: Case, source: Source, client: Client) -> None:
    address = published(desk, case, source)

    withdraw("invented-2024", REASON, NOON)

    assert client.get(address).status_code == 404


@pytest.mark.parametrize(("act", "values"), [("initials", {"initials": "I. P."}), ("remove", {})])
def test_paper_when_the_person_wants_it_gone(
    desk: Client,
    case: Case,
    source: Source,
    client: Client,
    act: str,
    values: dict[str, str],
    django_capture_on_commit_callbacks: Any,
) -> None:
    address = published(desk, case, source)
    decision = Decision(case_id="invented-2024", act=act, why="x", by=account("one", "editor"), **values)

    with django_capture_on_commit_callbacks(execute=True):
        deciding.propose(decision, timezone.now())
        deciding.confirm(decision, account("two", "editor"), timezone.now())

    assert client.get(address).status_code == 404
    assert "the paper itself" not in client.get(PAGE).content.decode()
    if act == "initials":
        assert (Paper.objects.get().is_public, files()) == (False, [])


def test_paper_when_removed_or_replaced(
    desk: Client, case: Case, source: Source, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        upload(desk, source)
        set_public(desk, source)
    with django_capture_on_commit_callbacks(execute=True):
        upload(desk, source, pdf())
    paper = Paper.objects.get()
    assert (paper.is_public, files(), files(stored.UNTOUCHED)) == (False, [], [f"{paper.sha256}.pdf"])

    with django_capture_on_commit_callbacks(execute=True):
        desk.post(f"/desk/papers/{source.pk}/remove/")

    assert (Paper.objects.count(), files(stored.UNTOUCHED)) == (0, [])


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (pdf(), "verdict.doc", "The file’s name does not end in .pdf: send the paper as a PDF."),
        (b"MZ", "verdict.pdf", "This is no PDF, whatever its name says: send the paper as a PDF."),
        (locked(), "verdict.pdf", "This PDF is locked: remove the password, or print it to a new PDF."),
        (b"", "verdict.pdf", "The submitted file is empty."),
    ],
)
def test_upload_when_it_is_no_paper(desk: Client, source: Source, content: bytes, name: str, message: str) -> None:
    response = upload(desk, source, content, name)

    assert (response.status_code, Paper.objects.count(), files(stored.UNTOUCHED)) == (400, 0, [])
    assert message in response.content.decode()


def test_upload_when_too_large(desk: Client, source: Source, settings: Any) -> None:
    settings.PAPER_LARGEST = settings.MEGABYTE

    assert "Larger than 1 MB: split it." in upload(desk, source, pdf() + b" " * settings.MEGABYTE).content.decode()


def test_name_with_path_tricks_is_kept_nowhere(desk: Client, source: Source) -> None:
    assert upload(desk, source, name="../../Very Secret.pdf").status_code == 302

    assert "Very Secret" not in json.dumps([change.data for change in RowChange.objects.all()])


def test_file_when_taken_from_the_desk_is_noted(desk: Client, source: Source) -> None:
    upload(desk, source)

    response = desk.get(f"/desk/papers/{source.pk}/file/")

    assert response.getvalue() == talkative()
    assert response.headers["Content-Disposition"] == 'attachment; filename="invented-news-1.pdf"'
    assert Export.objects.get().what == "paper of invented-news-1"


def test_contributor_sees_the_papers_of_own_sources_alone(desk: Client, source: Source) -> None:
    upload(desk, source)
    user = account("somebody", "contributor")
    theirs = browser(user)
    assert theirs.get(f"/desk/papers/{source.pk}/file/").status_code == 403

    Case.objects.all().delete()
    DraftOwner.objects.create(kind=DraftOwner.DraftKind.SOURCE, row=source.pk, user=user)

    assert theirs.get(f"/desk/papers/{source.pk}/file/").getvalue() == talkative()


@pytest.mark.parametrize("role", ["reviewer", "publisher"])
def test_paper_when_one_may_only_look(source: Source, desk: Client, role: str) -> None:
    upload(desk, source)
    reader = browser(account("somebody", role))

    assert reader.get(f"/desk/papers/{source.pk}/").status_code == 200
    assert upload(reader, source).status_code == 403
    assert set_public(reader, source).status_code == 403


def test_audit_names_who_brought_it(desk: Client, source: Source) -> None:
    upload(desk, source)

    change = RowChange.objects.get(model="paper")
    assert (change.subject, change.subject_id, change.user.username) == ("source", source.pk, "chief")


def test_archive_file_when_exported_and_imported_elsewhere(desk: Client, case: Case, source: Source) -> None:
    published(desk, case, source)
    exported = as_bytes(archive_of_rows().to_dict())
    Paper.objects.all().delete()

    assert save_archive(ArchiveFile.model_validate(json.loads(exported)), update=True).changed == [
        "sources[1] (invented-news-1)"
    ]
    assert as_bytes(archive_of_rows().to_dict()) == exported


def test_document_names_what_readers_get(desk: Client, case: Case, source: Source) -> None:
    published(desk, case, source)

    (paper,) = [one.paper for one in document_of_rows(case).sources if one.paper]

    content = stored.read(stored.CLEANED, f"{paper.sha256}.pdf")
    assert content is not None
    assert (paper.bytes, paper.pages) == (len(content), len(PdfReader(BytesIO(content)).pages))


def test_document_before_papers_keeps_its_bytes(case: Case) -> None:
    document = document_of(publish(case, REASON, NOON))
    assert document is not None

    assert [one for one in document.to_dict()["sources"] if "paper" in one] == []
    assert "portrait" not in document.to_dict()["person"]


def test_words_are_there_for_every_finding() -> None:
    codes = {"covered", "picture", "marks", "id-number", "phone", "address"}

    assert set(inspection.WORDS) == codes
    assert {code for code in codes if not inspection.blocks([{"code": code}])} == {"address", "covered", "picture"}
