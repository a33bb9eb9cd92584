"""The papers an editor may hold, and the parts that each asks for."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from desk.intake.fields import NewRow
from desk.intake.later_parts import AppealPart, ClaimPart, EventPart, PenaltyChangePart, ReleasePart
from desk.intake.making import language_of
from desk.intake.parts import DocumentPart
from desk.intake.pasted import PresentPart
from desk.intake.printed_words import PrintedWords
from desk.intake.verdict_parts import (
    BanPart,
    ChargesPart,
    CreditedCustodyPart,
    MainPenaltyPart,
    NamedVerdictPart,
    VerdictPart,
)
from records.languages import day_in_words

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


class SourceDocument(NamedTuple):
    """`first` are the parts that begin a case, `later` those that add to one; `source` is the usual kind of source."""

    kind: str
    title: "StrPromise"
    printed: PrintedWords | None
    source: str
    first: tuple[type[DocumentPart], ...]
    later: tuple[type[DocumentPart], ...]

    @property
    def english(self) -> str:
        with override("en"):
            return str(self.title)


VERDICT = (VerdictPart, ChargesPart, MainPenaltyPart, BanPart, CreditedCustodyPart, PresentPart)


def title_of_paper(document: SourceDocument, parts: Sequence[DocumentPart], language: str) -> str:
    """What a court's paper is called that has no title of its own: what it is, of which court, of which day."""
    part = next((part for part in reversed(parts) if part.prefix in ("appeal", "verdict")), None)
    if document.printed is None or part is None:
        return ""
    court, day = part.cleaned_data.get("court"), part.cleaned_data["date"].text
    name = court.name if isinstance(court, NewRow) else court.names.get(language) or str(court) if court else ""
    language = language or language_of(name)
    word = {"ru": document.printed.ru, "kk": document.printed.kk}.get(language) or document.english
    exact = day and re.fullmatch(r"\d{4}-\d\d-\d\d", day)
    when = day_in_words(date.fromisoformat(day), language) if exact else day
    return ", ".join(filter(None, [capfirst(word), name, when]))


NAMED = (NamedVerdictPart, ChargesPart, MainPenaltyPart)
SOURCE_DOCUMENTS = {
    "verdict": SourceDocument("verdict", _("Verdict"), PrintedWords("приговор", "үкім"), "court", VERDICT, VERDICT),
    "appeal": SourceDocument(
        "appeal",
        _("Appeal ruling"),
        PrintedWords("апелляционное постановление", "апелляциялық қаулы"),
        "court",
        (*NAMED, AppealPart, PresentPart),
        (AppealPart, PenaltyChangePart, PresentPart),
    ),
    "release": SourceDocument(
        "release",
        _("Release paper"),
        PrintedWords("справка об освобождении", "босатылғаны туралы анықтама"),
        "state",
        (*NAMED, ReleasePart),
        (ReleasePart,),
    ),
    "news": SourceDocument(
        "news", _("News item"), None, "media", (*NAMED, BanPart, EventPart, ClaimPart), (EventPart, ClaimPart)
    ),
}
