"""How many cases the law reckons in a second, explanations included, in one process.

Processor time, so that a busy machine does not count; the ratio to writing the same outcomes as
JSON text in the same run is what to compare between machines.
"""

import cProfile
import json
import pstats
from itertools import islice
from time import process_time

from benchmarks._cases import cases
from editions.codec import to_plain
from law.facts import Case
from law.kazakhstan import presumptions
from law.kazakhstan.presumptions import Presumed
from law.reckon import reckon

CASES, CHUNK, SAMPLE = 100_000, 2_000, 2_000
DATE_FILES = ("law/dates.py", "law/lengths.py", "law/intervals.py", "law/kazakhstan/working_days.py")


def main() -> None:
    sample = list(cases(SAMPLE))
    reckon(sample[0])  # reads the rule book once
    seconds, restrictions = _all()
    speed = CASES / seconds
    print(
        f"  {CASES:,} cases, {restrictions:,} restrictions: {seconds:.1f} s, {speed:,.0f} cases a second (aim 20,000)"
    )
    print(f"  reckoning takes {_written(sample) / speed:.2f} times as long as writing the outcome as JSON")
    print(f"  both readings take {_both_readings(sample):.2f} times as long as the strict one alone (at most 2.5)")
    print(f"  arithmetic of dates: {_share_of_dates(sample):.0%} of the time (profile of {SAMPLE:,} cases)")


def _all() -> tuple[float, int]:
    """Seconds and restrictions of all cases; facts are invented outside the clock."""
    seconds, restrictions, facts = 0.0, 0, cases(CASES)
    while chunk := list(islice(facts, CHUNK)):
        took, found = _reckoned(chunk)
        seconds, restrictions = seconds + took, restrictions + found
    return seconds, restrictions


def _reckoned(facts: list[Case]) -> tuple[float, int]:
    start = process_time()
    restrictions = sum(len(reckon(case).restrictions) for case in facts)
    return process_time() - start, restrictions


def _both_readings(facts: list[Case]) -> float:
    """Time of both readings by that of the strict one alone, the middle of three."""
    presume = presumptions.presume
    ratios = []
    for _ in range(3):
        presumptions.presume = lambda law, case: Presumed(case)
        strict, _number = _reckoned(facts)
        presumptions.presume = presume
        both, _number = _reckoned(facts)
        ratios.append(both / strict)
    return sorted(ratios)[1]


def _written(facts: list[Case]) -> float:
    """Outcomes a second that become JSON text."""
    outcomes = [reckon(case) for case in facts]
    start = process_time()
    for outcome in outcomes:
        json.dumps(to_plain(outcome))
    return len(outcomes) / (process_time() - start)


def _share_of_dates(facts: list[Case]) -> float:
    """Time inside the modules of dates, with what they call, by all time."""
    profile = cProfile.Profile()
    profile.runcall(_reckoned, facts)
    rows = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    inside = sum(_called_from_elsewhere(where, row) for where, row in rows.items())
    return float(inside / max(row[3] for row in rows.values()))


def _called_from_elsewhere(where: tuple[str, int, str], row: tuple) -> float:
    """Cumulative time of a function of the date modules when called from any other module."""
    if not where[0].endswith(DATE_FILES):
        return 0.0
    return sum(call[3] for caller, call in row[4].items() if not caller[0].endswith(DATE_FILES))
