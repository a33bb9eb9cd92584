"""The filters again, by brute force over documents: slow, and written without a look at the queries."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from archive.index.filters import Selection
from editions.schema import Document
from law.country import country
from law.dates import UNKNOWN, DateRange, parse
from law.outcome import Likely, Outcome
from law.states import state

FACETS = (
    *("region", "court", "court_region", "article", "offence", "penalty", "gender", "occupation", "tag"),
    *("recognised", "language", "year", "charge_outcome", "judge", "trial", "publisher"),
)
EXCLUDABLE = (*FACETS, "kind", "covers")
BANS = ("public-activity-ban", "profession-ban", "organisation-ban")


WORDS = {
    "in-force": "certainly",
    "likely-in-force": "likely",
    "possible": "possibly",
    "unknown": "not-known",
    **{state: state for state in ("upcoming", "ended", "expected", "void")},
}
"""The surest first."""


class Held(NamedTuple):
    """A restriction of a document, what it covers ("none": a ban of which nobody says it) and how it ended."""

    outcome: Outcome
    covers: tuple[str, ...]
    ended_by: str = "none"


class Seen(NamedTuple):
    """What a document says that filters may ask, read once: ten thousand documents do not fit into memory."""

    case_id: str
    person_id: str
    held: tuple[Held, ...]
    values: dict[str, frozenset[str]]
    verdict: DateRange
    burden: int
    total_ends: DateRange
    strict_total: DateRange
    verified: str | None


def seen(one: Document, reading: str = "penalty-unchanged") -> Seen:
    return Seen(
        case_id=one.case.id,
        person_id=one.person.id,
        held=tuple(held._replace(outcome=read(held.outcome, reading)) for held in restrictions(one)),
        values={name: frozenset(_values(one, name)) or frozenset({"none"}) for name in FACETS},
        verdict=verdict(one),
        burden=one.reckoning.burden.days.least or 0,
        total_ends=_total_ends(one, reading),
        strict_total=one.reckoning.burden.last_day,
        verified=one.case.verified,
    )


def chosen(documents: Iterable[Seen], selection: Selection, drop: str = "") -> list[Seen]:
    return [one for one in documents if _fits(one, selection, drop)]


def certainties(documents: Iterable[Seen], selection: Selection) -> dict[str, tuple[int, int]]:
    """Cases and people by the surest word that holds of one of their restrictions that fit."""
    of_cases: dict[str, str] = {}
    of_people: dict[str, str] = {}
    for one in chosen(documents, selection):
        word = min((certainty(held.outcome, selection) for held in one.held if _speaks_of(held, selection)), key=rank)
        of_cases[one.case_id] = word
        of_people[one.person_id] = min(word, of_people.get(one.person_id, word), key=rank)
    cases, people = Counter(of_cases.values()), Counter(of_people.values())
    return {word: (cases[word], people[word]) for word in cases}


def total_certainties(documents: Iterable[Seen], selection: Selection) -> dict[str, int]:
    """Cases by how sure it is that everything ends within the days."""
    days = selection.total_ends
    readings = ((one.strict_total, one.total_ends) for one in chosen(documents, selection))
    words = (
        "certainly" if _is_within(strict, *days) else "likely" if _is_within(likely, *days) else "not-known"
        for strict, likely in readings
    )
    return dict(Counter(words))


def _is_within(days: DateRange, first: date | None, last: date | None) -> bool:
    return None not in days and _lies_within(days, first, last)


def certainty(outcome: Outcome, selection: Selection) -> str:
    """How sure it is that it ends within the days asked for; if none were, that it is in force."""
    if selection.ends == (None, None):
        return WORDS[state(outcome, selection.on)]
    if _lies_within(outcome.last_day, *selection.ends):
        return "certainly"
    return "likely" if _lies_within(outcome.working_last_day, *selection.ends) else "not-known"


def rank(word: str) -> int:
    return list(WORDS.values()).index(word)


def besides(documents: Iterable[Seen], selection: Selection) -> dict[str, int]:
    """Cases that would fit in another state, by the surest."""
    if not selection.state:
        return {}
    any_state = replace(selection, state=())
    words: Counter[str] = Counter()
    for one in documents:
        held = [held for held in one.held if _speaks_of(held, any_state)]
        if held and _by_case(one, selection) and not _fits(one, selection, ""):
            words[min((WORDS[state(row.outcome, selection.on)] for row in held), key=rank)] += 1
    return dict(words)


def open_ends(documents: Iterable[Seen], selection: Selection) -> int:
    """Cases with one restriction that may end within the days as well, but has no last day to name."""
    if selection.ends == (None, None):
        return 0
    any_end = replace(selection, ends_from=None, ends_until=None, ends_within=None)
    return sum(
        any(_speaks_of(h, any_end) and _is_open_within(h.outcome.working_last_day, *selection.ends) for h in one.held)
        for one in documents
        if _by_case(one, selection) and not _fits(one, selection, "")
    )


def _is_open_within(days: DateRange, first: date | None, last: date | None) -> bool:
    return None in days and not days.is_unknown and days.overlaps(DateRange(first, last))


def _lies_within(days: DateRange, first: date | None, last: date | None) -> bool:
    begins = first is None or (days.earliest is not None and days.earliest >= first)
    return begins and (last is None or (days.latest is not None and days.latest <= last))


def choice_certainties(documents: Iterable[Seen], selection: Selection, name: str) -> dict[str, dict[str, int]]:
    """Of each choice of a facet the cases by the surest word, unless all are certain or in the one state chosen."""
    counts: dict[str, Counter[str]] = {}
    for one in documents:
        of_restrictions = name in ("kind", "state", "covers")
        fits = _by_case(one, selection) if of_restrictions else _fits(one, selection, name)
        surest: dict[str, str] = {}
        for held in one.held if fits else ():
            if not _speaks_of(held, selection, name):
                continue
            word = certainty(held.outcome, selection)
            of = {"kind": (held.outcome.kind,), "state": (state(held.outcome, selection.on),), "covers": held.covers}
            for value in of[name] if of_restrictions else one.values[name]:
                surest[value] = min(word, surest.get(value, word), key=rank)
        for value, word in surest.items():
            counts.setdefault(value, Counter())[word] += 1
    is_said = {"certainly"} | ({WORDS[selection.state[0]]} if len(selection.state) == 1 else set())
    if selection.ends != (None, None):
        is_said = {"certainly"}
    of_itself = WORDS if name == "state" and selection.ends == (None, None) else {}
    return {
        value: dict(words)
        for value, words in counts.items()
        if len(words) > 1 or set(words) - is_said - {of_itself.get(value)}
    }


def facet(documents: Iterable[Seen], selection: Selection, name: str) -> dict[str, int]:
    """How many cases each choice of a facet has, its own choice left out."""
    counts: Counter[str] = Counter()
    for one in documents:
        if name in ("kind", "state", "covers"):
            if _by_case(one, selection):
                counts.update(_of_held(one, selection, name))
        elif _fits(one, selection, name):
            counts.update(one.values[name])
    return dict(counts)


def _of_held(one: Seen, selection: Selection, name: str) -> set[str]:
    found: set[str] = set()
    for held in one.held:
        if _speaks_of(held, selection, name):
            of = {"kind": (held.outcome.kind,), "state": (state(held.outcome, selection.on),), "covers": held.covers}
            found.update(of[name])
    return found


def restrictions(one: Document) -> list[Held]:
    covers = {row.id: tuple(row.covers) for row in one.case.restrictions}
    endings = {row.id: row.ended_by or "none" for row in one.case.restrictions}
    found = [
        Held(
            outcome,
            covers.get(outcome.id) or (("none",) if outcome.kind in BANS else ()),
            endings.get(outcome.id, "none"),
        )
        for outcome in one.reckoning.restrictions
    ]
    return [*found, *(Held(spell.as_restriction(), ()) for spell in one.reckoning.custody)]


def _fits(one: Seen, selection: Selection, drop: str) -> bool:
    if not _by_case(one, selection, drop):
        return False
    asked = {"kind": selection.kind, "state": selection.state, "covers": selection.covers}
    active = any(value for name, value in asked.items() if name != drop)
    active = active or bool(selection.standing or selection.ended_by) or selection.ends != (None, None)
    return not active or any(_speaks_of(held, selection, drop) for held in one.held)


def _speaks_of(held: Held, selection: Selection, drop: str = "") -> bool:
    outcome = held.outcome
    if drop != "kind" and selection.kind and outcome.kind not in selection.kind:
        return False
    if drop != "covers" and selection.covers and not set(held.covers) & set(selection.covers):
        return False
    if selection.standing and outcome.standing not in selection.standing:
        return False
    if selection.ended_by and held.ended_by not in selection.ended_by:
        return False
    if not _ends(outcome.working_last_day, *selection.ends):
        return False
    if drop == "state":
        return True
    if selection.state:
        return state(outcome, selection.on) in selection.state
    return not outcome.void and (bool(selection.standing) or outcome.standing != "expected")


def _ends(ends: DateRange, first: date | None, last: date | None) -> bool:
    if first is None and last is None:
        return True
    return None not in ends and ends.overlaps(DateRange(first, last))


def _by_case(one: Seen, selection: Selection, drop: str = "") -> bool:
    for name in FACETS:
        wanted = getattr(selection, name)
        if name != drop and wanted and not set(wanted) & one.values[name]:
            return False
    for name, values in selection.excluded.items():
        if set(values) & (one.values | _counting(one))[name.removesuffix("!")]:
            return False
    if not _ends(one.total_ends, selection.total_from, selection.total_until):
        return False
    for kind in selection.kinds_all:
        if not any(h.outcome.kind == kind and _speaks_of(h, selection, "kind") for h in one.held):
            return False
    if drop != "year" and not _in_years(one, selection):
        return False
    return one.burden >= (selection.burden_min or 0) and _since(one.verified, selection.verified_since)


def _counting(one: Seen) -> dict[str, frozenset[str]]:
    """The kinds and covers of the restrictions that are neither void nor expected."""
    counting = [held for held in one.held if not held.outcome.void and held.outcome.standing != "expected"]
    return {
        "kind": frozenset(held.outcome.kind for held in counting),
        "covers": frozenset(cover for held in counting for cover in held.covers),
    }


ALLOWED = {
    "strict": set(),
    "six-months": {
        *("in-force-by-six-months", "in-force-with-the-ruling", "registered-within-45-days"),
        *("custody-until-the-verdict", "regime-by-law"),
    },
}


def refused(outcome: Outcome, reading: str) -> set[str]:
    """What its likely days rest on beyond what the reading allows."""
    used = {use.rule for use in outcome.likely.presumptions} if outcome.likely else set()
    return used - ALLOWED.get(reading, used)


def read(outcome: Outcome, reading: str) -> Outcome:
    """The outcome as a reading has it. Any conviction brings a record: its start rests on no unchanged penalty."""
    rules = refused(outcome, reading)
    if not rules:
        return outcome
    if outcome.kind != "criminal-record" or rules != {"penalty-unchanged"}:
        return outcome._replace(likely=None)
    return outcome._replace(likely=Likely(outcome.likely.binds_from, UNKNOWN, UNKNOWN, UNKNOWN))


def _total_ends(one: Document, reading: str) -> DateRange:
    """The last day of everything, by the likely reading where one is given and the reader's allows it throughout."""
    burden = one.reckoning.burden
    if any(refused(held.outcome, reading) for held in restrictions(one)):
        return burden.last_day
    return burden.last_day if burden.likely is None or burden.likely.last_day.is_unknown else burden.likely.last_day


