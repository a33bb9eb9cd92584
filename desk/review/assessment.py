"""All that a person has to see of a case before saying yes."""

from datetime import date
from typing import NamedTuple

from cases.models import Case
from desk.review.checks import findings
from desk.review.checks.facts import without_source
from desk.review.checks.finding import Finding
from desk.review.entry_names import entry_names
from desk.review.wording import DifferenceLine, worded
from editions.building import document_of_rows
from editions.current import standing_of_case
from editions.differences import differences
from editions.models import Edition
from editions.refusal import PublicationError
from editions.schema import Document


class CaseAssessment(NamedTuple):
    """`document` is None if the rows make none; `problems` says why."""

    case: Case
    document: Document | None
    problems: list[str]
    findings: list[Finding]
    without_source: list[str]
    published: Edition | None
    changes: list[DifferenceLine]

    @property
    def blocked(self) -> bool:
        return self.document is None or any(finding.blocks for finding in self.findings)

    @property
    def moves(self) -> list[DifferenceLine]:
        """What moves in the calculation against the published edition."""
        return [line for line in self.changes if line.calculated]


def assess(case: Case, on: date) -> CaseAssessment:
    """Builds the case as its rows stand, compares it with what readers see, checks it for that day."""
    try:
        document = document_of_rows(case)
    except PublicationError as error:
        return CaseAssessment(case, None, error.problems, [], [], None, [])
    standing = standing_of_case(case.slug)
    changes: list[DifferenceLine] = []
    if standing:
        names = entry_names(standing.document, document)
        changes = worded(differences(standing.document, document), names)
    return CaseAssessment(
        case=case,
        document=document,
        problems=[],
        findings=findings(document, on),
        without_source=without_source(document),
        published=standing.edition if standing else None,
        changes=changes,
    )
