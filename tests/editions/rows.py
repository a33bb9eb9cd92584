"""Rows of invented people, saved as the import saves them."""

from datetime import UTC, datetime
from typing import Any

from cases.models import Case
from editions.models import Edition
from editions.publish import publish
from people.rows import save_person
from records.rows import save_court, save_source, save_trial
from restrictions.rows import save_case
from tests.invented import records as invented

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
REASON = {"en": "First publication"}
_FACTS = ("inclusion", "prior", "charges", "custody", "verdicts", "restrictions", "events", "claims", "testimonies")
NOTHING: dict[str, Any] = {key: [] for key in _FACTS}
"""A case without facts."""


def saved(id: str = "invented-2016", person: str = "invented-person", **values: Any) -> Case:
    """A case with all that it points to."""
    for source in invented.SOURCES:
        save_source(invented.source(source))
    save_court(invented.court())
    save_trial(invented.trial())
    save_person(invented.person(person))
    return save_case(invented.case(id, person=person, **values))


def published(id: str = "invented-2016", **values: Any) -> Edition:
    """The first edition of such a case."""
    return publish(saved(id, **values), REASON, NOON)
