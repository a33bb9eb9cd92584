"""Sources, the facts that they support, and the names behind ids."""

from django.utils.translation import gettext_lazy as _

from archive.exports.columns import CASE_ID, NAMES, OF_A_CASE, Reference, Table, dated, id_, plain

SOURCES = Table(
    "sources",
    _("One row for each publication that facts rest on."),
    (
        id_("source_id", _("The source’s id.")),
        plain("title", "string", _("Title.")),
        plain("publisher", "string", _("Publisher.")),
        plain("group", "string", _("Publishers of one group count as one source.")),
        plain("url", "string", _("Address.")),
        plain("archived_url", "string", _("Address of a copy in a web archive.")),
        *dated("published", _("Day of publication")),
        plain("accessed", "string", _("Day on which it was read, in EDTF.")),
        plain("language", "string", _("Language, ISO 639.")),
        plain("kind", "string", _("Kind of source."), codes="source_kind", required=True),
    ),
    ("source_id",),
)
CITATIONS = Table(
    "citations",
    _("One row for each fact and source that supports it."),
    (
        CASE_ID,
        plain("table", "string", _("Where the fact stands."), codes="cited_by", required=True),
        id_("row_id", _("The row’s id in that table; of people the person’s id, of what has no table its number.")),
        id_("field", _("The column or the part of the row; “all”: the whole row.")),
        id_("source_id", _("The source’s id.")),
    ),
    ("case_id", "table", "row_id", "field", "source_id"),
    (OF_A_CASE, Reference(("source_id",), "sources", ("source_id",))),
)
NAMES_OF_IDS = Table(
    "names",
    _("One row for each court, trial, occupation or subject, with the name behind its id."),
    (
        plain("list", "string", _("What the id stands for."), codes="list", required=True),
        id_("id", _("The id that other tables use.")),
        *NAMES,
        plain("region", "string", _("Region of a court, ISO 3166-2."), codes="region"),
    ),
    ("list", "id"),
)
