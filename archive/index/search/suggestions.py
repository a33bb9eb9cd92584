"""“Did you mean”: the names of the archive nearest to a word that found nothing."""

from collections.abc import Iterable, Mapping

from archive.index.search import fold

LONG = 7
"""Letters from which on two errors are forgiven instead of one."""


def corrected(query: str, names: Iterable[Mapping[str, str]]) -> str | None:
    """The query with each word that no name has replaced by the nearest that one has; None if nothing is near.

    ``names``: for each entry its ``name_words``, key without endings by word.
    """
    known: dict[str, str] = {}
    for entry in names:
        for word, stem in entry.items():
            known.setdefault(stem, word)
    words = fold.words(query)
    found = [_nearest(word, known) for word in words]
    if not any(new and new != old for old, new in zip(words, found, strict=True)):
        return None
    return " ".join(new or old for old, new in zip(words, found, strict=True))


def _nearest(word: str, known: Mapping[str, str]) -> str | None:
    """A known word at the least distance, within what a typing error can do."""
    stem = fold.keys(word).stem
    if stem in known:
        return word
    allowed = 1 if len(word) < LONG else 2
    near = [(distance(stem, other, allowed), other) for other in known if abs(len(other) - len(stem)) <= allowed]
    best, other = min(near, default=(allowed + 1, ""))
    return known[other] if best <= allowed and len(stem) > best + 1 else None


def distance(one: str, other: str, most: int) -> int:
    """How many letters to add, drop, change or swap; anything above ``most`` may come out as ``most + 1``."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, start=1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[j] = min(row[j], earlier[j - 2] + 1)
        if min(row) > most:
            return most + 1
    return row[-1]
