"""How long a criminal record lasts (CC 11, 79) and what hangs on it (AML 12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from law.dates import UNKNOWN, DateRange, hull, later_of
from law.facts import Case, Charge, Restriction, Verdict
from law.kazakhstan import minors
from law.kazakhstan.derivation import Derivation
from law.lengths import Length
from law.outcome import Input, Step

if TYPE_CHECKING:
    from law.kazakhstan import Kazakhstan
    from law.kazakhstan.reckoner import Reckoner

YEARS = {"minor": 3, "medium": 3, "grave": 6, "especially-grave": 8}
YEARS_AGAINST_LIFE = {"minor": 3, "medium": 3, "grave": 8, "especially-grave": 10}
"""Years after serving prison (CC 79(3))."""

RELEASED_EARLY = ("parole", "amnesty", "pardon", "replaced", "early-cancellation")

BansAndEnds = tuple[tuple[Restriction, Derivation], ...]


def convicted(case: Case, verdict: Verdict) -> tuple[Charge, ...]:
    """Returns the offences of the verdict, by their ids; those of no named verdict belong to an only one."""
    convictions = [other.id for other in case.verdicts if other.instance == "first" and other.result == "convicted"]
    verdicts = {verdict.id, ""} if convictions == [verdict.id] else {verdict.id}
    charges = [charge for charge in case.charges if charge.outcome == "convicted" and charge.verdict in verdicts]
    return tuple(sorted(charges, key=lambda charge: charge.id))


def gravity(law: Kazakhstan, charge: Charge) -> str | None:
    """Returns the gravity as a source states it, else by the highest sanction of the article's part (CC 11)."""
    if charge.gravity is not None:
        return charge.gravity
    return law.gravity(charge.code, charge.article, charge.part)[0]


def leaves_a_record(law: Kazakhstan, charges: tuple[Charge, ...]) -> bool:
    """Tells whether a record follows: a misdemeanour leaves none (CC 11, 79)."""
    return not charges or any(gravity(law, charge) != "misdemeanour" for charge in charges)


def is_listed_offence(law: Kazakhstan, charge: Charge) -> bool:
    """Tells whether the code calls the offence extremist or terrorist (CC 3(39), 3(30))."""
    where = (charge.code, charge.article, charge.part)
    return bool(law.is_extremist(*where) or law.is_terrorist(*where))


def record_end(
    reckoner: Reckoner,
    main: Restriction,
    served_as: str,
    served: Derivation,
    bans: BansAndEnds,
    charges: tuple[Charge, ...],
    force: DateRange,
) -> Derivation:
    """Returns the first day without the record, from the end of the main and the additional penalties.

    ``served_as``: the kind of the penalty in its last form, where it was replaced. A ban for life is not
    waited for: then the main penalty alone counts (CC 79(5)).
    """
    if any(row.term == "life" for row, _ in bans):
        base = _beside_a_ban_for_life(reckoner, main, served, force)
    else:
        base = _both_served(reckoner, main, served, bans, force)
    if main.term == "life" and served_as == main.kind:
        inputs = (Input("main-penalty", main.kind, main.id),)
        return base.followed_by(reckoner.step("record", "no-end", inputs, None, decided_on=force), value=UNKNOWN)
    if main.kind == "imprisonment" or (main.kind == "suspended-sentence" and served_as == "imprisonment"):
        return _after_prison(reckoner, base, charges, force, main.verdict)
    if served_as == "imprisonment":
        return _turned_into_prison(reckoner, base, charges, force, main.verdict)
    if main.kind == "deferred-sentence" and main.ended_by is None:
        return _after_a_deferral(reckoner, base, main, served, force)
    operation = "ends-with-probation" if main.kind == "suspended-sentence" else "ends-when-served"
    step = reckoner.step("record", operation, (Input("served", base.value),), base.value, decided_on=force)
    return base.followed_by(step, value=base.value)


def _after_a_deferral(
    reckoner: Reckoner, base: Derivation, main: Restriction, served: Derivation, force: DateRange
) -> Derivation:
    """Returns a range open to one side: the court then frees, sets a milder penalty or sends to prison (CC 74)."""
    value = DateRange(base.value.earliest, None)
    inputs = (Input("deferred-until", served.value, main.id),)
    step = reckoner.step("deferred-sentence", "served-after-the-deferral", inputs, value, decided_on=served.value)
    open_ = base.followed_by(step, value=value, missing=(f"after-deferral:{main.id}",))
    return open_.followed_by(
        reckoner.step("record", "ends-when-served", (Input("served", value),), value, decided_on=force), value=value
    )


def _turned_into_prison(
    reckoner: Reckoner, base: Derivation, charges: tuple[Charge, ...], force: DateRange, verdict_id: str | None
) -> Derivation:
    """Returns a range where a milder penalty was served in prison: which term holds was not read."""
    after = _after_prison(reckoner, base, charges, force, verdict_id)
    value = hull(base.value, after.value)
    step = reckoner.step("record", "milder-or-prison", (Input("served", base.value),), value, decided_on=force)
    doubt = step._replace(certainty="C", assumption="record-after-replacement-not-read")
    return after.followed_by(doubt, value=value)


