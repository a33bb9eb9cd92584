"""What was chosen of all that can be chosen: plain values, read and judged."""

from dataclasses import dataclass
from datetime import date, timedelta

from law.states import STATES

PAGE = 25
"""Cases on a page of the list."""


OF_CASES = (
    *("region", "court", "court_region", "article", "offence", "penalty"),
    *("gender", "occupation", "tag", "recognised", "language"),
)
"""Filters over the facets of a case, any-of."""
FACETS = (
    *("kind", "state", "covers", "region", "article", "offence", "penalty", "court", "court_region", "year"),
    *("gender", "occupation", "recognised", "tag", "language"),
)
"""All that is counted, in the order of the page."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What was chosen. ``today`` is where ``on`` stands if nobody chose a day."""

    today: date
    on: date
    q: str = ""
    known: date | None = None
    kind: tuple[str, ...] = ()
    kinds_all: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    ends_from: date | None = None
    ends_until: date | None = None
    ends_within: int | None = None
    region: tuple[str, ...] = ()
    court: tuple[str, ...] = ()
    court_region: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    offence: tuple[str, ...] = ()
    penalty: tuple[str, ...] = ()
    gender: tuple[str, ...] = ()
    occupation: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    recognised: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    burden_min: int | None = None
    verified_since: date | None = None
    changed_since: date | None = None
    sort: str | None = None
    page: int = 1

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
    def year(self) -> tuple[str, ...]:
        """The year of the verdict, if one and no span of several was chosen."""
        is_one = self.year_from is not None and self.year_from == self.year_to
        return (str(self.year_from),) if is_one else ()

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
        return (self.page - 1) * PAGE

    @property
    def order(self) -> str:
        return self.sort or ("relevance" if self.q else "name")
