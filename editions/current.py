"""Documents of editions, as stored."""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from django.db.models import F

from editions.load import load
from editions.models import Edition, EditionText
from editions.schema import Document
from editions.schema.document import DOCUMENT_FORMAT
from records.json_dict import JSONDict


class Stored(NamedTuple):
    """An edition with its text as stored; none if the case was withdrawn or the text erased."""

    edition: Edition
    content: str | None


class StoredText(NamedTuple):
    """A document's text as stored, with its format."""

    content: str
    format: str


class Standing(NamedTuple):
    """A case as it is published now."""

    edition: Edition
    document: Document


def document_of(edition: Edition) -> Document | None:
    """The document that stands for `edition` now. One query unless its text was fetched with it."""
    text = getattr(edition, "text", None)
    return load(text.content.encode(), edition.format) if text else None


def text_of(edition: Edition) -> JSONDict | None:
    """The text as it is stored, with what is needed to verify it; none if it has another format than today's."""
    text = getattr(edition, "text", None)
    plain: JSONDict | None = json.loads(text.content) if text and edition.format == DOCUMENT_FORMAT else None
    return plain


def replay() -> Iterator[Stored]:
    """All editions in the order of the chain, a few hundred in memory at a time."""
    # A text beside its edition would hold it and be held by it, and stay in memory until Python looks for such pairs.
    editions = Edition.objects.annotate(content=F("text__content")).order_by("number")
    for edition in editions.iterator(chunk_size=200):
        yield Stored(edition, edition.content)


def standing() -> Iterator[Standing]:
    """What is published now, by number of edition."""
    editions = Edition.objects.current().select_related("text").order_by("number")
    return _standing(editions.iterator(chunk_size=200))


def documents_of(numbers: Collection[int]) -> Iterator[Standing]:
    """The documents of these editions, in the order of the chain."""
    editions = Edition.objects.filter(number__in=numbers).select_related("text").order_by("number")
    return _standing(editions.iterator(chunk_size=200))


def standing_of_person(person_id: str) -> list[Standing]:
    """The published cases of one person."""
    return list(_standing(Edition.objects.current().of_person(person_id).select_related("text").order_by("number")))


def standing_of_people(person_ids: Collection[str]) -> Iterator[Standing]:
    """The published cases of these people. Two queries.

    The second asks by number: a planner that believes the tables empty, as they were before a first publication of
    many cases, would else look at every entry of the chain for each batch of people.
    """
    numbers = list(EditionText.objects.filter(person__in=person_ids).values_list("edition", flat=True))
    return _standing(Edition.objects.current().filter(number__in=numbers).select_related("text").order_by("number"))


def standing_of_case(case_id: str) -> Standing | None:
    """The case as it is published now, by its id of today or any it had."""
    by_id = Edition.objects.of_case(case_id).order_by("number").last()
    newest = by_id and Edition.objects.filter(case_key=by_id.case_key).select_related("text").order_by("number").last()
    document = document_of(newest) if newest else None
    return Standing(newest, document) if newest and document else None


def texts_of_cases(case_ids: Collection[str]) -> dict[str, StoredText]:
    """The texts of those of the cases that are published now. Two queries."""
    editions = Edition.objects.filter(case_id__in=case_ids).order_by("number")
    keys = dict(editions.values_list("case_id", "case_key"))
    current = Edition.objects.current().filter(case_key__in=keys.values(), text__isnull=False)
    texts = {key: StoredText(*text) for key, *text in current.values_list("case_key", "text__content", "format")}
    return {case_id: texts[key] for case_id, key in keys.items() if key in texts}


def people() -> list[str]:
    """The ids of all people with a published case."""
    ids = Edition.objects.current().filter(text__isnull=False).values_list("text__person", flat=True)
    return sorted(set(ids))


def _standing(editions: Iterable[Edition]) -> Iterator[Standing]:
    for edition in editions:
        document = document_of(edition)
        if document is not None:
            yield Standing(edition, document)
