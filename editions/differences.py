"""What changed between two documents, as data from which words can be made."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from editions.document import said
from editions.schema import Document
from records.json_dict import JSONDict


class Difference(NamedTuple):
    """One change. `path` leads to it (`case.restrictions.ban.length`); rows are named by their ids.

    `kind` is `added`, `removed`, `changed`, or what moved: `start-moved`, `end-moved`, `state-moved`.
    `old` and `new` are plain values, null where there is none.
    """

    path: str
    kind: str
    old: Any
    new: Any


MOVES = {
    "binds_from": "start-moved",
    "counts_from": "count-moved",
    "ends": "end-moved",
    "in_force": "force-moved",
    "standing": "standing-changed",
    "certainty": "certainty-changed",
    "open_ended": "end-moved",
    "void": "voided",
}
"""Changes of the reckoning that readers are told of, by the key that changed."""

FACTS = ("case", "person", "sources", "courts", "trials", "occupations", "tags")


def differences(old: Document, new: Document) -> list[Difference]:
    """All changes of facts, then those of the reckoning that readers are told of."""
    before, after = said(old.to_dict()), said(new.to_dict())
    facts = (change for part in FACTS for change in _between(part, before[part], after[part]))
    return [*facts, *reckoned_differences(before["reckoning"], after["reckoning"])]


def reckoned_differences(old: JSONDict, new: JSONDict) -> list[Difference]:
    """The dates, standings and certainties that moved, restrictions that came or went, claims judged anew."""
    return [
        *_rows("reckoning.verdicts", old["verdicts"], new["verdicts"], MOVES),
        *_rows("reckoning.restrictions", old["restrictions"], new["restrictions"], MOVES),
        *_rows("reckoning.claims", old["claims"], new["claims"], {"result": "claim-changed", "days": "claim-changed"}),
        *_burden(old["burden"], new["burden"]),
    ]


def _burden(old: JSONDict, new: JSONDict) -> Iterator[Difference]:
    for key in ("nominal", "from", "until", "days"):
        if old[key] != new[key]:
            yield Difference(f"reckoning.burden.{key}", "burden-changed", old[key], new[key])


def _rows(path: str, old: list[JSONDict], new: list[JSONDict], kinds: Mapping[str, str]) -> Iterator[Difference]:
    """Changes between rows of the same id, in the named keys only."""
    before, after = _by_id(old), _by_id(new)
    for id_ in sorted(before.keys() | after.keys()):
        at = f"{path}.{id_}"
        if id_ not in after:
            yield Difference(at, "removed", before[id_], None)
        elif id_ not in before:
            yield Difference(at, "added", None, after[id_])
        else:
            for key, kind in kinds.items():
                if before[id_].get(key) != after[id_].get(key):
                    yield Difference(f"{at}.{key}", kind, before[id_].get(key), after[id_].get(key))


def _by_id(rows: list[JSONDict]) -> dict[str, JSONDict]:
    return {row["id"]: row for row in rows}


def _between(path: str, old: Any, new: Any) -> Iterator[Difference]:
    """Changes between two plain values, each as deep as it can be named."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _objects(path, old, new)
    elif _has_ids(old) and _has_ids(new):
        yield from _objects(path, _by_id(old), _by_id(new))
    else:
        yield Difference(path, _kind(old, new), old, new)


def _has_ids(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(row, dict) and "id" in row for row in value)


def _objects(path: str, old: JSONDict, new: JSONDict) -> Iterator[Difference]:
    for key in [*old, *(key for key in new if key not in old)]:
        yield from _between(f"{path}.{key}", old.get(key), new.get(key))


def _kind(old: Any, new: Any) -> str:
    """`added` where nothing stood before, `removed` where nothing stands now."""
    if old in (None, [], {}, ""):
        return "added"
    return "removed" if new in (None, [], {}, "") else "changed"
