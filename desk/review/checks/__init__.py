"""What keeps a case from readers, or should make an editor think: all checks of a document on a day."""

from datetime import date

from desk.review.checks.facts import blocking, warning
from desk.review.checks.finding import Finding
from desk.review.checks.harm import evidence_of_breach
from desk.review.checks.identifiers import identifiers
from editions.schema import Document


def findings(document: Document, on: date) -> list[Finding]:
    """What blocks, then what warns; each thing once."""
    checks = [*blocking(document), *identifiers(document), *evidence_of_breach(document, on), *warning(document, on)]
    return list(dict.fromkeys(sorted(checks, key=lambda finding: not finding.blocks)))


def blocking_lines(checked: list[Finding]) -> list[str]:
    """The lines that tell an editor why it cannot be published."""
    return [f"{finding.where}: {finding.words}" for finding in checked if finding.blocks]
