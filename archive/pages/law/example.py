"""One worked example for a rule: invented facts beside this file, reckoned when the page is opened."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from archive.wording.dates import in_words
from archive.wording.footnotes import Footnotes
from archive.wording.names import row_names
from archive.wording.restrictions import Chance, RestrictionView, restriction_views
from archive.wording.steps import StepView
from editions.document import build_unstored
from editions.schema import Case, Person
from law.outcome import Likely
from records.json_dict import JSONDict

FILE = Path(__file__).with_name("examples.json")


class WorkedExample(NamedTuple):
    """A restriction of an invented case whose dates rest on a rule.

    ``chance``: the day to ask for something early, where that is what the rule gives. ``shown_by``: the rule
    in whose step it shows, where the rule itself decides no date. ``likely``: the likely days, where the rule is a
    presumption that carries them.
    """

    restriction: RestrictionView
    chance: Chance | None
    shown_by: str
    likely: Likely | None

    @property
    def steps(self) -> tuple[StepView, ...]:
        view = self.restriction
        if self.likely is not None:
            return tuple(StepView(step, view.names, view.footnotes) for step in self.likely.steps)
        return self.chance.steps if self.chance else view.steps

    @property
    def likely_last_day(self) -> str:
        return in_words(self.likely.last_day) if self.likely else ""


@cache
def examples() -> dict[str, JSONDict]:
    """By rule: the facts of a case, the ``row`` in whose explanation the rule stands and perhaps ``shown_by``."""
    contents: dict[str, JSONDict] = json.loads(FILE.read_text(encoding="utf-8"))
    return contents


def worked_example(rule_id: str, on: date) -> WorkedExample | None:
    """A restriction whose dates rest on the rule, with its steps; None where nobody wrote an example."""
    example = examples().get(rule_id)
    if example is None:
        return None
    case = Case.model_validate({"id": "example", "person": "somebody"} | example["case"]).to_dict()
    person = Person.model_validate({"id": "somebody", "names": {"en": "-"}} | example["person"]).to_dict()
    document = build_unstored(case, person)
    views = restriction_views(document, on, row_names(document), Footnotes(document))
    restriction = next(view for view in views if view.id == example["row"])
    chance = next((chance for chance in restriction.chances if chance.rule == rule_id), None)
    likely = restriction.outcome.likely
    carried = likely is not None and rule_id in {use.rule for use in likely.presumptions}
    return WorkedExample(restriction, chance, example.get("shown_by", ""), likely if carried else None)
