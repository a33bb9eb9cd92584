"""What one conviction does to another of the same person.

CC 79(8): a new crime interrupts the record of the old one, which then runs anew after the new
penalties. How an unserved rest is added to a new sentence was not read: a range, named.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from law.dates import UNKNOWN, DateRange, earlier_of, hull, is_before, is_by, later_of
from law.facts import Restriction, Verdict
from law.kazakhstan import record
from law.kazakhstan.derivation import Derivation
from law.lengths import Length
from law.outcome import Input

if TYPE_CHECKING:
    from law.kazakhstan.reckoner import Reckoner


RANKS = ("minor", "medium", "grave", "especially-grave")


def interrupted(reckoner: Reckoner, verdict: Verdict, end: Derivation) -> Derivation:
    """Returns the record's end where a new crime fell into it (CC 79(8)).

    The record is counted anew after both penalties of the last crime, whatever the first penalty was, and
    lasts until the term of the graver crime is over. Without the day of the crime it stays open, as a range,
    whether the crime fell into the record.
    """
    length = _years_after_prison(end)
    for other, later in _convictions(reckoner):
        crime = _committed(other, later)
        day = crime or _by_the_verdict(later)
        if not _falls_into(day, reckoner.force(verdict.id).value, end.value):
            continue
        sure = crime is not None and _surely_falls_into(crime, reckoner.force(verdict.id).value, end.value)
        served = _both_served(other, later)
        until = _until_the_graver(reckoner, verdict, other, later, served.plus(length) if length else served)
        until = later_of(end.value, until)
        value = until if sure else hull(end.value, until)
        step = reckoner.step(
            "record-several",
            "interrupted-by-new-crime",
            (Input("new-verdict", later.date.value, f"{other.case.id}/{later.id}"), Input("served", served)),
            value,
            decided_on=later.date.value,
            sources=later.date.sources,
            assumption=None if sure else "day-of-new-crime-unknown",
        )
        reckoner.used |= {other.case.id, *other.used}
        missing = () if sure else (f"crime:{other.case.id}",)
        end = end.followed_by(step if sure else step._replace(certainty="C"), value=value, missing=missing)
    return end


def prolonged(reckoner: Reckoner, verdict: Verdict, end: Derivation) -> Derivation:
    """Returns the record's end where this verdict's crime interrupted an earlier record of a crime as grave or
    graver: the person counts as convicted of both until that one's term is over (CC 79(8)).

    Where the day of the crime or which is graver is not known, the range holds both readings.
    """
    crime, own = _committed(reckoner, verdict), _rank(reckoner, verdict)
    for other, first in _convictions(reckoner):
        record_, rank, force = other.record(first), _rank(other, first), other.force(first.id).value
        assert record_ is not None  # only convictions that leave one are asked about
        is_milder = rank is not None and own is not None and rank < own
        if is_milder or not _falls_into(crime or _by_the_verdict(verdict), force, record_.value):
            continue
        served = _both_served(reckoner, verdict)
        value = later_of(end.value, _anew(record_, rank, served))
        if value == end.value:
            continue
        dated = crime is not None and _surely_falls_into(crime, force, record_.value)
        sure = dated and rank is not None and own is not None
        value = value if sure else hull(end.value, value)
        inputs = (Input("first-verdict", first.date.value, f"{other.case.id}/{first.id}"), Input("served", served))
        step = reckoner.step(
            "record-several",
            "both-until-the-graver",
            inputs,
            value,
            decided_on=verdict.date.value,
            assumption=None if sure else "gravity-unknown" if dated else "day-of-new-crime-unknown",
        )
        reckoner.used |= {other.case.id, *other.used}
        missing = () if sure else (f"{'gravity' if dated else 'crime'}:{other.case.id}",)
        end = end.followed_by(step if sure else step._replace(certainty="C"), value=value, missing=missing)
    return end


def _anew(record_: Derivation, rank: int | None, served: DateRange) -> DateRange:
    """Returns the end of the first record's term counted from ``served``; open where its gravity, and with it the
    years after prison, is not known."""
    length = _years_after_prison(record_)
    anew = served.plus(length) if length else served
    after_prison = any(step.operation == "years-after-prison" for step in record_.steps)
    return anew._replace(latest=None) if after_prison and rank is None else anew


def _by_the_verdict(verdict: Verdict) -> DateRange:
    """Returns when a crime without a day was committed: some time before the verdict on it."""
    return DateRange(None, verdict.date.value.latest)


def _both_served(reckoner: Reckoner, verdict: Verdict) -> DateRange:
    """Returns the day by which the main and the additional penalties of the verdict are served; not known where
    no main penalty is recorded."""
    main = reckoner.main(verdict.id)
    if main is None:
        return UNKNOWN
    bans = (reckoner.times(row).end.value for row in reckoner.bans(verdict.id))
    return later_of(reckoner.served(main).value, *bans)


def _until_the_graver(
    reckoner: Reckoner, verdict: Verdict, other: Reckoner, later: Verdict, anew: DateRange
) -> DateRange:
    """Returns the end of the graver crime's term; of both where it is not known which is graver."""
    second = other.record(later)
    assert second is not None  # only convictions that leave one are asked about
    first_rank, second_rank = _rank(reckoner, verdict), _rank(other, later)
    if first_rank is None or second_rank is None:
        return hull(anew, second.value)
    if first_rank == second_rank:
        return later_of(anew, second.value)
    return anew if first_rank > second_rank else second.value


