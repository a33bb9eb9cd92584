"""Django finds the archive's tables here; they stand in `archive.index.models`."""

from archive.index.models import Entry, Label, Period, PublicFile

__all__ = ["Entry", "Label", "Period", "PublicFile"]
