"""A document as parts, each with a salt of its own, so that one can go and the rest still verify.

A part is a field of the case or the person, a row of a list, or a block of the reckoning. Its leaf is the SHA-256 of
path, salt and value; the document's digest is the SHA-256 of its format and all leaves. Whoever erases a part takes
value and salt away and leaves the leaf: the digest stays what it was, and no guess can be tested against it.
"""

import secrets
from collections.abc import Iterator
from typing import Any, NamedTuple

from editions.canonical import canonical, canonical_unchecked, digest
from records.json_dict import JSONDict

RECORDS = ("case", "person")
"""Objects of a document each of whose fields is a part, or a list of parts."""
LISTS = ("sources", "courts", "trials", "occupations", "tags")
ALWAYS = ("case.withheld",)
"""A part even while it is empty: the mark that something is withheld reaches editions that were published before."""
BLOCKS = ("steps", "early", "likely")
"""Keys of a row of the reckoning that are parts of their own: an explanation can go while its dates stay."""


def new_salt() -> str:
    """128 random bits: nobody can guess an erased text from the leaf that stays."""
    return secrets.token_hex(16)


def parts(document: JSONDict) -> dict[str, Any]:
    """The parts of a plain document by their paths: `case.title`, `case.claims.k1`, `case.events.0`.

    Rows without an id are named by their place, which stays free (null) once a row is erased. What says nothing, null
    or an empty list, is no part.
    """
    entries = {"rule_book": document["rule_book"]} if document.get("rule_book") else {}
    for name in (*RECORDS, "reckoning"):
        for key, content in document.get(name, {}).items():
            entries |= dict(_parts_of(f"{name}.{key}", content))
    for name in LISTS:
        entries |= dict(_parts_of(name, document.get(name, [])))
    return entries


def _parts_of(path: str, content: Any) -> Iterator[tuple[str, Any]]:
    """The parts of one field: its rows, or the whole of it."""
    if is_rows(content):
        for place, row in enumerate(content):
            if row is not None:
                yield from _parts_of_row(f"{path}.{name_of(row, place)}", row)
    elif path in ALWAYS or not is_empty(content):
        yield path, content


def _parts_of_row(path: str, row: JSONDict) -> Iterator[tuple[str, Any]]:
    blocks = BLOCKS if path.startswith("reckoning.") else ()
    yield path, {key: inner for key, inner in row.items() if key not in blocks}
    for key in blocks:
        if not is_empty(row.get(key)):
            yield f"{path}.{key}", row[key]


def is_rows(content: Any) -> bool:
    """Whether it is a list of objects, some of which may have been erased."""
    return isinstance(content, list) and any(row is None or isinstance(row, dict) for row in content)


def name_of(row: JSONDict, place: int) -> str:
    """What a row is called in a path."""
    return str(row.get("id", place))


def is_empty(content: Any) -> bool:
    """Whether it says nothing. `false` and 0 say something."""
    return content is None or (isinstance(content, str | list | dict) and not content)


class SaltedDocument(NamedTuple):
    """A plain document with its digest."""

    plain: JSONDict
    digest: str


def salted(document: JSONDict) -> SaltedDocument:
    """The plain document as it is stored: every part with a new salt. It was written by the schema, and is whole."""
    entries = parts(document)
    random = secrets.token_hex(16 * len(entries))
    salts = {path: random[32 * number : 32 * number + 32] for number, path in enumerate(sorted(entries))}
    lines = [[path, digest(canonical_unchecked([path, salt, entries[path]]))] for path, salt in salts.items()]
    return SaltedDocument({**document, "salts": salts}, digest(canonical_unchecked([document["format"], lines])))


def leaf(path: str, salt: str, content: Any) -> str:
    """What stays of a part when it is erased."""
    return digest(canonical([path, salt, content]))


class NotWhole(ValueError):
    """A part of a document has neither a salt nor a leaf, or a salt has no part: the message names it."""


def leaves(document: JSONDict) -> dict[str, str]:
    """The leaf of every part, erased ones included. Raises NotWhole."""
    erased, salts = document.get("leaves", {}), document["salts"]
    present = {path: content for path, content in parts(document).items() if path not in erased}
    if stray := sorted(present.keys() ^ salts.keys()):
        raise NotWhole(f"{stray[0]}: the part and its salt do not belong together")
    return {**erased, **{path: leaf(path, salts[path], content) for path, content in present.items()}}


def digest_of(document: JSONDict) -> str:
    """The digest of a plain document, the same before and after any erasure. Raises NotWhole."""
    return digest(canonical([document["format"], sorted(map(list, leaves(document).items()))]))
