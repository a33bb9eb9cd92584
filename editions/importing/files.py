"""Files that an archive names and that are not here: no error, but to be told with place and remedy."""

from collections.abc import Iterator

from editions.files import SUFFIXES
from editions.importing.checking import place_of
from editions.schema import ArchiveFile
from records import stored

REMEDY = "copy it into uploads/cleaned of the data folder, or bring it again at the desk; until then pages do without"


def absent_files(archive: ArchiveFile) -> list[str]:
    """One line for each portrait and paper of which a file is not here."""
    lines = []
    for place, names in _files_by_place(archive):
        absent = [name for name in names if not stored.exists(stored.CLEANED, name)]
        if absent:
            lines.append(f"{place}: the file {absent[0]} is not here: {REMEDY}")
    return lines


def _files_by_place(archive: ArchiveFile) -> Iterator[tuple[str, list[str]]]:
    """The place of each portrait and paper, and the names of its files."""
    for index, person in enumerate(archive.people):
        if person.portrait:
            names = [f"{file.sha256}.{SUFFIXES[file.type]}" for file in person.portrait.renditions]
            yield f"{place_of('people', index, {'id': person.id})}.portrait", names
    for index, source in enumerate(archive.sources):
        if source.paper:
            yield f"{place_of('sources', index, {'id': source.id})}.paper", [f"{source.paper.sha256}.pdf"]