def _beside_a_ban_for_life(reckoner: Reckoner, main: Restriction, served: Derivation, force: DateRange) -> Derivation:
    """Returns the day by which the main penalty is served."""
    inputs = (Input("main-penalty-ends", served.value, main.id),)
    step = reckoner.step("record-life", "from-the-main-penalty", inputs, served.value, decided_on=force)
    base = Derivation(served.value, waits_for=(main.id,)).with_doubts_of(served)
    return base.followed_by(step, value=served.value)


def _both_served(
    reckoner: Reckoner, main: Restriction, served: Derivation, bans: BansAndEnds, force: DateRange
) -> Derivation:
    """Returns the day by which the main penalty and all bans are served."""
    inputs: tuple[Input, ...] = (Input("main-penalty-ends", served.value, main.id),)
    base = Derivation(served.value, waits_for=(main.id,)).with_doubts_of(served)
    if main.ended_by in RELEASED_EARLY:
        step = reckoner.step("record-early", "from-really-served", inputs, served.value, decided_on=served.value)
        base = base.followed_by(step, value=served.value)
    if not bans:
        return base
    inputs += tuple(Input("ban-ends", ban.value, row.id) for row, ban in bans)
    value = later_of(served.value, *(ban.value for _, ban in bans))
    base = base._replace(waits_for=(main.id, *(row.id for row, _ in bans)))
    base = base.with_doubts_of(*(ban for _, ban in bans))
    step = reckoner.step("record-additional", "later-of-both", inputs, value, decided_on=force)
    return base.followed_by(step, value=value)


def _after_prison(
    reckoner: Reckoner, base: Derivation, charges: tuple[Charge, ...], force: DateRange, verdict_id: str | None
) -> Derivation:
    """Returns the end of the longest term: each offence has its own (CC 79(3), 79(6)).

    A range over both where it is open whether the person was of age (CC 89).
    """
    ends = [_after_prison_of(reckoner, base, charges, force, minor) for minor in minors.readings(reckoner, verdict_id)]
    if len(ends) == 1:
        return ends[0]
    value = hull(*(end.value for end in ends))
    inputs = tuple(Input("reading", end.value) for end in ends)
    step = reckoner.step("minor-record", "several-readings", inputs, value, assumption="perhaps-a-minor")
    return ends[0].with_doubts_of(*ends[1:]).followed_by(step, value=value, missing=("committed",))


def _after_prison_of(
    reckoner: Reckoner, base: Derivation, charges: tuple[Charge, ...], force: DateRange, minor: bool
) -> Derivation:
    terms = [(charge, gravity(reckoner.law, charge)) for charge in charges]
    known = [(_years(charge, level, minor), charge, level) for charge, level in terms if level in YEARS]
    unknown = tuple(f"gravity:{charge.id}" for charge, level in terms if level is None)
    if not charges:
        unknown = ("charges",)
    inputs: tuple[Input, ...] = (Input("served", base.value),)
    value = UNKNOWN
    if known:
        years, charge, level = max(known, key=lambda term: (term[0], term[1].id))
        ends = base.value.plus(Length(years=years))
        value = DateRange(ends.earliest, None if unknown else ends.latest)
        inputs += (Input("gravity", level, charge.id), Input("length", Length(years=years)))
    step = reckoner.step(
        "minor-record" if minor else "record",
        "years-after-prison",
        inputs,
        value,
        decided_on=force,
        assumption="gravity-unknown" if unknown else None,
    )
    graded = tuple(
        _graded(reckoner, charge, level, base.value, minor, several=len(terms) > 1) for charge, level in terms if level
    )
    return base.followed_by(*graded, step, value=value, missing=unknown)


def _graded(reckoner: Reckoner, charge: Charge, level: str, served: DateRange, minor: bool, *, several: bool) -> Step:
    """Returns the gravity of an offence and, beside others, where its own clock would end (CC 11, 79(6))."""
    label = f"{charge.article}({charge.part})" if charge.part else charge.article
    article = Input("article", label, charge.id)
    if not several or level not in YEARS:
        return reckoner.step("gravity", "gravity-by-sanction", (article,), level)
    length = Length(years=_years(charge, level, minor))
    inputs = (article, Input("gravity", level), Input("length", length))
    return reckoner.step("record-several", "own-clock", inputs, served.plus(length), decided_on=None)


def years_after_prison(law: Kazakhstan, charge: Charge) -> int | None:
    """Returns for how many years the record goes on after prison for the offence; None: gravity not known."""
    level = gravity(law, charge)
    return _years(charge, level, minor=False) if level in YEARS else None


def _years(charge: Charge, level: str | None, minor: bool) -> int:
    """Returns the years that the record of this offence runs after prison (CC 79(3), 89)."""
    if minor:
        return minors.YEARS[level or ""]
    table = YEARS_AGAINST_LIFE if charge.against_life else YEARS
    return table[level or ""]
