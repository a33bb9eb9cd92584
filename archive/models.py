"""Django finds the archive's tables here; they stand in `archive.index.models`."""

from archive.index.models import Entry, IndexChange, IndexState, KeptPage, Label, Period, PublicFile

__all__ = ["Entry", "IndexChange", "IndexState", "KeptPage", "Label", "Period", "PublicFile"]
