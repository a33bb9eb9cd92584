"""A sound case as rows, with its person and sources: nothing of it blocks publication."""

from typing import Any

from cases.models import Case
from people.models import Person
from records.models import Court, Source
from records.serial import save_dict
from tests.desk.invented_documents import SOUND, person, sources
from tests.invented import records as invented


def sound(id: str = "invented-2024", **values: Any) -> Case:
    """The case, saved by nobody: as a file's import saves it."""
    for source in sources().values():
        save_dict(Source, source)
    save_dict(Court, invented.court())
    save_dict(Person, person())
    return save_dict(Case, invented.case(id, **{**SOUND, "tags": [], "trial": None, **values}))
