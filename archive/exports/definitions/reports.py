"""What happened, what was said of dates, and what people said of their lives."""

from django.utils.translation import gettext_lazy as _

from archive.exports.columns import CASE_ID, OF_A_CASE, Table, dated, id_, plain, texts

ABOUT = plain("about", "string", _("What it is about: an id of the case, “kind:” and a kind, or “case”."))
EVENTS = Table(
    "events",
    _("One row for each event, in the archive’s own words."),
    (
        CASE_ID,
        plain("event", "integer", _("Number of the row inside its case, from 1."), required=True),
        *dated("date", _("Day")),
        plain("kind", "string", _("Kind of event."), codes="event", required=True),
        *texts("by", _("Who did it")),
        ABOUT,
        plain("answer", "string", _("The answer to a request or a complaint."), codes="answer"),
        *texts("text", _("What happened, in our words")),
    ),
    ("case_id", "event"),
    (OF_A_CASE,),
)
CLAIMS = Table(
    "claims",
    _("One row for each statement by somebody on how long a restriction lasts, beside our calculation."),
    (
        CASE_ID,
        id_("claim_id", _("Id of the claim inside its case.")),
        ABOUT,
        plain("says", "string", _("What kind of thing it says."), codes="says", required=True),
        plain("value", "string", _("The date (EDTF) or length (ISO 8601) that was said.")),
        *texts("by", _("Who said it")),
        *dated("said_on", _("Day on which it was said")),
        *texts("text", _("The claim in the archive’s words")),
        plain("result", "string", _("How it compares with our calculation."), codes="comparison"),
        plain(
            "days", "integer", _("By how many days it is later or longer than our nearest bound; negative: earlier.")
        ),
        plain("certainty", "string", _("How firmly the rule behind the days is read."), codes="certainty"),
        plain("compared_with", "string", _("The row of restrictions that it was compared with.")),
    ),
    ("case_id", "claim_id"),
    (OF_A_CASE,),
)
TESTIMONIES = Table(
    "testimonies",
    _(
        "One row for each published report of what a restriction does to a life; only what the case’s page shows as"
        " well."
    ),
    (
        CASE_ID,
        plain("testimony", "integer", _("Number of the row inside its case, from 1."), required=True),
        plain("theme", "string", _("What it speaks of."), codes="theme", required=True),
        plain("form", "string", _("Whose words they are."), codes="form", required=True),
        *texts("speaker", _("Who speaks; of a text in our words nobody is named")),
        plain("original", "string", _("Language of the original.")),
        *dated("said_on", _("Day on which it was said")),
        ABOUT,
        plain("consent", "string", _("On what ground it is shown."), codes="consent", required=True),
        *texts("text", _("The text")),
    ),
    ("case_id", "testimony"),
    (OF_A_CASE,),
)
