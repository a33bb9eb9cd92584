"""Synthetic cases for the benchmark of the law: invented, mixed, the same for the same seed."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from law.dates import UNKNOWN, DateRange, exact
from law.facts import Case, Change, Charge, Custody, Fact, Person, Restriction, Verdict
from law.lengths import Length

MAIN = ("imprisonment", "restriction-of-freedom", "suspended-sentence")
REGIMES = ("minimum", "medium", "maximum", "full", None)
ARTICLES = (("174", "1"), ("174", "2"), ("405", "2"), ("274", "4"), ("272", "3"), ("380", "1"), ("400", None))


def cases(number: int, seed: int = 1) -> Iterator[Case]:
    """Cases of every kind the archive knows, about five restrictions each with what follows."""
    random = Random(seed)
    for index in range(number):
        yield _case(random, index)


def _case(random: Random, index: int) -> Case:
    day = date(2015, 6, 1) + timedelta(random.randrange(4000))
    verdicts, orders = _verdicts(random, day)
    kind = random.choice(MAIN)
    return Case(
        id=f"invented-{index}",
        charges=_charges(random),
        custody=_custody(random, day),
        verdicts=verdicts + orders,
        restrictions=(_main(random, kind), *_beside(random, kind, day), *_supervision(kind, orders)),
        person=Person(random.choice(("male", "female", None)), _partial(random, day - timedelta(15_000))),
    )


def _charges(random: Random) -> tuple[Charge, ...]:
    found = random.sample(ARTICLES, random.choice((1, 1, 2)))
    return tuple(Charge(f"ch{n}", "KZ-CC", article, part, "convicted", "v1") for n, (article, part) in enumerate(found))


def _custody(random: Random, day: date) -> tuple[Custody, ...]:
    found, begins = [], day - timedelta(random.randrange(30, 400))
    for number in range(random.choice((0, 1, 1, 2))):
        until = begins + timedelta(random.randrange(3, 90))
        last = Fact(exact(until)) if random.random() < 0.6 else Fact()
        kind = random.choice(("custody", "custody", "house-arrest"))
        found.append(Custody(f"c{number}", kind, _about(random, begins), last))
        begins = until + timedelta(random.randrange(0, 40))
    return tuple(found)


def _verdicts(random: Random, day: date) -> tuple[tuple[Verdict, ...], tuple[Verdict, ...]]:
    appealed = random.choice((True, True, False, None))
    first = Verdict("v1", "first", "convicted", Fact(exact(day), ("s1",)), appealed=appealed)
    ruling = Verdict("v2", "appeal", "upheld", _about(random, day + timedelta(60)), on="v1")
    order = Verdict("v3", "enforcement", "extended", Fact(exact(day + timedelta(2000)), ("s2",)), appealed=False)
    return ((first, ruling) if appealed else (first,)), ((order,) if random.random() < 0.2 else ())


def _main(random: Random, kind: str) -> Restriction:
    prison = kind == "imprisonment"
    ends = Fact(exact(date(2027, 3, 1)), ("s3",)) if random.random() < 0.1 else Fact()
    length = Length(years=random.randrange(1, 7), months=random.choice((0, 0, 6)))
    regime = random.choice(REGIMES) if prison else None
    registered = Fact() if prison or random.random() < 0.5 else Fact(exact(date(2024, 2, 29)), ("s3",))
    return Restriction("main", kind, "v1", length=length, regime=regime, registered=registered, ends=ends)


def _beside(random: Random, kind: str, day: date) -> Iterator[Restriction]:
    if random.random() < 0.8:
        length = Length(years=random.randrange(1, 6))
        yield Restriction("ban", "public-activity-ban", "v1", length=length, sources=("s1",))
    if random.random() < 0.3:
        yield Restriction("fine", "fine", "v1")
    if random.random() < 0.2:
        starts = Fact(exact(day + timedelta(200)), ("s4",))
        yield Restriction("list", "financial-monitoring-list", None, starts=starts)
    if kind == "restriction-of-freedom" and random.random() < 0.5:
        yield Restriction("labour", "forced-labour", "v1")


def _supervision(kind: str, orders: tuple[Verdict, ...]) -> Iterator[Restriction]:
    if kind == "imprisonment" and orders:
        longer = Change("extended", orders[0].date, Length(months=6), verdict="v3")
        yield Restriction("supervision", "administrative-supervision", "v3", length=Length(years=1), changes=(longer,))


def _about(random: Random, day: date) -> Fact:
    return Fact(_partial(random, day), ("s1", "s2"))


def _partial(random: Random, day: date) -> DateRange:
    draw = random.random()
    if draw < 0.7:
        return exact(day)
    if draw < 0.95:
        return DateRange(day.replace(day=1), day.replace(day=28))
    return UNKNOWN
