"""The archive with its files in a bucket of a server that speaks S3 and asks for keys. Nobody here exists."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import boto3
import pytest
import urllib3
from django.conf import settings as django_settings
from django.core.cache import caches
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from config.backups import making, postgres
from config.backups.keys import BackupError, make_identity, read_identities, read_recipients
from config.backups.restoring import restore
from config.checks import check_storage
from config.embedded import ROOT
from config.storage import storage
from editions.canonical import canonical, digest
from editions.models import ChainEntry
from records import stored
from records.progress import unseen
from records.storage import StorageError, archive_storage, read, write
from tests.archive.published import NOON
from tests.records.test_storage import (  # noqa: F401, the same ways, over a bucket
    answers,
    case,
    desk,
    public,
    test_files_from_the_desk_to_readers_and_out_again,
    test_release_and_ledger,
    test_what_rows_or_editions_name_is_never_lost,
)

pytestmark = [pytest.mark.deploy, pytest.mark.django_db]
RIGHTS = Path(ROOT) / "deploy" / "bucket-rights.json"
BUCKETS = ("plain", "versioned")
TARGET = "restored_from_a_bucket"


class Server(NamedTuple):
    """A server with two buckets, and the key of a user who has the rights that docs/deploy.md names."""

    address: str
    key: str
    secret: str
    owner: Any

    def variables(self, bucket: str = "versioned", **values: str) -> dict[str, str]:
        sound = {"STORAGE_URL": f"{self.address}/{bucket}", "STORAGE_KEY_ID": self.key, "STORAGE_SECRET": self.secret}
        return sound | values

    def asks_for_keys(self, after: str) -> None:
        """Strangers are only refused by the bucket itself while the server asks nobody for a key ("inf")."""
        urllib3.request("POST", f"{self.address}/moto-api/reset-auth", body=after)

    def versions(self, bucket: str = "versioned") -> list[str]:
        """The keys of all versions and marks of deletion."""
        answer = self.owner.list_object_versions(Bucket=bucket)
        return sorted(row["Key"] for row in (*answer.get("Versions", ()), *answer.get("DeleteMarkers", ())))


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "moto.server", "--host", "127.0.0.1", "--port", str(port)]
    moto = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    urllib3.request("GET", f"{address}/moto-api/", retries=urllib3.Retry(connect=9, backoff_factor=0.2))
    names = {"endpoint_url": address, "region_name": "us-east-1"}
    names |= {"aws_access_key_id": "owner", "aws_secret_access_key": "owner"}
    owner, iam = boto3.client("s3", **names), boto3.client("iam", **names)
    for bucket in BUCKETS:
        owner.create_bucket(Bucket=bucket)
    owner.put_bucket_versioning(Bucket="versioned", VersioningConfiguration={"Status": "Enabled"})
    keys = []
    for user, rights in (("site", RIGHTS.read_text().replace("BUCKET", "*")), ("owner", everything())):
        iam.create_user(UserName=user)
        iam.put_user_policy(UserName=user, PolicyName="rights", PolicyDocument=rights)
        keys.append(iam.create_access_key(UserName=user)["AccessKey"])
    site, owners = keys
    names |= {"aws_access_key_id": owners["AccessKeyId"], "aws_secret_access_key": owners["SecretAccessKey"]}
    server = Server(address, site["AccessKeyId"], site["SecretAccessKey"], boto3.client("s3", **names))
    server.asks_for_keys("0")
    try:
        yield server
    finally:
        moto.terminate()
        moto.wait()


def everything() -> str:
    statement = {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


@pytest.fixture(autouse=True)
def _bucket(server: Server, settings: Any, tmp_path: Path) -> Iterator[None]:
    """Nothing can be written on disk; the bucket is empty before each test and, but for a test's own, after."""
    (tmp_path / "file").write_bytes(b"")
    settings.VAR = tmp_path / "file" / "no-folder"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    use(settings, server)
    caches["process"].clear()
    yield
    caches["process"].clear()
    use(settings, server)
    for bucket in BUCKETS:
        use(settings, server, bucket)
        for file in list(archive_storage().walk("media")) + list(archive_storage().walk("uploads")):
            default_storage.delete(file.name)
        assert server.versions(bucket) == []


def use(settings: Any, server: Server, bucket: str = "versioned", **values: str) -> None:
    settings.STORAGES = {**django_settings.STORAGES, "default": storage(server.variables(bucket, **values))}


@pytest.mark.parametrize("bucket", BUCKETS)
def test_what_is_written_over_or_deleted_leaves_no_version(server: Server, settings: Any, bucket: str) -> None:
    use(settings, server, bucket)
    for content in (b"first", b"second"):
        write("media/a", content)
    write("media/a-longer-name", b"another")
    assert (read("media/a"), server.versions(bucket)) == (b"second", ["media/a", "media/a-longer-name"])
    default_storage.delete("media/a")
    default_storage.delete("media/a")
    assert (read("media/a"), server.versions(bucket)) == (None, ["media/a-longer-name"])


def test_stranger_gets_nothing_from_the_bucket(public: list[str], server: Server, client: Client) -> None:  # noqa: F811
    name = f"uploads/cleaned/{public[0].removeprefix('/media/')}"
    assert default_storage.exists(name)
    server.asks_for_keys("inf")
    try:
        assert urllib3.request("GET", f"{server.address}/versioned/{name}").status == 403
    finally:
        server.asks_for_keys("0")
    with pytest.raises(NotImplementedError):
        default_storage.url(name)
    for path in (*public, "/en/cases/invented-2024/", "/en/data/", "/en/cases/invented-2024.json"):
        response = client.get(path)
        said = response.getvalue() + str(response.headers).encode()
        assert not [word for word in (b"versioned", server.address.encode(), server.key.encode()) if word in said]


