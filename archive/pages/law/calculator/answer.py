"""The calculator's answer in the reader's language: every end, every need, the planning date."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.pages.law.calculator.facts import document
from archive.pages.law.calculator.form import CalculatorForm
from archive.pages.law.calculator.needs import Need, Obstacle, needs
from archive.pages.law.calculator.planning import Planning, of, planning
from archive.pages.law.calculator.readings import as_after_prison
from archive.wording.dates import day, in_words, through
from archive.wording.footnotes import Footnotes
from archive.wording.localize import word
from archive.wording.names import row_names
from archive.wording.restrictions import RestrictionView, restriction_views
from archive.wording.rules import RuleSummary, place, rule_summary
from archive.wording.step_texts import missing_fact
from editions.contradictions import in_words as contradiction_in_words
from editions.schema import Document
from law.country import country
from law.dates import DateRange


class Force(NamedTuple):
    """When the verdict took force, and what that rests on."""

    day: str
    certainty: str
    missing: tuple[str, ...]


class PlanningView(NamedTuple):
    day: str
    never: bool
    missing: tuple[str, ...]
    other_reading: bool


class ObstacleView(NamedTuple):
    """One line under a need."""

    name: str
    what: str
    text: str
    expected: bool
    until: str
    planning: PlanningView
    place: str
    url: str
    rule: RuleSummary | None
    certainty: str
    reported_by: str
    longer: Any
    longer_rules: tuple[RuleSummary, ...]
    office: Any


class NeedView(NamedTuple):
    id: str
    title: Any
    obstacles: tuple[ObstacleView, ...]


class CalculatorAnswer(NamedTuple):
    made_on: str
    rule_book: str
    force: Force
    rows: tuple[RestrictionView, ...]
    planning: PlanningView
    needs: tuple[NeedView, ...]
    contradictions: tuple[str, ...]


def answer(form: CalculatorForm, on: date) -> CalculatorAnswer:
    """What a valid form comes to. ``on`` is the day that the answer is made."""
    found = document(form)
    names = row_names(found)
    return CalculatorAnswer(
        day(on),
        found.rule_book,
        _force(found, names),
        restriction_views(found, on, names, Footnotes(found)),
        _planned(planning(found), names),
        tuple(_need(need, names, as_after_prison(found)) for need in needs(found)),
        tuple(_contradiction(found, names)),
    )


def _force(found: Document, names: Mapping[str, str]) -> Force:
    verdict = next(one for one in found.reckoning.verdicts if one.id == "verdict")
    missing = tuple(missing_fact(key, names) for key in verdict.missing)
    return Force(in_words(verdict.in_force), word("certainties", verdict.certainty), missing)


def _planned(found: Planning, names: Mapping[str, str]) -> PlanningView:
    missing = tuple(missing_fact(key, names) for key in found.missing)
    return PlanningView(day(found.day) if found.day else "", found.never, missing, found.other_reading)


def _need(need: Need, names: Mapping[str, str], other_reading: DateRange | None) -> NeedView:
    return NeedView(need.id, need.title, tuple(_obstacle(line, names, other_reading) for line in need.lines))


def _obstacle(line: Obstacle, names: Mapping[str, str], other_reading: DateRange | None) -> ObstacleView:
    language, bar = get_language() or "en", line.bar
    return ObstacleView(
        name=names[line.outcome.id],
        what=bar.names.get(language) if bar else "",
        text=bar.text.get(language) if bar else str(line.direct),
        expected=line.outcome.standing == "expected",
        until=through(line.outcome.ends, line.outcome.open_ended),
        planning=_planned(of([line.outcome], other_reading), names),
        place=place(bar.law, bar.article or "", language) if bar and bar.law else "",
        url=bar.url or "" if bar else "",
        rule=_rule(line.rule),
        certainty=word("certainties", line.certainty),
        reported_by=bar.reported_by.get(language) if bar and bar.reported_by else "",
        longer=line.longer,
        longer_rules=tuple(rule for rule in map(_rule, line.longer_rules) if rule),
        office=line.office,
    )


def _rule(rule_id: str | None) -> RuleSummary | None:
    found = country().rules.get(rule_id or "")
    return rule_summary(found, get_language() or "en") if found else None


def _contradiction(found: Document, names: Mapping[str, str]) -> list[str]:
    """What cannot all be true in what was entered, each with the rule that says so."""
    lines = []
    for entry in found.reckoning.contradictions:
        what = ", ".join(names.get(id_, id_) for id_ in entry.about)
        rule = _rule(entry.rule)
        said = _("%(what)s: %(problem)s") % {"what": what, "problem": contradiction_in_words(entry.code)}
        lines.append(f"{said} ({rule.place})" if rule else said)
    return lines
