"""Whether the chain still says what was published."""

from collections.abc import Iterator
from typing import NamedTuple

from editions.models import GENESIS, Edition, EditionText, Erasure


class EditionCheck(NamedTuple):
    """What verification says of one edition: intact, redacted (by which erasure) or broken (why)."""

    number: int
    case_id: str
    state: str
    detail: str = ""

    def __str__(self) -> str:
        words = {"redacted": "redacted by erasure", "broken": "broken:"}
        return " ".join(
            filter(None, (f"{self.number} {self.case_id}:", words.get(self.state, self.state), self.detail))
        )


def verify() -> Iterator[EditionCheck]:
    """A check of each edition in the order of the chain."""
    previous, number = GENESIS, 0
    editions = Edition.objects.select_related("text").prefetch_related("erasures").order_by("number")
    for edition in editions.iterator(chunk_size=200):
        yield check(edition, previous, number + 1, getattr(edition, "text", None), list(edition.erasures.all()))
        previous, number = edition.hash, edition.number


def check(
    edition: Edition, previous: str, number: int, text: EditionText | None, erasures: list[Erasure]
) -> EditionCheck:
    """The check of one edition that should have `number` and follow the hash `previous`."""
    if broken := _broken(edition, previous, number) or _broken_text(edition, text, erasures):
        return EditionCheck(edition.number, edition.case_id, "broken", broken)
    if erasures:
        return EditionCheck(edition.number, edition.case_id, "redacted", str(erasures[-1].number))
    return EditionCheck(edition.number, edition.case_id, "intact")


def _broken(edition: Edition, previous: str, number: int) -> str:
    if edition.number != number:
        return f"edition {number} is missing before it"
    if edition.previous != previous:
        return "it does not follow the edition before it"
    return "" if edition.hash == edition.computed_hash() else "its hash does not fit what it says"


def _broken_text(edition: Edition, text: EditionText | None, erasures: list[Erasure]) -> str:
    expected = erasures[-1].digest if erasures else edition.digest
    if (text.digest if text else "") == expected:
        return ""
    return "its text was changed without an erasure" if text else "its text is missing without an erasure"
