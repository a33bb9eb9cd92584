"""What makes editions searchable: two tables, the names of what they are filtered by, the files that they name."""

from archive.index.models.court_name import CourtName
from archive.index.models.entry import Entry
from archive.index.models.kept_page import KeptPage
from archive.index.models.period import Period
from archive.index.models.public_file import PublicFile
from archive.index.models.release import WrittenRelease
from archive.index.models.state import IndexChange, IndexState

__all__ = ["CourtName", "Entry", "IndexChange", "IndexState", "KeptPage", "Period", "PublicFile", "WrittenRelease"]
