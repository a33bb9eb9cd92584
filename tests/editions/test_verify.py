from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from editions.canonical import digest
from editions.erase import ErasedPlace, delete_text, redact
from editions.models import Edition, EditionText, Erasure
from editions.publish import withdraw
from editions.verify import check, verify
from tests.editions.rows import NOON, REASON, published

pytestmark = pytest.mark.django_db


def test_verify_when_nothing_was_touched() -> None:
    published()
    withdraw("invented-2016", REASON, NOON)
    assert [str(found) for found in verify()] == ["1 invented-2016: intact", "2 invented-2016: intact"]


def test_verify_when_texts_were_erased() -> None:
    first, second = published(), published("invented-2020")
    redact(first, [ErasedPlace("case.title")], REASON, NOON)
    delete_text(second, REASON, NOON)
    assert [str(found) for found in verify()] == [
        "1 invented-2016: redacted by erasure 1",
        "2 invented-2020: redacted by erasure 2",
    ]


def renumbered(edition: Edition, text: EditionText | None) -> None:
    edition.number = 5


def unchained(edition: Edition, text: EditionText | None) -> None:
    edition.previous = "a" * 64


def reworded(edition: Edition, text: EditionText | None) -> None:
    edition.reason = {"en": "Another reason"}


def rewritten(edition: Edition, text: EditionText | None) -> None:
    assert text
    text.content += " "


@pytest.mark.parametrize(
    ("harm", "detail"),
    [
        (renumbered, "edition 1 is missing before it"),
        (unchained, "it does not follow the edition before it"),
        (reworded, "its hash does not fit what it says"),
        (rewritten, "its text was changed without an erasure"),
    ],
)
def test_check_when_an_edition_is_broken(harm: Callable[..., None], detail: str) -> None:
    edition = published()
    text = edition.text
    previous = edition.previous
    harm(edition, text)
    found = check(edition, previous, 1, text, [])
    assert (found.state, found.detail) == ("broken", detail)


def test_check_when_a_text_is_missing() -> None:
    edition = published()
    assert check(edition, edition.previous, 1, None, []).detail == "its text is missing without an erasure"


def test_check_when_the_text_is_not_what_the_erasure_left() -> None:
    edition = published()
    erased = Erasure(number=1, edition=edition, digest=digest(b"{}"))
    assert check(edition, edition.previous, 1, edition.text, [erased]).state == "broken"


def test_verify_editions_says_so(capsys: Any) -> None:
    published()
    call_command("verify_editions")
    assert capsys.readouterr().out == "1 invented-2016: intact\n1 editions: 1 intact, 0 redacted, 0 broken\n"


def test_verify_editions_when_broken(capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    published()
    monkeypatch.setattr("editions.verify.GENESIS", "1" * 64)
    with pytest.raises(CommandError) as error:
        call_command("verify_editions", "--quiet")
    assert str(error.value) == "The chain is broken: restore the database from a copy that verifies"
    assert capsys.readouterr().out == (
        "1 invented-2016: broken: it does not follow the edition before it\n"
        "1 editions: 0 intact, 0 redacted, 1 broken\n"
    )
