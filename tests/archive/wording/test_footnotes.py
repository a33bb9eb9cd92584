"""What a page says of the place where a source can be read."""

import pytest

from archive.wording.footnotes import Footnote, host_of, is_archive
from editions.schema import Source


def note(**addresses: str | None) -> Footnote:
    return Footnote(1, Source.model_validate({"id": "invented-source", "kind": "media", **addresses}))


@pytest.mark.parametrize(
    ("address", "copy_host"),
    [
        (None, None),
        ("https://web.archive.org/web/2025/https://example.org/", None),
        ("https://archive.ph/abc", None),
        ("https://www.example.org/copy", "example.org"),
        ("https://notarchive.org/copy", "notarchive.org"),
    ],
)
def test_only_an_archive_is_called_one(address: str | None, copy_host: str | None) -> None:
    assert note(archived_url=address).copy_host == copy_host


def test_source_without_any_address_says_so() -> None:
    assert not note().has_address
    assert note(url="https://example.org/").has_address
    assert note(archived_url="https://example.org/").has_address


def test_host_when_there_is_none() -> None:
    assert host_of("") == ""
    assert not is_archive("")
