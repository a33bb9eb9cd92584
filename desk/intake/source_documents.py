"""The papers an editor may hold, and the parts that each asks for."""

from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _

from desk.intake.later_parts import AppealPart, ClaimPart, EventPart, PenaltyChangePart, ReleasePart
from desk.intake.parts import DocumentPart
from desk.intake.printed_words import PrintedWords
from desk.intake.verdict_parts import (
    BanPart,
    ChargesPart,
    CreditedCustodyPart,
    MainPenaltyPart,
    NamedVerdictPart,
    VerdictPart,
)

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


class SourceDocument(NamedTuple):
    """`first` are the parts that begin a case, `later` those that add to one; `source` is the usual kind of source."""

    title: "StrPromise"
    printed: PrintedWords | None
    source: str
    first: tuple[type[DocumentPart], ...]
    later: tuple[type[DocumentPart], ...]


VERDICT = (VerdictPart, ChargesPart, MainPenaltyPart, BanPart, CreditedCustodyPart)
NAMED = (NamedVerdictPart, ChargesPart, MainPenaltyPart)
SOURCE_DOCUMENTS = {
    "verdict": SourceDocument(_("Verdict"), PrintedWords("приговор", "үкім"), "court", VERDICT, VERDICT),
    "appeal": SourceDocument(
        _("Appeal ruling"),
        PrintedWords("апелляционное постановление", "апелляциялық қаулы"),
        "court",
        (*NAMED, AppealPart),
        (AppealPart, PenaltyChangePart),
    ),
    "release": SourceDocument(
        _("Release paper"),
        PrintedWords("справка об освобождении", "босатылғаны туралы анықтама"),
        "state",
        (*NAMED, ReleasePart),
        (ReleasePart,),
    ),
    "news": SourceDocument(
        _("News item"), None, "media", (*NAMED, BanPart, EventPart, ClaimPart), (EventPart, ClaimPart)
    ),
}
