"""The columns of every table that leaves the archive: a closed list, with what each of them means.

CSV, XLSX, JSON, the API and the data dictionary are made from it; what is not here is not exported.
"""

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from archive.index.outcomes import outcome_of
from law.country import country
from law.outcome import Basis
from law.states import basis
from records.languages import LANGUAGES, english_name

Row = Mapping[str, Any]
Type = Literal["string", "integer", "boolean", "date", "datetime", "list"]
Value = Callable[[Row], Any]


class Column(NamedTuple):
    """``value`` reads it from a row of ``archive.exports.rows``; a list is joined by semicolons in tables."""

    name: str
    type: Type
    description: str
    value: Value


def plain(name: str, type: Type, description: str, key: str = "") -> Column:
    """A column that is a value of the row as it is, under its own name or the key."""
    return Column(name, type, description, lambda row: row[key or name])


def text(key: str, language: str) -> Value:
    """A text of the row in one language; none is not replaced by another's."""
    return lambda row: row[key].get(language)


def facet(name: str) -> Value:
    """All values of a facet, in order."""
    return lambda row: row["facet_values"].get(name, [])


def only(name: str) -> Value:
    """The one value of a facet, if there is one."""
    return lambda row: next(iter(row["facet_values"].get(name, [])), None)


def part(kind: str, bound: str) -> Value:
    """A bound of one part of the burden; a part that the case does not have is nothing."""
    return lambda row: next((days["days"][bound] for days in row["parts"] if days["kind"] == kind), 0)


def kinds(*states: str) -> Value:
    """The kinds of the restrictions that are in one of the states, each once."""
    return lambda row: list(dict.fromkeys(kind for kind, state in row["states"] if state in states))


def basis_on_the_day(row: Row) -> Basis:
    """What the state on the day rests on: ``law.states.basis``."""
    return basis(outcome_of(row), row["on"])


def likely(name: str, bound: str) -> Value:
    """A bound of the likely reading. Nothing leaves the archive that says who is likely on a list of a state body."""
    return lambda row: None if country().kinds[row["kind"]].listed else row[f"likely_{name}_{bound}"]


def presumptions(row: Row) -> list[str]:
    """“in-force-by-six-months:v1”: none of a list of a state body, of which nothing is presumed."""
    if country().kinds[row["kind"]].listed:
        return []
    return [f"{use['rule']}:{use['about']}" for use in row["presumptions"]]


