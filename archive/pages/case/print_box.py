"""Before you print: what the page's main statement rests on, what could move it, one sentence to quote."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from archive.wording import dates
from archive.wording.restrictions import RestrictionView


class PrintBox(NamedTuple):
    bases: tuple[str, ...]
    reports: tuple[str, ...]
    moves: tuple[str, ...]
    quote: str


def print_box(name: str, rows: tuple[RestrictionView, ...], on: date, edition: int, published_on: date) -> PrintBox:
    in_force = [row for row in rows if row.state == "in-force" and not row.is_pretrial]
    doubtful = [row for row in rows if row.state in ("uncertain", "unknown") and not (row.is_pretrial or row.once)]
    spoken_of = in_force or doubtful
    return PrintBox(
        bases=tuple(f"{row.name}: {row.certainty}" for row in spoken_of if row.certainty),
        reports=tuple(f"{row.name}: {row.report}" for row in spoken_of),
        moves=tuple(dict.fromkeys(fact for row in spoken_of for fact in row.missing)),
        quote=quotable(name, in_force, doubtful, on, edition, published_on),
    )


def quotable(
    name: str,
    in_force: list[RestrictionView],
    doubtful: list[RestrictionView],
    on: date,
    edition: int,
    published_on: date,
) -> str:
    """One sentence with its day and its edition; it says calculation, never event."""
    if in_force:
        sentence = _("%(name)s, by the calculation of the Shekteu archive in force on %(day)s: %(listed)s.")
        listed = [f"{row.name} ({row.ends})" for row in in_force]
    elif doubtful:
        sentence = _(
            "%(name)s: by the calculation of the Shekteu archive it cannot be said for certain what is in force on "
            "%(day)s; it may be: %(listed)s."
        )
        listed = [row.name for row in doubtful]
    else:
        sentence = _(
            "%(name)s: on %(day)s no restriction is known to be in force by the calculation of the Shekteu archive."
        )
        listed = []
    said = sentence % {"name": name, "day": dates.day(on), "listed": "; ".join(listed)}
    of_edition = _("Edition %(edition)s of %(published)s.")
    return f"{said} {of_edition % {'edition': edition, 'published': dates.day(published_on)}}"
