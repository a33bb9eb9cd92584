"""When a ban and administrative supervision start and end (CC 50, AS 2, CPC 476)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from law.dates import UNKNOWN, DateRange
from law.facts import Restriction
from law.kazakhstan.derivation import Derivation
from law.outcome import Input, Step

if TYPE_CHECKING:
    from law.kazakhstan.reckoner import Reckoner


def ban_start(
    reckoner: Reckoner, row: Restriction, force: Derivation, main: Restriction | None, release: Derivation
) -> Derivation:
    """Returns where the term of a ban begins: release from prison, else force of the verdict (CC 50(4)).

    Where no main penalty is recorded it may be either.
    """
    if main is None:
        return _main_penalty_unknown(reckoner, row, force)
    if main.kind == "imprisonment":
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
        return end._replace(value=UNKNOWN).with_doubts_of(Derivation(missing=(f"length:{row.id}",)))
    ends = start.value.plus(row.length)
    return end.followed_by(add_length(reckoner, "ban", row, start.value, ends, force.value), value=ends)


def supervision_start(reckoner: Reckoner, row: Restriction, release: Derivation | None) -> Derivation:
    """Returns release, if the order names no other day (AS 2, CPC 476)."""
    if release is None:
        return Derivation(missing=(f"release:{row.id}",)).overridden_by(row.starts)
    inputs = (Input("release", release.value, release.waits_for[0]),)
    step = reckoner.step(
        "supervision-start", "supervision-from-release", inputs, release.value, decided_on=release.value
    )
    start = Derivation(waits_for=release.waits_for).with_doubts_of(release).followed_by(step, value=release.value)
    return start.overridden_by(row.starts)


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
