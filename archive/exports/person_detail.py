"""One person as the API gives them: names, cases, and one total that counts no day twice."""

from collections.abc import Sequence

from archive.index.published import PublishedCase
from editions.codec import to_plain
from editions.reckoning import facts_of
from editions.schema import Document
from law.burden import BurdenTotal
from law.country import country
from law.facts import Case
from records.json_dict import JSONDict


def person_in_full(cases: Sequence[PublishedCase]) -> JSONDict:
    """The person of these cases, the newest edition last: it says what they are called."""
    person = cases[-1].text.person
    return {
        "person_id": person.id,
        "names": person.names,
        "cases": [case.text.case.id for case in cases],
        "other_names": [name.to_dict() for name in person.other_names],
        "in_cases": [case_of_a_person(case) for case in cases],
        "burden": to_plain(total_of([case.text for case in cases])),
    }


def case_of_a_person(case: PublishedCase) -> JSONDict:
    return {
        "case_id": case.text.case.id,
        "title": case.text.case.title,
        "version": case.edition.version,
        "version_key": case.edition.key,
        "address": f"/api/v1/cases/{case.text.case.id}/",
        "burden": to_plain(case.text.reckoning.burden),
    }


def total_of(documents: Sequence[Document]) -> BurdenTotal:
    """What the cases come to together; of one case what its document says."""
    if len(documents) == 1:
        burden = documents[0].reckoning.burden
        return BurdenTotal(burden.begins, burden.until, burden.last_day, burden.days, burden.parts)
    return country().total(tuple((law_case(document), document.reckoning) for document in documents))


def law_case(document: Document) -> Case:
    """The facts of a published case as the law is given them."""
    plain = document.to_dict()
    return facts_of(plain["case"], plain["person"], {source["id"]: source for source in plain["sources"]})
