"""Whether the chain still says what was published, and nothing went but what it says went."""

import json
from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editions import index
from editions.batches import batches
from editions.canonical import digest
from editions.current import replay
from editions.erase import REPLACEABLE
from editions.models import GENESIS, WHOLE, ChainEntry, EditionText
from editions.parts import digest_of, parts
from records.json_dict import JSONDict
from records.parallel import in_order

FIRST_FORMAT = "shekteu-document/1"
"""Its digest is that of its bytes: no part of it can go, only the whole."""


class EntryCheck(NamedTuple):
    """What verification says of one entry: intact, redacted (a part or all of its text is gone) or broken (why)."""

    number: int
    about: str
    state: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.number} {self.about}: {self.state}" + (f": {self.detail}" if self.detail else "")


def verify(head: str = "", count: int = 0) -> Iterator[EntryCheck]:
    """A check of each entry in the order of the chain; then what is wrong with the whole.

    `head` is the hash that entry `count` had when somebody wrote it down: it shows that nothing was cut off at the end
    and no hash was computed anew.
    """
    chain = ChainCheck(head, count)
    waiting: deque[list[ChainEntry]] = deque()
    for texts in in_order(read_texts, _stored_texts(waiting)):
        for entry, text in zip(waiting.popleft(), texts, strict=True):
            yield chain.check(entry, text)
    yield from chain.complaints()
    for complaint in index.strays(replay()):
        yield EntryCheck(0, "index", "broken", complaint)


def _stored_texts(waiting: deque[list[ChainEntry]]) -> Iterator[list[str | None]]:
    """The texts of all entries, some at a time; the entries wait until other processes have read them."""
    for some in batches(ChainEntry.objects.order_by("number").iterator()):
        by_number = EditionText.objects.in_bulk([entry.number for entry in some])
        waiting.append(some)
        yield [text.content if (text := by_number.get(entry.number)) else None for entry in some]


class TextFacts(NamedTuple):
    """What a text says of itself, or why it is no document."""

    digest: str = ""
    format: str = ""
    rule_book: str = ""
    case_id: str = ""
    gone: JSONDict | None = None
    """By the places that were erased what stands there instead; none if nothing was erased."""
    error: str = ""


def read_texts(contents: Sequence[str | None]) -> list[TextFacts | None]:
    """What each text says of itself. Asks no database: another process reads it."""
    return [None if content is None else read_text(content) for content in contents]


def read_text(content: str) -> TextFacts:
    try:
        plain, gone = json.loads(content), None
        if plain["format"] == FIRST_FORMAT:
            actual = digest(content.encode())
        else:
            actual = digest_of(plain)
            if plain.get("leaves"):
                present = parts(plain)
                gone = {path: present.get(path) for path in plain["leaves"]}
        return TextFacts(actual, plain["format"], plain["rule_book"], plain["case"]["id"], gone)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        return TextFacts(error=f"its text is no document: {error!r}")


class _Gone(NamedTuple):
    """What an edition's text no longer holds, and what stands there instead."""

    number: int
    about: str
    places: JSONDict