@pytest.mark.parametrize(
    ("bucket", "values", "words"),
    [
        ("versioned", {"STORAGE_KEY_ID": "AKIAWRONG"}, "the key is not known there: see STORAGE_KEY_ID"),
        ("versioned", {"STORAGE_SECRET": "wrong"}, "the secret is not that of the key: see STORAGE_SECRET"),
        ("missing", {}, "there is no such bucket: make it, or name another in STORAGE_URL"),
        ("versioned", {"STORAGE_URL": "http://127.0.0.1:1/versioned"}, "it does not answer"),
    ],
)
def test_bucket_that_cannot_be_used(
    public: list[str],  # noqa: F811
    server: Server,
    settings: Any,
    client: Client,
    bucket: str,
    values: dict[str, str],
    words: str,
) -> None:
    before = server.versions()
    use(settings, server, bucket, **values)
    caches["process"].clear()

    (error,) = check_storage()
    assert words in error.msg
    assert server.secret not in error.msg
    client.raise_request_exception = False
    assert answers(client, public) == {503}
    assert client.get("/en/cases/invented-2024/").status_code == 200
    with pytest.raises(StorageError, match=words):
        stored.store(stored.CLEANED, b"new", "webp")
    with pytest.raises(CommandError, match=words):
        call_command("publish_dataset")
    with pytest.raises(CommandError, match=words):
        call_command("finish_removals")
    assert server.versions() == before


def test_bucket_with_the_rights_of_the_document_will_do(server: Server, settings: Any) -> None:
    for bucket in BUCKETS:
        use(settings, server, bucket)
        assert check_storage() == []


def test_bucket_that_everybody_reads_is_refused(server: Server) -> None:
    statement = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::versioned/*"}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    server.owner.put_bucket_policy(Bucket="versioned", Policy=policy)
    server.asks_for_keys("inf")
    try:
        (error,) = check_storage()
    finally:
        server.asks_for_keys("0")
        server.owner.delete_bucket_policy(Bucket="versioned")
    assert "everybody can read it, also what is not published: close the bucket" in error.msg


def test_backup_and_restore(server: Server, settings: Any, tmp_path: Path) -> None:
    digest = stored.store(stored.UNTOUCHED, b"%PDF- of somebody", "pdf")
    write("captures/news/1.warc.gz", b"a copy")
    write("media/ledger/ledger.json", b"{}")
    names = sorted(file.name for file in making.files_of(archive_storage()))
    recipients = read_recipients([make_identity(tmp_path / "key", "")])
    identities = read_identities(tmp_path / "key", str)
    address = postgres.address_of(connection.settings_dict)
    (tmp_path / "var").mkdir()
    archive = postgres.Place(address, tmp_path / "var", archive_storage())
    making.backup(tmp_path / "backups", archive, recipients, 5, NOON, unseen)
    assert len(names) == 3

    target = postgres.Place({**address, "dbname": TARGET}, tmp_path / "var")
    with pytest.raises(BackupError, match="is there: restore into a bucket or folder of STORAGE_URL that is empty"):
        restore(tmp_path / "backups", "", identities, target._replace(elsewhere=archive_storage()), unseen)
    default_storage.delete(f"uploads/untouched/{digest}.pdf")
    use(settings, server, "plain", STORAGE_URL=f"{server.address}/plain/restored")
    target = target._replace(elsewhere=archive_storage())
    try:
        with pytest.MonkeyPatch.context() as patch, pytest.raises(BackupError, match="full"):
            patch.setattr(postgres, "put_in_place", refuse)
            restore(tmp_path / "backups", "", identities, target, unseen)
        assert server.versions("plain") == []
        restore(tmp_path / "backups", "", identities, target, unseen)
        assert sorted(file.name for file in making.files_of(archive_storage())) == names
        assert stored.read(stored.UNTOUCHED, f"{digest}.pdf") == b"%PDF- of somebody"
        assert server.versions("plain") == [f"restored/{name}" for name in names]
    finally:
        for name in names:
            default_storage.delete(name)
        use(settings, server)
        default_storage.delete("captures/news/1.warc.gz")
        with postgres.maintenance(address) as main:
            main.execute(f"DROP DATABASE IF EXISTS {TARGET} WITH (FORCE)")


def refuse(*names: Any) -> None:
    raise BackupError("full")


@pytest.mark.django_db(transaction=True)
def test_two_processes_write_the_ledger_of_the_day(server: Server, tmp_path: Path) -> None:
    """Who seals last writes last, and nothing of the other's file stays."""
    url = postgres.url_of(postgres.address_of(connection.settings_dict))
    environ = os.environ | server.variables() | {"DATABASE_URL": url, "SHEKTEU_VAR": str(tmp_path / "var")}
    command = [sys.executable, "manage.py", "seal"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    both = [subprocess.Popen(command, cwd=ROOT, env=environ, **pipes) for _number in range(2)]
    said = [process.communicate()[0] for process in both]

    assert [process.returncode for process in both] == [0, 0], said
    sealed = ChainEntry.objects.order_by("number")
    assert [entry.kind for entry in sealed] == ["sealed", "sealed"]
    assert server.versions() == ["media/ledger/ledger.json"]
    ledger = json.loads(read("media/ledger/ledger.json") or b"")
    assert ledger["anchor"] == digest(canonical([sealed[1].previous, sealed[1].body["salt"]]))
