"""Django finds the archive's tables here; they stand in `archive.index.models`."""

from archive.index.models import CourtName, Entry, IndexChange, IndexState, KeptPage, Period, PublicFile

__all__ = ["CourtName", "Entry", "IndexChange", "IndexState", "KeptPage", "Period", "PublicFile"]