NAMES = tuple(
    Column(f"name_{code}", "string", f"Name in {english_name(code)}.", text("names", code)) for code in LANGUAGES
)
OF_THE_CASE = (
    Column("gender", "string", "male, female or other; empty where no source shows it.", only("gender")),
    Column("region", "string", "Region of the person, ISO 3166-2.", only("region")),
    Column(
        "offence_groups", "list", "extremist, terrorist or other, by the Criminal Code's own lists.", facet("offence")
    ),
    Column("court_regions", "list", "Regions of the courts, ISO 3166-2.", facet("court_region")),
)
CASES = (
    plain("case_id", "string", "The case's id, as in its address."),
    plain("person_id", "string", "The person's id."),
    *NAMES,
    *OF_THE_CASE,
    Column("city_en", "string", "City or town, in English.", text("city", "en")),
    plain("articles", "list", "Articles of conviction with their parts, such as 174.2; acquittals are left out."),
    Column("main_penalties", "list", "Kinds of the main penalties that a court pronounced.", facet("penalty")),
    plain("sentence", "string", "Length of the main penalty as pronounced, ISO 8601.", "nominal"),
    plain("verdict_earliest", "date", "First instance's verdict: the earliest day it may be of."),
    plain("verdict_latest", "date", "First instance's verdict: the latest day it may be of."),
    Column("courts", "list", "Ids of the courts that decided.", facet("court")),
    plain("burden_least", "integer", "Days under any restriction, at least, each day counted once."),
    plain("burden_most", "integer", "Days under any restriction, at most; empty: cannot be computed."),
    Column("behind_bars_least", "integer", "Of these, days behind bars, at least.", part("behind-bars", "least")),
    Column("behind_bars_most", "integer", "Days behind bars, at most.", part("behind-bars", "most")),
    Column("home_least", "integer", "Days at home under control, at least.", part("home", "least")),
    Column("home_most", "integer", "Days at home under control, at most.", part("home", "most")),
    Column("banned_least", "integer", "Days banned from activities only, at least.", part("banned", "least")),
    Column("banned_most", "integer", "Days banned from activities only, at most.", part("banned", "most")),
    Column(
        "record_least",
        "integer",
        "Days with a record or on the list only, at least.",
        part("record-or-list", "least"),
    ),
    Column(
        "record_most", "integer", "Days with a record or on the list only, at most.", part("record-or-list", "most")
    ),
    Column(
        "in_force",
        "list",
        "Kinds of restriction in force on the day, by our calculation. Of a list of a state body: reported on it, and "
        "nothing later is known.",
        kinds("in-force"),
    ),
    Column(
        "likely_in_force",
        "list",
        "Kinds likely in force on the day: if what nobody reports is as the presumptions have it.",
        kinds("likely-in-force"),
    ),
    Column("possibly_in_force", "list", "Kinds that may still be in force on the day.", kinds("possible")),
    Column(
        "not_known", "list", "Kinds of which it is not known whether they are in force on the day.", kinds("unknown")
    ),
    Column("occupations", "list", "Occupations, as ids.", facet("occupation")),
    Column("recognised_as", "list", "What organisations recognise the person as.", facet("recognised")),
    Column("tags", "list", "Subjects, as ids.", facet("tag")),
    plain("verified", "date", "The day on which an editor last checked the case against its sources."),
    plain("changed", "date", "The day on which this edition was published, in Almaty.", "known_from"),
    plain("version", "integer", "Which version of the case this row was made from."),
    plain("version_key", "string", "The version’s own key.", "key"),
)
RESTRICTIONS = (
    plain("case_id", "string", "The case's id, as in its address."),
    plain("person_id", "string", "The person's id."),
    *NAMES,
    plain(
        "restriction_id", "string", "Id of the restriction inside its case; “law:” begins what follows by law.", "item"
    ),
    plain("kind", "string", "Kind of restriction."),
    plain(
        "standing",
        "string",
        "ordered by a court or body, follows by law, reported or told without an act, or only expected.",
    ),
    plain("derived", "boolean", "Whether no source names it and it follows from the law alone."),
    plain("void", "boolean", "Whether its verdict was cancelled."),
    plain("begins_earliest", "date", "Binds from: the earliest day. Empty: not known on this side."),
    plain("begins_latest", "date", "Binds from: the latest day."),
    plain("counts_earliest", "date", "Its term counts from: the earliest day."),
    plain("counts_latest", "date", "Its term counts from: the latest day."),
    plain("ends_earliest", "date", "First day without it: the earliest day."),
    plain("ends_latest", "date", "First day without it: the latest day."),
    plain(
        "last_day_earliest",
        "date",
        "Last day with it: the earliest day. Of prison the day of release.",
        "last_earliest",
    ),
    plain("last_day_latest", "date", "Last day with it: the latest day. Empty: not known on this side.", "last_latest"),
    plain("planning_day", "date", "The latest day under any reading; empty: none can be named."),
    *(
        Column(f"likely_{name}_{bound}", "date", f"{what}, by the likely reading: the {bound} day.", likely(key, bound))
        for name, key, what in (
            ("begins", "begins", "Binds from"),
            ("ends", "ends", "First day without it"),
            ("last_day", "last", "Last day with it"),
        )
        for bound in ("earliest", "latest")
    ),
    Column(
        "presumptions",
        "list",
        "What the likely days rest on: the rule that is presumed, and of which row of the case.",
        presumptions,
    ),
    plain("open_ended", "boolean", "Whether it has no end."),
    plain(
        "state",
        "string",
        "State on the day: in-force, likely-in-force, possible, unknown, upcoming, ended, expected, void. Of a list of "
        "a state body in-force means only: reported on it, and nothing later is known.",
    ),
    Column("basis", "string", "What the state rests on: reported, told by the person, or computed.", basis_on_the_day),
    plain("report_earliest", "date", "The newest report that speaks of it: the earliest day it may be of."),
    plain("report_latest", "date", "The newest report that speaks of it: the latest day it may be of."),
    plain("certainty", "string", "A: text of the law read; B: reading likely; C: doubtful, or in an edition not read."),
    plain("missing", "list", "The facts that would settle what cannot be computed."),
    plain("covers", "list", "What a ban covers."),
    *OF_THE_CASE,
    plain("version", "integer", "Which version of the case this row was made from."),
    plain("version_key", "string", "The version’s own key.", "key"),
)
PROVENANCE = (
    plain("as_of", "date", "The day that states speak of.", "on"),
    plain("known_on", "date", "The archive as it was known at the end of this day.", "known"),
    plain("archive_changed", "string", "When the newest version that the archive knew was published.", "changed"),
    plain("licence", "string", "Under what terms the row may be copied."),
    plain("query", "string", "The address of the list that was exported."),
)
"""What a table says of itself in every row: files travel without the page they came from."""
