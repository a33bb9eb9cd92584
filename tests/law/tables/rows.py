"""One row of a rule's table: a case, a question, the answer by the rule, and where the case is from."""

from typing import NamedTuple

from law.dates import edtf
from law.facts import Case
from law.outcome import Reckoning, Step
from law.reckon import reckon

INVENTED = "invented"
SHORT = {
    "record": "law:criminal-record:v1",
    "listing": "law:financial-monitoring-list:v1",
    "probation": "law:probation:freedom",
    "control": "law:probation:suspended",
}


class Row(NamedTuple):
    """``ask`` is ``v1`` (force of a verdict) or an outcome and its field: ``ban.ends``, ``prison.early``.

    ``answer`` is EDTF. ``source`` names the case of the fixtures whose facts these are.
    """

    rule: str
    about: str
    case: Case
    ask: str
    answer: str
    source: str = INVENTED
    others: tuple[Case, ...] = ()


def answered(row: Row) -> str:
    found, field = _asked(row)
    if not field:
        return edtf(next(verdict for verdict in found.verdicts if verdict.id == row.ask).in_force)
    outcome = found.outcome(_id(row))
    return edtf(outcome.early[0].date if field == "early" else getattr(outcome, field))


def steps(row: Row) -> tuple[Step, ...]:
    found, field = _asked(row)
    if not field:
        return next(verdict for verdict in found.verdicts if verdict.id == row.ask).steps
    outcome = found.outcome(_id(row))
    return outcome.early[0].steps if field == "early" else outcome.steps


def _asked(row: Row) -> tuple[Reckoning, str]:
    return reckon(row.case, row.others), row.ask.partition(".")[2]


def _id(row: Row) -> str:
    name = row.ask.partition(".")[0]
    return SHORT.get(name, name)
