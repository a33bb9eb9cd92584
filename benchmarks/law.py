"""How many cases the law reckons in a second, explanations included, in one process."""

import cProfile
import gc
import json
import pstats
from time import perf_counter

from benchmarks._cases import cases
from law import plain
from law.facts import Case
from law.reckon import reckon

CASES = 100_000
SAMPLE = 2_000
DATE_FILES = ("law/dates.py", "law/lengths.py", "law/kazakhstan/working_days.py")


def main() -> None:
    reckon(next(cases(1)))  # reads the rule book once
    facts = list(cases(CASES))
    gc.collect()
    seconds, restrictions = _reckoned(facts)
    speed = CASES / seconds
    print(f"  {CASES} cases, {restrictions} restrictions in {seconds:.1f} s: {speed:,.0f} cases a second")
    print(f"  one case takes {_reference(facts[:SAMPLE]) / speed:.2f} times as long as writing its outcome as JSON")
    print(f"  date arithmetic: {_share_of_dates(facts[:SAMPLE]):.0%} of the time (profiled sample of {SAMPLE})")


def _reckoned(facts: list[Case]) -> tuple[float, int]:
    start = perf_counter()
    restrictions = sum(len(reckon(case).restrictions) for case in facts)
    return perf_counter() - start, restrictions


def _reference(facts: list[Case]) -> float:
    """Outcomes a second that become JSON text: the reference that grows with the machine."""
    outcomes = [reckon(case) for case in facts]
    start = perf_counter()
    for outcome in outcomes:
        json.dumps(plain.reckoning(outcome))
    return len(outcomes) / (perf_counter() - start)


def _share_of_dates(facts: list[Case]) -> float:
    """Time inside the modules of dates and lengths, with what they call, by all time."""
    profile = cProfile.Profile()
    profile.runcall(_reckoned, facts)
    rows = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    inside = sum(_cumulative(where, row) for where, row in rows.items())
    return inside / max(row[3] for row in rows.values())


def _cumulative(where: tuple[str, int, str], row: tuple) -> float:
    """Cumulative time of a function of the date modules, as called from anywhere else."""
    if not where[0].endswith(DATE_FILES):
        return 0.0
    return sum(call[3] for caller, call in row[4].items() if not caller[0].endswith(DATE_FILES))
