"""What people said beside what we calculate. No claim is called wrong."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from archive.wording.dates import as_written, counted, roughly, through
from archive.wording.footnotes import Footnotes
from archive.wording.localize import LocalizedText, localize, word
from archive.wording.restrictions import anchor
from archive.wording.sentence import span
from editions.schema import Document
from editions.schema.case import Claim
from law.dates import DateError, DateRange, parse
from law.outcome import ClaimOutcome


class ClaimView(NamedTuple):
    id: str
    by: LocalizedText | None
    said_on: str
    text: LocalizedText | None
    about: str
    about_anchor: str
    ours: str
    result: str
    verdict: str
    certainty: str
    firm: bool
    notes: tuple[int, ...]


class ClaimMark(NamedTuple):
    """A claim as a mark on the bar of the restriction it speaks of."""

    claim: str
    about: str
    earliest: date
    latest: date
    words: str


def claim_views(document: Document, names: Mapping[str, str], notes: Footnotes) -> tuple[ClaimView, ...]:
    results = {found.id: found for found in document.reckoning.claims}
    return tuple(
        _claim(claim, results[claim.id], document, names, notes)
        for claim in document.case.claims
        if claim.id in results
    )


def claim_marks(document: Document) -> tuple[ClaimMark, ...]:
    """Claims that name a day, month or year, on the restriction they were compared with."""
    results = {found.id: found for found in document.reckoning.claims}
    found = []
    for claim in document.case.claims:
        value = _day(claim)
        about = results[claim.id].about if claim.id in results else None
        if value and about and value.earliest and value.latest:
            found.append(ClaimMark(claim.id, about, value.earliest, value.latest, as_written(claim.value)))
    return tuple(found)


def _claim(
    claim: Claim, result: ClaimOutcome, document: Document, names: Mapping[str, str], notes: Footnotes
) -> ClaimView:
    whole = result.about == "case"
    return ClaimView(
        id=claim.id,
        by=localize(claim.by),
        said_on=as_written(claim.said_on) if claim.said_on else "",
        text=localize(claim.text),
        about=_("all restrictions together") if whole else names.get(result.about or "", ""),
        about_anchor="" if whole or not result.about else anchor(result.about),
        ours=_ours(document, result),
        result=result.result,
        verdict=_verdict(result),
        certainty=word("certainties", result.certainty),
        firm=result.certainty == "A",
        notes=notes.of(claim.sources),
    )


def _ours(document: Document, result: ClaimOutcome) -> str:
    if result.about == "case":
        burden = document.reckoning.burden
        spanned = span(burden.begins, burden.until)
        return _("%(total)s: %(span)s") % {"total": roughly(burden.days), "span": spanned}
    for entry in document.reckoning.restrictions:
        if entry.id == result.about:
            return through(entry.ends, entry.open_ended)
    return _("not calculated")


def _verdict(result: ClaimOutcome) -> str:
    if result.result == "differs" and result.days is not None:
        apart = counted(abs(result.days), "day")
        if result.days > 0:
            return _("what was said is later by: %(days)s") % {"days": apart}
        return _("what was said is earlier by: %(days)s") % {"days": apart}
    return word("comparisons", result.result)


def _day(claim: Claim) -> DateRange | None:
    if claim.says not in ("ends", "has-ended", "may-apply-from") or not claim.value:
        return None
    try:
        return parse(claim.value)
    except DateError:
        return None
