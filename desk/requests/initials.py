"""Initials in place of a name: in texts, in ids, and in the addresses of pages.

An edition's id and what it hashes never change, so the old cases go in silence with all their texts, and the
same facts are published anew under ids that say nothing. The audit of the rows keeps what the desk knew.
"""

import re
import secrets
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _
from pydantic import ValidationError

from cases.models import Case
from desk.documents.saving import make_internal
from desk.models import DraftOwner
from desk.requests.effects import cases_of_same_person, remove
from desk.requests.names import NameMatcher, mapped
from editions.chain import NewEdition, append
from editions.current import standing, standing_of_person
from editions.models import Edition
from editions.reckoning import reckoning_of
from editions.refusal import PublicationError
from editions.schema import Document
from editions.subjects import SUBJECTS
from inbox.models import Message
from people.models import Person
from records.ids import ARCHIVE_ID
from records.json_dict import JSONDict, texts
from records.models import Paper

REASON = {
    "en": "Initials in place of a name, at the person's wish",
    "ru": "Инициалы вместо имени, по желанию человека",
    "kk": "Адамның қалауы бойынша есімнің орнына бас әріптер",
}
ID = re.compile(ARCHIVE_ID)
ADDRESSES = ("url", "archived_url")


class InitialsOutcome(NamedTuple):
    """The editions that came of it, and the published cases of others that still name the person."""

    editions: list[Edition]
    still_named: list[str]


@transaction.atomic
def initials(case_id: str, letters: str, now: datetime) -> InitialsOutcome:
    """Lets no page of the person's cases name the person, in no edition. Raises PublicationError."""
    case = Case.objects.select_related("person").filter(slug=case_id).first()
    if case is None:
        raise PublicationError([_("%(case)s: there is no such case") % {"case": case_id}])
    person, ids = case.person, cases_of_same_person(case_id)
    rows = PersonRecords(person.slug)
    published = [standing.document.to_dict() for standing in standing_of_person(person.slug)]
    anonymizer = Anonymizer(letters, rows, published)
    editions: list[Edition] = []
    for slug in ids:
        if Edition.objects.of_case(slug).exists():
            editions += remove(slug, now)
    editions += publish_anew([anonymizer.document(record) for record in published], now)
    save_rows(person, rows, anonymizer)
    return InitialsOutcome(editions, still_named(anonymizer.matcher))


class PersonRecords:
    """What the rows say of a person, as records."""

    def __init__(self, person_id: str) -> None:
        self.person = next(SUBJECTS["people"].records([person_id]))
        slugs = Case.objects.filter(person__slug=person_id).values_list("slug", flat=True)
        self.cases = list(SUBJECTS["cases"].records(list(slugs)))
        cited = set(texts([self.person, self.cases]))
        self.sources = list(SUBJECTS["sources"].records(cited))
        self.labels = [label for name in ("trials", "tags") for label in SUBJECTS[name].records(cited)]


class Anonymizer:
    """Takes a name out of records. New ids for what named the person; trials and tags that do are left out."""

    def __init__(self, letters: str, rows: PersonRecords, published: Sequence[JSONDict]) -> None:
        self.letters = letters
        self.matcher = NameMatcher(rows.person)
        cases, sources, labels = list(rows.cases), list(rows.sources), list(rows.labels)
        for document in published:
            cases.append(document["case"])
            sources += document["sources"]
            labels += [*document["trials"], *document["tags"]]
        self.dropped = {label["id"] for label in labels if self.names_person(label)}
        renamed = {("source", source["id"]) for source in sources if self.names_person(source)}
        renamed |= {("case", case["id"]) for case in cases} | {("person", rows.person["id"])}
        renamed |= {("x", id_) for case in cases for id_ in inner_ids(case) if self.matcher.is_in(id_)}
        self.ids = {id_: f"{word}-{secrets.token_hex(5)}" for word, id_ in sorted(renamed)}

    def case(self, record: JSONDict) -> JSONDict:
        """The case under its new id, without a word of earlier ids."""
        trial = None if record["trial"] in self.dropped else record["trial"]
        tags = [tag for tag in record["tags"] if tag not in self.dropped]
        return {**mapped(record, self.anonymous), "former_ids": [], "trial": trial, "tags": tags}

    def person(self, record: JSONDict) -> JSONDict:
        """The person under a new id with initials for every name, without other names and portrait."""
        kept = {name: inner for name, inner in record.items() if name != "portrait"}
        names = dict.fromkeys(record["names"], self.letters)
        return {**mapped({**kept, "other_names": []}, self.anonymous), "names": names, "former_ids": []}

    def source(self, record: JSONDict) -> JSONDict:
        """The source without an address that names the person, and without its paper, which does."""
        record = {name: inner for name, inner in record.items() if name != "paper"}
        if record["id"] not in self.ids:
            return record
        hidden = {name: None for name in ADDRESSES if record[name] and self.matcher.is_in(record[name])}
        return {**mapped({**record, **hidden}, self.anonymous), "former_ids": []}

    def document(self, record: JSONDict) -> JSONDict:
        """The document, not reckoned yet."""
        sources = [self.source(source) for source in record["sources"]]
        return {
            **record,
            "case": self.case(record["case"]),
            "person": self.person(record["person"]),
            "sources": sorted(sources, key=lambda source: source["id"]),
            "trials": [trial for trial in record["trials"] if trial["id"] not in self.dropped],
            "tags": [tag for tag in record["tags"] if tag["id"] not in self.dropped],
        }

    def names_person(self, record: JSONDict) -> bool:
        """Whether any text of the record, or an id or address in it, names the person."""
        return any(
            self.matcher.replaced(text, "") != text or (" " not in text and self.matcher.is_in(text))
            for text in texts(record)
        )

    def anonymous(self, text: str) -> str:
        """An id under its new name, also behind a colon; any other text, if it is no id or word, with the initials."""
        moved = ":".join(self.ids.get(part, part) for part in text.split(":"))
        return moved if moved != text or ID.match(text) else self.matcher.replaced(text, self.letters)


