"""Documents of today's rows, as they would be published."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from pydantic import ValidationError

from cases.models import Case
from editions.batches import batches
from editions.current import standing_of_people
from editions.document import Shared, build, public
from editions.importing.complaints import complaints
from editions.refusal import PublicationError
from editions.schema import Document
from editions.schema.citations import source_ids
from editions.subjects import SUBJECTS
from records.json_dict import JSONDict

AT_ONCE = 200
"""Cases that are read together."""
Facts = dict[str, JSONDict]
"""Records by id."""


class CaseToBuild(NamedTuple):
    """A case's record and its person's, and of the person's other cases the public facts.

    `published` are those of published cases; `beside` the records of cases that are to be published together with it,
    and go before.
    """

    record: JSONDict
    person: JSONDict
    published: Facts
    beside: list[JSONDict]


class Piece(NamedTuple):
    """What some documents are built from: plain values alone, so that another process may build them."""

    cases: list[CaseToBuild]
    shared: Shared


def document_of_rows(case: Case) -> Document:
    """What publishing `case` now would publish. Reads rows and the person's other published cases.

    Raises PublicationError when a row breaks the format.
    """
    return documents_of_rows([case])[0]


def documents_of_rows(cases: Sequence[Case]) -> list[Document]:
    """The documents of cases that are to be published together: each takes the others into account.

    Raises PublicationError when rows break the format.
    """
    all_pieces = pieces([case.slug for case in cases])
    return [document_of(case, piece.shared) for piece in all_pieces for case in piece.cases]


def document_of(case: CaseToBuild, shared: Shared) -> Document:
    """Builds one document; asks no database. Raises PublicationError, naming each place that breaks the format."""
    others = case.published | {record["id"]: _checked(record) for record in case.beside}
    try:
        return build(case.record, case.person, shared, list(others.values()))
    except ValidationError as error:
        if error.title == "Case":
            raise PublicationError(complaints(error, case.record, case.record["id"])) from error
        place = f"{case.record['id']}, {case.person['id']}"
        raise PublicationError(complaints(error, case.person, place)) from error


def _checked(record: JSONDict) -> JSONDict:
    """The public facts of a case's record. Raises PublicationError."""
    try:
        return public(record).to_dict()
    except ValidationError as error:
        raise PublicationError(complaints(error, record, record["id"])) from error


def pieces(case_ids: Sequence[str]) -> Iterator[Piece]:
    """What documents are built from, some at a time: as many queries for each two hundred as for one."""
    chosen = set(case_ids)
    for some in batches(case_ids, AT_ONCE):
        records = _by_id("cases", set(some))
        people = _by_id("people", {record["person"] for record in records.values()})
        together = _by_person(records | _elsewhere(people, chosen, records))
        published = published_facts(people)
        cases = [_to_build(records[id_], people, published, together) for id_ in some]
        yield Piece(cases, _shared(records.values(), people.values()))


def _elsewhere(people: Collection[str], chosen: Collection[str], read: Collection[str]) -> Facts:
    """The records of those chosen cases that are of these people, without those that are read already."""
    if len(chosen) == len(read):
        return {}
    ids = Case.objects.filter(person__slug__in=people).values_list("slug", flat=True)
    return _by_id("cases", {id_ for id_ in ids if id_ in chosen and id_ not in read})


def _by_person(records: Facts) -> Mapping[str, list[JSONDict]]:
    by_person: dict[str, list[JSONDict]] = defaultdict(list)
    for record in records.values():
        by_person[record["person"]].append(record)
    return by_person


def _to_build(
    record: JSONDict, people: Facts, published: Mapping[str, Facts], together: Mapping[str, list[JSONDict]]
) -> CaseToBuild:
    id_, person = record["id"], record["person"]
    others = {other: facts for other, facts in published[person].items() if other != id_}
    beside = [other for other in together[person] if other["id"] != id_]
    return CaseToBuild(record, people[person], others, beside)


def published_facts(people: Collection[str]) -> dict[str, Facts]:
    """By person the public facts of their published cases."""
    facts: dict[str, Facts] = {person: {} for person in people}
    for standing in standing_of_people(people):
        document = standing.document
        facts[document.person.id][document.case.id] = document.case.to_dict()
    return facts


def _shared(cases: Collection[JSONDict], people: Collection[JSONDict]) -> Shared:
    """The sources, courts, trials and labels that the records name: five queries."""
    return Shared(
        sources=_by_id("sources", {id_ for record in (*cases, *people) for id_ in source_ids(record)}),
        courts=_by_id("courts", {row["court"] for case in cases for row in case["verdicts"] if row["court"]}),
        trials=_by_id("trials", {case["trial"] for case in cases if case["trial"]}),
        occupations=_by_id("occupations", {id_ for person in people for id_ in person["occupations"]}),
        tags=_by_id("tags", {id_ for case in cases for id_ in case["tags"]}),
    )


def _by_id(subject: str, ids: set[str]) -> Facts:
    return {record["id"]: record for record in SUBJECTS[subject].records(ids)}
