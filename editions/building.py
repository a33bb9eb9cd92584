"""Documents of today's rows, as they would be published."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from pydantic import ValidationError

from cases.models import Case
from editions.current import standing_of_people
from editions.document import Shared, build, public
from editions.importing.complaints import complaints
from editions.refusal import PublicationError
from editions.schema import Case as CaseRecord
from editions.schema import Document
from editions.schema import Person as PersonRecord
from editions.schema.citations import source_ids
from editions.subjects import SUBJECTS
from records.json_dict import JSONDict

AT_ONCE = 100
"""Cases that are read together."""
Facts = dict[str, JSONDict]
"""Public case records by id."""


def document_of_rows(case: Case) -> Document:
    """What publishing `case` now would publish. Reads rows and the person's other published cases.

    Raises PublicationError when a row breaks the format.
    """
    return documents_of_rows([case])[0]


def documents_of_rows(cases: Sequence[Case]) -> list[Document]:
    """The documents of cases that are to be published together: each takes the others into account.

    Raises PublicationError when rows break the format.
    """
    records = {record["id"]: record for record in SUBJECTS["cases"].records([case.slug for case in cases])}
    facts = {id_: _checked(record) for id_, record in records.items()}
    pieces = _pieces(cases, records, facts)
    return [_document(case, shared) for to_build, shared in pieces for case in to_build]


class CaseToBuild(NamedTuple):
    """A case's record, its person's, and the public facts of the person's other cases."""

    record: JSONDict
    person: JSONDict
    others: list[JSONDict]


Piece = tuple[list[CaseToBuild], Shared]


def _pieces(cases: Sequence[Case], records: Facts, facts: Facts) -> Iterator[Piece]:
    """What documents are built from, a hundred at a time: as many queries for each hundred as for one."""
    by_person: dict[str, list[str]] = defaultdict(list)
    for id_, record in facts.items():
        by_person[record["person"]].append(id_)
    for start in range(0, len(cases), AT_ONCE):
        some = [records[case.slug] for case in cases[start : start + AT_ONCE]]
        people = _by_id("people", {record["person"] for record in some})
        published = published_facts(people)
        to_build = []
        for record in some:
            person = record["person"]
            others = published[person] | {id_: facts[id_] for id_ in by_person[person]}
            not_itself = [case for id_, case in others.items() if id_ != record["id"]]
            to_build.append(CaseToBuild(record, people[person], not_itself))
        yield to_build, _shared(some, people.values())


def published_facts(people: Collection[str]) -> dict[str, Facts]:
    """By person the public facts of their published cases."""
    facts: dict[str, Facts] = {person: {} for person in people}
    for standing in standing_of_people(people):
        document = standing.document
        facts[document.person.id][document.case.id] = document.case.to_dict()
    return facts


def _checked(record: JSONDict) -> JSONDict:
    """The public facts of a case's record. Raises PublicationError, naming each place that breaks the format."""
    try:
        return public(record).to_dict()
    except ValidationError as error:
        raise PublicationError(complaints(error, record, record["id"])) from error


def _document(case: CaseToBuild, shared: Shared) -> Document:
    try:
        return build(case.record, case.person, shared, case.others)
    except ValidationError as error:
        place = f"{case.record['id']}, {case.person['id']}"
        raise PublicationError(complaints(error, case.person, place)) from error


def _shared(cases: Sequence[JSONDict], people: Collection[JSONDict]) -> Shared:
    """The sources, courts, trials and labels that the records name: five queries."""
    cited = {id_ for case in cases for id_ in source_ids(CaseRecord.model_validate(case))}
    cited |= {id_ for person in people for id_ in source_ids(PersonRecord.model_validate(person))}
    return Shared(
        sources=_by_id("sources", cited),
        courts=_by_id("courts", {row["court"] for case in cases for row in case["verdicts"] if row["court"]}),
        trials=_by_id("trials", {case["trial"] for case in cases if case["trial"]}),
        occupations=_by_id("occupations", {id_ for person in people for id_ in person["occupations"]}),
        tags=_by_id("tags", {id_ for case in cases for id_ in case["tags"]}),
    )


def _by_id(subject: str, ids: set[str]) -> Facts:
    return {record["id"]: record for record in SUBJECTS[subject].records(ids)}
