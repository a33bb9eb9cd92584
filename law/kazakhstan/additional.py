"""When a ban and administrative supervision start and end (CC 50, AS 2, CPC 476)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from law.dates import UNKNOWN, DateRange
from law.facts import Restriction
from law.kazakhstan import main_penalties
from law.kazakhstan.derivation import Derivation
from law.lengths import Length
from law.outcome import Input, Step

if TYPE_CHECKING:
    from law.kazakhstan.reckoner import Reckoner

LONGEST_DEFERRAL_YEARS = 5
FINE_PAID_WITHIN = Length(years=4)
"""Three years by the verdict at most, and one more if a court defers it (CC 41(4)-(5))."""


def ban_start(
    reckoner: Reckoner, row: Restriction, force: Derivation, main: Restriction | None, release: Derivation
) -> Derivation:
    """Returns where the term of a ban begins: release from prison, else force of the verdict (CC 50(4)).

    Where no main penalty is recorded it may be either.
    """
    if main is None:
        return _main_penalty_unknown(reckoner, row, force)
    if reckoner.is_behind_bars(main):
        doubts = tuple(step for step in release.steps if step.operation == "ban-after-replacement")
        step = reckoner.step(
            "ban-start",
            "ban-counts-from-release",
            (Input("release", release.value, main.id),),
            release.value,
            decided_on=force.value,
        )
        return (
            Derivation(waits_for=(main.id,))
            .with_doubts_of(force, release)
            .followed_by(*doubts, step, value=release.value)
        )
    step = reckoner.step(
        "ban-start",
        "ban-counts-from-force",
        (Input("force", force.value, row.verdict),),
        force.value,
        decided_on=force.value,
    )
    return Derivation(fitted=force.fitted).with_doubts_of(force).followed_by(step, value=force.value)


def _main_penalty_unknown(reckoner: Reckoner, row: Restriction, force: Derivation) -> Derivation:
    value = DateRange(force.value.earliest, None)
    step = reckoner.step(
        "ban-start",
        "ban-counts-from-force-or-release",
        (Input("force", force.value, row.verdict),),
        value,
        decided_on=force.value,
        assumption="main-penalty-unknown",
    )
    missing = (f"main-penalty:{row.verdict}",)
    return Derivation(fitted=force.fitted).with_doubts_of(force).followed_by(step, value=value, missing=missing)


def ban_end(
    reckoner: Reckoner, row: Restriction, start: Derivation, force: Derivation, served: Derivation | None
) -> Derivation:
    """Returns the end of a ban of a fixed length, for the term of the main penalty, or without end."""
    end = start._replace(basis="computed")
    if row.term == "main-penalty" and served is not None:
        inputs = (Input("main-penalty-ends", served.value, served.waits_for[0]),)
        step = reckoner.step("ban", "ends-with-main-penalty", inputs, served.value, decided_on=force.value)
        end = end._replace(waits_for=served.waits_for).with_doubts_of(served)
        return end.followed_by(step, value=served.value)
    if row.length is None:
        return _length_unknown(reckoner, row, end, force)
    ends = start.value.plus(row.length)
    return end.followed_by(add_length(reckoner, "ban", row, start.value, ends, force.value), value=ends)


def _length_unknown(reckoner: Reckoner, row: Restriction, end: Derivation, force: Derivation) -> Derivation:
    """Returns the end of a ban whose length nobody reports: the code allows one to ten years (CC 50(2))."""
    shortest, longest = Length(years=1), Length(years=reckoner.law.kinds[row.kind].longest_years or 0)
    value = DateRange(end.value.plus(shortest).earliest, end.value.plus(longest).latest)
    step = reckoner.step(
        "ban",
        "ban-of-unknown-length",
        (Input("start", end.value), Input("shortest", shortest), Input("longest", longest)),
        value,
        decided_on=force.value,
        assumption="ban-within-the-code",
    )
    return end.followed_by(step, value=value, missing=(f"length:{row.id}",))


def deferral(reckoner: Reckoner, row: Restriction, force: Derivation) -> tuple[Derivation, Derivation]:
    """Returns the start and the end of a deferral: as ordered, at most five years (CC 74(1))."""
    start = Derivation(fitted=force.fitted).with_doubts_of(force)._replace(value=force.value, steps=force.steps)
    start = start.overridden_by(row.starts)
    longest = row.length or Length(years=LONGEST_DEFERRAL_YEARS)
    ends = start.value.plus(longest)
    value = ends if row.length else DateRange(start.value.earliest, ends.latest)
    step = reckoner.step(
        "deferred-sentence",
        "deferred-for-the-term" if row.length else "deferred-at-most",
        (Input("start", start.value), Input("length", longest, row.id)),
        value,
        decided_on=force.value,
        sources=row.sources,
    )
    missing = () if row.length else (f"length:{row.id}",)
    return start, start._replace(basis="computed").followed_by(step, value=value, missing=missing)


def done(reckoner: Reckoner, row: Restriction, force: Derivation, start: DateRange, gap: Derivation) -> Derivation:
    """Returns when what has no term was done: a fine within three years and one of deferral (CC 41(4)-(5))."""
    value = DateRange(start.earliest, None)
    if row.kind == "correctional-work":
        step = reckoner.step(
            "correctional-work", "kept-back-from-wages", (Input("start", start),), value, decided_on=force.value
        )
        return gap.followed_by(step, value=value)
    if row.kind != "fine":
        return gap._replace(value=value)
    value = value._replace(latest=force.value.plus(FINE_PAID_WITHIN).latest)
    step = reckoner.step(
        "fine",
        "paid-within",
        (Input("force", force.value, row.verdict), Input("length", FINE_PAID_WITHIN)),
        value,
        decided_on=force.value,
        assumption="fine-paid-in-time",
    )
    return gap.followed_by(step, value=value)


def supervision_start(reckoner: Reckoner, row: Restriction, release: Derivation | None) -> Derivation:
    """Returns release, if the order names no other day (AS 2, CPC 476)."""
    if release is None:
        return Derivation(missing=(f"release:{row.id}",)).overridden_by(row.starts)
    inputs = (Input("release", release.value, release.waits_for[0]),)
    step = reckoner.step(
        "supervision-start", "supervision-from-release", inputs, release.value, decided_on=release.value
    )
    start = Derivation(waits_for=release.waits_for).with_doubts_of(release).followed_by(step, value=release.value)
    return main_penalties.begun_when_reported(reckoner, row, "supervision-start", start).overridden_by(row.starts)


def supervision_end(reckoner: Reckoner, row: Restriction, start: Derivation) -> Derivation:
    """Returns the start and the length that the court set; prolonging adds to the end (AS 2)."""
    end = start._replace(basis="computed")
    if row.length is None:
        return end._replace(value=UNKNOWN).with_doubts_of(Derivation(missing=(f"length:{row.id}",)))
    ends = start.value.plus(row.length)
    return end.followed_by(add_length(reckoner, "supervision", row, start.value, ends, start.value), value=ends)


def add_length(
    reckoner: Reckoner, rule_id: str, row: Restriction, start: DateRange, ends: DateRange, decided_on: DateRange
) -> Step:
    return reckoner.step(
        rule_id,
        "add-length",
        (Input("start", start), Input("length", row.length, row.id)),
        ends,
        decided_on=decided_on,
        sources=row.sources,
    )
