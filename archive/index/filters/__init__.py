"""One definition of the filters for pages, counts, feeds, calendars, exports and the API."""

from archive.index.filters.filterset import CaseFilter
from archive.index.filters.parameters import Parameters, parameters
from archive.index.selection import Selection

__all__ = ["CaseFilter", "Parameters", "Selection", "parameters"]
