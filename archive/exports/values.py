"""How a column reads its value from a row: small functions, each made once."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from law.dates import DateRange
from law.outcome import Outcome
from law.states import basis as basis_of

Row = Mapping[str, Any]
Value = Callable[[Row], Any]


def item(key: str) -> Value:
    return lambda row: row[key]


def text(key: str, language: str) -> Value:
    """A text of the row in one language; none is not replaced by another's."""
    return lambda row: row[key].get(language)


def marks(name: str) -> Value:
    """All values of a facet, in order."""
    return lambda row: row["marks"].get(name, [])


def mark(name: str) -> Value:
    """The one value of a facet."""
    every = marks(name)
    return lambda row: next(iter(every(row)), None)


def part(kind: str, bound: str) -> Value:
    """A bound of one part of the burden; a part that the case does not have is nothing."""

    def value(row: Row) -> int | None:
        found = [one["days"][bound] for one in row["parts"] if one["kind"] == kind]
        return found[0] if found else 0

    return value


def nominal(row: Row) -> str | None:
    return row["nominal"]


def kinds(*states: str) -> Value:
    """The kinds of the restrictions that are in one of the states, each once."""
    return lambda row: list(dict.fromkeys(kind for kind, state in row["states"] if state in states))


def basis(row: Row) -> str:
    """What the state on the day rests on: ``law.states.basis``."""
    report = DateRange(row["report_earliest"], row["report_latest"])
    outcome = Outcome(
        id=row["item"],
        kind=row["kind"],
        standing=row["standing"],
        derived=row["derived"],
        verdict=None,
        start_basis=row["start_basis"],
        end_basis=row["end_basis"],
        last_report=None if report.is_unknown else report,
    )
    return basis_of(outcome, _day(row["on"]))


def _day(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
