"""Documents of today's rows, as they would be published."""

from collections.abc import Sequence

from pydantic import ValidationError

from cases.models import Case
from editions.current import standing_of_person
from editions.document import Shared, build, public
from editions.importing.complaints import complaints
from editions.refusal import PublicationError
from editions.schema import Case as CaseRecord
from editions.schema import Document
from editions.schema import Person as PersonRecord
from editions.schema.citations import source_ids
from editions.subjects import SUBJECTS
from records.json_dict import JSONDict

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
    return [_built(records[case.slug], _others(case, facts)) for case in cases]


def _checked(record: JSONDict) -> JSONDict:
    """The public facts of a case's record. Raises PublicationError, naming each place that breaks the format."""
    try:
        return public(record).to_dict()
    except ValidationError as error:
        raise PublicationError(complaints(error, record, record["id"])) from error


def _others(case: Case, batch: Facts) -> Facts:
    """The public facts of the person's other cases: published ones, and those in the same batch."""
    published = (standing.document for standing in standing_of_person(case.person_id))
    others = {document.case.id: document.case.to_dict() for document in published}
    others |= {id_: facts for id_, facts in batch.items() if facts["person"] == case.person_id}
    return {id_: facts for id_, facts in others.items() if id_ != case.slug}


def _built(record: JSONDict, others: Facts) -> Document:
    person = next(SUBJECTS["people"].records([record["person"]]))
    try:
        return build(record, person, _shared(record, person), list(others.values()))
    except ValidationError as error:
        raise PublicationError(complaints(error, person, f"{record['id']}, {person['id']}")) from error


def _shared(case: JSONDict, person: JSONDict) -> Shared:
    """The sources, courts and trial that the two records name: five queries."""
    cited = source_ids(CaseRecord.model_validate(case)) | source_ids(PersonRecord.model_validate(person))
    courts = {verdict["court"] for verdict in case["verdicts"] if verdict["court"]}
    return Shared(
        sources=_by_id("sources", cited),
        courts=_by_id("courts", courts),
        trials=_by_id("trials", {case["trial"]} if case["trial"] else set()),
        occupations=_by_id("occupations", set(person["occupations"])),
        tags=_by_id("tags", set(case["tags"])),
    )


def _by_id(subject: str, ids: set[str]) -> Facts:
    return {record["id"]: record for record in SUBJECTS[subject].records(ids)}
