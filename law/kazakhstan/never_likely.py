"""What no presumption may make likely, in one place, each with a test of its own.

A wrong *likely over* can send somebody to prison, a likely listing would be a bank's risk mark made by us.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from law.dates import is_by
from law.facts import Case, Verdict
from law.kazakhstan import minors
from law.kazakhstan.reckoner import Reckoner
from law.outcome import Outcome

Withheld = Literal["nothing", "end", "count-and-end", "all"]
"""Which days of an outcome are not given, each more than the one before."""
ORDER: tuple[Withheld, ...] = ("nothing", "end", "count-and-end", "all")


class Never(NamedTuple):
    """A reason for which a restriction has no likely days."""

    id: str
    withheld: Withheld
    applies: Callable[[Reckoner, Outcome], bool]


def withheld(reckoner: Reckoner, outcome: Outcome) -> Withheld:
    """Returns which likely days of the outcome are never given."""
    return max((never.withheld for never in NEVER_LIKELY if never.applies(reckoner, outcome)), key=ORDER.index)


def is_of_nobody(reckoner: Reckoner, verdict_id: str | None) -> bool:
    """Tells whether nothing that follows from this verdict is ever likely: who stands behind it rules that out."""
    return any(applies(reckoner, verdict_id) for applies in (_has_a_new_case, _is_a_minor, _is_deferred))


def _has_a_new_case(reckoner: Reckoner, verdict_id: str | None) -> bool:
    """Tells whether another case of the person is not surely older than the verdict; one without a verdict is not."""
    verdict = reckoner.verdicts.get(verdict_id or "") or reckoner.conviction()
    if verdict is None:
        return bool(reckoner.others)
    new = {other.case.id for other in reckoner.others if not _is_older(other.case, verdict)}
    reckoner.used |= new
    return bool(new)


def _is_older(other: Case, verdict: Verdict) -> bool:
    """Tells whether the other case was tried on the day of the verdict at the latest."""
    firsts = [row.date.value for row in other.verdicts if row.instance == "first"]
    return bool(firsts) and all(is_by(day, verdict.date.value) for day in firsts)


def _is_a_minor(reckoner: Reckoner, verdict_id: str | None) -> bool:
    return minors.readings(reckoner, verdict_id) != minors.ADULT


def _is_deferred(reckoner: Reckoner, verdict_id: str | None) -> bool:
    return any(row.kind == "deferred-sentence" and row.verdict == verdict_id for row in reckoner.case.restrictions)


def _is_a_ban_of_unknown_length(reckoner: Reckoner, id_: str) -> bool:
    row = reckoner.rows.get(id_)
    return row is not None and reckoner.law.kinds[row.kind].ban and row.term == "length" and row.length is None


def _is_a_ban_after_replacement(reckoner: Reckoner, id_: str) -> bool:
    row = reckoner.rows.get(id_)
    if row is None or not reckoner.law.kinds[row.kind].ban:
        return False
    main = reckoner.main(row.verdict)
    return main is not None and reckoner.is_behind_bars(main) and reckoner.last_form(main) is not main


def _is_a_record_after(ban: Callable[[Reckoner, str], bool]) -> Callable[[Reckoner, Outcome], bool]:
    """Returns whether it is a record that waits for such a ban."""

    def applies(reckoner: Reckoner, outcome: Outcome) -> bool:
        return outcome.kind == "criminal-record" and any(ban(reckoner, id_) for id_ in outcome.waits_for)

    return applies


NEVER_LIKELY = (
    Never("anything", "nothing", lambda _reckoner, _outcome: True),
    Never(
        "the financing list, in either direction",
        "all",
        lambda reckoner, outcome: reckoner.law.kinds[outcome.kind].listed,
    ),
    Never("a minor", "all", lambda reckoner, outcome: _is_a_minor(reckoner, outcome.verdict)),
    Never("a deferred sentence", "all", lambda reckoner, outcome: _is_deferred(reckoner, outcome.verdict)),
    Never("a known new case", "all", lambda reckoner, outcome: _has_a_new_case(reckoner, outcome.verdict)),
    Never("an end of prison", "end", lambda reckoner, outcome: reckoner.law.kinds[outcome.kind].is_prison),
    Never(
        "a ban of unreported length",
        "end",
        lambda reckoner, outcome: _is_a_ban_of_unknown_length(reckoner, outcome.id),
    ),
    Never(
        "the record that waits for a ban of unreported length", "end", _is_a_record_after(_is_a_ban_of_unknown_length)
    ),
    Never(
        "a ban after replacement",
        "count-and-end",
        lambda reckoner, outcome: _is_a_ban_after_replacement(reckoner, outcome.id),
    ),
    Never("the record that waits for a ban after replacement", "end", _is_a_record_after(_is_a_ban_after_replacement)),
)
"""In words for whoever reads the code; the rule's page says the same."""
