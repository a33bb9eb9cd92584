"""What a likely day hangs on, as the bracket beside it says: never a likely word without its condition."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from law.outcome import Outcome, PresumptionUse

CONDITIONS: dict[str, Promise] = {
    "penalty-unchanged": _("if an appeal changed nothing"),
    "in-force-by-six-months": _("if the verdict was in force six months later"),
    "registered-within-45-days": _("if registered within 45 days"),
    "custody-until-the-verdict": _("if held until the verdict"),
    "regime-by-law": _("if the security of the colony is that of the law"),
    "in-force-with-the-ruling": _("if it took force on the day of the ruling"),
}
"""By presumption, the one that may fail most easily first: it carries the others."""
READINGS: dict[str, Promise] = {
    "strict": _("nothing"),
    "six-months": _("in force within six months"),
    "penalty-unchanged": _("that, and the penalty unchanged by an appeal"),
}
"""What a reader lets likely days rest on."""
OF_ANY = _("if nothing else is reported")


def condition(uses: Iterable[PresumptionUse]) -> str:
    """“if an appeal changed nothing”: the presumption that carries the day; empty where nothing was presumed."""
    rules = {use.rule for use in uses}
    if not rules:
        return ""
    return str(next((words for rule, words in CONDITIONS.items() if rule in rules), OF_ANY))


def condition_of(outcome: Outcome) -> str:
    return condition(outcome.likely.presumptions) if outcome.likely else ""