def inner_ids(case: JSONDict) -> Iterator[str]:
    """The ids of the case's own entries."""
    for part in case.values():
        if isinstance(part, list):
            yield from (row["id"] for row in part if isinstance(row, dict) and "id" in row)


def publish_anew(records: Sequence[JSONDict], now: datetime) -> list[Edition]:
    """Publishes the documents, reckoned beside each other, as first editions of new cases. Raises PublicationError."""
    documents = []
    try:
        for record in records:
            others = sorted((other["case"] for other in records if other is not record), key=lambda case: case["id"])
            reckoning = reckoning_of(record["case"], record["person"], others, record["sources"])
            reckoned = {"salts": {}, "rule_book": reckoning.rule_book, "reckoning": reckoning}
            documents.append(Document.model_validate({**record, **reckoned}))
    except ValidationError as error:
        raise PublicationError([str(error)]) from error
    return append([NewEdition(document.case.id, (), REASON, document) for document in documents], now)


def save_rows(person: Person, rows: PersonRecords, anonymizer: Anonymizer) -> None:
    """Saves the rows without the name, under the new ids. Sources that others may cite stay beside their copies."""
    ids = anonymizer.ids
    for paper in Paper.objects.filter(source__slug__in=[source["id"] for source in rows.sources], is_public=True):
        make_internal(paper)
    for source in rows.sources:
        if source["id"] in ids:
            SUBJECTS["sources"].save(anonymizer.source(source))
    forget_owners(person, [record["id"] for record in rows.cases])
    Person.objects.filter(pk=person.pk).update(slug=ids[person.slug], former_ids=[])
    for record in rows.cases:
        old, new = record["id"], ids[record["id"]]
        Case.objects.filter(slug=old).update(slug=new, former_ids=[], person_id=ids[person.slug])
        Message.objects.filter(case_id=old).update(case_id=new)
    SUBJECTS["people"].save(anonymizer.person(rows.person))
    for record in rows.cases:
        SUBJECTS["cases"].save(anonymizer.case(record))
    unchanged = [ids[record["id"]] for record in rows.cases if record["status"] == "published"]
    Case.objects.filter(slug__in=unchanged).mark_published()  # only the name went, in the editions as well


def forget_owners(person: Person, case_ids: Sequence[str]) -> None:
    """Takes the rows from the contributor who began them, and would see the initials where they wrote the name."""
    cases = Case.objects.filter(slug__in=case_ids).values("pk")
    DraftOwner.objects.filter(kind=DraftOwner.DraftKind.CASE, row__in=cases).delete()
    DraftOwner.objects.filter(kind=DraftOwner.DraftKind.PERSON, row=person.pk).delete()


def still_named(matcher: NameMatcher) -> list[str]:
    """The published cases whose texts name the person: of others who stood trial beside them, say."""
    named_in = []
    for document in (published.document for published in standing()):
        readable = [document.case.to_dict(), [source.title for source in document.sources]]
        if any(matcher.replaced(text, "") != text for text in texts(readable)):
            named_in.append(document.case.id)
    return named_in
