"""The archive that ships: all files of `fixtures/`, read as one."""

from functools import cache
from pathlib import Path
from typing import Any

from editions.importing.rows_in_file import RowsInFiles, archive_in

FOLDER = Path(__file__).parent.parent / "fixtures"


@cache
def shipped() -> dict[str, Any]:
    """Returns the plain value of the whole folder. Nobody changes it."""
    return whole(archive_in(FOLDER))


def whole(plain: dict[str, Any]) -> dict[str, Any]:
    """Returns the plain value with its lists read from the files."""
    return {key: list(content) if isinstance(content, RowsInFiles) else content for key, content in plain.items()}
