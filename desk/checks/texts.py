"""Every text of a document that readers will see, with the fact it belongs to."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from editions.schema import Document
from editions.schema.values import Record
from records.languages import LANGUAGES

PARTS = {
    "inclusion": "inclusion",
    "prior": "earlier conviction",
    "charges": "charge",
    "custody": "custody",
    "verdicts": "verdict",
    "restrictions": "restriction",
    "events": "event",
    "claims": "claim",
    "testimonies": "testimony",
}
NO_TEXTS = ("url", "archived_url", "sha256", "type")


class Fact(NamedTuple):
    """An entry of a case as plain data. `where`: its kind and its id, or its place counted from 1."""

    part: str
    where: str
    record: Record


class Text(NamedTuple):
    """A text and the language it is filed under; none for names, sources and the like."""

    where: str
    language: str | None
    text: str
    fact: Fact | None


def facts(document: Document) -> Iterator[Fact]:
    """The entries of the case, in the order of the form."""
    case = document.case.record()
    for part, word in PARTS.items():
        for number, row in enumerate(case[part], start=1):
            yield Fact(part, f"{word} {row.get('id') or number}", row)


def texts(document: Document) -> Iterator[Text]:
    """All texts: of the case, its facts, the person, the sources, the courts and the trial."""
    record = document.record()
    case = {key: value for key, value in record["case"].items() if key not in PARTS}
    yield from _texts("case", case, None)
    for fact in facts(document):
        yield from _texts(fact.where, fact.record, fact)
    yield from _texts("person", record["person"], None)
    for part in ("sources", "courts", "trials"):
        for row in record[part]:
            yield from _texts(f"{part.removesuffix('s')} {row['id']}", row, None)


def _texts(where: str, value: Any, fact: Fact | None, language: str | None = None) -> Iterator[Text]:
    if isinstance(value, str):
        yield Text(where, language, value, fact)
    elif isinstance(value, Mapping):
        for key, inner in ((key, inner) for key, inner in value.items() if key not in NO_TEXTS):
            yield from _texts(where, inner, fact, key if key in LANGUAGES else None)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(where, inner, fact, language)
