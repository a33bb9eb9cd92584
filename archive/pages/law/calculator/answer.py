"""The calculator's answer in the reader's language: every end, every need, the planning date."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from archive.pages.law.calculator.facts import document
from archive.pages.law.calculator.form import CalculatorForm
from archive.pages.law.calculator.needs import Obstacle, needs
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
from records.languages import active_language


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
    entered = document(form)
    names, other_reading = row_names(entered), as_after_prison(entered)
    verdict = next(outcome for outcome in entered.reckoning.verdicts if outcome.id == "verdict")
    return CalculatorAnswer(
        made_on=day(on),
        rule_book=entered.rule_book,
        force=Force(
            day=in_words(verdict.in_force),
            certainty=word("certainties", verdict.certainty),
            missing=tuple(missing_fact(key, names) for key in verdict.missing),
        ),
        rows=restriction_views(entered, on, names, Footnotes(entered)),
        planning=planning_view(planning(entered), names),
        needs=tuple(
            NeedView(need.id, need.title, tuple(obstacle_view(line, names, other_reading) for line in need.lines))
            for need in needs(entered)
        ),
        contradictions=tuple(contradictions(entered, names)),
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
        until=through(line.outcome.ends, line.outcome.open_ended),
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
    """What cannot all be true in what was entered, each with the rule that says so."""
    for contradiction in entered.reckoning.contradictions:
        what = ", ".join(names.get(id_, id_) for id_ in contradiction.about)
        problem = contradiction_in_words(contradiction.code)
        sentence = _("%(what)s: %(problem)s") % {"what": what, "problem": problem}
        rule = known_rule(contradiction.rule)
        yield f"{sentence} ({rule.place})" if rule else sentence
