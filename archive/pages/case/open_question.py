"""The one unknown on which what binds today may hang: whether and since when a verdict is in force."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from archive.wording.dates import as_written
from archive.wording.restrictions import RestrictionView
from editions.schema import Document
from editions.schema.case import Verdict


def open_question(document: Document, doubtful: Iterable[RestrictionView]) -> str:
    """A sentence, if the doubtful restrictions wait for the day of force of a verdict whose latest day is not known."""
    awaited = {fact for row in doubtful for fact in row.outcome.missing}
    still_open = {outcome.id for outcome in document.reckoning.verdicts if outcome.in_force.latest is None}
    reviewed = {verdict.on for verdict in document.case.verdicts}
    for verdict in document.case.verdicts:
        is_open = verdict.id in still_open - reviewed and verdict.appealed is not False
        if is_open and f"in_force:{verdict.id}" in awaited and verdict.date:
            return appeal_not_known(document, verdict)
    return ""


def appeal_not_known(document: Document, verdict: Verdict) -> str:
    """What is not known of an appeal."""
    about = (None, "case", verdict.id)
    appeals = [event.date for event in document.case.events if event.kind == "appeal" and event.about in about]
    filed = appeals[0] if len(appeals) == 1 else None  # of several nobody knows which one counts
    if verdict.appealed is None:
        return _("No source says whether the verdict was appealed.")
    if filed:
        return _("An appeal was filed (%(filed)s); no source names its result.") % {"filed": as_written(filed)}
    return _("No source names the result of the appeal.")
