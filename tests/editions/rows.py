"""Rows of invented people, saved as the import saves them."""

from datetime import UTC, datetime
from typing import Any

from cases.models import Case
from editions.models import Edition
from people.models import Person
from records.models import Court, Source, Trial
from records.serial import save_dict
from tests.invented import records as invented
from tests.invented.publications import publish

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
REASON = {"en": "First publication"}
_FACTS = ("inclusion", "prior", "charges", "custody", "verdicts", "restrictions", "events", "claims", "testimonies")
NOTHING: dict[str, Any] = {key: [] for key in _FACTS}
"""A case without facts."""


def saved(id: str = "invented-2016", person: str = "invented-person", **values: Any) -> Case:
    """A case with all that it points to."""
    for source in invented.SOURCES:
        save_dict(Source, invented.source(source))
    save_dict(Court, invented.court())
    save_dict(Trial, invented.trial())
    save_dict(Person, invented.person(person))
    return save_dict(Case, invented.case(id, person=person, **values))


def published(id: str = "invented-2016", **values: Any) -> Edition:
    """The first edition of such a case."""
    return publish(saved(id, **values), REASON, NOON)
