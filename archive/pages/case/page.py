"""All that the case page says, made from a document and a day."""

from collections.abc import Iterable
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
from archive.wording.names import row_names
from archive.wording.portrait import PortraitView, initials, portrait_view
from archive.wording.restrictions import RestrictionView, restriction_views
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
from editions.schema import Document
from law.states import MAY_BIND
from records.languages import active_language


class TestimonyView(NamedTuple):
    text: LocalizedText
    quotation: bool
    speaker: LocalizedText | None
    role: LocalizedText | None
    said_on: str
    notes: tuple[int, ...]


class Theme(NamedTuple):
    name: str
    testimonies: tuple[TestimonyView, ...]


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
    """Restrictions of which the same can be said, for the first screen, with the newest report of any of them."""

    rows: tuple[RestrictionView, ...]
    statement: str
    report: str


class CasePage(NamedTuple):
    document: Document
    on: date
    name: LocalizedText
    portrait: PortraitView | None
    other_names: tuple[NameView, ...]
    spellings: tuple[NameView, ...]
    city: LocalizedText | None
    inclusion: tuple[InclusionView, ...]
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
        """The restrictions in one of the states; custody before force is none."""
        return [row for row in self.rows if row.state in states and not row.is_pretrial]

    @property
    def in_force(self) -> list[RestrictionView]:
        return self.of_state("in-force")

    @property
    def doubtful(self) -> list[RestrictionView]:
        return [row for row in self.of_state(*MAY_BIND[1:]) if not row.once]

    @property
    def expected(self) -> list[RestrictionView]:
        return self.of_state("expected")

    @property
    def binding(self) -> list[StatementGroup]:
        return statement_groups((row, row.brief) for row in self.in_force)

    @property
    def uncertain(self) -> list[StatementGroup]:
        """What cannot be said for the day, under a heading that says so: its bounds alone."""
        return statement_groups((row, row.bounds) for row in self.doubtful)

    @property
    def lapsed(self) -> list[StatementGroup]:
        """Where nothing binds and nothing is doubtful: what should have ended by our calculation, the last first."""
        if self.in_force or self.doubtful:
            return []
        ended = [row for row in self.of_state("ended") if row.outcome.end_basis == "computed"]
        ended.sort(key=lambda row: row.outcome.ends.latest or date.min, reverse=True)
        return statement_groups((row, row.brief) for row in ended)

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
    def last_end(self) -> RestrictionView | None:
        """Of what binds, the one that ends last, if that end is known."""
        ending = [row for row in self.in_force if row.outcome.ends.latest and not row.outcome.open_ended]
        return max(ending, key=lambda row: row.outcome.ends.latest or date.min, default=None)

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
    person, notes, names = document.person, Footnotes(document), row_names(document)
    rows = restriction_views(document, on, names, notes)
    claims, decisions = claim_views(document, names, notes), rulings(document, notes)
    return CasePage(
        document=document,
        on=on,
        name=localize(person.names) or LocalizedText(person.id, "en", False),
        portrait=portrait_view(document, notes),
        other_names=other_names(document),
        spellings=tuple(
            NameView(spelling.name, spelling.language or "", spelling.kind == "former")
            for spelling in person.other_names
        ),
        city=localize(person.city),
        inclusion=tuple(
            InclusionView(word("inclusion", reason.criterion), notes.of(reason.sources))
            for reason in document.case.inclusion
        ),
        rows=rows,
        penalties=penalties(document, notes),
        rulings=decisions,
        convictions=convictions(document),
        total=total(document),
        bars=bars(rows, claim_marks(claims), on),
        claims=claims,
        timeline=timeline(document, decisions, rows, notes),
        themes=themes(document, notes),
        recognitions=tuple(
            RecognitionView(
                by=recognition.by,
                recognised_as=word("recognitions", recognition.recognised_as),
                date=as_written(recognition.date) if recognition.date else "",
                notes=notes.of(recognition.sources),
            )
            for recognition in person.recognitions
        ),
        footnotes=notes,
    )


def statement_groups(stated: Iterable[tuple[RestrictionView, str]]) -> list[StatementGroup]:
    """Rows with the same statement in one line."""
    by_statement: dict[str, list[RestrictionView]] = {}
    for row, statement in stated:
        by_statement.setdefault(statement, []).append(row)
    return [
        StatementGroup(tuple(rows), statement, max(rows, key=lambda row: row.last_heard_of).support)
        for statement, rows in by_statement.items()
    ]


def other_names(document: Document) -> tuple[NameView, ...]:
    """The name in the other languages, then an earlier one in the reader's; none twice."""
    person, shown = document.person, localize(document.person.names)
    names = [NameView(name, language, False) for language, name in person.names.items()]
    names += [
        NameView(former.name, former.language or "", True)
        for former in person.other_names
        if former.kind == "former" and former.language in (None, active_language())
    ]
    unlike = {view.name: view for view in reversed(names) if shown is None or view.name != shown.text}
    return tuple(reversed(unlike.values()))


def themes(document: Document, notes: Footnotes) -> tuple[Theme, ...]:
    """Testimonies by theme, none whose consent was withdrawn."""
    views = []
    for testimony in sorted(document.case.testimonies, key=lambda testimony: testimony.theme):
        text = localize(testimony.text)
        if text is None or testimony.consent == "withdrawn":
            continue
        view = TestimonyView(
            text=text,
            quotation=testimony.form == "quotation",
            speaker=localize(testimony.speaker.name),
            role=localize(testimony.speaker.role),
            said_on=as_written(testimony.said_on) if testimony.said_on else "",
            notes=notes.of(testimony.sources),
        )
        views.append((testimony.theme, view))
    by_theme = groupby(views, key=lambda pair: pair[0])
    return tuple(Theme(word("themes", theme), tuple(view for _theme, view in pairs)) for theme, pairs in by_theme)


def person_name(document: Document) -> str:
    return localized_str(document.person.names, document.person.id)
