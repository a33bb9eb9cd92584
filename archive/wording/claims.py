"""What people said beside what we calculate. No claim is called wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from archive.wording.dates import as_written
from archive.wording.footnotes import Footnotes
from archive.wording.last_days import last_day_words
from archive.wording.lengths import counted, roughly
from archive.wording.localize import LocalizedText, localize, word
from archive.wording.restrictions import anchor
from archive.wording.sentence import span
from editions.schema import Document
from editions.schema.case import Claim
from law.dates import DateError, parse
from law.outcome import ClaimOutcome, Reckoning

OF_A_DAY = ("ends", "has-ended", "may-apply-from")
"""What a claim says where its value is a date."""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim beside our answer. ``names``: the words for the rows of the case, by their ids."""

    claim: Claim
    outcome: ClaimOutcome
    reckoning: Reckoning
    names: Mapping[str, str]
    footnotes: Footnotes

    @property
    def id(self) -> str:
        return self.claim.id

    @property
    def by(self) -> LocalizedText | None:
        return localize(self.claim.by)

    @property
    def said_on(self) -> str:
        return as_written(self.claim.said_on) if self.claim.said_on else ""

    @property
    def text(self) -> LocalizedText | None:
        return localize(self.claim.text)

    @property
    def of_the_whole(self) -> bool:
        return self.outcome.about == "case"

    @property
    def about(self) -> str:
        if self.of_the_whole:
            return _("all restrictions together")
        return self.names.get(self.outcome.about or "", "")

    @property
    def about_anchor(self) -> str:
        return "" if self.of_the_whole or not self.outcome.about else anchor(self.outcome.about)

    @property
    def ours(self) -> str:
        """What we calculate for the same."""
        if self.of_the_whole:
            burden = self.reckoning.burden
            words = {"total": roughly(burden.days), "span": span(burden.begins, burden.until)}
            return _("%(total)s: %(span)s") % words
        for outcome in self.reckoning.restrictions:
            if outcome.id == self.outcome.about:
                return last_day_words(outcome)
        return _("not calculated")

    @property
    def result(self) -> str:
        return self.outcome.result

    @property
    def verdict(self) -> str:
        """How the two compare."""
        days = self.outcome.days
        if self.result != "differs" or days is None:
            return word("comparisons", self.result)
        apart = counted(abs(days), "day")
        if days > 0:
            return _("what was said is later by: %(days)s") % {"days": apart}
        return _("what was said is earlier by: %(days)s") % {"days": apart}

    @property
    def certainty(self) -> str:
        return word("certainties", self.outcome.certainty)

    @property
    def firm(self) -> bool:
        return self.outcome.certainty == "A"

    @property
    def notes(self) -> tuple[int, ...]:
        return self.footnotes.of(self.claim.sources)


class ClaimMark(NamedTuple):
    """A claim as a mark on the bar of the restriction it speaks of."""

    claim: str
    about: str
    earliest: date
    latest: date
    words: str


def claim_views(document: Document, names: Mapping[str, str], notes: Footnotes) -> tuple[ClaimView, ...]:
    outcomes = {outcome.id: outcome for outcome in document.reckoning.claims}
    return tuple(
        ClaimView(claim, outcomes[claim.id], document.reckoning, names, notes)
        for claim in document.case.claims
        if claim.id in outcomes
    )


def claim_marks(claims: tuple[ClaimView, ...]) -> tuple[ClaimMark, ...]:
    """Claims that name a day, month or year, on the restriction they were compared with."""
    marks = []
    for claim, outcome in ((view.claim, view.outcome) for view in claims):
        if claim.says not in OF_A_DAY or not claim.value or not outcome.about:
            continue
        try:
            earliest, latest = parse(claim.value)
        except DateError:
            continue
        if earliest and latest:
            marks.append(ClaimMark(claim.id, outcome.about, earliest, latest, as_written(claim.value)))
    return tuple(marks)
