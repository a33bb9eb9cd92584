"""The archive file `shekteu/1`, typed: what is read, checked, normalised and written.

Every model turns a file's plain objects into checked values; `record()` turns them back into plain
objects in normal form: all keys present, in the order of the design, sets sorted, texts in NFC. Equal
things therefore have equal records, and equal records have equal bytes.
"""

from editions.schema.archive import FORMAT, ArchiveFile
from editions.schema.case import Case
from editions.schema.document import DOCUMENT_FORMAT, Document
from editions.schema.person import Person
from editions.schema.shared import Court, Label, Source, Trial
from editions.schema.values import Part

__all__ = [
    "DOCUMENT_FORMAT",
    "FORMAT",
    "ArchiveFile",
    "Case",
    "Court",
    "Document",
    "Label",
    "Part",
    "Person",
    "Source",
    "Trial",
]
