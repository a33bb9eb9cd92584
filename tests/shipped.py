"""The archive that ships: all files of `fixtures/`, read as one."""

from functools import cache
from pathlib import Path
from typing import Any

from editions.importing.reading import read_path

FOLDER = Path(__file__).parent.parent / "fixtures"


@cache
def shipped() -> dict[str, Any]:
    """Returns the plain value of the whole folder. Nobody changes it."""
    plain: dict[str, Any] = read_path(FOLDER)
    return plain
