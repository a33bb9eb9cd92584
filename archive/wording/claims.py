"""What people said beside what we calculate. No claim is called wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from archive.wording.dates import as_written, in_words
from archive.wording.footnotes import Footnotes
from archive.wording.last_days import days_in_words, is_rough, last_day_words
from archive.wording.lengths import counted, length, roughly
from archive.wording.localize import LocalizedText, localize, word
from archive.wording.restrictions import anchor
from archive.wording.sentence import span
from editions.schema import Document
from editions.schema.case import Claim
from law.dates import DateError, DateRange, parse
from law.lengths import Length
from law.outcome import ClaimOutcome, Outcome, Reckoning

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
                return in_words(outcome.early[0].date) if self.is_of_a_request(outcome) else last_day_words(outcome)
        return _("not calculated")

    def is_of_a_request(self, outcome: Outcome) -> bool:
        """Whether the claim speaks of the first day on which something may be asked for."""
        return self.claim.says == "may-apply-from" and bool(outcome.early)

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
            return _("what was said is %(days)s later than ours") % {"days": apart}
        return _("what was said is %(days)s earlier than ours") % {"days": apart}

    @property
    def strict(self) -> str:
        """What the claim was compared with: our days by the strict reading."""
        if self.of_the_whole:
            return strict_words(self.reckoning.burden.last_day)
        for outcome in self.reckoning.restrictions:
            if outcome.id == self.outcome.about:
                if self.is_of_a_request(outcome) or outcome.open_ended:
                    return self.ours
                return strict_words(outcome.last_day, is_rough(outcome))
        return _("not calculated")

    @property
    def theirs(self) -> str:
        """What was said, as a day or a length; else in the words of the record, within a sentence of ours."""
        value = self.claim.value
        if not value:
            return str(self.text).rstrip(".") if self.text else ""
        return length(Length.parse(value)) if value.startswith("P") else as_written(value)

    @property
    def compared(self) -> str:
        """“by our calculation it can be asked for from 10 April 2026; Vlast: in the near future”."""
        words = {"ours": self.strict, "by": str(self.by) if self.by else _("somebody else"), "theirs": self.theirs}
        if self.claim.says == "may-apply-from":
            return _("by our calculation it can be asked for from %(ours)s; %(by)s: %(theirs)s") % words
        if self.claim.says == "lasts":
            return _("by our calculation the last day: %(ours)s; %(by)s, of the length: %(theirs)s") % words
        return _("by our calculation the last day: %(ours)s; %(by)s: %(theirs)s") % words

    @property
    def firmness(self) -> str:
        """Where the two differ and our reading is not of the first certainty, that it does not decide; else nothing."""
        if self.result != "differs" or self.outcome.certainty == "A":
            return ""
        return _("Our reading is not firm enough to decide: %(certainty)s.") % {
            "certainty": word("certainties", self.outcome.certainty)
        }

    @property
    def notes(self) -> tuple[int, ...]:
        return self.footnotes.of(self.claim.sources)


def strict_words(days: DateRange, rough: bool = False) -> str:
    return in_words(days) if None in days else days_in_words(days, rough)


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
