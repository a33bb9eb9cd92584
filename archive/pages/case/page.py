"""All that the case page says, made from a document and a day."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from archive.charts.bars import Bars, bars
from archive.charts.life import LifeBar, life_bar
from archive.charts.timeline import Moment, timeline
from archive.pages.case.first_screen import FirstScreen, first_screen
from archive.pages.case.open_question import open_question
from archive.pages.case.reports import ReportView, reports
from archive.wording.claims import ClaimView, claim_marks, claim_views
from archive.wording.dates import as_written
from archive.wording.footnotes import Footnotes
from archive.wording.localize import LocalizedText, localize, localized_str, word
from archive.wording.names import row_names
from archive.wording.portrait import PortraitView, portrait_view
from archive.wording.recognitions import organisation, recognised_by
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
from archive.wording.settling import OpenQuestion, settling_question
from editions.schema import Document
from law.states import MAY_BIND
from records.languages import active_language


class RecognitionView(NamedTuple):
    """An organisation's finding; ``verb`` is what it did, “called him a prisoner of conscience”."""

    by: str
    verb: str
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
    life: LifeBar | None
    claims: tuple[ClaimView, ...]
    timeline: tuple[Moment, ...]
    reports: tuple[ReportView, ...]
    recognitions: tuple[RecognitionView, ...]
    footnotes: Footnotes

    @property
    def bars(self) -> Bars:
        """One bar a restriction, for pictures: the page itself draws one bar for the case."""
        return bars(self.rows, claim_marks(self.claims), self.on)

    @property
    def first(self) -> FirstScreen:
        return first_screen(self)

    @property
    def summary(self) -> str:
        """The whole story, for the text version."""
        return localized_str(self.document.case.summary)

    @property
    def all_spellings(self) -> list[NameView]:
        """Every other way to write the name, none twice."""
        views = [view for view in (*self.other_names, *self.spellings) if view.name != self.name.text]
        return list({view.name: view for view in reversed(views)}.values())[::-1]

    def of_state(self, *states: str) -> list[RestrictionView]:
        """The restrictions in one of the states; custody before force is none."""
        return [row for row in self.rows if row.state in states and not row.is_pretrial]

    @property
    def may_bind(self) -> list[RestrictionView]:
        """What binds on the day or may, as far as it lasts for a time."""
        return [row for row in self.of_state(*MAY_BIND) if not row.once]

    @property
    def surest(self) -> str:
        """The surest state of what binds or may; “none” where nothing does."""
        return min((row.state for row in self.may_bind), key=MAY_BIND.index, default="none")

    @property
    def ended(self) -> list[RestrictionView]:
        """What is over or should be, where nothing may bind any more."""
        return [row for row in self.of_state("ended") if not row.once]

    @property
    def upcoming(self) -> list[RestrictionView]:
        return self.of_state("upcoming")

    @property
    def in_force(self) -> list[RestrictionView]:
        return self.of_state("in-force")

    @property
    def expected(self) -> list[RestrictionView]:
        return self.of_state("expected")

    @property
    def none_binds(self) -> str:
        """In place of the list of what binds, where nothing does and nothing may."""
        return "" if self.may_bind else _("No restriction is known to be in force.")

    @property
    def open_question(self) -> str:
        """What most of the doubt hangs on, in one sentence; empty if on no single day of force."""
        return open_question(self.document, self.may_bind)

    @property
    def settling(self) -> OpenQuestion | None:
        """The missing fact that would narrow most of what may bind, as a question to readers."""
        return settling_question(self.document, self.on, [(row.outcome, row.state) for row in self.may_bind])

    @property
    def verdict(self) -> RulingView | None:
        """The first ruling: the verdict of the first instance where one is recorded."""
        first = first_verdict(self.document)
        return next((ruling for ruling in self.rulings if first and ruling.id == first.id), None)


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
        life=life_bar(rows, on, document.reckoning.burden.nominal),
        claims=claims,
        timeline=timeline(document, decisions, rows, notes),
        reports=reports(document, notes),
        recognitions=tuple(
            RecognitionView(
                by=organisation(recognition.by),
                verb=recognised_by(recognition.recognised_as, person.gender),
                recognised_as=word("recognitions", recognition.recognised_as),
                date=as_written(recognition.date) if recognition.date else "",
                notes=notes.of(recognition.sources),
            )
            for recognition in person.recognitions
        ),
        footnotes=notes,
    )


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


def person_name(document: Document) -> str:
    return localized_str(document.person.names, document.person.id)
