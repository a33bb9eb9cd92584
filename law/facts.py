"""What the engine is given: the facts of a case that dates depend on, each with its sources."""

from datetime import date
from typing import Literal, NamedTuple

from law.dates import UNKNOWN, DateRange
from law.lengths import Length

How = Literal["reported", "told", "inferred", "estimated", "disputed", "presumed"]


class Fact(NamedTuple):
    """A date as somebody states it, and how far it is a report.

    ``searched``: nothing was found when last looked for (the day of the search); ``value`` is then
    unknown. ``fitted``: inferred with knowledge of the end that it should explain. ``otherwise``:
    what another source says instead.
    """

    value: DateRange = UNKNOWN
    sources: tuple[str, ...] = ()
    how: How = "reported"
    fitted: bool = False
    otherwise: DateRange | None = None
    searched: date | None = None

    @property
    def known(self) -> bool:
        return self.value != UNKNOWN


NOT_RECORDED = Fact()


class Charge(NamedTuple):
    id: str
    code: str
    article: str
    part: str | None
    outcome: str  # convicted | acquitted | dropped
    verdict: str
    gravity: str | None = None  # as a source states it; else from the article's part
    against_life: bool | None = None
    sources: tuple[str, ...] = ()
    committed: DateRange = UNKNOWN  # the day of the offence


class Custody(NamedTuple):
    """A period of custody, house arrest or administrative arrest; both ends count."""

    id: str
    kind: str
    begins: Fact
    until: Fact = NOT_RECORDED  # not recorded: it went on until release or force
    sources: tuple[str, ...] = ()


class Verdict(NamedTuple):
    id: str
    instance: str  # first | appeal | cassation | enforcement
    result: str
    date: Fact
    on: str | None = None
    appealed: bool | None = None
    copy_served: Fact = NOT_RECORDED
    in_force: Fact = NOT_RECORDED
    sources: tuple[str, ...] = ()
    recidivism: str | None = None  # none | simple | dangerous
    lifts_record: bool | None = None  # a pardon, an amnesty or the cancellation of a suspended sentence
    pending_on: DateRange = UNKNOWN  # an appeal was reported pending on that day


class Change(NamedTuple):
    """Something that happened to a restriction after it was imposed."""

    kind: str  # extended | shortened | replaced | lifted | paused | resumed
    date: Fact
    by: Length | None = None
    begins: Fact = NOT_RECORDED
    until: Fact = NOT_RECORDED
    to: str | None = None  # the restriction that takes its place: its id or its kind
    verdict: str | None = None


class Restriction(NamedTuple):
    """A restriction as pronounced; one row per clock."""

    id: str
    kind: str
    verdict: str | None
    term: str = "length"  # length | main-penalty | life
    length: Length | None = None
    regime: str | None = None
    registered: Fact = NOT_RECORDED
    starts: Fact = NOT_RECORDED
    ends: Fact = NOT_RECORDED
    ended_by: str | None = None
    reduced_share: bool = False
    charges: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    sources: tuple[str, ...] = ()
    told: bool = False  # by the person or their lawyer, to one outlet
    by_an_act: bool = True  # a source cites the verdict or the body's act, not only that it binds
    other_length: Length | None = None  # what another source reports instead
    length_sources: tuple[str, ...] = ()  # of both lengths, where they differ


class Claim(NamedTuple):
    """What somebody said of a date, stored as said."""

    id: str
    about: str  # an id, kind:<kind> or case
    says: str  # ends | lasts | has-ended | may-apply-from | binds | other
    value: DateRange | Length | None = None
    said_on: DateRange = UNKNOWN


class Report(NamedTuple):
    """A day on which a source speaks of a restriction (an id or kind:<kind>)."""

    about: str
    date: DateRange
    by_source: bool = False  # the day a source was published, not the day of what it tells
    binds: bool = False  # what is told happened while the restriction bound


class Prior(NamedTuple):
    """An earlier conviction of the person that the archive knows of, in a case of its own or not."""

    date: DateRange = UNKNOWN


class Person(NamedTuple):
    gender: str | None = None
    born: DateRange = UNKNOWN
    died: Fact = NOT_RECORDED


class Case(NamedTuple):
    id: str
    charges: tuple[Charge, ...] = ()
    custody: tuple[Custody, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    claims: tuple[Claim, ...] = ()
    reports: tuple[Report, ...] = ()
    prior: tuple[Prior, ...] = ()
    person: Person = Person()
    country: str | None = None  # its ISO 3166 code; None: the country whose law the archive computes with