class ChainCheck:
    """Checks entry after entry, from wherever they come, and in the end whether each erasure was obeyed."""

    def __init__(self, head: str = "", count: int = 0) -> None:
        self._head, self._count = head, count
        self._previous, self._number = GENESIS, 0
        self._keys: set[str] = set()
        self._versions: dict[str, int] = {}
        self._ids: dict[str, set[str]] = {}
        self._gone: dict[str, _Gone] = {}
        self._erased: dict[str, JSONDict] = {}
        self._problems: list[EntryCheck] = []

    def check(self, entry: ChainEntry, text: TextFacts | None) -> EntryCheck:
        """The check of the next entry and its text."""
        about = entry.case_id or entry.kind
        broken = self._out_of_place(entry) or self._misnumbered(entry) or self._false_text(entry, text)
        self._previous, self._number = entry.hash, entry.number
        self._note_erasure(entry)
        if broken:
            return EntryCheck(entry.number, about, "broken", broken)
        return EntryCheck(entry.number, about, "redacted" if entry.key in self._gone else "intact")

    def complaints(self) -> Iterator[EntryCheck]:
        """What is wrong with the chain as a whole: erasures that nobody obeyed, gaps that no erasure names, an end cut
        off."""
        yield from self._problems
        for key in sorted(self._gone.keys() | self._erased.keys()):
            yield from self._disobeyed(key)
        if self._number < self._count:
            yield EntryCheck(self._number, "chain", "broken", f"it ends before entry {self._count}: its end is missing")

    def _out_of_place(self, entry: ChainEntry) -> str:
        if entry.number != self._number + 1:
            return f"entry {self._number + 1} is missing before it"
        if entry.previous != self._previous:
            return "it does not follow the entry before it"
        if entry.hash != entry.computed_hash():
            return "its hash does not fit what it says"
        if entry.number == self._count and entry.hash != self._head:
            return "its hash is not the one that was written down"
        return ""

    def _misnumbered(self, entry: ChainEntry) -> str:
        if entry.key in self._keys:
            return "its key is another entry's"
        self._keys.add(entry.key)
        if entry.kind != ChainEntry.Kind.PUBLISHED:
            return ""
        expected = self._versions.get(entry.case_key, 0) + 1
        self._versions[entry.case_key] = expected
        return "" if entry.version == expected else f"it is not version {expected} of its case"

    def _false_text(self, entry: ChainEntry, text: TextFacts | None) -> str:
        """Why the text is not the entry's. Notes what is gone from it."""
        if entry.kind != ChainEntry.Kind.PUBLISHED:
            return self._false_id(entry) if text is None else "it has a text and is no edition"
        if text is None:
            self._gone[entry.key] = _Gone(entry.number, entry.kind, {WHOLE: None})
            return "it names a case, and its text is gone" if entry.case_id else ""
        self._ids.setdefault(entry.case_key, set()).add(entry.case_id)
        return self._false_content(entry, text)

    def _false_id(self, entry: ChainEntry) -> str:
        known = self._ids.get(entry.case_key, set())
        is_known = entry.kind != ChainEntry.Kind.WITHDRAWN or entry.case_id in known | {""}
        return "" if is_known else "it names another case"

    def _false_content(self, entry: ChainEntry, text: TextFacts) -> str:
        if text.gone is not None:
            self._gone[entry.key] = _Gone(entry.number, entry.case_id, text.gone)
        if text.error:
            return text.error
        if text.digest != entry.digest or text.format != entry.format:
            return "its text was changed without an erasure"
        if text.rule_book != entry.rule_book:
            return "its text was reckoned by another rule book"
        return "" if text.case_id == entry.case_id else "its text is of another case"

    def _note_erasure(self, entry: ChainEntry) -> None:
        if entry.kind != ChainEntry.Kind.ERASED:
            return
        erased, places = entry.body.get("erases", ""), entry.body.get("places", {})
        if erased not in self._keys:
            detail = "it erases an entry that is not before it"
            self._problems.append(EntryCheck(entry.number, entry.kind, "broken", detail))
        planted = sorted(path for path, text in places.items() if text is not None and path not in REPLACEABLE)
        if planted:
            detail = f"{planted[0]}: nothing can stand there after an erasure"
            self._problems.append(EntryCheck(entry.number, entry.kind, "broken", detail))
        self._erased[erased] = {**self._erased.get(erased, {}), **places}

    def _disobeyed(self, key: str) -> Iterator[EntryCheck]:
        gone, named = self._gone.get(key), self._erased.get(key, {})
        if gone is None:
            yield EntryCheck(0, key, "broken", f"an erasure names {', '.join(sorted(named))}, and nothing is gone")
        elif WHOLE in gone.places and WHOLE not in named:
            yield EntryCheck(gone.number, gone.about, "broken", "its text is missing without an erasure")
        elif gone.places.keys() - named.keys():
            yield EntryCheck(gone.number, gone.about, "broken", "a part is gone without an erasure")
        elif WHOLE not in gone.places and gone.places != named:
            yield EntryCheck(gone.number, gone.about, "broken", "an erasure was not obeyed")
