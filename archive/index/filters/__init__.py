"""One definition of the filters for pages, counts, feeds, calendars, exports and the API."""

from archive.index.filters.filterset import CaseFilter, Selection
from archive.index.filters.parameters import Parameters, parameters

__all__ = ["CaseFilter", "Parameters", "Selection", "parameters"]
