"""Where files lie, from the environment: on this machine, or in a bucket that speaks S3 where STORAGE_URL is set."""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from config.environment import text

VARIABLES = ("STORAGE_KEY_ID", "STORAGE_SECRET")
HERE = ("localhost", "127.0.0.1", "::1")


def storage(environ: Mapping[str, str]) -> dict[str, Any]:
    """Django's description of the storage. Raises ImproperlyConfigured for a half set one, and says what to set."""
    address = text("STORAGE_URL", environ=environ)
    values = {name: text(name, environ=environ) for name in (*VARIABLES, "STORAGE_REGION")}
    if not address:
        if strays := [name for name, word in values.items() if word]:
            raise ImproperlyConfigured(f"{strays[0]} is set and STORAGE_URL is not: set both, or neither.")
        return {"BACKEND": "records.storage.DiskStorage"}
    url = urlsplit(address)
    bucket, _slash, prefix = url.path.strip("/").partition("/")
    if url.scheme not in ("https", "http") or not url.hostname or not bucket or url.query or url.fragment:
        raise ImproperlyConfigured(
            "STORAGE_URL names no bucket: write https://host/bucket or https://host/bucket/folder."
        )
    if url.username is not None:
        raise ImproperlyConfigured("STORAGE_URL holds a key: write it in STORAGE_KEY_ID and STORAGE_SECRET.")
    if url.scheme == "http" and url.hostname not in HERE:
        raise ImproperlyConfigured("STORAGE_URL is http: what is not published would travel in clear; write https.")
    if missing := [name for name in VARIABLES if not values[name]]:
        raise ImproperlyConfigured(f"STORAGE_URL is set and {missing[0]} is not: it belongs to the bucket.")
    if find_spec("storages") is None or find_spec("boto3") is None:
        raise ImproperlyConfigured("STORAGE_URL is set, and what speaks S3 is not installed: make venv-s3.")
    options = {
        "endpoint_url": f"{url.scheme}://{url.netloc}",
        "bucket_name": bucket,
        "location": prefix,
        "access_key": values["STORAGE_KEY_ID"],
        "secret_key": values["STORAGE_SECRET"],
        "region_name": values["STORAGE_REGION"] or "us-east-1",
    }
    return {"BACKEND": "records.object_storage.ObjectStorage", "OPTIONS": options}
