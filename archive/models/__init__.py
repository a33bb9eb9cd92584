"""What makes editions searchable: two tables, the names of what they are filtered by, the files that they name."""

from archive.models.entry import Entry
from archive.models.label import Label
from archive.models.period import Period
from archive.models.public_file import PublicFile

__all__ = ["Entry", "Label", "Period", "PublicFile"]
