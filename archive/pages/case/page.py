"""All that the case page says, made from a document and a day."""

from datetime import date
from itertools import groupby
from typing import NamedTuple

from django.utils.translation import gettext as _

from archive.charts.bars import Bars, bars
from archive.charts.timeline import Moment, timeline
from archive.pages.case.open_question import open_question
from archive.wording.claims import ClaimView, claim_marks, claim_views
from archive.wording.dates import as_written
from archive.wording.footnotes import Footnotes
from archive.wording.localize import LocalizedText, localize, localized_str, word
from archive.wording.portrait import PortraitView, initials, portrait_view
from archive.wording.restrictions import RestrictionView, restriction_views
from archive.wording.row_names import row_names
from archive.wording.sentence import (
    ConvictionView,
    PenaltyView,
    RulingView,
    Total,
    convictions,
    first_verdict,
    penalties,
    rulings,
    total,
)
from archive.wording.statements import ONCE, bounds
from editions.schema import Document
from editions.schema import person as schema
from editions.schema.case import Testimony
from editions.schema.person import Recognition
from records.languages import active_language


class TestimonyView(NamedTuple):
    """A testimony."""

    text: LocalizedText
    quotation: bool
    speaker: LocalizedText | None
    role: LocalizedText | None
    said_on: str
    notes: tuple[int, ...]


class Theme(NamedTuple):
    name: str
    voices: tuple[TestimonyView, ...]


class RecognitionView(NamedTuple):
    by: str
    recognised_as: str
    date: str
    notes: tuple[int, ...]


class NameView(NamedTuple):
    name: str
    language: str
    former: bool


class InclusionView(NamedTuple):
    """Why the case belongs in the archive."""

    words: str
    notes: tuple[int, ...]


class StatementGroup(NamedTuple):
    """Restrictions of which the same can be said, for the first screen."""

    rows: tuple[RestrictionView, ...]
    said: str
    report: str


class CasePage(NamedTuple):
    document: Document
    on: date
    name: LocalizedText
    portrait: PortraitView | None
    other_names: tuple[NameView, ...]
    spellings: tuple[NameView, ...]
    city: LocalizedText | None
    reasons: tuple[InclusionView, ...]
    rows: tuple[RestrictionView, ...]
    penalties: tuple[PenaltyView, ...]
    rulings: tuple[RulingView, ...]
    convictions: tuple[ConvictionView, ...]
    total: Total
    bars: Bars
    claims: tuple[ClaimView, ...]
    timeline: tuple[Moment, ...]
    themes: tuple[Theme, ...]
    recognitions: tuple[RecognitionView, ...]
    footnotes: Footnotes

    @property
    def initials(self) -> str:
        """What stands where there is no portrait."""
        return initials(self.name.text)

    def of_state(self, *states: str) -> list[RestrictionView]:
        return [row for row in self.rows if row.state in states and not row.held]

    @property
    def bound(self) -> list[StatementGroup]:
        return statement_groups(self.in_force)

    @property
    def unsure(self) -> list[StatementGroup]:
        """What cannot be said for the day, under a heading that says so: its bounds alone."""
        shorter = [row._replace(brief=_bounds(row)) for row in self.doubtful]
        return statement_groups(shorter)

    @property
    def in_force(self) -> list[RestrictionView]:
        return self.of_state("in-force")

    @property
    def doubtful(self) -> list[RestrictionView]:
        return [row for row in self.of_state("uncertain", "unknown") if row.kind not in ONCE]

    @property
    def lapsed(self) -> list[StatementGroup]:
        """Where nothing binds and nothing is doubtful: what should have ended by our calculation, the last first."""
        if self.in_force or self.doubtful:
            return []
        found = [row for row in self.of_state("ended") if row.outcome.end_basis == "computed"]
        return statement_groups(sorted(found, key=lambda row: row.outcome.ends.latest or date.min, reverse=True))

    @property
    def none_binds(self) -> str:
        """In place of the list of what binds: nothing does, or of nothing is it sure. Empty if something binds."""
        if self.in_force:
            return ""
        if self.doubtful:
            return _("Of no restriction can it be said for certain that it is in force on this day.")
        return _("No restriction is known to be in force on this day.")

    @property
    def open_question(self) -> str:
        """What most of the doubt hangs on, in one sentence; empty if on no single day of force."""
        return open_question(self.document, self.doubtful)

    @property
    def expected(self) -> list[RestrictionView]:
        return self.of_state("expected")

    @property
    def last_end(self) -> RestrictionView | None:
        """Of what binds, the one that ends last, if that end is known."""
        known = [row for row in self.in_force if row.outcome.ends.latest and not row.outcome.open_ended]
        return max(known, key=lambda row: row.outcome.ends.latest or date.min, default=None)

    @property
    def verdict(self) -> RulingView | None:
        """The first ruling: the verdict of the first instance where one is recorded."""
        first = first_verdict(self.document)
        return next((ruling for ruling in self.rulings if first and ruling.id == first.id), None)

    @property
    def kinds(self) -> list[RestrictionView]:
        """The first row of each kind, for what each means."""
        return list({row.kind: row for row in reversed(self.rows)}.values())[::-1]

    @property
    def chain(self) -> list[RestrictionView]:
        return [row for row in self.rows if row.waits_for]


