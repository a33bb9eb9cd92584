"""The archive with its files elsewhere than in its folder. Nobody here exists."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings as django_settings
from django.core.cache import caches
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from archive.exports.dataset.release import ONE_WRITER, delete_strays
from cases.models import Case
from config.backups import postgres
from editions.files import delete_lost
from editions.publish import withdraw
from people.models import Person
from records import stored
from records.models import Paper, Source
from records.serial import save_dict
from records.storage import DiskStorage, archive_storage, write
from tests.archive.published import NOON, REASON
from tests.desk.documents.test_views import set_public
from tests.desk.documents.test_views import upload as upload_paper
from tests.desk.invented_accounts import account, browser
from tests.desk.portraits.test_views import PAGE, decided, uploaded
from tests.desk.review.sound_cases import person, sound
from tests.invented.publications import publish
from tests.records.elsewhere import ELSEWHERE, storage

pytestmark = pytest.mark.django_db
Commit = Callable[..., Any]
TEXT = {"en": "Somebody drawn", "ru": "Кто-то", "kk": "Біреу"}


@pytest.fixture(autouse=True)
def _elsewhere(settings: Any, tmp_path: Path) -> Iterator[None]:
    """Whatever is written on disk fails: there is no such folder, and none can be made."""
    (tmp_path / "file").write_bytes(b"")
    settings.VAR = tmp_path / "file" / "no-folder"
    settings.STORAGES = {**django_settings.STORAGES, **ELSEWHERE}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    caches["process"].clear()
    yield
    caches["process"].clear()


@pytest.fixture
def case(db: Any) -> Case:
    return sound()


@pytest.fixture
def desk(db: Any) -> Client:
    return browser(account("chief", superuser=True))


@pytest.fixture
def public(case: Case, desk: Client) -> list[str]:
    """The addresses of the files of a published case: two of a portrait, one of a paper."""
    sizes = {"width": 32, "height": 40, "bytes": 9}
    renditions = [
        {"sha256": stored.store(stored.CLEANED, suffix.encode(), suffix), "type": type_, **sizes}
        for suffix, type_ in (("webp", "image/webp"), ("jpg", "image/jpeg"))
    ]
    portrait = {"renditions": renditions, "alt": TEXT, "credit": TEXT, "sources": ["invented-news-1"]}
    save_dict(Person, person(portrait=portrait))
    digests = {
        "sha256": stored.store(stored.UNTOUCHED, b"%PDF- as it came", "pdf"),
        "public_sha256": stored.store(stored.CLEANED, b"%PDF- as pictures", "pdf"),
    }
    source = Source.objects.get(slug="invented-news-1")
    Paper.objects.create(source=source, **digests, pages=1, size=5, public_size=5, is_public=True)
    publish(case, REASON, NOON)
    return [f"/media/{name}" for name in stored.names(stored.CLEANED)]


def answers(client: Client, paths: list[str]) -> set[int]:
    responses = [client.get(path) for path in paths]
    for response in responses:
        response.getvalue()  # so that a file that is sent is closed
    return {response.status_code for response in responses}


def test_files_from_the_desk_to_readers_and_out_again(
    case: Case, desk: Client, client: Client, django_capture_on_commit_callbacks: Commit
) -> None:
    source = Source.objects.get(slug="invented-news-1")
    uploaded(desk)
    assert upload_paper(desk, source).status_code == 302
    assert set_public(desk, source).status_code == 302
    contributor = browser(account("carl", "contributor"))
    names = stored.names(stored.CLEANED)
    assert {contributor.get(f"/desk/pictures/{name}").status_code for name in names} == {404}
    public = [f"/media/{name}" for name in names]
    assert (len(public), answers(client, public)) == (8, {404})
    publish(case, REASON, NOON)
    assert answers(client, public) == {200}
    assert "<picture>" in client.get(PAGE).content.decode()
    picture = client.get(public[0])
    assert client.get(public[0], headers={"If-None-Match": picture["ETag"]}).status_code == 304

    withdraw("invented-2024", REASON, NOON)

    assert answers(client, public) == {404}
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(f"/desk/papers/{source.pk}/remove/")
        desk.post(f"/desk/portraits/{Person.objects.get().pk}/remove/")
        decided("remove")
    assert (stored.names(stored.CLEANED), stored.names(stored.UNTOUCHED)) == ([], [])


def test_release_and_ledger(public: list[str], client: Client, django_capture_on_commit_callbacks: Commit) -> None:
    call_command("seal")
    call_command("publish_dataset", verbosity=0)
    address = f"/en/data/{timezone.localdate()}"
    assert b"invented-2024" in client.get(f"{address}/cases.csv").getvalue()
    assert b"anchor" in client.get("/en/data/ledger.json").getvalue()
    assert b"SHA-256" in client.get("/en/data/").content

    with django_capture_on_commit_callbacks(execute=True):
        withdraw("invented-2024", REASON, NOON)

    cases = client.get(f"{address}/cases.csv").getvalue()
    assert b"invented-2024" not in cases
    left = {file.name for file in archive_storage().walk("media/data") if b"invented-2024" in default_read(file.name)}
    assert {name.rpartition("/")[2].partition(".")[0] for name in left} <= {"withdrawn", "shekteu", "changes"}


def default_read(name: str) -> bytes:
    with default_storage.open(name) as file:
        return file.read()


def test_while_the_storage_is_away(public: list[str], client: Client, desk: Client) -> None:
    """The file alone answers 503, with a calm page that names no place; every page stands."""
    storage().is_away = True
    client.raise_request_exception = desk.raise_request_exception = False

    for path in public:
        response = client.get(path)
        assert (response.status_code, response["Retry-After"]) == (503, "30")
        assert b"This file cannot be fetched at this moment" in response.content
        assert b"secret" not in response.content
    assert (client.get(PAGE).status_code, client.get(PAGE).content.count(b"<picture>")) == (200, 1)
    data = client.get("/en/data/")
    assert (data.status_code, b"The files cannot be fetched at this moment" in data.content) == (503, True)
    assert client.get("/en/data/ledger.json").status_code == 503
    rows = Paper.objects.values_list("sha256", "is_public").get()
    assert upload_paper(desk, Source.objects.get(slug="invented-news-1")).status_code == 503
    assert Paper.objects.values_list("sha256", "is_public").get() == rows
    with pytest.raises(CommandError, match=r"could not be written \(https://secret-host/secret-bucket: it does"):
        call_command("seal")
    with pytest.raises(CommandError, match="it does not answer"):
        call_command("publish_dataset")


def test_page_asks_no_storage_twice(public: list[str], client: Client) -> None:
    client.get(PAGE)
    asked = storage().asked
    client.get(PAGE)
    assert storage().asked == asked
    caches["process"].clear()
    storage().is_away = True
    client.get(PAGE)
    assert storage().asked == asked + 1


def test_picture_that_everybody_wants_is_fetched_once(public: list[str], client: Client) -> None:
    (picture,) = [path for path in public if path.endswith(".webp")]
    assert client.get(picture).content == b"webp"
    asked = storage().asked
    assert (client.get(picture).content, storage().asked) == (b"webp", asked)
    withdraw("invented-2024", REASON, NOON)
    assert client.get(picture).status_code == 404


def test_erasure_while_the_storage_is_away_is_finished_later(
    public: list[str], client: Client, django_capture_on_commit_callbacks: Commit, caplog: Any
) -> None:
    portrait = [path for path in public if not path.endswith(".pdf")]
    storage().is_away = True
    with django_capture_on_commit_callbacks(execute=True):
        decided("take-out")
    assert "a file could not be removed" in caplog.text

    storage().is_away = False
    assert answers(client, portrait) == {404}
    assert len(stored.names(stored.CLEANED)) == 3
    assert delete_lost(timezone.now()) == 0, "somebody may be saving at this moment"
    assert delete_lost(timezone.now() + timedelta(days=2)) == 2
    assert [name.rpartition(".")[2] for name in stored.names(stored.CLEANED)] == ["pdf"]


def test_what_rows_or_editions_name_is_never_lost(public: list[str], case: Case, desk: Client) -> None:
    stored.store(stored.UNTOUCHED, b"%PDF- whose transaction failed", "pdf")
    assert delete_lost(timezone.now() + timedelta(days=2)) == 1
    Paper.objects.all().delete()  # no row names the public paper any more, an edition does
    assert delete_lost(timezone.now() + timedelta(days=2)) == 1
    assert len(stored.names(stored.CLEANED)) == 3


def test_files_that_came_before_the_rows_wait_for_them() -> None:
    stored.store(stored.CLEANED, b"copied before import_archive", "webp")
    assert delete_lost(timezone.now() + timedelta(days=2)) == 0


def test_files_of_no_release_go(public: list[str]) -> None:
    """A writer that was killed, or a restore from another place, leaves what nobody would write anew."""
    call_command("publish_dataset", verbosity=0)
    whole = {file.name for file in archive_storage().walk("media/data")}
    write("media/data/2026-01-01/cases.csv", b"somebody who is withdrawn later")
    assert delete_strays(timezone.now()) == 0, "its writer may be at work"
    assert delete_strays(timezone.now() + timedelta(days=2)) == 1
    assert {file.name for file in archive_storage().walk("media/data")} == whole


def test_withdrawal_while_another_process_writes_a_release(
    public: list[str], client: Client, django_capture_on_commit_callbacks: Commit
) -> None:
    """Files of both would lie among each other: the release is not given out, and written when the other is done."""
    call_command("publish_dataset", verbosity=0)
    address = f"/en/data/{timezone.localdate()}/cases.csv"
    assert b"invented-2024" in client.get(address).getvalue()
    with psycopg.connect(**postgres.address_of(connection.settings_dict)) as other:
        other.execute("SELECT pg_advisory_lock(%s)", [ONE_WRITER])
        with django_capture_on_commit_callbacks(execute=True):
            withdraw("invented-2024", REASON, NOON)
        assert client.get(address).status_code == 404
    call_command("finish_removals")
    assert b"invented-2024" not in client.get(address).getvalue()


def test_file_has_no_address() -> None:
    with pytest.raises(NotImplementedError):
        DiskStorage().url("uploads/cleaned/a")


def test_file_on_disk_is_for_the_service_alone(tmp_path: Path, settings: Any) -> None:
    settings.STORAGES = {**django_settings.STORAGES, "default": {"BACKEND": "records.storage.DiskStorage"}}
    settings.VAR = tmp_path
    write("uploads/untouched/a", b"first")
    write("uploads/untouched/a", b"second")
    path = tmp_path / "uploads/untouched/a"
    assert (path.read_bytes(), oct(path.stat().st_mode)[-3:]) == (b"second", "600")
    assert [file.name for file in archive_storage().walk("uploads")] == ["uploads/untouched/a"]
    (tmp_path / "uploads/untouched/.a.part").write_bytes(b"hal")
    assert [file.size for file in archive_storage().walk("uploads")] == [6]
