"""The columns of every table that leaves the archive: a closed list, with what each of them means.

CSV, XLSX, JSON, the API and the data dictionary are made from it; what is not here is not exported.
"""

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from archive.exports import values as v
from records.languages import LANGUAGES, english_name

Row = Mapping[str, Any]
Type = Literal["string", "integer", "boolean", "date", "datetime", "list"]


class Column(NamedTuple):
    """``value`` reads it from a row of ``archive.exports.rows``; a list is joined by semicolons in tables."""

    name: str
    type: Type
    description: str
    value: Callable[[Row], Any]


def _plain(name: str, type: Type, description: str, key: str = "") -> Column:
    """A column that is a value of the row as it is."""
    return Column(name, type, description, v.item(key or name))


NAMES = tuple(
    Column(f"name_{code}", "string", f"Name in {english_name(code)}.", v.text("names", code)) for code in LANGUAGES
)
OF_THE_CASE = (
    Column("gender", "string", "male, female or other; empty where no source shows it.", v.mark("gender")),
    Column("region", "string", "Region of the person, ISO 3166-2.", v.mark("region")),
    Column(
        "offence_groups", "list", "extremist, terrorist or other, by the Criminal Code's own lists.", v.marks("offence")
    ),
    Column("court_regions", "list", "Regions of the courts, ISO 3166-2.", v.marks("court_region")),
)
CASES = (
    _plain("case_id", "string", "The case's id, as in its address."),
    _plain("person_id", "string", "The person's id."),
    *NAMES,
    *OF_THE_CASE,
    Column("city_en", "string", "City or town, in English.", v.text("city", "en")),
    _plain("articles", "list", "Articles of conviction with their parts, such as 174.2; acquittals are left out."),
    Column("main_penalties", "list", "Kinds of the main penalties that a court pronounced.", v.marks("penalty")),
    Column("sentence", "string", "Length of the main penalty as pronounced, ISO 8601.", v.nominal),
    _plain("verdict_earliest", "date", "First instance's verdict: the earliest day it may be of."),
    _plain("verdict_latest", "date", "First instance's verdict: the latest day it may be of."),
    Column("courts", "list", "Ids of the courts that decided.", v.marks("court")),
    _plain("burden_least", "integer", "Days under any restriction, at least, each day counted once."),
    _plain("burden_most", "integer", "Days under any restriction, at most; empty: cannot be computed."),
    Column("behind_bars_least", "integer", "Of these, days behind bars, at least.", v.part("behind-bars", "least")),
    Column("behind_bars_most", "integer", "Days behind bars, at most.", v.part("behind-bars", "most")),
    Column("home_least", "integer", "Days at home under control, at least.", v.part("home", "least")),
    Column("home_most", "integer", "Days at home under control, at most.", v.part("home", "most")),
    Column("banned_least", "integer", "Days banned from activities only, at least.", v.part("banned", "least")),
    Column("banned_most", "integer", "Days banned from activities only, at most.", v.part("banned", "most")),
    Column(
        "record_least",
        "integer",
        "Days with a record or on the list only, at least.",
        v.part("record-or-list", "least"),
    ),
    Column(
        "record_most", "integer", "Days with a record or on the list only, at most.", v.part("record-or-list", "most")
    ),
    Column("in_force", "list", "Kinds of restriction in force on the day, by our calculation.", v.kinds("in-force")),
    Column("uncertain", "list", "Kinds that may or may not be in force on the day.", v.kinds("uncertain", "unknown")),
    Column("occupations", "list", "Occupations, as ids.", v.marks("occupation")),
    Column("recognised_as", "list", "What organisations recognise the person as.", v.marks("recognised")),
    Column("tags", "list", "Subjects, as ids.", v.marks("tag")),
    _plain("verified", "date", "The day on which an editor last checked the case against its sources."),
    _plain("changed", "date", "The day on which this edition was published, in Almaty.", "known_from"),
    _plain("edition", "integer", "Number of the edition that this row was made from."),
)
RESTRICTIONS = (
    _plain("case_id", "string", "The case's id, as in its address."),
    _plain("person_id", "string", "The person's id."),
    *NAMES,
    _plain(
        "restriction_id", "string", "Id of the restriction inside its case; “law:” begins what follows by law.", "item"
    ),
    _plain("kind", "string", "Kind of restriction."),
    _plain("standing", "string", "ordered by a court or body, follows by law, or only expected."),
    _plain("derived", "boolean", "Whether no source names it and it follows from the law alone."),
    _plain("void", "boolean", "Whether its verdict was cancelled."),
    _plain("begins_earliest", "date", "Binds from: the earliest day. Empty: not known on this side."),
    _plain("begins_latest", "date", "Binds from: the latest day."),
    _plain("counts_earliest", "date", "Its term counts from: the earliest day."),
    _plain("counts_latest", "date", "Its term counts from: the latest day."),
    _plain("ends_earliest", "date", "First day without it: the earliest day."),
    _plain("ends_latest", "date", "First day without it: the latest day."),
    _plain("open_ended", "boolean", "Whether it has no end."),
    _plain("state", "string", "State on the day: in-force, uncertain, unknown, upcoming, ended, expected, void."),
    Column("basis", "string", "What the state rests on: reported, told by the person, or computed.", v.basis),
    _plain("report_earliest", "date", "The newest report that speaks of it: the earliest day it may be of."),
    _plain("report_latest", "date", "The newest report that speaks of it: the latest day it may be of."),
    _plain(
        "certainty", "string", "A: text of the law read; B: reading likely; C: doubtful, or in an edition not read."
    ),
    _plain("missing", "list", "The facts that would settle what cannot be computed."),
    _plain("covers", "list", "What a ban covers."),
    *OF_THE_CASE,
    _plain("edition", "integer", "Number of the edition that this row was made from.", "entry_id"),
)
PROVENANCE = (
    _plain("as_of", "date", "The day that states speak of.", "on"),
    _plain("known_on", "date", "The archive as it was known at the end of this day.", "known"),
    _plain("archive_edition", "integer", "The newest edition of the archive that was known.", "newest"),
    _plain("licence", "string", "Under what terms the row may be copied."),
    _plain("query", "string", "The address of the list that was exported."),
)
"""What a table says of itself in every row: files travel without the page they came from."""
