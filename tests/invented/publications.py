"""Rows that somebody approved just now: what tests publish without a review."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from cases.models import Case
from editions import publish as publishing
from editions.building import documents_of_rows
from editions.document import content_digest
from editions.models import Edition


def publish(case: Case, reason: dict[str, Any], now: datetime) -> Edition:
    """The edition of the case's rows as they stand."""
    return publish_many([case], reason, now)[0]


def publish_many(cases: Iterable[Case], reason: dict[str, Any], now: datetime) -> list[Edition]:
    """The editions of several cases' rows, with one reason."""
    documents = documents_of_rows(list(cases))
    approved = {document.case.id: content_digest(document) for document in documents}
    return publishing.publish(documents, approved, reason, now)
