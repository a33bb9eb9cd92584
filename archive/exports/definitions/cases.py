"""People and cases."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from archive.exports.columns import (
    CASE_ID,
    NAMES,
    PERSON_ID,
    STATE_ON,
    VERSION,
    Column,
    Reference,
    Row,
    Table,
    Value,
    bounds,
    dated,
    plain,
    text,
    texts,
)


def facet(name: str) -> Value:
    """All values of a facet, in order."""
    return lambda row: row["facet_values"].get(name, [])


def only(name: str) -> Value:
    """The one value of a facet, if there is one."""
    return lambda row: next(iter(row["facet_values"].get(name, [])), None)


def kinds(*states: str) -> Value:
    """The kinds of the restrictions that are in one of the states, each once."""
    return lambda row: list(dict.fromkeys(kind for kind, state in row["states"] if state in states))


NO_DAYS: Mapping[str, int | None] = {"least": 0, "most": 0}
NOT_KNOWN: Mapping[str, int | None] = {"least": None, "most": None}


def least(days: Mapping[str, int | None]) -> int | None:
    """Days at least; None where none is certain though there may be some: a zero would be averaged."""
    return days["least"] if days["least"] or days["most"] == 0 else None


def days_of(row: Row, reading: str, part: str) -> Mapping[str, int | None]:
    """The days of one part of the burden, or of all by a reading; a part that the case does not have has none."""
    if part:
        return next((share["days"] for share in row["parts"] if share["kind"] == part), NO_DAYS)
    return row["days" if reading == "strict" else "likely"] or NOT_KNOWN


def days(name: str, what: Promise, part: str = "", reading: str = "strict") -> tuple[Column, ...]:
    """At least and at most so many days."""
    at_least = _("{what}: a lower bound, not an estimate. Empty: no day is certain, though there may be some.")
    at_most = _("{what}: an upper bound. Empty: cannot be computed.")

    def lower(row: Row) -> Any:
        return least(days_of(row, reading, part))

    return (
        Column(f"{name}_least", "integer", format_lazy(at_least, what=what), lower),
        Column(
            f"{name}_most", "integer", format_lazy(at_most, what=what), lambda row: days_of(row, reading, part)["most"]
        ),
    )


def presumptions(row: Row) -> list[str]:
    """What the likely days of any of its restrictions rest on."""
    return sorted({f"{use['rule']}:{use['about']}" for use in row["presumptions"]})


PEOPLE = Table(
    "people",
    _("One row for each person with a published case."),
    (
        PERSON_ID,
        *NAMES,
        plain("other_names", "list", _("Other spellings, former names and pseudonyms.")),
        plain("gender", "string", _("Gender; empty where no source shows it."), codes="gender"),
        *dated("born", _("Birth")),
        *dated("died", _("Death")),
        plain("region", "string", _("Region of the person, ISO 3166-2."), codes="region"),
        *texts("city", _("City or town")),
        plain("occupations", "list", _("Occupations, as ids of the table names.")),
        plain("recognised_as", "list", _("What organisations recognise the person as."), codes="recognition"),
        plain("recognised_by", "list", _("The organisations, in the order of recognised_as.")),
    ),
    ("person_id",),
)
OF_THE_CASE = (
    Column("gender", "string", _("Gender; empty where no source shows it."), only("gender"), "gender"),
    Column("region", "string", _("Region of the person, ISO 3166-2."), only("region"), "region"),
    Column(
        "offence_groups",
        "list",
        _("Groups of the offences, by the Criminal Code’s own lists."),
        facet("offence"),
        "offence",
    ),
    Column("court_regions", "list", _("Regions of the courts, ISO 3166-2."), facet("court_region"), "region"),
)
CASES = Table(
    "cases",
    _("One row for each case: one verdict against one person, and what became of it."),
    (
        CASE_ID,
        PERSON_ID,
        *NAMES,
        *OF_THE_CASE,
        Column("city_en", "string", _("City or town, in English."), text("city", "en")),
        plain(
            "articles", "list", _("Articles of conviction with their parts, such as 174.2; acquittals are left out.")
        ),
        Column(
            "main_penalties",
            "list",
            _("Kinds of the main penalties that a court pronounced."),
            facet("penalty"),
            "main_penalty",
        ),
        plain("sentence", "string", _("Length of the main penalty as pronounced, ISO 8601."), "nominal"),
        *bounds("verdict", _("First instance’s verdict")),
        Column("courts", "list", _("The courts that decided, as ids of the table names."), facet("court")),
        Column("trial", "string", _("The trial of several people, as an id of the table names."), only("trial")),
        *days("burden", _("Days under any restriction, each day counted once under the heaviest")),
        *days("behind_bars", _("Days behind bars"), "behind-bars"),
        *days("home", _("Days free but under control, at home or under supervision"), "home"),
        *days("banned", _("Days banned from activities only"), "banned"),
        *days("record", _("Days with a record or on the list only"), "record-or-list"),
        *days("burden_likely", _("Days under any restriction by the likely reading"), reading="likely"),
        Column(
            "presumptions",
            "list",
            _("What the likely days rest on: a code of the list presumption, a colon, the row of the case."),
            presumptions,
        ),
        Column(
            "in_force",
            "list",
            _(
                "Kinds of restriction in force on the day, by our calculation. Of a list of a state body: reported on"
                " it, and nothing later is known."
            ),
            kinds("in-force"),
            "kind",
        ),
        Column(
            "likely_in_force",
            "list",
            _("Kinds likely in force on the day: if what nobody reports is as the presumptions have it."),
            kinds("likely-in-force"),
            "kind",
        ),
        Column(
            "possibly_in_force",
            "list",
            _("Kinds that may still be in force on the day."),
            kinds("possible"),
            "kind",
        ),
        Column(
            "not_known",
            "list",
            _("Kinds of which it is not known whether they are in force on the day."),
            kinds("unknown"),
            "kind",
        ),
        STATE_ON,
        Column("occupations", "list", _("Occupations, as ids of the table names."), facet("occupation")),
        Column(
            "recognised_as",
            "list",
            _("What organisations recognise the person as."),
            facet("recognised"),
            "recognition",
        ),
        Column("tags", "list", _("Subjects, as ids of the table names."), facet("tag")),
        plain("verified", "date", _("The day on which an editor last checked the case against its sources.")),
        plain("changed", "date", _("The day on which this version was published, in Almaty."), "known_from"),
        *VERSION,
    ),
    ("case_id",),
    (Reference(("person_id",), "people", ("person_id",)),),
)
