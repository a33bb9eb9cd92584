"""Charges and verdicts."""

from django.utils.translation import gettext_lazy as _

from archive.exports.columns import CASE_ID, OF_A_CASE, Reference, Table, bounds, dated, id_, plain

VERDICT = ("case_id", "verdict_id")
VERDICTS = Table(
    "verdicts",
    _("One row for each decision of a court, with the day on which it came into force."),
    (
        CASE_ID,
        id_("verdict_id", _("Id of the decision inside its case.")),
        plain("decides_on", "string", _("The decision that it reviews.")),
        plain("instance", "string", _("Instance."), codes="instance", required=True),
        plain("court", "string", _("The court, as an id of the table names.")),
        plain("judge", "string", _("The judge, as reported.")),
        *dated("date", _("Day of the decision")),
        plain("result", "string", _("What was decided."), codes="result", required=True),
        plain("appealed", "boolean", _("Whether it was appealed; empty: not recorded.")),
        *dated("copy_served", _("Day on which the copy was handed over")),
        *dated("in_force_reported", _("Day of legal force")),
        *bounds("in_force", _("Day of legal force as computed, or as reported where it is")),
        *bounds("likely_in_force", _("Day of legal force by the likely reading")),
        plain(
            "presumptions",
            "list",
            _("What the likely days rest on: a code of the list presumption, a colon, the row of the case."),
        ),
        plain("in_force_basis", "string", _("What the day of legal force rests on."), codes="basis"),
        plain("in_force_certainty", "string", _("How firmly the rule behind the days is read."), codes="certainty"),
        plain("void", "boolean", _("Whether it was cancelled."), required=True),
        plain(
            "missing",
            "list",
            _("What would settle the days: a code of the list missing, a colon, the row of the case."),
        ),
        plain("searched", "list", _("Facts that somebody looked for without finding them, and the day of the search.")),
        plain("recidivism", "string", _("Recidivism that the court found."), codes="recidivism"),
        plain("lifts_record", "boolean", _("Whether a pardon or an amnesty lifted the record; empty: not recorded.")),
        plain("pending_on", "string", _("A day on which an appeal was reported to be pending, in EDTF.")),
    ),
    VERDICT,
    (OF_A_CASE, Reference(("case_id", "decides_on"), "verdicts", VERDICT)),
)
CHARGES = Table(
    "charges",
    _("One row for each article of a code that somebody was charged under, and what became of it."),
    (
        CASE_ID,
        id_("charge_id", _("Id of the charge inside its case.")),
        plain(
            "code",
            "string",
            _("The code of law: KZ-CC is the Criminal Code of 2014, KZ-CC-1997 that of 1997."),
            required=True,
        ),
        plain("article", "string", _("Number of the article."), required=True),
        plain("part", "string", _("Part of the article; empty: no source names it.")),
        plain("part_basis", "string", _("How the part is known, if not from the verdict."), codes="charge_basis"),
        plain("outcome", "string", _("What became of the charge."), codes="outcome", required=True),
        plain("gravity", "string", _("Gravity of the offence, where a source names it."), codes="gravity"),
        plain("against_life", "boolean", _("Whether it is a crime against life or health; empty: not recorded.")),
        plain("verdict_id", "string", _("The decision that it belongs to.")),
        *dated("committed", _("Day of the offence")),
    ),
    ("case_id", "charge_id"),
    (OF_A_CASE, Reference(VERDICT, "verdicts", VERDICT)),
)
