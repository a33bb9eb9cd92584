"""A portrait from the desk to readers and out again. Nobody here exists."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from cases.models import Case
from desk.models import Decision, RowChange
from desk.requests import deciding
from desk.review.checks import findings
from editions.building import document_of_rows
from editions.current import document_of
from editions.exporting import archive_of_rows, as_bytes
from editions.importing.saving import save as save_archive
from editions.index import index_edition
from editions.models import Edition
from editions.publish import withdraw
from editions.restore import restore
from editions.schema import ArchiveFile
from people.models import Person, Portrait
from records import stored
from records.serial import save_dict
from tests.desk.accounts.test_own_drafts import NOON
from tests.desk.form_data import typed as form_data
from tests.desk.invented_accounts import account, browser
from tests.desk.invented_documents import SOUND
from tests.desk.portraits.pictures import encoded, tell_tale
from tests.desk.review.sound_cases import sound
from tests.invented import records as invented
from tests.invented.publications import publish

pytestmark = pytest.mark.django_db
PAGE, PERSON = "/en/cases/invented-2024/", "/en/people/invented-person/"
WORDS = {
    **{f"alt_{n}": f"Somebody drawn, {n}" for n in range(3)},
    **{f"credit_{n}": f"A drawer, {n}" for n in range(3)},
    "licence": "cc-by-4",
    "sources": ["invented-news-1"],
}
REASON = {"en": "Because"}


@pytest.fixture(autouse=True)
def _uploads(settings: Any, tmp_path: Path) -> None:
    settings.VAR = tmp_path


@pytest.fixture
def case(db: Any) -> Case:
    return sound()


def typed(name: str) -> str:
    """The field's names as the form has them: alt_0 becomes the language's."""
    for number, language in enumerate(("en", "ru", "kk")):
        name = name.removesuffix(f"_{number}") + (f"_{language}" if name.endswith(f"_{number}") else "")
    return name


def upload(desk: Client, content: bytes | None = None, name: str = "picture.jpg", **words: Any) -> Any:
    sent = {typed(field): value for field, value in {**WORDS, **words}.items()}
    sent["picture"] = SimpleUploadedFile(name, tell_tale() if content is None else content)
    return desk.post(f"/desk/portraits/{Person.objects.get(slug='invented-person').pk}/", sent)


def files() -> list[str]:
    return [f"/media/{name}" for name in stored.names(stored.CLEANED)]


def answers(client: Client) -> set[int]:
    """How the media addresses of all files here answer."""
    return {client.get(path).status_code for path in files()}


def uploaded(desk: Client) -> None:
    assert upload(desk).status_code == 302


def test_portrait_when_uploaded(desk: Client, case: Case) -> None:
    uploaded(desk)

    record = Person.objects.get().to_dict()["portrait"]
    assert [(one["type"], one["width"], one["height"]) for one in record["renditions"]] == [
        *(("image/avif", width, height) for width, height in ((160, 200), (320, 400), (640, 800))),
        ("image/jpeg", 320, 400),
        *(("image/webp", width, height) for width, height in ((160, 200), (320, 400), (640, 800))),
    ]
    assert record["credit"] == {"en": "A drawer, 0", "ru": "A drawer, 1", "kk": "A drawer, 2"}
    assert (record["licence"], record["sources"]) == ("cc-by-4", ["invented-news-1"])
    assert len(files()) == 7
    assert all(b"Secret" not in stored.read(stored.CLEANED, name)
               for name in stored.names(stored.CLEANED))  # fmt: skip


def test_portrait_of_a_draft_is_seen_at_the_desk_alone(desk: Client, case: Case, client: Client) -> None:
    publish(case, REASON, NOON)
    uploaded(desk)
    picture = files()[0].removeprefix("/media/")

    assert answers(client) == {404}
    assert "<picture>" not in client.get(PAGE).content.decode()
    assert client.get(f"/desk/pictures/{picture}").status_code == 302
    assert desk.get(f"/desk/pictures/{picture}").status_code == 200
    preview = desk.get(f"/desk/work/cases/{case.pk}/preview/en/").content.decode()
    assert f"/desk/pictures/{picture}" in preview


def test_portrait_when_published(desk: Client, case: Case, client: Client) -> None:
    uploaded(desk)
    publish(case, REASON, NOON)

    for page in (PAGE, PERSON, "/ru/cases/invented-2024/", f"{PAGE}versions/1/"):
        text = " ".join(client.get(page).content.decode().split())
        assert text.count("<source type=") == 2
        assert 'width="320" height="400" alt="Somebody drawn, ' in text
        assert "A drawer, " in text
        assert 'href="https://creativecommons.org/licenses/by/4.0/"' in text
    assert 'alt="Somebody drawn, 1"' in client.get("/ru/cases/invented-2024/").content.decode()
    assert answers(client) == {200}


def test_media_when_asked_for(desk: Client, case: Case, client: Client) -> None:
    uploaded(desk)
    publish(case, REASON, NOON)
    path = next(path for path in files() if path.endswith(".webp"))

    response = client.get(path)

    assert response.headers["Content-Type"] == "image/webp"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "public, max-age=60, stale-if-error=600"
    policy = response.headers["Content-Security-Policy"]
    assert "sandbox" in policy.replace(";", " ").split()
    assert "default-src 'none'" in policy
    assert "Set-Cookie" not in response.headers
    assert client.get(path, headers={"If-None-Match": response.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize("name", ["..%2Fsecret.pdf", "x", "0" * 64 + ".html", "0" * 64 + ".webp", "0" * 64])
def test_media_when_the_name_is_none(client: Client, name: str) -> None:
    assert client.get(f"/media/{name}").status_code == 404


def test_media_never_gives_a_file_that_no_edition_names(desk: Client, case: Case, client: Client) -> None:
    stored.store(stored.CLEANED, b"a picture", "webp")

    assert answers(client) == {404}


def test_portrait_when_the_case_is_withdrawn(desk: Client, case: Case, client: Client) -> None:
    uploaded(desk)
    publish(case, REASON, NOON)
    path = files()[0]
    etag = client.get(path).headers["ETag"]

    withdraw("invented-2024", REASON, NOON)

    assert answers(client) == {404}
    assert client.get(path, headers={"If-None-Match": etag}).status_code == 404


def decided(act: str, **values: str) -> None:
    decision = Decision(case_id="invented-2024", act=act, why="x", by=account("one", "editor"), **values)
    deciding.propose(decision, timezone.now())
    if not decision.done_at:
        deciding.confirm(decision, account("two", "editor"), timezone.now())


@pytest.mark.parametrize(("act", "values"), [("take-out", {}), ("initials", {"initials": "I. P."}), ("remove", {})])
def test_portrait_when_the_person_wants_it_gone(
    desk: Client, case: Case, client: Client, act: str, values: dict[str, str], django_capture_on_commit_callbacks: Any
) -> None:
    uploaded(desk)
    publish(case, REASON, NOON)
    save_dict(Case, invented.case("other-2020", **{**SOUND, "tags": [], "trial": None}))
    publish(Case.objects.get(slug="other-2020"), REASON, NOON)
    gone = files()

    with django_capture_on_commit_callbacks(execute=True):
        decided(act, **values)

    if act == "remove":
        assert document_of(Edition.objects.get(number=1)) is None
        assert {client.get(path).status_code for path in gone} == {200}  # the person's other case still shows it
        with django_capture_on_commit_callbacks(execute=True):
            decided_again()
    assert {client.get(path).status_code for path in gone} == {404}
    for page in (PAGE, PERSON, "/api/v1/cases/invented-2024/", "/en/cases/invented-2024.json", "/en/cases.jsonl"):
        text = client.get(page, follow=True).getvalue().decode()
        assert gone[0].removeprefix("/media/").partition(".")[0] not in text
        assert "A drawer" not in text
    assert files() == ([] if act != "remove" else gone)


def decided_again() -> None:
    decision = Decision(case_id="other-2020", act="remove", why="x", by=account("three", "editor"))
    deciding.propose(decision, timezone.now())
    deciding.confirm(decision, account("four", "editor"), timezone.now())


def test_portrait_stays_out_when_published_again(desk: Client, case: Case, client: Client) -> None:
    uploaded(desk)
    publish(case, REASON, NOON)
    decided("take-out")
    uploaded(desk)

    publish(Case.objects.get(), REASON, NOON)

    assert "<picture>" not in client.get(PAGE).content.decode()
    assert answers(client) == {404}


def test_portrait_when_another_takes_its_place(
    desk: Client, case: Case, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    """What no edition shows goes; what one shows stays with it."""
    with django_capture_on_commit_callbacks(execute=True):
        uploaded(desk)
    first = files()
    with django_capture_on_commit_callbacks(execute=True):
        upload(desk, encoded(format="PNG"), "other.png")
    second = files()
    publish(case, REASON, NOON)
    with django_capture_on_commit_callbacks(execute=True):
        uploaded(desk)

    assert (len(first), len(second), set(first) & set(second)) == (7, 7, set())
    assert set(second) < set(files())
    assert {client.get(path).status_code for path in second} == {200}
    assert {client.get(path).status_code for path in set(files()) - set(second)} == {404}


def test_portrait_when_removed_at_the_desk(
    desk: Client, case: Case, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    uploaded(desk)
    with django_capture_on_commit_callbacks(execute=True):
        response = desk.post(f"/desk/portraits/{case.person.pk}/remove/", follow=True)

    assert "There is no portrait." in response.content.decode()
    assert (Portrait.objects.count(), files()) == (0, [])
    assert not Person.objects.get().citations.filter(fact="portrait").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"alt_2": ""}, "Missing in: Қазақша"),
        ({"credit_0": ""}, "Missing in: English"),
        ({"licence": ""}, "This field is required."),
        ({"licence": "mine"}, "Select a valid choice."),
        ({"licence": "permission"}, "Missing in: English, Русский, Қазақша."),
        ({"sources": []}, "This field is required."),
        ({"sources": ["nothing"]}, "nothing is not one of the available choices"),
        ({"alt_0": "<b>bold</b>"}, "but texts are plain"),
    ],
)
def test_portrait_when_something_is_missing(desk: Client, case: Case, words: dict[str, Any], message: str) -> None:
    response = upload(desk, **words)

    assert (response.status_code, Portrait.objects.count()) == (400, 0)
    assert message in response.content.decode()


def test_portrait_when_the_first_has_no_picture(desk: Client, case: Case) -> None:
    sent = {typed(field): value for field, value in WORDS.items()}

    assert desk.post(f"/desk/portraits/{case.person.pk}/", sent).status_code == 400


def test_portrait_when_only_its_credit_is_corrected(desk: Client, case: Case) -> None:
    uploaded(desk)
    before = Portrait.objects.get().renditions
    sent = {typed(field): value for field, value in {**WORDS, "credit_0": "Another drawer"}.items()}

    desk.post(f"/desk/portraits/{case.person.pk}/", sent)

    found = Portrait.objects.get()
    assert (found.renditions, found.credit["en"]) == (before, "Another drawer")


def test_portrait_when_too_large(desk: Client, case: Case, settings: Any) -> None:
    settings.PORTRAIT_LARGEST = 1024 * 1024
    response = upload(desk, encoded() + b"\0" * 1024 * 1024)

    assert "Larger than 1 MB: make it smaller." in response.content.decode()
    assert files() == []


def test_request_of_200_megabytes_is_refused_unread(desk: Client, case: Case, client: Client) -> None:
    class Unread:
        def read(self, *args: Any) -> bytes:
            raise AssertionError("not to be read")

        readline = read

    for address in (f"/desk/portraits/{case.person.pk}/", "/en/about/your-case/", "/desk/import/"):
        response = desk.generic("POST", address, b"", content_type="multipart/form-data; boundary=x",
                                **{"wsgi.input": Unread(), "CONTENT_LENGTH": str(200 * 1024 * 1024)})  # fmt: skip
        assert response.status_code == 413
        assert response.content.decode() == "This is larger than 32 MB: send a smaller file.\n"


def test_name_of_the_file_is_kept_nowhere(desk: Client, case: Case) -> None:
    upload(desk, name="../../Very Secret Name.jpg")

    assert len(files()) == 7
    assert "Very Secret" not in json.dumps([change.data for change in RowChange.objects.all()])


def test_person_form_leaves_the_portrait_alone(desk: Client, case: Case) -> None:
    uploaded(desk)
    before = Person.objects.get().to_dict()
    address = f"/desk/people/person/{case.person.pk}/change/"

    desk.post(address, form_data(desk.get(address).content.decode()))

    assert Person.objects.get().to_dict() == before


def test_who_uploads_cannot_review(desk: Client, case: Case) -> None:
    uploaded(desk)

    change = RowChange.objects.get(model="portrait")
    assert (change.subject, change.subject_id, change.label) == ("person", case.person.pk, "insert")
    assert change.user.username == "chief"


def test_checks_when_the_portrait_lacks_what_it_needs(case: Case, settings: Any) -> None:
    bare = {"renditions": [{"sha256": "a" * 64, "type": "image/jpeg", "width": 160, "height": 200, "bytes": 9}],
            "alt": {"en": "Somebody"}}  # fmt: skip
    save_dict(Person, invented.person(portrait=bare))

    found = findings(document_of_rows(case), NOON.date())

    assert [one.words for one in found if one.where == "portrait"] == [
        "no source: cite one, or remove the fact",
        "“credit” is missing in: en, ru, kk",
        "“what it shows” is missing in: ru, kk",
        "no licence: say under which terms it may be shown",
    ]
    (absent,) = [one for one in found if one.code == "no-file"]
    assert (absent.blocks, "a" * 64 + ".jpg" in absent.words) == (False, True)


def test_checks_when_the_portrait_has_all(desk: Client, case: Case) -> None:
    uploaded(desk)

    found = findings(document_of_rows(case), NOON.date())

    assert [one for one in found if one.where in ("portrait", "person", "files")] == []


def test_page_when_the_files_are_not_here(desk: Client, case: Case, client: Client) -> None:
    uploaded(desk)
    publish(case, REASON, NOON)
    for name in stored.names(stored.CLEANED):
        stored.delete(stored.CLEANED, name)

    text = client.get(PAGE).content.decode()

    assert "<picture>" not in text
    assert 'class="portrait' not in text


def test_archive_file_when_exported_and_imported_elsewhere(desk: Client, case: Case) -> None:
    """The file names the picture, and everything comes back as it was."""
    uploaded(desk)
    exported = as_bytes(archive_of_rows().to_dict())
    before = Person.objects.get().to_dict()
    Portrait.objects.all().delete()

    archive = ArchiveFile.model_validate(json.loads(exported))
    assert save_archive(archive, update=True).changed == ["people[0] (invented-person)"]

    assert Person.objects.get().to_dict() == before
    assert as_bytes(archive_of_rows().to_dict()) == exported
    assert save_archive(archive).changed == []


def test_index_when_made_anew(desk: Client, case: Case, client: Client) -> None:
    uploaded(desk)
    edition = publish(case, REASON, NOON)
    index_edition(edition, document_of(edition))

    assert answers(client) == {200}


def test_edition_when_restored_brings_its_portrait_back(desk: Client, case: Case) -> None:
    uploaded(desk)
    document = document_of(publish(case, REASON, NOON))
    before = Portrait.objects.get().to_dict()
    Portrait.objects.all().delete()
    assert document is not None

    restore(document)

    assert Portrait.objects.get().to_dict() == before


@pytest.mark.parametrize(("role", "status"), [("reviewer", 403), ("publisher", 403), ("contributor", 404)])
def test_upload_when_the_person_is_not_ones_to_write(case: Case, role: str, status: int) -> None:
    assert upload(browser(account("somebody", role))).status_code == status
    assert files() == []
