"""One worked example for a rule: invented facts beside this file, reckoned when the page is opened."""

import json
from datetime import date
from functools import cache
from pathlib import Path

from archive.wording.footnotes import Footnotes
from archive.wording.names import row_names
from archive.wording.restrictions import RestrictionView, restriction_views
from editions.document import build_unstored
from editions.schema import Case, Person
from records.json_dict import JSONDict

FILE = Path(__file__).with_name("examples.json")


@cache
def examples() -> dict[str, JSONDict]:
    """By rule: the facts of a case, and the ``row`` in whose explanation the rule stands."""
    found: dict[str, JSONDict] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def worked_example(rule_id: str, on: date) -> RestrictionView | None:
    """A restriction whose dates rest on the rule, with its steps; None where nobody wrote an example."""
    example = examples().get(rule_id)
    if example is None:
        return None
    case = Case.model_validate({"id": "example", "person": "somebody"} | example["case"]).to_dict()
    person = Person.model_validate({"id": "somebody", "names": {"en": "-"}} | example["person"]).to_dict()
    document = build_unstored(case, person)
    views = restriction_views(document, on, row_names(document), Footnotes(document))
    return next(view for view in views if view.id == example["row"])
