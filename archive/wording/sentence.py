"""What the court said, and what it came to: the penalties as pronounced, the total with its parts."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from archive.wording.dates import as_written, from_day, from_through, in_words, last_days
from archive.wording.footnotes import Footnotes
from archive.wording.lengths import days, length, roughly
from archive.wording.localize import (
    LocalizedText,
    article_number,
    localize,
    offence_name,
    restriction_kind,
    short_name,
    word,
)
from archive.wording.restrictions import anchor, pronounced
from editions.schema import Document
from editions.schema.case import Verdict
from law.country import country
from law.dates import UNKNOWN, DateRange, parse
from law.outcome import Burden


class PenaltyView(NamedTuple):
    anchor: str
    name: str
    length: str
    notes: tuple[int, ...]
    what: LocalizedText | None = None  # of what is taken once and has no amount: its wording

    is_leading: bool = False  # a main penalty or a ban that lasts: what the sentence is known for

    @property
    def said(self) -> str:
        """Its length, its amount, or what was taken."""
        return self.length or (self.what.text if self.what else "")

    @property
    def line(self) -> str:
        """“Prison: 5 years”, for places that hold one line of text."""
        return f"{self.name}: {self.said}" if self.said else self.name


class ConvictionView(NamedTuple):
    """An article that the court applied; ``code`` names the code of law only where it is not the present one.

    ``basis``: how its part is known, where no source tells it of the verdict.
    """

    article: str
    code: str
    name: str
    basis: str


class RulingView(NamedTuple):
    """A court's decision, with the day from which it binds."""

    id: str
    instance: str
    result: str
    day: DateRange
    date: str
    court: LocalizedText | None
    judge: str
    in_force: str
    notes: tuple[int, ...]


class BurdenShare(NamedTuple):
    """One part of the total: the days on which nothing heavier binds."""

    kind: str
    name: str
    roughly: str
    days: str
    span: str
    sure: bool  # whether at least one day of it is


class Total(NamedTuple):
    nominal: str
    roughly: str
    days: str
    span: str
    open: bool
    shares: tuple[BurdenShare, ...]
    none: bool  # not a day to count is on record
    sure: bool  # whether at least one day is
    unknown: tuple[str, ...]  # parts of which not a single day is sure and no most is known


def penalties(document: Document, notes: Footnotes) -> tuple[PenaltyView, ...]:
    records = {record.id: record for record in document.case.restrictions}
    views = []
    for penalty in document.reckoning.burden.pronounced:
        record, kind = records[penalty.restriction], restriction_kind(penalty.kind)
        views.append(
            PenaltyView(
                anchor=anchor(penalty.restriction),
                name=short_name(penalty.kind),
                length=pronounced(record),
                notes=notes.of(record.sources),
                what=localize(record.wording) if kind.once and not record.amount else None,
                is_leading=(kind.is_main or kind.ban) and not kind.once,
            )
        )
    return tuple(views)


def rulings(document: Document, notes: Footnotes) -> tuple[RulingView, ...]:
    """The decisions of the courts in the order of their days; one of no known day comes last."""
    courts = {court.id: court for court in document.courts}
    in_force = {outcome.id: outcome.in_force for outcome in document.reckoning.verdicts}
    return tuple(
        RulingView(
            id=verdict.id,
            instance=word("instances", verdict.instance),
            result=word("results", verdict.result),
            day=parse(verdict.date) if verdict.date else UNKNOWN,
            date=as_written(verdict.date),
            court=localize(courts[verdict.court].names) if verdict.court in courts else None,
            judge=verdict.judge or "",
            in_force=in_words(in_force.get(verdict.id, UNKNOWN)),
            notes=notes.of(verdict.sources),
        )
        for verdict in sorted(document.case.verdicts, key=lambda row: ((row.date or "9999").lstrip("["), row.id))
    )


def first_verdict(document: Document) -> Verdict | None:
    return next((verdict for verdict in document.case.verdicts if verdict.instance == "first"), None)


def convictions(document: Document) -> tuple[ConvictionView, ...]:
    """The articles that the court applied, each with its name where the rule book has it."""
    charges = [charge for charge in document.case.charges if charge.outcome == "convicted"]
    return tuple(
        ConvictionView(
            article_number(charge.article, charge.part),
            "" if charge.code == country().criminal_code else word("codes", charge.code),
            offence_name(charge.code, charge.article),
            word("charge-basis", charge.basis) if charge.basis else "",
        )
        for charge in charges
    )


def total(document: Document) -> Total:
    """What the sentence comes to."""
    return total_words(document.reckoning.burden)


def total_words(burden: Burden) -> Total:
    """A total with its parts. A part of which no day is sure and no most is known is named, not counted."""
    unknown = [part for part in burden.parts if part.days.most is None and not part.days.least]
    counted = [part for part in burden.parts if part.days.most != 0 and part not in unknown]
    return Total(
        nominal=length(burden.nominal) if burden.nominal else "",
        roughly=_("end not known") if burden.days.most is None else roughly(burden.days),
        days=days(burden.days),
        span=span(burden.begins, burden.until),
        open=burden.days.most is None,
        none=burden.days.most == 0,
        sure=bool(burden.days.least),
        shares=tuple(
            BurdenShare(
                kind=part.kind,
                name=word("burden", part.kind),
                roughly=roughly(part.days),
                days=days(part.days),
                span=span(part.begins, part.until),
                sure=bool(part.days.least),
            )
            for part in counted
        ),
        unknown=tuple(word("burden", part.kind) for part in unknown),
    )


def span(begins: DateRange, until: DateRange) -> str:
    """“from 1 June 2016 through 3 February 2030”; ranges where the days are not sure. ``until`` is free again."""
    last = last_days(until)
    if not begins.is_exact or begins.earliest is None:
        return _("first day: %(first)s; last day: %(last)s") % {"first": in_words(begins), "last": in_words(last)}
    if last.is_exact and last.latest:
        return from_through(begins.earliest, last.latest)
    return _("%(from)s; last day: %(last)s") % {"from": from_day(begins.earliest), "last": in_words(last)}
