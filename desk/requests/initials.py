"""Initials in place of a name: in texts, in ids, and in the addresses of pages.

An edition's id and what it hashes never change, so the old cases go in silence with all their texts, and the
same facts are published anew under ids that say nothing. The audit of the rows keeps what the desk knew.
"""

import re
import secrets
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _
from pydantic import ValidationError

from cases.models import Case
from desk.documents.saving import make_internal
from desk.requests.effects import cases_of_same_person, remove
from desk.requests.names import NameMatcher, mapped, texts
from editions.building import with_digests
from editions.chain import ChainEntry, append
from editions.current import standing, standing_of_person
from editions.document import new_salt
from editions.models import Edition
from editions.reckoning import reckoning_of
from editions.refusal import PublicationError
from editions.schema import Document
from editions.subjects import SUBJECTS
from inbox.models import Message
from people.models import Person
from records.ids import ARCHIVE_ID
from records.json_dict import JSONDict
from records.models import Paper

REASON = {
    "en": "Initials in place of a name, at the person's wish",
    "ru": "Инициалы вместо имени, по желанию человека",
    "kk": "Адамның қалауы бойынша есімнің орнына бас әріптер",
}
ID = re.compile(ARCHIVE_ID)
ADDRESSES = ("url", "archived_url")


class InitialsOutcome(NamedTuple):
    """The editions that were made, and the published cases of others that still name the person."""

    made: list[Edition]
    still_named: list[str]


@transaction.atomic
def initials(case_id: str, letters: str, now: datetime) -> InitialsOutcome:
    """Let no page of the person's cases name the person, in no edition. Raises PublicationError."""
    case = Case.objects.select_related("person").filter(slug=case_id).first()
    if case is None:
        raise PublicationError([_("%(case)s: there is no such case") % {"case": case_id}])
    person, ids = case.person, cases_of_same_person(case_id)
    rows = PersonRecords(person.slug)
    published = [one.document.to_dict() for one in standing_of_person(person.slug)]
    change = Anonymizer(letters, rows, published)
    made = [edition for one in ids if Edition.objects.of_case(one).exists() for edition in remove(one, now)]
    made += _publish([change.document(one) for one in published], now)
    _save(person, rows, change)
    return InitialsOutcome(made, still_named(change.naming))


class PersonRecords:
    """What the rows say of a person, as records."""

    def __init__(self, person_id: str) -> None:
        self.person = next(SUBJECTS["people"].records([person_id]))
        slugs = Case.objects.filter(person=person_id).values_list("slug", flat=True)
        self.cases = list(SUBJECTS["cases"].records(list(slugs)))
        cited = set(texts([self.person, self.cases]))
        self.sources = list(SUBJECTS["sources"].records(cited))
        self.shared = [one for name in ("trials", "tags") for one in SUBJECTS[name].records(cited)]


