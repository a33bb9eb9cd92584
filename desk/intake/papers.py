"""The papers an editor may hold, and the parts that each asks for."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from desk.intake.court import Ban, Charges, CustodyBefore, FirstVerdict, Penalty, VerdictItself
from desk.intake.later import Appeal, Happened, PenaltyChange, Release, Said
from desk.intake.printed import Printed
from desk.intake.section import Part


class Paper(NamedTuple):
    """`first` are the parts that begin a case, `later` those that add to one; `source` is the usual kind of source."""

    title: Any
    printed: Printed | None
    source: str
    first: tuple[type[Part], ...]
    later: tuple[type[Part], ...]


VERDICT = (VerdictItself, Charges, Penalty, Ban, CustodyBefore)
NAMED = (FirstVerdict, Charges, Penalty)
PAPERS = {
    "verdict": Paper(_("Verdict"), Printed("приговор", "үкім"), "court", VERDICT, VERDICT),
    "appeal": Paper(
        _("Appeal ruling"),
        Printed("апелляционное постановление", "апелляциялық қаулы"),
        "court",
        (*NAMED, Appeal),
        (Appeal, PenaltyChange),
    ),
    "release": Paper(
        _("Release paper"),
        Printed("справка об освобождении", "босатылғаны туралы анықтама"),
        "state",
        (*NAMED, Release),
        (Release,),
    ),
    "news": Paper(_("News item"), None, "media", (*NAMED, Ban, Happened, Said), (Happened, Said)),
}
