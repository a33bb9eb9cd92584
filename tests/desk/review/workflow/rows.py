"""A sound case as rows, with its person and sources: nothing of it blocks publication."""

from typing import Any

from cases.models import Case
from people.rows import save_person
from records.rows import save_court, save_source
from restrictions.rows import save_case
from tests.desk.invented_documents import SOUND, person, sources
from tests.invented import records as invented


def sound(id: str = "invented-2024", **values: Any) -> Case:
    """The case, saved by nobody: as a file's import saves it."""
    for source in sources().values():
        save_source(source)
    save_court(invented.court())
    save_person(person())
    return save_case(invented.case(id, **{**SOUND, "tags": [], "trial": None, **values}))
