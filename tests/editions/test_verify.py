"""The chain is verified from the inside, and every kind of tampering is found."""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from archive.index.models import Entry, Period
from editions import seal
from editions.canonical import canonical
from editions.erase import ErasedPlace, delete_text, redact
from editions.models import ChainEntry, EditionText
from editions.parts import digest_of, leaf
from editions.publish import withdraw
from editions.verify import EntryCheck, verify
from tests.editions.rows import NOON, REASON, published

pytestmark = pytest.mark.django_db

READERS_INDEX = "archive.index.edition_index"


@pytest.fixture
def whole(settings: Any) -> None:
    """A chain with every kind of entry: two versions, one redacted, a text gone, an open and a silent end, a seal."""
    settings.EDITION_INDEX = READERS_INDEX
    first = published()
    published()
    other = published("invented-2018")
    gone = published("invented-2020")
    redact(first, [ErasedPlace("case.events.0"), ErasedPlace("case.withheld", ["noindex"])], REASON, NOON)
    withdraw("invented-2020", REASON, NOON)
    delete_text(gone, REASON, NOON)
    withdraw("invented-2018", REASON, NOON)
    assert other.version == 1
    seal.seal(NOON)


def states() -> list[str]:
    return [str(check) for check in verify()]


def broken(head: str = "", count: int = 0) -> list[EntryCheck]:
    return [check for check in verify(head, count) if check.state == "broken"]


def test_verify_when_nothing_was_touched(whole: None) -> None:
    assert states() == [
        "1 invented-2016: redacted",
        "2 invented-2016: intact",
        "3 invented-2018: intact",
        "4 published: redacted",
        "5 erased: intact",
        "6 withdrawn: intact",
        "7 erased: intact",
        "8 invented-2018: intact",
        "9 sealed: intact",
    ]


def test_verify_when_the_head_was_written_down(whole: None) -> None:
    head = ChainEntry.objects.get(number=5)
    assert broken(head.hash, 5) == []


