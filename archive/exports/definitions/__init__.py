"""Every table that leaves the archive: a closed list; what is not here is not exported."""

from collections.abc import Mapping

from archive.exports.columns import Table
from archive.exports.definitions.cases import CASES, PEOPLE
from archive.exports.definitions.court import CHARGES, VERDICTS
from archive.exports.definitions.reports import CLAIMS, EVENTS, TESTIMONIES
from archive.exports.definitions.restrictions import CUSTODY, RESTRICTIONS
from archive.exports.definitions.sources import CITATIONS, NAMES_OF_IDS, SOURCES

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        *(PEOPLE, CASES, VERDICTS, CHARGES, RESTRICTIONS, CUSTODY),
        *(EVENTS, CLAIMS, TESTIMONIES, SOURCES, CITATIONS, NAMES_OF_IDS),
    )
}
"""In an order in which each refers only to those before it."""

__all__ = ["CASES", "RESTRICTIONS", "TABLES"]
