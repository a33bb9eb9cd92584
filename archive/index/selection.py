"""What was chosen of all that can be chosen: plain values, read and judged."""

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils import timezone

from law.states import STATES

PAGE = ContextVar("PAGE", default=25)
"""Cases on a page of the list; a mirror, where no address can ask for the next, has all on one."""


OF_CASES = (
    *("region", "court", "court_region", "article", "offence", "penalty", "year", "charge_outcome", "judge", "trial"),
    *("gender", "occupation", "tag", "recognised", "language", "publisher"),
)
"""Filters over the facets of a case, any-of."""
FACETS = (
    *("kind", "state", "covers", "region", "article", "offence", "penalty", "court", "court_region", "year"),
    *("gender", "occupation", "recognised", "tag", "charge_outcome", "judge", "trial", "publisher", "language"),
)
"""All that is counted, in the order of the page."""
NOT_RECORDED = "none"
"""The choice of every facet for those of whom the archive has not recorded it."""
EXCLUDED = "!"
"""Ends the name of a filter that leaves out what has one of its values: `article!=174`."""
EXCLUDABLE = (*OF_CASES, "kind", "covers")
"""Of the last two those are left out that have any such restriction, void and expected ones aside."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What was chosen. ``today`` is where ``on`` stands if nobody chose a day; ``excluded``: what was left out, by the
    name of its filter."""

    today: date
    on: date
    q: str = ""
    known: date | None = None
    kind: tuple[str, ...] = ()
    kinds_all: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    ended_by: tuple[str, ...] = ()
    ends_from: date | None = None
    ends_until: date | None = None
    ends_within: int | None = None
    region: tuple[str, ...] = ()
    court: tuple[str, ...] = ()
    court_region: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    offence: tuple[str, ...] = ()
    penalty: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    charge_outcome: tuple[str, ...] = ()
    judge: tuple[str, ...] = ()
    trial: tuple[str, ...] = ()
    gender: tuple[str, ...] = ()
    occupation: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    recognised: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    reading: str | None = None
    as_of: datetime | None = None
    excluded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    year_from: int | None = None
    year_to: int | None = None
    burden_min: int | None = None
    total_from: date | None = None
    total_until: date | None = None
    verified_since: date | None = None
    changed_since: date | None = None
    sort: str | None = None
    page: int = 1

    @property
    def knowledge(self) -> date | None:
        """The day whose knowledge was chosen, of a moment its day in Almaty; none: what is known now."""
        return self.known or (timezone.localdate(self.as_of) if self.as_of else None)

    @property
    def ends(self) -> tuple[date | None, date | None]:
        """The first and the last day among which its last day is to be; none: no such filter."""
        if self.ends_within is not None:
            return self.on, self.on + timedelta(days=self.ends_within)
        return self.ends_from, self.ends_until

    @property
    def has_ends(self) -> bool:
        """Whether days were chosen within which the restriction is to end."""
        return self.ends != (None, None)

    @property
    def total_ends(self) -> tuple[date | None, date | None]:
        """The first and the last day among which the last day of the total is to be; none: no such filter."""
        return self.total_from, self.total_until

    @property
    def states_spoken_of(self) -> tuple[str, ...]:
        """The states in which restrictions are spoken of: those chosen, else all in which they count."""
        return self.state or self.all_states

    @property
    def all_states(self) -> tuple[str, ...]:
        """The states in which a restriction counts if none was chosen."""
        silent = ("void",) if self.standing else ("void", "expected")
        return tuple(state for state in STATES if state not in silent)

    @property
    def start(self) -> int:
        """How many cases stand on the pages before."""
        return (self.page - 1) * PAGE.get()

    @property
    def order(self) -> str:
        return self.sort or ("relevance" if self.q else "name")
