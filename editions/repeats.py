"""What in a document repeats a part that is to go: a name in a title, a birthday in a step, a text in another text."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from editions.parts import parts
from law.dates import DateRange, parse
from law.lengths import Length
from records.json_dict import JSONDict, texts

NAMES = ("person.names", "person.other_names.")
DATES = ("person.born", "person.died")
SHORTEST = 4
"""Texts that are shorter repeat each other by chance."""
LONGEST_ENDING = 4
AGES = range(101)
TOLD = ("text", "wording", "reported_as", "exceptions", "conditions", "amount", "title")
"""Keys of a row under which it tells something of its own."""
TWINS = ("charges", "custody", "verdicts", "restrictions", "claims")
"""Lists of the case whose rows the reckoning speaks of by the same ids."""
WORD = re.compile(r"[^\W\d_]+")
VOWELS = "aeiouyаеёиоуыэюяәіөұү"
NOT_TEXT = re.compile(r"[a-z0-9:_./-]*\Z")
"""Ids, kinds, dates and lengths: words of the format, not of a person."""


def repeats(before: JSONDict, after: JSONDict, chosen: Collection[str]) -> dict[str, str]:
    """The parts of `after` that say what a chosen part of `before` said, each with the path of what it repeats."""
    said, left = parts(before), parts(after)
    repeating: dict[str, str] = {}
    for path in chosen:
        for other in _repeating(path, said[path], left):
            repeating.setdefault(other, path)
    return repeating


def _repeating(path: str, content: Any, left: Mapping[str, Any]) -> Iterator[str]:
    yield from (other for other in left if other in _twins(path))
    if path.startswith(NAMES):
        words = {word for text in texts(content) for word in WORD.findall(text.casefold()) if len(word) > 2}
        yield from (other for other, kept in left.items() if _names(kept, words))
    elif path in DATES:
        yield from _dated(content, left)
    else:
        told = [text for text in _folded(_told(content)) if len(text) >= SHORTEST and not NOT_TEXT.match(text)]
        yield from (other for other, kept in left.items() if any(text in own for own in _folded(kept) for text in told))


def _twins(path: str) -> tuple[str, ...]:
    """What speaks of the same row: in the case, in the reckoning, and the blocks of it."""
    _record, *rest = path.split(".")
    if len(rest) != 2 or rest[0] not in TWINS:
        return ()
    reckoned = f"reckoning.{rest[0]}.{rest[1]}"
    blocks = (f"{reckoned}.{block}" for block in ("steps", "early", "likely"))
    return (f"case.{rest[0]}.{rest[1]}", reckoned, *blocks)


def _folded(content: Any) -> Iterator[str]:
    return (" ".join(text.casefold().split()) for text in texts(content))


def _told(content: Any) -> Any:
    """Of a row what it tells in words of its own: who speaks and where stands in many rows."""
    return [content[key] for key in TOLD if key in content] or content if isinstance(content, dict) else content


# Names


def _names(content: Any, names: Collection[str]) -> bool:
    """Whether one of the words is there: as such in an id, with any ending in a text."""
    for text in texts(content):
        words = WORD.findall(text.casefold())
        if any(word in names for word in words):
            return True
        if not NOT_TEXT.match(text) and any(_is_form_of(word, name) for word in words for name in names):
            return True
    return False


def _is_form_of(word: str, name: str) -> bool:
    """Whether it may be the name with another ending: Бокаева of Бокаев, Марии of Мария."""
    stem = name.rstrip(VOWELS)
    return len(stem) >= SHORTEST and word.startswith(stem) and len(word) - len(stem) <= LONGEST_ENDING


# Days of birth and death


def _dated(text: str, left: Mapping[str, Any]) -> Iterator[str]:
    """Parts that name the year in a sentence, steps that count from the day, and ranges that are it years later."""
    years = [re.compile(rf"(?<!\d){year}(?!\d)") for year in re.findall(r"\d{4}", text)]
    day = parse(text)
    moved = {(str(later.earliest), str(later.latest)) for age in AGES for later in [day.plus(Length(years=age))]}
    exact = moved if _is_narrow(day) else set()
    for other, content in left.items():
        if other.startswith("reckoning."):
            if any(_is_birthday(entry, exact) for entry in _objects(content)):
                yield other
        elif any(year.search(said) for said in texts(content) if not NOT_TEXT.match(said) for year in years):
            yield other


def _is_narrow(day: DateRange) -> bool:
    """Whether it is less than a year wide: whole years would be found in everything that is known by its year."""
    return bool(day.earliest and day.latest and (day.latest - day.earliest).days < 300)


def _objects(content: Any) -> Iterator[JSONDict]:
    """All objects in a value."""
    if isinstance(content, dict):
        yield content
    for inner in content.values() if isinstance(content, dict) else content if isinstance(content, list) else ():
        yield from _objects(inner)


def _is_birthday(entry: JSONDict, days: Collection[tuple[str, str]]) -> bool:
    if entry.get("name") == "birthday":
        return True
    return (str(entry.get("earliest")), str(entry.get("latest"))) in days
