"""How long a criminal record lasts (CC 11, 79) and what hangs on it (AML 12)."""

from law.dates import UNKNOWN, DateRange, hull, later_of
from law.facts import Case, Charge, Restriction, Verdict
from law.kazakhstan import vocabularies
from law.kazakhstan.answers import Answer, step
from law.lengths import Length
from law.outcome import Input, Step

YEARS = {"minor": 3, "medium": 3, "grave": 6, "especially-grave": 8}
YEARS_AGAINST_LIFE = {"minor": 3, "medium": 3, "grave": 8, "especially-grave": 10}
"""Years after serving prison (CC 79(3))."""


RELEASED_EARLY = ("parole", "amnesty", "pardon", "replaced")


def convicted(case: Case, verdict: Verdict) -> tuple[Charge, ...]:
    """The offences of the verdict, by their ids; those of no named verdict belong to an only one."""
    named = {verdict.id, ""} if _is_only_conviction(case, verdict) else {verdict.id}
    found = [charge for charge in case.charges if charge.outcome == "convicted" and charge.verdict in named]
    return tuple(sorted(found, key=lambda charge: charge.id))


def _is_only_conviction(case: Case, verdict: Verdict) -> bool:
    firsts = [one.id for one in case.verdicts if one.instance == "first" and one.result == "convicted"]
    return firsts == [verdict.id]


def gravity(charge: Charge) -> str | None:
    """As a source states it, else by the highest sanction of the article's part (CC 11)."""
    if charge.gravity is not None:
        return charge.gravity
    return vocabularies.gravity(charge.code, charge.article, charge.part)[0]


def leaves_a_record(charges: tuple[Charge, ...]) -> bool:
    """A misdemeanour leaves none (CC 11, 79)."""
    return not charges or any(gravity(charge) != "misdemeanour" for charge in charges)


def is_listed_offence(charge: Charge) -> bool:
    """Whether the code calls the offence extremist or terrorist (CC 3(39), 3(30))."""
    where = (charge.code, charge.article, charge.part)
    return bool(vocabularies.is_extremist(*where) or vocabularies.is_terrorist(*where))


def record_end(
    main: Restriction,
    served_as: str,
    served: Answer,
    bans: tuple[tuple[Restriction, Answer], ...],
    charges: tuple[Charge, ...],
    force: DateRange,
) -> Answer:
    """First day without the record, from the end of the main and the additional penalties.

    ``served_as``: the kind of the penalty in its last form, where it was replaced.
    """
    base = _both_served(main, served, bans, force)
    if main.term == "life" and served_as == main.kind:
        found = step("record", "no-end", (Input("main-penalty", main.kind, main.id),), None, decided_on=force)
        return base.then(found, value=UNKNOWN)
    if any(row.term == "life" for row, _ in bans):
        found = step("record-life", "no-end", (), None, decided_on=force)
        return base.then(found, value=UNKNOWN)
    if main.kind == "imprisonment" or (main.kind == "suspended-sentence" and served_as == "imprisonment"):
        return _after_prison(base, charges, force)
    if served_as == "imprisonment":
        return _turned_into_prison(base, charges, force)
    operation = "ends-with-probation" if main.kind == "suspended-sentence" else "ends-when-served"
    found = step("record", operation, (Input("served", base.value),), base.value, decided_on=force)
    return base.then(found, value=base.value)


def _turned_into_prison(base: Answer, charges: tuple[Charge, ...], force: DateRange) -> Answer:
    """Pronounced milder than prison, served in prison: which term holds was not read; a range."""
    after = _after_prison(base, charges, force)
    value = hull(base.value, after.value)
    found = step("record", "milder-or-prison", (Input("served", base.value),), value, decided_on=force)
    doubt = found._replace(certainty="C", assumption="record-after-replacement-not-read")
    return after.then(doubt, value=value)


def _both_served(
    main: Restriction,
    served: Answer,
    bans: tuple[tuple[Restriction, Answer], ...],
    force: DateRange,
) -> Answer:
    inputs: tuple[Input, ...] = (Input("main-penalty-ends", served.value, main.id),)
    answer = Answer(served.value, waits_for=(main.id,)).resting_on(served)
    if main.ended_by in RELEASED_EARLY:
        early = step("record-early", "from-really-served", inputs, served.value, decided_on=served.value)
        answer = answer.then(early, value=served.value)
    if not bans:
        return answer
    inputs += tuple(Input("ban-ends", ban.value, row.id) for row, ban in bans)
    value = later_of(served.value, *(ban.value for _, ban in bans))
    answer = answer._replace(waits_for=(main.id, *(row.id for row, _ in bans)))
    answer = answer.resting_on(*(ban for _, ban in bans))
    found = step("record-additional", "later-of-both", inputs, value, decided_on=force)
    return answer.then(found, value=value)


def _after_prison(base: Answer, charges: tuple[Charge, ...], force: DateRange) -> Answer:
    """Each offence by its own term: the record ends with the longest (CC 79(3), 79(6))."""
    terms = [(charge, gravity(charge)) for charge in charges]
    known = [(_years(charge, level), charge, level) for charge, level in terms if level in YEARS]
    unknown = tuple(f"gravity:{charge.id}" for charge, level in terms if level is None)
    if not charges:
        unknown = ("charges",)
    inputs: tuple[Input, ...] = (Input("served", base.value),)
    value = UNKNOWN
    if known:
        years, charge, level = max(known, key=lambda found: (found[0], found[1].id))
        ends = base.value.plus(Length(years=years))
        value = DateRange(ends.earliest, None if unknown else ends.latest)
        inputs += (Input("gravity", level, charge.id), Input("length", Length(years=years)))
    found = step(
        "record",
        "years-after-prison",
        inputs,
        value,
        decided_on=force,
        assumption="gravity-unknown" if unknown else None,
    )
    graded = tuple(_graded(charge, level, base.value, several=len(terms) > 1) for charge, level in terms if level)
    return base.then(*graded, found, value=value, missing=unknown)


def _graded(charge: Charge, level: str, served: DateRange, several: bool) -> Step:
    """The gravity of an offence and, beside others, where its own clock would end (CC 11, 79(6))."""
    article = Input("article", _label(charge), charge.id)
    if not several or level not in YEARS:
        return step("gravity", "gravity-by-sanction", (article,), level)
    length = Length(years=_years(charge, level))
    inputs = (article, Input("gravity", level), Input("length", length))
    return step("record-several", "own-clock", inputs, served.plus(length), decided_on=None)


def _years(charge: Charge, level: str | None) -> int:
    table = YEARS_AGAINST_LIFE if charge.against_life else YEARS
    return table[level or ""]


def _label(charge: Charge) -> str:
    return f"{charge.article}({charge.part})" if charge.part else charge.article
