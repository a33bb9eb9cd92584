"""What to do in the odd case, said at the field where it is met."""

from typing import Any

from django.utils.translation import gettext_lazy as _

HELP = {
    "case.title": _("What the case is about. One language is enough to publish."),
    "case.missing": _("One a line: facts that would settle the dates. Readers do not see this."),
    "case.verified": _("The day on which somebody last compared the whole case with its sources."),
    "charge.part": _("Empty if the article has no parts or no source names one."),
    "custody.from_date": _("The day of detention itself: it counts. Freed in between? Enter two spells."),
    "custody.until_date": _("The last day; it counts. Empty if it ran on into the sentence."),
    "verdict.date": _("The day on which it was read out, not the day on which the press reported it."),
    "verdict.appealed": _("Unknown if no source says so: the date of force then stays open to one side."),
    "verdict.on": _("For appeals, cassation and later orders: the id of the verdict they are about."),
    "verdict.result": _("A court that only ordered supervision or a listing: “ordered”."),
    "restriction.kind": _(
        "By the words of the verdict: «ограничение свободы» is restriction of freedom, «условно» a suspended sentence,"
        " «лишение свободы» prison. A ban on many things is one entry with all that it covers."
    ),
    "restriction.regime": _("As the verdict says. “General regime” in older reports is medium security."),
    "restriction.reduced_share": _("Only if a court applied the lower shares for parole (age, children, disability)."),
    "restriction.ended_by": _("Replaced by something milder? Choose “replaced” and enter what came instead."),
    "change.by": _("P6M: by how much longer or shorter. An extension counts from the old end, not from the order."),
    "change.from_date": _("For a pause: its first day."),
    "change.until_date": _("For a pause: its last day."),
    "claim.value": _("As it was said: a date, or a length such as P11Y. It is compared, never corrected."),
    "testimony.consent": _("Said in public under their own name: “public statement”. Taken back: it is never shown."),
    "event.text": _("In the archive's own words. Nothing that could show a breach while a restriction may bind."),
}
"""Model and field -> help, in place of the field's own."""


def help_for(field: Any) -> Any:
    """The help of a field of the rows; None if its own is enough."""
    return HELP.get(f"{field.model._meta.model_name}.{field.name}")