class Anonymizer:
    """Records without the name. New ids for what named the person; trials and tags that do are left out."""

    def __init__(self, letters: str, rows: PersonRecords, published: Sequence[JSONDict]) -> None:
        self.letters = letters
        self.naming = NameMatcher(rows.person)
        cases = [*rows.cases, *(one["case"] for one in published)]
        sources = [*rows.sources, *(source for one in published for source in one["sources"])]
        shared = [*rows.shared, *(label for one in published for label in (*one["trials"], *one["tags"]))]
        self.dropped = {one["id"] for one in shared if self._names(one)}
        named = [("source", one["id"]) for one in sources if self._names(one)]
        named += [("case", one["id"]) for one in cases] + [("person", rows.person["id"])]
        named += [("x", id_) for one in cases for id_ in _inner_ids(one) if self.naming.is_in(id_)]
        self.ids = {id_: f"{word}-{secrets.token_hex(5)}" for word, id_ in sorted(set(named))}

    def __call__(self, record: Any) -> Any:
        return mapped(record, self._text)

    def case(self, record: JSONDict) -> JSONDict:
        """The case under its new id, of which no earlier id is told."""
        trial = None if record["trial"] in self.dropped else record["trial"]
        tags = [tag for tag in record["tags"] if tag not in self.dropped]
        return {**self(record), "former_ids": [], "trial": trial, "tags": tags}

    def person(self, record: JSONDict) -> JSONDict:
        kept = {name: value for name, value in record.items() if name != "portrait"}
        names = dict.fromkeys(record["names"], self.letters)
        return {**self({**kept, "other_names": []}), "names": names, "former_ids": []}

    def source(self, record: JSONDict) -> JSONDict:
        """The source without an address that names the person, and without its paper, which does."""
        record = {name: value for name, value in record.items() if name != "paper"}
        hidden = {name: None for name in ADDRESSES if record[name] and self.naming.is_in(record[name])}
        return {**self({**record, **hidden}), "former_ids": []} if record["id"] in self.ids else record

    def document(self, record: JSONDict) -> JSONDict:
        """The document, not reckoned yet."""
        kept = {name: [one for one in record[name] if one["id"] not in self.dropped] for name in ("trials", "tags")}
        sources = sorted((self.source(one) for one in record["sources"]), key=lambda one: one["id"])
        found = {"case": self.case(record["case"]), "person": self.person(record["person"]), "sources": sources}
        return {**record, **kept, **found}

    def _names(self, record: JSONDict) -> bool:
        found = list(texts(record))
        return any(self.naming.is_in(text) for text in found if " " not in text) or any(
            self.naming.replaced(text, "") != text for text in found
        )

    def _text(self, text: str) -> str:
        """An id under its new name, also behind a colon; any other text, if it is no id or word, with the initials."""
        moved = ":".join(self.ids.get(part, part) for part in text.split(":"))
        return moved if moved != text or ID.match(text) else self.naming.replaced(text, self.letters)


def _inner_ids(case: JSONDict) -> Iterator[str]:
    parts = [part for part in case.values() if isinstance(part, list)]
    return (row["id"] for part in parts for row in part if isinstance(row, dict) and "id" in row)


def _publish(documents: Sequence[JSONDict], now: datetime) -> list[Edition]:
    """The documents, reckoned beside each other, as the first editions of new cases. Raises PublicationError."""
    try:
        reckoned = with_digests([_reckoned(one, documents) for one in documents], {})
    except ValidationError as error:
        raise PublicationError([str(error)]) from error
    return append([ChainEntry(one.case.id, (), REASON, one) for one in reckoned], now)


def _reckoned(record: JSONDict, documents: Sequence[JSONDict]) -> Document:
    others = sorted((one["case"] for one in documents if one is not record), key=lambda one: one["id"])
    reckoning = reckoning_of(record["case"], record["person"], others, record["sources"])
    made = {"salt": new_salt(), "others": [], "rule_book": reckoning.rule_book, "reckoning": reckoning}
    return Document.model_validate({**record, **made})


def _save(person: Person, rows: PersonRecords, change: Anonymizer) -> None:
    """The rows without the name, under the new ids. Sources that others may cite stay beside their copies."""
    for paper in Paper.objects.filter(source__slug__in=[one["id"] for one in rows.sources], is_public=True):
        make_internal(paper)
    for source in rows.sources:
        if source["id"] in change.ids:
            SUBJECTS["sources"].save(change.source(source))
    Person.objects.filter(pk=person.pk).update(slug=change.ids[person.slug], former_ids=[])
    for record in rows.cases:
        old, new = record["id"], change.ids[record["id"]]
        Case.objects.filter(slug=old).update(slug=new, former_ids=[], person_id=change.ids[person.slug])
        Message.objects.filter(case_id=old).update(case_id=new)
    SUBJECTS["people"].save(change.person(rows.person))
    for record in rows.cases:
        SUBJECTS["cases"].save(change.case(record))
    unchanged = [change.ids[record["id"]] for record in rows.cases if record["status"] == "published"]
    Case.objects.filter(slug__in=unchanged).mark_published()  # only the name went, in the editions as well


def still_named(naming: NameMatcher) -> list[str]:
    """The published cases whose texts name the person: of others who stood trial beside them, say."""
    return [one.document.case.id for one in standing() if _any_names(one.document.to_dict(), naming)]


def _any_names(record: JSONDict, naming: NameMatcher) -> bool:
    said: Iterable[str] = texts([record["case"], [one["title"] for one in record["sources"]]])
    return any(naming.replaced(text, "") != text for text in said)