def _rank(reckoner: Reckoner, verdict: Verdict) -> int | None:
    """Returns how grave the gravest crime of the verdict is; None where the gravity of one is not known."""
    levels = [record.gravity(reckoner.law, charge) for charge in reckoner.convicted(verdict)]
    if not levels or None in levels:
        return None
    return max((RANKS.index(level) for level in levels if level in RANKS), default=None)


def _committed(reckoner: Reckoner, verdict: Verdict) -> DateRange | None:
    """Returns the days of the verdict's crimes; None where one is not recorded."""
    days = [charge.committed for charge in reckoner.convicted(verdict)]
    return hull(*days) if days and UNKNOWN not in days else None


def absorbed(reckoner: Reckoner, row: Restriction, end: Derivation) -> Derivation:
    """Returns the end of a main penalty that may have gone into a later verdict while it still ran."""
    kind = reckoner.law.kinds[row.kind]
    if not kind.is_main or kind.length == "none" or row.ends.known:
        return end
    own = reckoner.force(row.verdict).value
    for other, later in _convictions(reckoner):
        force = other.force(later.id).value
        if not _falls_into(later.date.value, own, end.value):
            continue
        value = DateRange(earlier_of(end.value, force).earliest, end.value.latest)
        step = reckoner.step(
            "record-several",
            "later-verdict-while-it-runs",
            (Input("new-verdict", force, f"{other.case.id}/{later.id}"),),
            value,
            decided_on=force,
            assumption="rest-may-be-in-the-later-sentence",
        )
        reckoner.used |= {other.case.id, *other.used}
        end = end.followed_by(step._replace(certainty="C"), value=value, missing=(f"cumulation:{other.case.id}",))
    return end


def _years_after_prison(end: Derivation) -> Length | None:
    """Returns the years that the record of a prison sentence runs after serving, as the steps say."""
    for step in end.steps:
        if step.operation == "years-after-prison":
            return next((entry.value for entry in step.inputs if isinstance(entry.value, Length)), None)
    return None


def _convictions(reckoner: Reckoner) -> list[tuple[Reckoner, Verdict]]:
    """Returns every conviction that leaves a record in the person's other cases, in the order of days."""
    convictions = [
        (other, verdict)
        for other in reckoner.others
        for verdict in other.convictions()
        if not other.is_void(verdict.id) and record.leaves_a_record(other.law, other.convicted(verdict))
    ]
    return sorted(convictions, key=_day)


def _day(conviction: tuple[Reckoner, Verdict]) -> tuple[date, str, str]:
    other, verdict = conviction
    return (verdict.date.value.earliest or date.min, other.case.id, verdict.id)


def _falls_into(day: DateRange, begins: DateRange, ends: DateRange) -> bool:
    """Tells whether the day may follow the earlier one's force and precede its end."""
    if day.latest is None or begins.earliest is None or day.latest <= begins.earliest:
        return False
    return ends.latest is None or day.earliest is None or day.earliest < ends.latest


def _surely_falls_into(day: DateRange, begins: DateRange, ends: DateRange) -> bool:
    return is_by(begins, day) and is_before(day, ends)
