"""The calculator's answer in the reader's language: every end, every need, the planning date."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from archive.pages.law.calculator.facts import document
from archive.pages.law.calculator.form import CalculatorForm
from archive.pages.law.calculator.needs import Obstacle, needs
from archive.pages.law.calculator.planning import Planning, of, planning
from archive.pages.law.calculator.presuming import PresumptionView, presumptions, without
from archive.pages.law.calculator.readings import as_after_prison
from archive.wording.dates import day, in_words, last_day
from archive.wording.footnotes import Footnotes
from archive.wording.localize import word
from archive.wording.names import row_names
from archive.wording.restrictions import RestrictionView, restriction_views
from archive.wording.rules import RuleSummary, place, rule_summary
from archive.wording.step_texts import missing_fact
from editions.contradictions import in_words as contradiction_in_words
from editions.schema import Document
from law.country import country
from law.dates import UNKNOWN, DateRange
from law.outcome import Outcome
from records.languages import active_language


class Force(NamedTuple):
    """When the verdict took force, by the strict reading and by the likely one, and what that rests on."""

    day: str
    likely: str
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


class LikelyDays(NamedTuple):
    """What the likely reading says of a restriction: empty where it says nothing else than the strict one."""

    begins: str
    last_day: str
    presumptions: tuple[RuleSummary, ...]


class AnswerRow(NamedTuple):
    """A restriction by both readings; ``last_day`` is the strict one's."""

    view: RestrictionView
    last_day: str
    likely: LikelyDays | None


class CalculatorAnswer(NamedTuple):
    made_on: str
    rule_book: str
    force: Force
    presumptions: tuple[PresumptionView, ...]
    rows: tuple[AnswerRow, ...]
    planning: PlanningView
    needs: tuple[NeedView, ...]
    contradictions: tuple[str, ...]


def answer(form: CalculatorForm, on: date) -> CalculatorAnswer:
    """What a valid form comes to. ``on`` is the day that the answer is made."""
    off = form.verdict.cleaned_data["without"]
    presuming = document(form)
    entered = without(presuming, off)
    names, other_reading = row_names(entered), as_after_prison(entered)
    verdict = next(outcome for outcome in entered.reckoning.verdicts if outcome.id == "verdict")
    return CalculatorAnswer(
        made_on=day(on),
        rule_book=entered.rule_book,
        force=Force(
            day=in_words(verdict.in_force),
            likely=in_words(verdict.likely.in_force) if verdict.likely and verdict.likely.presumptions else "",
            certainty=word("certainties", verdict.certainty),
            missing=tuple(missing_fact(key, names) for key in verdict.missing),
        ),
        presumptions=presumptions(presuming, off),
        rows=tuple(
            AnswerRow(view, last_day_of(view), likely_days(view.outcome))
            for view in restriction_views(entered, on, names, Footnotes(entered))
        ),
        planning=planning_view(planning(entered), names),
        needs=tuple(
            NeedView(need.id, need.title, tuple(obstacle_view(line, names, other_reading) for line in need.lines))
            for need in needs(entered)
        ),
        contradictions=tuple(contradictions(entered, names)),
    )


def last_day_of(view: RestrictionView) -> str:
    """The strict last day; nothing for what is paid or taken once, which has none."""
    return "" if view.once else last_day(view.outcome.last_day, view.outcome.open_ended)


def likely_days(outcome: Outcome) -> LikelyDays | None:
    if outcome.likely is None or not outcome.likely.presumptions:
        return None
    begins, days = (
        UNKNOWN if likely == strict else likely
        for likely, strict in (
            (outcome.likely.binds_from, outcome.binds_from),
            (outcome.likely.last_day, outcome.last_day),
        )
    )
    if begins.is_unknown and days.is_unknown:
        return None
    rules = dict.fromkeys(use.rule for use in outcome.likely.presumptions)
    return LikelyDays(
        "" if begins.is_unknown else in_words(begins),
        "" if days.is_unknown else last_day(days),
        tuple(rule for rule in map(known_rule, rules) if rule),
    )


def planning_view(plan: Planning, names: Mapping[str, str]) -> PlanningView:
    missing = tuple(missing_fact(key, names) for key in plan.missing)
    return PlanningView(day(plan.day) if plan.day else "", plan.never, missing, plan.other_reading)


def obstacle_view(line: Obstacle, names: Mapping[str, str], other_reading: DateRange | None) -> ObstacleView:
    language, bar = active_language(), line.bar
    return ObstacleView(
        name=names[line.outcome.id],
        what=bar.names.get(language) if bar else "",
        text=bar.text.get(language) if bar else str(line.direct),
        expected=line.outcome.standing == "expected",
        until=last_day(line.outcome.last_day, line.outcome.open_ended),
        planning=planning_view(of([line.outcome], other_reading), names),
        place=place(bar.law, bar.article or "", language) if bar and bar.law else "",
        url=bar.url or "" if bar else "",
        rule=known_rule(line.rule),
        certainty=word("certainties", line.certainty),
        reported_by=bar.reported_by.get(language) if bar and bar.reported_by else "",
        longer=line.longer,
        longer_rules=tuple(rule for rule in map(known_rule, line.longer_rules) if rule),
        office=line.office,
    )


def known_rule(rule_id: str | None) -> RuleSummary | None:
    """The rule, if this release has it."""
    rule = country().rules.get(rule_id or "")
    return rule_summary(rule, active_language()) if rule else None


def contradictions(entered: Document, names: Mapping[str, str]) -> Iterator[str]:
    """What cannot all be true in what was entered, each with the article that says so."""
    for contradiction in entered.reckoning.contradictions:
        what = ", ".join(names.get(id_, id_) for id_ in contradiction.about)
        problem = contradiction_in_words(contradiction.code)
        sentence = _("%(what)s: %(problem)s") % {"what": what, "problem": problem}
        rule = known_rule(contradiction.rule)
        yield f"{sentence} ({rule.place})" if rule and not sentence.endswith(")") else sentence
