"""The archive's files in a bucket that speaks S3. Only imported where STORAGE_URL is set.

Nobody but the site reaches the bucket: files have no address there that is told to anybody. What is deleted or written
over goes with all its versions, where the bucket keeps versions: what somebody had removed must not wait in one.
"""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from tempfile import SpooledTemporaryFile
from typing import Any

from boto3.s3.transfer import TransferConfig
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import ContentFile, File
from storages.backends.s3 import S3Storage
from storages.utils import clean_name
from urllib3.exceptions import HTTPError

from records.storage import ArchiveStorage, StorageError, StoredFile

MEGABYTE = 1024 * 1024
IN_MEMORY = 32 * MEGABYTE
"""A larger file lies in the machine's folder for temporary files while it is read."""
ABSENT = {"404", "NoSuchKey", "NoSuchVersion"}
REMEDIES = {
    "NoSuchBucket": "there is no such bucket: make it, or name another in STORAGE_URL",
    "InvalidAccessKeyId": "the key is not known there: see STORAGE_KEY_ID",
    "SignatureDoesNotMatch": "the secret is not that of the key: see STORAGE_SECRET",
    "AccessDenied": "the key may not do this: give it the rights of docs/deploy.md",
    "403": "the key may not do this: see STORAGE_KEY_ID and STORAGE_SECRET, and the rights of docs/deploy.md",
    "PermanentRedirect": "the bucket is of another region: see STORAGE_REGION",
}
KNOWS_NO_VERSIONS = {"NotImplemented", "MethodNotAllowed"}


class ObjectStorage(ArchiveStorage, S3Storage):  # type: ignore[misc]  # the library has no types
    """Files as objects below the prefix `location` of one bucket."""

    def get_default_settings(self) -> dict[str, Any]:
        """Nothing is taken from AWS_… of the environment: only what STORAGE_… say counts."""
        own = {
            "access_key": None,
            "secret_key": None,
            "security_token": None,
            "session_profile": None,
            "client_config": Config(
                connect_timeout=3,
                read_timeout=20,
                retries={"total_max_attempts": 2},
                signature_version="s3v4",
                s3={"addressing_style": "path"},
                # What only some servers know: sums are asked and given where a call requires them.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
            "transfer_config": TransferConfig(use_threads=False, multipart_threshold=64 * MEGABYTE),
        }
        return {**super().get_default_settings(), **own}

    @property
    def place(self) -> str:
        """Where the files lie, for operators."""
        return f"{self.endpoint_url}/{self.bucket_name}"

    @property
    def client(self) -> Any:
        return self.connection.meta.client

    def key(self, name: str) -> str:
        """The key of a file's object."""
        return str(self._normalize_name(clean_name(name)))

    def url(self, *args: Any, **options: Any) -> str:
        raise NotImplementedError("files have no address of their own: a view gives them out, or does not")

    def exists(self, name: str) -> bool:
        """Asks by a list, which tells a missing bucket from a missing file."""
        key = self.key(name)
        with self._answering(name):
            answer = self.client.list_objects_v2(Bucket=self.bucket_name, Prefix=key, MaxKeys=1)
        return [entry["Key"] for entry in answer.get("Contents", ())] == [key]

    def delete(self, name: str) -> None:
        """Deletes the file and every version of it. Raises StorageError unless nothing of it is left."""
        key = self.key(name)
        with self._answering(name):
            self.client.delete_object(Bucket=self.bucket_name, Key=key)
            self._delete_versions(key, newest=True)

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        with self._answering(name):
            folders, files = super().listdir(name)
            return folders, files

    def size(self, name: str) -> int:
        with self._answering(name):
            return int(super().size(name))

    def get_modified_time(self, name: str) -> Any:
        with self._answering(name):
            return super().get_modified_time(name)

    def walk(self, folder: str) -> Iterator[StoredFile]:
        """A thousand files an answer, whatever folders they lie in."""
        start = self.key(folder) + "/"
        with self._answering(folder):
            pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket_name, Prefix=start)
            for page in pages:
                for entry in page.get("Contents", ()):
                    yield StoredFile(f"{folder}/{entry['Key'].removeprefix(start)}", entry["Size"])

    def refusal(self) -> str:
        """Tries all that the archive needs; what is wrong and what to do, or nothing."""
        name = f"imports/{os.urandom(8).hex()}.check"
        try:
            self.save(name, ContentFile(b""))
            with self.open(name):
                is_public = self._is_public(self.key(name))
            list(self.walk("imports"))
            self.delete(name)
        except (StorageError, FileNotFoundError) as error:
            return str(error)
        public = f"{self.place}: everybody can read it, also what is not published: close the bucket"
        return public if is_public else ""

    def _open(self, name: str, mode: str = "rb") -> "File[Any]":
        """Fetches the whole file before anything of it is given out: what breaks on the way is no half answer."""
        file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115, the caller closes it
        try:
            with self._answering(name), closing(self._body(name)) as body:
                shutil.copyfileobj(body, file)
        except BaseException:
            file.close()
            raise
        file.seek(0)
        return File(file, name)

    def _body(self, name: str) -> Any:
        return self.client.get_object(Bucket=self.bucket_name, Key=self.key(name))["Body"]

    def _save(self, name: str, content: "File[Any]") -> str:
        with self._answering(name):
            saved = str(super()._save(name, content))
            self._delete_versions(self.key(name), newest=False)
        return saved

    def _delete_versions(self, key: str, newest: bool) -> None:
        """Deletes the versions of an object, marks of deletion too. A server that knows none keeps none."""
        try:
            answers = self.client.get_paginator("list_object_versions").paginate(Bucket=self.bucket_name, Prefix=key)
            versions = [
                version["VersionId"]
                for answer in answers
                for version in (*answer.get("Versions", ()), *answer.get("DeleteMarkers", ()))
                if version["Key"] == key and (newest or not version["IsLatest"])
            ]
        except ClientError as error:
            if error.response["Error"]["Code"] in KNOWS_NO_VERSIONS:
                return
            raise
        for version in versions:
            self.client.delete_object(Bucket=self.bucket_name, Key=key, VersionId=version)

    def _is_public(self, key: str) -> bool:
        """Whether somebody without a key gets the object."""
        stranger = self._create_session().client(
            "s3",
            endpoint_url=self.endpoint_url,
            region_name=self.region_name,
            config=self.client_config.merge(Config(signature_version=UNSIGNED)),
        )
        try:
            stranger.get_object(Bucket=self.bucket_name, Key=key)
        except ClientError:
            return False
        return True

    @contextmanager
    def _answering(self, name: str) -> Iterator[None]:
        """Says in our words what the server refuses: StorageError, or FileNotFoundError for a file alone."""
        try:
            yield
        except ClientError as error:
            code = error.response["Error"]["Code"]
            if code in ABSENT:
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name) from error
            raise StorageError(REMEDIES.get(code, f"it answers {code}"), self.place) from error
        except (BotoCoreError, HTTPError) as error:
            raise StorageError(f"it does not answer ({type(error).__name__})", self.place) from error
