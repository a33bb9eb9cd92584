"""Invented cases for properties: told in exact days, widened to what a source might say of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from law.dates import DateRange, exact
from law.facts import Case, Change, Charge, Custody, Fact, Person, Restriction, Verdict
from law.lengths import Length

ARTICLES = (
    ("174", "1"),
    ("174", "3"),
    ("405", "2"),
    ("274", "2"),
    ("272", "1"),
    ("380", "1"),
    ("250", None),
    ("400", None),
)
REGIMES = ("minimum", "medium", "maximum", "full", "emergency", None)
MAIN = ("imprisonment", "restriction-of-freedom", "suspended-sentence", "fine")
DAYS = st.dates(date(2015, 1, 1), date(2026, 12, 31))
LENGTHS = st.builds(Length, st.integers(0, 8), st.integers(0, 11), st.integers(0, 40)).filter(any)


def known(day: date) -> Fact:
    return Fact(exact(day), ("s1",))


def later(day: date, least: int, most: int) -> st.SearchStrategy[date]:
    return st.integers(least, most).map(lambda days: day + timedelta(days))


@st.composite
def spells(draw: st.DrawFn, verdict: date) -> tuple[Custody, ...]:
    """Up to three spells of custody or house arrest; the last days of some are not recorded."""
    found = []
    for number in range(draw(st.integers(0, 3))):
        begins = draw(later(verdict, -400, 20))
        until = draw(st.none() | later(begins, 0, 200))
        kind = draw(st.sampled_from(("custody", "custody", "house-arrest", "administrative-arrest")))
        found.append(Custody(f"c{number}", kind, known(begins), known(until) if until else Fact(), ("s1",)))
    return tuple(found)


@st.composite
def disputed(draw: st.DrawFn, case: Case) -> Case:
    """The case with another report of up to two of its lengths."""
    rows = list(case.restrictions)
    stated = [index for index, row in enumerate(rows) if row.length is not None]
    for index in stated[:2]:
        rows[index] = rows[index]._replace(other_length=draw(LENGTHS), length_sources=("s1", "s2"))
    return case._replace(restrictions=tuple(rows))


@st.composite
def charges(draw: st.DrawFn) -> tuple[Charge, ...]:
    found = draw(st.lists(st.sampled_from(ARTICLES), min_size=1, max_size=3, unique=True))
    life = draw(st.sampled_from((None, None, True)))
    return tuple(
        Charge(f"ch{number}", "KZ-CC", article, part, "convicted", "v1", against_life=life)
        for number, (article, part) in enumerate(found)
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A case that could have happened: the ruling after the verdict, registration after force."""
    day = draw(DAYS)
    appealed = draw(st.sampled_from((True, True, False, None)))
    verdicts = [Verdict("v1", "first", "convicted", known(day), appealed=appealed)]
    force = day + timedelta(22)
    if appealed:
        force = draw(later(day, 16, 200))
        verdicts.append(Verdict("v2", "appeal", draw(st.sampled_from(("upheld", "changed"))), known(force), on="v1"))
    kind = draw(st.sampled_from(MAIN))
    main = _main(draw, kind, force)
    rows = [main, *_beside(draw, force)]
    if kind in ("imprisonment", "restriction-of-freedom") and draw(st.booleans()):
        order = draw(later(force, 30, 1500))
        appealed = draw(st.sampled_from((False, None)))
        verdicts.append(Verdict("v3", "enforcement", "replaced", known(order), on="v1", appealed=appealed))
        rows[0], taken = _replaced(draw, main, known(order) if appealed is False else Fact())
        rows.append(taken)
    if kind == "imprisonment" and draw(st.booleans()):
        rows.append(_supervision(draw, force))
    return Case(
        id="invented",
        charges=draw(charges()),
        custody=draw(spells(day)),
        verdicts=tuple(verdicts),
        restrictions=tuple(rows),
        person=Person(draw(st.sampled_from(("male", "female", None))), exact(draw(later(day, -30_000, -6_000)))),
    )


def _main(draw: st.DrawFn, kind: str, force: date) -> Restriction:
    prison = kind == "imprisonment"
    registered = Fact() if prison or draw(st.booleans()) else known(draw(later(force, 0, 60)))
    return Restriction(
        id="main",
        kind=kind,
        verdict="v1",
        length=draw(LENGTHS) if kind != "fine" else None,
        regime=draw(st.sampled_from(REGIMES)) if prison else None,
        registered=registered,
        reduced_share=draw(st.booleans()),
    )


def _replaced(draw: st.DrawFn, main: Restriction, on: Fact) -> tuple[Restriction, Restriction]:
    """Prison replaced by restriction of freedom, or the other way round, by an order."""
    kind = "restriction-of-freedom" if main.kind == "imprisonment" else "imprisonment"
    length = draw(st.none() | LENGTHS)
    change = Change("replaced", on, to="rest", verdict="v3")
    return main._replace(changes=(change,)), Restriction("rest", kind, "v3", length=length)


def _beside(draw: st.DrawFn, force: date) -> list[Restriction]:
    rows = []
    if draw(st.booleans()):
        term = draw(st.sampled_from(("length", "length", "main-penalty", "life")))
        length = draw(LENGTHS) if term == "length" else None
        rows.append(Restriction("ban", "public-activity-ban", "v1", term, length))
    if draw(st.booleans()):
        rows.append(Restriction("list", "financial-monitoring-list", None, starts=known(draw(later(force, 0, 700)))))
    return rows


def _supervision(draw: st.DrawFn, force: date) -> Restriction:
    ordered = draw(later(force, 300, 2000))
    starts = draw(st.sampled_from((Fact(), known(ordered))))
    more = Change("extended", known(ordered + timedelta(400)), draw(LENGTHS))
    kind = "administrative-supervision"
    return Restriction("supervision", kind, "v1", length=draw(LENGTHS), starts=starts, changes=(more,))


@dataclass(frozen=True)
class Story:
    """The same case three times: as it was, as a good source tells it, as a vague one does."""

    exact: Case
    narrow: Case
    wide: Case


@st.composite
def stories(draw: st.DrawFn) -> Story:
    case = draw(cases())
    narrow = widened(case, lambda value: draw(wider(value)))
    return Story(case, narrow, widened(narrow, lambda value: draw(wider(value))))


def widened(case: Case, widen: Callable[[DateRange], DateRange]) -> Case:
    """Every recorded date of the case widened; what is not recorded stays so."""

    def fact(found: Fact) -> Fact:
        return found._replace(value=widen(found.value)) if found.known else found

    def change(found: Change) -> Change:
        return found._replace(date=fact(found.date))

    return case._replace(
        custody=tuple(row._replace(begins=fact(row.begins), until=fact(row.until)) for row in case.custody),
        verdicts=tuple(row._replace(date=fact(row.date)) for row in case.verdicts),
        restrictions=tuple(
            row._replace(
                registered=fact(row.registered),
                starts=fact(row.starts),
                changes=tuple(change(one) for one in row.changes),
            )
            for row in case.restrictions
        ),
        person=case.person._replace(born=widen(case.person.born)),
    )


MARGINS = st.sampled_from((0, 0, 0, 1, 7, 30, 100, 366, None))


@st.composite
def wider(draw: st.DrawFn, value: DateRange) -> DateRange:
    """A range around the range; a side may go, never both."""
    before, after = draw(MARGINS), draw(MARGINS)
    earliest = None if before is None or value.earliest is None else value.earliest - timedelta(before)
    latest = None if after is None or value.latest is None else value.latest + timedelta(after)
    return value if earliest is latest is None else DateRange(earliest, latest)
