"""Restrictions and custody."""

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from archive.exports.columns import (
    CASE_ID,
    EARLIEST,
    LATEST,
    NAMES,
    OF_A_CASE,
    PERSON_ID,
    STATE_ON,
    VERSION,
    Column,
    Reference,
    Row,
    Table,
    Type,
    Value,
    bounds,
    dated,
    id_,
    plain,
    texts,
)
from archive.exports.definitions.cases import OF_THE_CASE
from archive.index.outcomes import outcome_of
from law.country import country
from law.outcome import Basis
from law.states import basis


def basis_on_the_day(row: Row) -> Basis:
    """What the state on the day rests on: ``law.states.basis``."""
    return basis(outcome_of(row), row["on"])


def likely(name: str, bound: str) -> Value:
    """A bound of the likely reading. Nothing leaves the archive that says who is likely on a list of a state body."""
    return lambda row: None if country().kinds[row["kind"]].listed else row[f"likely_{name}_{bound}"]


def presumptions_of(row: Row) -> list[str]:
    """“in-force-by-six-months:v1”: none of a list of a state body, of which nothing is presumed."""
    if country().kinds[row["kind"]].listed:
        return []
    return [f"{use['rule']}:{use['about']}" for use in row["presumptions"]]


def stated(name: str, type: Type, description: Promise, codes: str = "", key: str = "") -> Column:
    """What the case states of a restriction beside its days (``archive.index.indexing.facts``)."""
    return Column(
        name, type, description, lambda row: row["facts"].get(key or name, [] if type == "list" else None), codes
    )


BY_THE_LIKELY_READING = _("{what}, by the likely reading: {bound}")
LIKELY = tuple(
    Column(
        f"likely_{name}_{bound}",
        "date",
        format_lazy(BY_THE_LIKELY_READING, what=what, bound=words),
        likely(key, bound),
    )
    for name, key, what in (
        ("begins", "begins", _("Binds from")),
        ("ends", "ends", _("First day without it")),
        ("last_day", "last", _("Last day with it; of prison the day of release")),
    )
    for bound, words in (("earliest", EARLIEST), ("latest", LATEST))
)
RESTRICTIONS = Table(
    "restrictions",
    _(
        "One row for each restriction, custody before the verdict included, with its strict and likely days and its"
        " state on a day. Rows that are only expected are here with that standing and state, and in no other table."
    ),
    (
        CASE_ID,
        PERSON_ID,
        *NAMES,
        id_("restriction_id", _("Id of the restriction inside its case; “law:” begins what follows by law."), "item"),
        plain("kind", "string", _("Kind of restriction."), codes="kind", required=True),
        plain("standing", "string", _("Who says that it binds."), codes="standing", required=True),
        plain(
            "derived",
            "boolean",
            _("Whether no source names it and it follows from the law alone."),
            required=True,
        ),
        plain("void", "boolean", _("Whether its verdict was cancelled."), required=True),
        stated("verdict_id", "string", _("The verdict that ordered it."), key="verdict"),
        stated(
            "articles", "list", _("Articles of conviction behind it: those a source ties to it, else its verdict’s.")
        ),
        stated("court", "string", _("The court that ordered it, as an id of the table names.")),
        stated("term", "string", _("What kind of term the court set."), "term"),
        stated("length", "string", _("Length as pronounced, ISO 8601.")),
        stated("length_otherwise", "string", _("Another report of the same length, where two differ.")),
        stated("regime", "string", _("Regime of the colony."), "regime"),
        stated("amount", "string", _("Amount of a fine, or hours of work, as reported.")),
        stated("registered", "string", _("Day of registration with the probation service, as reported, in EDTF.")),
        Column("ended_by", "string", _("What ended it, as reported."), lambda row: row["ended_by"] or None, "ended_by"),
        stated("changes", "list", _("Changes of its term: the kind, then date, length and new row as far as known.")),
        stated(
            "searched", "list", _("Facts that somebody looked for without finding them, and the day of the search.")
        ),
        *bounds("begins", _("Binds from")),
        *bounds("counts", _("Its term counts from")),
        *bounds("ends", _("First day without it")),
        *bounds("last_day", _("Last day with it; of prison the day of release"), "last"),
        plain("planning_day", "date", _("The latest day under any reading; empty: none can be named.")),
        *LIKELY,
        Column(
            "presumptions",
            "list",
            _("What the likely days rest on: a code of the list presumption, a colon, the row of the case."),
            presumptions_of,
        ),
        plain("open_ended", "boolean", _("Whether it has no end."), required=True),
        plain(
            "state",
            "string",
            _(
                "State on the day. Of a list of a state body in-force means only: reported on it, and nothing later is"
                " known."
            ),
            codes="state",
            required=True,
        ),
        STATE_ON,
        Column("basis", "string", _("What the state rests on."), basis_on_the_day, "basis", required=True),
        *bounds("report", _("The newest report that speaks of it")),
        plain(
            "certainty", "string", _("How firmly the rule behind the days is read."), codes="certainty", required=True
        ),
        plain(
            "missing",
            "list",
            _("What would settle the days: a code of the list missing, a colon, the row of the case."),
        ),
        plain("covers", "list", _("What a ban covers."), codes="covers"),
        *OF_THE_CASE,
        *VERSION,
    ),
    ("case_id", "restriction_id"),
    (
        OF_A_CASE,
        Reference(("person_id",), "people", ("person_id",)),
        Reference(("case_id", "verdict_id"), "verdicts", ("case_id", "verdict_id")),
    ),
)
CUSTODY = Table(
    "custody",
    _(
        "One row for each time in custody or under house arrest before the verdict was in force, as reported. The"
        " first and the last day both count."
    ),
    (
        CASE_ID,
        id_(
            "custody_id",
            _("Id of the time in custody inside its case; restrictions has its computed days under the same id."),
        ),
        plain("kind", "string", _("Kind of custody."), codes="custody_kind", required=True),
        *dated("from", _("First day")),
        *dated("until", _("Last day")),
        *texts("place", _("Place")),
    ),
    ("case_id", "custody_id"),
    (OF_A_CASE, Reference(("case_id", "custody_id"), "restrictions", ("case_id", "restriction_id"))),
)
