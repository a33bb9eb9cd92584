"""Invented records as rows."""

from people.models import Person
from records.models import Court, Source, Trial
from records.serial import save_dict
from tests.invented import records as invented


def save_shared_rows() -> None:
    """Saves what the invented case refers to."""
    for source_id in invented.SOURCES:
        save_dict(Source, invented.source(source_id))
    save_dict(Court, invented.court())
    save_dict(Trial, invented.trial())
    save_dict(Person, invented.person())
