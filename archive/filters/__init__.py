"""One definition of the filters for pages, counts, feeds, calendars, exports and the API."""

from archive.filters.filterset import CaseFilter, Selection
from archive.filters.parameters import Parameters, parameters

__all__ = ["CaseFilter", "Parameters", "Selection", "parameters"]
