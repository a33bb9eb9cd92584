"""Where files lie, from the environment."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.embedded import ROOT
from config.storage import storage

SOUND = {"STORAGE_URL": "https://s3.example/bucket/folder", "STORAGE_KEY_ID": "key", "STORAGE_SECRET": "secret"}


def test_storage_unless_set_is_the_folder() -> None:
    assert storage({}) == {"BACKEND": "records.storage.DiskStorage"}


def test_storage_when_set() -> None:
    assert storage(SOUND) == {
        "BACKEND": "records.object_storage.ObjectStorage",
        "OPTIONS": {
            "endpoint_url": "https://s3.example",
            "bucket_name": "bucket",
            "location": "folder",
            "access_key": "key",
            "secret_key": "secret",
            "region_name": "us-east-1",
        },
    }


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"STORAGE_URL": ""}, "STORAGE_KEY_ID is set and STORAGE_URL is not"),
        ({"STORAGE_KEY_ID": " "}, "STORAGE_URL is set and STORAGE_KEY_ID is not"),
        ({"STORAGE_SECRET": ""}, "STORAGE_URL is set and STORAGE_SECRET is not"),
        ({"STORAGE_URL": "s3://bucket"}, "names no bucket: write https://host/bucket"),
        ({"STORAGE_URL": "https://s3.example/"}, "names no bucket"),
        ({"STORAGE_URL": "https://s3.example/bucket?acl"}, "names no bucket"),
        ({"STORAGE_URL": "https://key:word@s3.example/bucket"}, "holds a key: write it in STORAGE_KEY_ID"),
        ({"STORAGE_URL": "http://s3.example/bucket"}, "is http: what is not published would travel in clear"),
    ],
)
def test_storage_when_half_set(values: dict[str, str], words: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=words) as refused:
        storage(SOUND | values)
    assert not {"secret", "word"} & set(str(refused.value).replace("/", " ").replace(":", " ").split())


def test_storage_on_this_machine_needs_no_tls() -> None:
    assert storage(SOUND | {"STORAGE_URL": "http://127.0.0.1:9000/bucket"})["OPTIONS"]["endpoint_url"].endswith(":9000")


def test_storage_when_nothing_speaks_s3(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("config.storage.find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match="make venv-s3"):
        storage(SOUND)


def test_site_in_a_folder_loads_nothing_of_s3() -> None:
    lines = (
        "import sys, django; django.setup()\n"
        "import config.urls\n"
        "from records.storage import archive_storage\n"
        "print(archive_storage().is_on_disk, {'boto3', 'botocore', 'storages', 's3transfer'} & set(sys.modules))"
    )
    environ = {name: word for name, word in os.environ.items() if not name.startswith("STORAGE_")}
    ran = subprocess.run(
        [sys.executable, "-c", lines],
        cwd=ROOT, env=environ | {"DJANGO_SETTINGS_MODULE": "config.settings"}, capture_output=True, text=True,
    )  # fmt: skip
    assert ran.stdout == "True set()\n", ran.stderr
