"""Documents of today's rows, as they would be published."""

from collections.abc import Iterable, Mapping, Sequence

from pydantic import ValidationError

from cases.models import Case
from editions.canonical import digest
from editions.current import standing_of_person
from editions.document import Shared, build, content_of, new_salt, public
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
    digests: dict[str, str] = {}
    built = [_built(records[case.slug], _others(case, facts, digests)) for case in cases]
    return with_digests(built, {id_: digest for id_, digest in digests.items() if id_ not in records})


def _checked(record: JSONDict) -> JSONDict:
    """The public facts of a case's record. Raises PublicationError, naming each place that breaks the format."""
    try:
        return public(record).to_dict()
    except ValidationError as error:
        raise PublicationError(complaints(error, record, record["id"])) from error


def _others(case: Case, batch: Facts, digests: dict[str, str]) -> Facts:
    """The public facts of the person's other cases: published ones, and those in the same batch."""
    others: Facts = {}
    for edition, document in standing_of_person(case.person_id):
        others[document.case.id] = document.case.to_dict()
        digests[document.case.id] = edition.digest
    others |= {id_: facts for id_, facts in batch.items() if facts["person"] == case.person_id}
    return {id_: facts for id_, facts in others.items() if id_ != case.slug}


def _built(record: JSONDict, others: Facts) -> Document:
    person = next(SUBJECTS["people"].records([record["person"]]))
    try:
        return build(record, person, _shared(record, person), list(others.values()), new_salt())
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


def with_digests(built: Iterable[Document], known: Mapping[str, str]) -> list[Document]:
    """The documents, each with the digests of the other cases that its reckoning used.

    `known` are those published before. A reckoning uses a case that moved one of its dates. In a batch, whoever is used
    is finished before who uses it; of two that use each other, the first in order names what is known so far.
    """
    built = list(built)
    pending, digests, finished = list(built), dict(known), {}
    while pending:
        document = next(
            (document for document in pending if set(document.reckoning.used) <= digests.keys()), pending[0]
        )
        pending.remove(document)
        others = sorted(digests[id_] for id_ in document.reckoning.used if id_ in digests)
        finished[document.case.id] = document.model_copy(update={"others": others})
        digests[document.case.id] = digest(content_of(finished[document.case.id]))
    return [finished[document.case.id] for document in built]
