"""Every text of a document that readers will see, with the fact it belongs to."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from desk.review.entry_names import names_in
from editions.schema import Document
from records.json_dict import JSONDict
from records.languages import LANGUAGES

PARTS = (*("inclusion", "prior", "charges", "custody", "verdicts", "restrictions", "events", "claims", "testimonies"),)
"""In the order of the form."""
SHARED = {"sources": noop("source"), "courts": noop("court"), "trials": noop("trial")}
NO_TEXTS = ("url", "archived_url", "sha256", "type")


class CaseEntry(NamedTuple):
    """An entry of a case as plain data; `where` is what editors call it."""

    part: str
    where: str
    record: JSONDict


class LocatedText(NamedTuple):
    """A text and the language it is filed under; none for names, sources and the like.

    `part` is the key under which it stands in the document or in its case.
    """

    part: str
    where: str
    language: str | None
    text: str
    fact: CaseEntry | None


def facts(document: Document) -> Iterator[CaseEntry]:
    """The entries of the case, in the order of the form."""
    case = document.case.to_dict()
    for part in PARTS:
        for where, row in zip(names_in(part, case[part]), case[part], strict=True):
            yield CaseEntry(part, where, row)


def texts(document: Document) -> Iterator[LocatedText]:
    """All texts: of the case, its facts, the person, the sources, the courts and the trial."""
    record = document.to_dict()
    case = {key: value for key, value in record["case"].items() if key not in PARTS}
    yield from texts_in("case", _("case"), case)
    for fact in facts(document):
        yield from texts_in(fact.part, fact.where, fact.record, fact)
    yield from texts_in("person", _("person"), record["person"])
    for part, word in SHARED.items():
        for row in record[part]:
            yield from texts_in(part, f"{_(word)} {row['id']}", row)


def texts_in(
    part: str, where: str, content: Any, fact: CaseEntry | None = None, language: str | None = None
) -> Iterator[LocatedText]:
    """All texts of a plain value, however deep."""
    if isinstance(content, str):
        yield LocatedText(part, where, language, content, fact)
    elif isinstance(content, Mapping):
        for key, inner in content.items():
            if key not in NO_TEXTS:
                yield from texts_in(part, where, inner, fact, key if key in LANGUAGES else None)
    elif isinstance(content, list):
        for inner in content:
            yield from texts_in(part, where, inner, fact, language)