def _since(day: str | None, since: date | None) -> bool:
    return since is None or (day is not None and date.fromisoformat(day) >= since)


def _in_years(one: Seen, selection: Selection) -> bool:
    if not selection.year_from and not selection.year_to:
        return True
    first = date(selection.year_from, 1, 1) if selection.year_from else None
    last = date(selection.year_to, 12, 31) if selection.year_to else None
    return not one.verdict.is_unknown and one.verdict.overlaps(DateRange(first, last))


def verdict(one: Document) -> DateRange:
    """The first instance's; of several, the earliest."""
    dates = [parse(row.date) for row in one.case.verdicts if row.instance == "first" and row.date]
    earliest = [found.earliest for found in dates if found.earliest]
    latest = [found.latest for found in dates if found.latest]
    return DateRange(min(earliest) if len(earliest) == len(dates) and dates else None, min(latest, default=None))


def _values(one: Document, name: str) -> Iterator[Any]:
    person, case = one.person, one.case
    convicted = [charge for charge in case.charges if charge.outcome == "convicted"]
    of = {
        "region": [person.region],
        "gender": [person.gender],
        "occupation": person.occupations,
        "recognised": [one.recognised_as for one in person.recognitions],
        "tag": case.tags,
        "court": [court.id for court in one.courts],
        "court_region": [court.region for court in one.courts],
        "language": [*case.title, *case.summary],
        "penalty": [row.kind for row in case.restrictions if country().kinds[row.kind].is_main],
        "article": [charge.article for charge in convicted]
        + [f"{charge.article}.{charge.part}" for charge in convicted if charge.part],
        "offence": [_group(charge) for charge in convicted],
        "year": _years(verdict(one)),
        "charge_outcome": [charge.outcome for charge in case.charges],
        "judge": [row.judge for row in case.verdicts],
        "trial": [case.trial],
        "publisher": [source.publisher for source in one.sources],
    }
    yield from (value for value in of[name] if value)


def _years(days: DateRange) -> list[str]:
    """All years that a verdict may be of; none where it may be of more than six."""
    known = [day.year for day in days if day]
    return [str(year) for year in range(min(known), max(known) + 1)] if known and max(known) - min(known) <= 5 else []


def _group(charge: Any) -> str:
    place = charge.code, charge.article, charge.part
    return "terrorist" if country().is_terrorist(*place) else "extremist" if country().is_extremist(*place) else "other"
