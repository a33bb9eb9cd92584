"""The two tables that make editions searchable, and the names of what they are filtered by."""

from archive.models.entry import Entry
from archive.models.label import Label
from archive.models.period import Period

__all__ = ["Entry", "Label", "Period"]
