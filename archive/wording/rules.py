"""A rule of the rule book in the words of one language, ready for a page."""

from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.wording.dates import from_day, in_words, until_day
from archive.wording.localize import word
from law.country import country
from law.dates import ONE_DAY, DateRange, parse
from law.rulebook import MeasuredInterval, Rule

MEANINGS = {
    "A": _("We read the text itself. Where the facts are known, a date that rests only on such rules is firm."),
    "B": _("We did not read the Russian text of that edition word for word. The date is probably right, but check it."),
    "C": _("Nobody here has read the text, or it could not be found. Take the date as our best guess and ask."),
}
"""What a certainty means for somebody who wants to rely on a date."""
INTERVALS = {
    "appeal": _("Verdict to the ruling of the appeal court"),
    "cassation": _("Ruling of the appeal court to cassation"),
    "enforcement-to-force": _("Order on how a sentence is served to force or release"),
    "enforcement-appeal": _("Such an order to the ruling on an appeal against it"),
}


class RuleSummary(NamedTuple):
    """A rule as a row of a list."""

    id: str
    title: str
    place: str
    valid: str
    certainty: str
    certainty_words: str
    unread: tuple[str, ...]


class RuleView(NamedTuple):
    """A rule as its own page."""

    id: str
    version: int
    title: str
    text: str
    place: str
    law: str
    url: str
    valid: str
    read: tuple[str, ...]
    unread: tuple[str, ...]
    certainty: str
    certainty_words: str
    meaning: Any
    note: str
    intervals: tuple["IntervalView", ...]


class IntervalView(NamedTuple):
    """A measured interval as a row of the rule's page; empty where nobody reports a day."""

    step: str
    outcome: str
    begins: str
    until: str
    days: str
    source: str
    note: str


def rule_summary(rule: Rule, language: str) -> RuleSummary:
    return RuleSummary(
        id=rule.id,
        title=rule.title.get(language),
        place=place(rule.law, rule.article, language),
        valid=valid(rule, language),
        certainty=rule.certainty,
        certainty_words=certainty(rule.certainty, language),
        unread=tuple(interval(first, last, language) for first, last in rule.unread),
    )


def rule_view(rule: Rule, language: str) -> RuleView:
    return RuleView(
        id=rule.id,
        version=rule.version,
        title=rule.title.get(language),
        text=rule.text.get(language),
        place=place(rule.law, rule.article, language),
        law=law_name(rule.law, language),
        url=rule.url,
        valid=valid(rule, language),
        read=tuple(interval(first, last, language) for first, last in rule.read),
        unread=tuple(interval(first, last, language) for first, last in rule.unread),
        certainty=rule.certainty,
        certainty_words=certainty(rule.certainty, language),
        meaning=MEANINGS[rule.certainty],
        note=rule.note.get(language) if rule.note else "",
        intervals=tuple(interval_view(interval, language) for interval in rule.intervals),
    )


def interval_view(interval: MeasuredInterval, language: str) -> IntervalView:
    """The step in words; how it ended and the note as they were written, in English."""
    begins, until = (in_words(parse(day), language) if day else "" for day in (interval.begins, interval.until))
    days = str(interval.days) if interval.days is not None else gettext("not known")
    step = str(INTERVALS[interval.step])
    return IntervalView(step, interval.outcome, begins, until, days, interval.source, interval.note)


def valid(rule: Rule, language: str) -> str:
    """Since when the rule stands, and until when if it stands no more."""
    if rule.valid_from is not None:
        return interval(rule.valid_from, rule.valid_until, language)
    if rule.valid_until is not None:
        return until_day(rule.valid_until + ONE_DAY, language)
    return gettext("beginning not recorded")


def interval(first: date, last: date | None, language: str) -> str:
    """*from 1 January 2015*, or both days of an interval that is over."""
    return from_day(first, language) if last is None else in_words(DateRange(first, last), language)


def place(law: str, article: str, language: str) -> str:
    """Where a rule stands, such as *Criminal Code 79(5)*.

    Laws named inside the article are spelled out too: *PEC 64* as *Penal Enforcement Code 64*.
    """
    parts = [part.partition(" ") for part in f"{law} {article}".split("; ")]
    return "; ".join(f"{law_name(abbreviation, language)} {rest}".strip() for abbreviation, _space, rest in parts)


def short_place(law: str, article: str) -> str:
    """The same with the abbreviations that readers of the language know: «УК 79(5)», «ҚК 79(5)»."""
    parts = [part.partition(" ") for part in f"{law} {article}".split("; ")]
    return "; ".join(f"{word('laws-short', abbreviation)} {rest}".strip() for abbreviation, _space, rest in parts)


def law_name(law: str, language: str) -> str:
    names = country().words("laws")
    return names[law].get(language) if law in names else law


def certainty(letter: str, language: str) -> str:
    """A, B or C as a sentence says it."""
    return country().words("certainties")[letter].get(language)
