"""All checks of a document on a day."""

from datetime import date

from desk.review.checks.facts import blocking, warning
from desk.review.checks.finding import Finding
from desk.review.checks.harm import evidence_of_breach
from desk.review.checks.identifiers import identifiers
from editions.schema import Document


def findings(document: Document, on: date) -> list[Finding]:
    """What blocks, then what warns; each thing once."""
    found = [*blocking(document), *identifiers(document), *evidence_of_breach(document, on), *warning(document, on)]
    return list(dict.fromkeys(sorted(found, key=lambda one: not one.blocks)))


def blocks(found: list[Finding]) -> list[str]:
    """The lines that tell an editor why it cannot be published."""
    return [f"{one.where}: {one.words}" for one in found if one.blocks]