def sql(statement: str, *values: Any) -> None:
    """Changes what the triggers keep, as somebody with all rights would."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE editions_chainentry DISABLE TRIGGER USER")
        cursor.execute("ALTER TABLE editions_editiontext DISABLE TRIGGER USER")
        cursor.execute(statement, values)


def changed(number: int, column: str, content: Any) -> None:
    sql(f"UPDATE editions_chainentry SET {column} = %s WHERE number = {number}", content)


def chained_anew() -> None:
    """Computes every hash again, as somebody would who hides what they changed."""
    previous = "0" * 64
    for entry in ChainEntry.objects.order_by("number"):
        entry.previous = previous
        previous = entry.computed_hash()
        sql(f"UPDATE editions_chainentry SET previous = %s, hash = %s WHERE number = {entry.number}",
            entry.previous, previous)  # fmt: skip


def chained(number: int, column: str, content: Any) -> None:
    changed(number, column, content)
    chained_anew()


def rewritten(number: int, edit: Callable[[Any], None]) -> None:
    plain = json.loads(EditionText.objects.get(edition_id=number).content)
    edit(plain)
    sql(f"UPDATE editions_editiontext SET content = %s WHERE edition_id = {number}", canonical(plain).decode())


def swapped(one: int, other: int) -> None:
    """Two entries change places, numbers and all, and the hashes are computed anew."""
    sql("UPDATE editions_chainentry SET number = 900, hash = repeat('9', 64), previous = repeat('9', 64) "
        f"WHERE number = {one}")  # fmt: skip
    sql(f"UPDATE editions_chainentry SET number = {one} WHERE number = {other}")
    sql(f"UPDATE editions_chainentry SET number = {other} WHERE number = 900")
    chained_anew()


def planted(plain: Any) -> None:
    """A sentence in place of an erased row, under the leaf that is there."""
    plain["case"]["events"][0] = {**plain["case"]["events"][1], "text": {"en": "He confessed"}}


def erased_without_a_word(plain: Any) -> None:
    path = "case.summary"
    plain["leaves"] = {path: leaf(path, plain["salts"].pop(path), plain["case"].pop("summary"))}


def with_a_true_digest(plain: Any) -> None:
    plain["case"]["summary"] = {"en": "Another story"}


def another_story() -> None:
    """The text, the digest and all hashes are changed: only who wrote the head down can tell."""
    rewritten(2, with_a_true_digest)
    chained(2, "digest", digest_of(json.loads(EditionText.objects.get(edition_id=2).content)))


def cut_off() -> None:
    sql("DELETE FROM editions_chainentry WHERE number = 9")


def found_again(number: int) -> None:
    entry = Entry.objects.get(edition=2)
    entry.edition, entry.case_key = number, "f" * 32
    entry.save(force_insert=True)


NOTHING_ERASED = json.dumps({"erases": "d" * 32, "places": {}})
TAMPERING: dict[str, Callable[[], Any]] = {
    "kind": lambda: sql("UPDATE editions_chainentry SET kind = 'erased', body = %s WHERE number = 8", NOTHING_ERASED),
    "key": lambda: changed(2, "key", "a" * 32),
    "moment": lambda: changed(2, "published_at", NOON - timedelta(days=9)),
    "case key": lambda: changed(2, "case_key", "b" * 32),
    "case id": lambda: changed(2, "case_id", "another-case"),
    "case id of a withdrawal": lambda: changed(8, "case_id", "another-case"),
    "version": lambda: changed(2, "version", 7),
    "reason": lambda: changed(2, "reason", json.dumps({"en": "Another reason"})),
    "reason of a withdrawal": lambda: changed(8, "reason", json.dumps({"en": "Another reason"})),
    "format": lambda: changed(2, "format", "shekteu-document/1"),
    "rule book": lambda: changed(2, "rule_book", "another"),
    "digest": lambda: changed(2, "digest", "c" * 64),
    "places of an erasure": lambda: changed(5, "body", NOTHING_ERASED),
    "root of a seal": lambda: changed(9, "digest", "c" * 64),
    "day of a seal": lambda: changed(9, "body", json.dumps({"day": "2020-01-01", "salt": "0" * 32})),
    "previous": lambda: changed(2, "previous", "e" * 64),
    "hash": lambda: changed(2, "hash", "f" * 64),
    "two entries swapped": lambda: swapped(5, 6),
    "an entry gone from the middle": lambda: sql("DELETE FROM editions_chainentry WHERE number = 6"),
    "the end cut off": cut_off,
    "another version, chained anew": lambda: chained(2, "version", 7),
    "another case, chained anew": lambda: chained(2, "case_key", ChainEntry.objects.get(number=3).case_key),
    "an erasure of nothing, chained anew": lambda: chained(
        5, "body", json.dumps({"erases": "d" * 32, "places": {"case.title": None}})
    ),
    "an erasure that names less, chained anew": lambda: chained(
        5, "body", json.dumps({"erases": ChainEntry.objects.get(number=1).key, "places": {"case.events.0": None}})
    ),
    "another mark than the erasure says": lambda: rewritten(
        1, lambda plain: plain["case"].update(withheld=["testimonies"])
    ),
    "a text changed": lambda: rewritten(2, lambda plain: plain["case"]["title"].update(en="Guilty")),
    "a text of another case": lambda: sql(
        "UPDATE editions_editiontext SET content = (SELECT content FROM editions_editiontext WHERE edition_id = 3) "
        "WHERE edition_id = 2"
    ),
    "a text gone": lambda: sql("DELETE FROM editions_editiontext WHERE edition_id = 2"),
    "a part gone without an erasure": lambda: rewritten(2, erased_without_a_word),
    "a part and its leaf gone": lambda: rewritten(2, lambda plain: plain["case"].pop("summary")),
    "a part added": lambda: rewritten(2, lambda plain: plain["person"].update(died="2020")),
    "a salt changed": lambda: rewritten(2, lambda plain: plain["salts"].update({"case.title": "0" * 32})),
    "a leaf changed": lambda: rewritten(1, lambda plain: plain["leaves"].update({"case.events.0": "0" * 64})),
    "a sentence planted in an erased place": lambda: rewritten(1, planted),
    "rows of a list swapped": lambda: rewritten(2, lambda plain: plain["case"]["events"].reverse()),
    "another story, chained anew": another_story,
    "the index without an edition": lambda: Entry.objects.filter(edition=2).delete(),
    "the index with a withheld edition": lambda: found_again(3),
    "another title in the index": lambda: Entry.objects.filter(edition=2).update(title={"en": "Guilty"}),
    "another end in the index": lambda: Period.objects.filter(entry=2, item="ban").update(ends_latest=NOON.date()),
    "a period gone from the index": lambda: Period.objects.filter(entry=2, item="ban").delete(),
}


@pytest.fixture
def head(whole: None) -> Iterator[tuple[str, int]]:
    entry = ChainEntry.objects.get(number=9)
    yield entry.hash, entry.number


@pytest.mark.parametrize("tampering", TAMPERING)
def test_verify_finds_tampering(head: tuple[str, int], tampering: str) -> None:
    assert broken(*head) == []
    TAMPERING[tampering]()
    assert broken(*head) != []


def test_there_are_at_least_25_kinds_of_tampering() -> None:
    assert len(TAMPERING) >= 25


def test_verify_editions_says_so(capsys: Any) -> None:
    published()
    call_command("verify_editions")
    head = ChainEntry.objects.get()
    assert capsys.readouterr().out == (
        f"1 invented-2016: intact\n1 entries: 1 intact, 0 redacted, 0 broken\nhead {head.hash}, count 1\n"
    )
    call_command("verify_editions", "--quiet", "--head", head.hash, "--count", "1")


@pytest.mark.parametrize("options", [["--head", "1" * 64, "--count", "1"], ["--head", "1" * 64, "--count", "2"]])
def test_verify_editions_when_the_end_is_another(options: list[str]) -> None:
    published()
    with pytest.raises(CommandError):
        call_command("verify_editions", *options)


def test_verify_editions_when_only_half_of_the_head_is_given() -> None:
    with pytest.raises(CommandError, match="--head needs --count"):
        call_command("verify_editions", "--head", "1" * 64)


def test_verify_editions_when_broken(capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    published()
    monkeypatch.setattr("editions.verify.GENESIS", "1" * 64)
    with pytest.raises(CommandError) as error:
        call_command("verify_editions", "--quiet")
    assert str(error.value) == "The chain is broken: restore the database from a copy that verifies"
    first, progress, counts, *_head = capsys.readouterr().out.splitlines()
    assert first == "1 invented-2016: broken: it does not follow the entry before it"
    assert progress.startswith("1 entries read in ")
    assert counts == "1 entries: 0 intact, 0 redacted, 1 broken"