def case_page(document: Document, on: date) -> CasePage:
    notes, names = Footnotes(document), row_names(document)
    found = restriction_views(document, on, names, notes)
    return CasePage(
        document=document,
        on=on,
        name=localize(document.person.names) or LocalizedText(document.person.id, "en", False),
        portrait=portrait_view(document, notes),
        other_names=other_names(document),
        spellings=spellings(document),
        city=localize(document.person.city),
        reasons=tuple(
            InclusionView(word("inclusion", one.criterion), notes.of(one.sources)) for one in document.case.inclusion
        ),
        rows=found,
        penalties=penalties(document, notes),
        rulings=rulings(document, notes),
        convictions=convictions(document),
        total=total(document),
        bars=bars(found, claim_marks(document), on),
        claims=claim_views(document, names, notes),
        timeline=timeline(document, found, notes),
        themes=themes(document, notes),
        recognitions=tuple(_recognised(entry, notes) for entry in document.person.recognitions),
        footnotes=notes,
    )


def statement_groups(rows: list[RestrictionView]) -> list[StatementGroup]:
    """Rows with the same statement in one line, with the newest report of any of them."""
    groups: dict[str, list[RestrictionView]] = {}
    for row in rows:
        groups.setdefault(row.brief, []).append(row)
    return [StatementGroup(tuple(same), said, max(same, key=_newest_report).support) for said, same in groups.items()]


def _bounds(row: RestrictionView) -> str:
    return (bounds(row.outcome) if row.state == "unknown" else "") or row.brief


def _newest_report(row: RestrictionView) -> date:
    report = row.outcome.last_report
    return (report.latest or report.earliest or date.min) if report else date.min


def other_names(document: Document) -> tuple[NameView, ...]:
    """The name in the other languages, then an earlier one in the reader's; none twice."""
    person, main = document.person, localize(document.person.names)
    found = [NameView(name, language, False) for language, name in person.names.items()]
    found += [NameView(one.name, one.language or "", True) for one in person.other_names if _was_called(one)]
    unlike = {one.name: one for one in reversed(found) if main is None or one.name != main.text}
    return tuple(reversed(unlike.values()))


def _was_called(name: schema.OtherName) -> bool:
    return name.kind == "former" and name.language in (None, active_language())


def spellings(document: Document) -> tuple[NameView, ...]:
    """Every other spelling and pseudonym, for the foot of the page."""
    return tuple(NameView(one.name, one.language or "", one.kind == "former") for one in document.person.other_names)


def themes(document: Document, notes: Footnotes) -> tuple[Theme, ...]:
    """Testimonies by theme, none whose consent was withdrawn."""
    given = [voice for voice in document.case.testimonies if voice.consent != "withdrawn" and localize(voice.text)]
    ordered = sorted(given, key=lambda voice: voice.theme)
    return tuple(
        Theme(word("themes", theme), tuple(_voice(voice, notes) for voice in voices))
        for theme, voices in groupby(ordered, key=lambda voice: voice.theme)
    )


def _voice(voice: Testimony, notes: Footnotes) -> TestimonyView:
    text = localize(voice.text)
    assert text is not None
    said_on = as_written(voice.said_on) if voice.said_on else ""
    speaker, role = localize(voice.speaker.name), localize(voice.speaker.role)
    return TestimonyView(text, voice.form == "quotation", speaker, role, said_on, notes.of(voice.sources))


def _recognised(entry: Recognition, notes: Footnotes) -> RecognitionView:
    date_words = as_written(entry.date) if entry.date else ""
    return RecognitionView(entry.by, word("recognitions", entry.recognised_as), date_words, notes.of(entry.sources))


def person_name(document: Document) -> str:
    return localized_str(document.person.names, document.person.id)
