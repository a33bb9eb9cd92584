"""Before you print: what the page's main statement rests on, what could move it, one sentence to quote."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from archive.wording import dates as dates_in_words
from archive.wording.restrictions import RestrictionView


class PrintBox(NamedTuple):
    bases: tuple[str, ...]
    reports: tuple[str, ...]
    moves: tuple[str, ...]
    quote: str


def print_box(name: str, rows: tuple[RestrictionView, ...], on: date, edition: int, published_on: date) -> PrintBox:
    binding = [row for row in rows if row.state == "in-force" and not row.held]
    named = binding or [row for row in rows if row.state in ("uncertain", "unknown") and not (row.held or row.once)]
    return PrintBox(
        bases=tuple(f"{row.name}: {row.certainty}" for row in named if row.certainty),
        reports=tuple(f"{row.name}: {row.report}" for row in named),
        moves=tuple(dict.fromkeys(fact for row in named for fact in row.missing)),
        quote=quotable(name, named, on, edition, published_on),
    )


def quotable(name: str, named: list[RestrictionView], on: date, edition: int, published_on: date) -> str:
    """One sentence with its day and its edition; it says calculation, never event."""
    words = {"name": name, "day": dates_in_words.day(on), "edition": edition}
    words["published"] = dates_in_words.day(published_on)
    words["listed"] = "; ".join(f"{row.name} ({row.ends})" if row.state == "in-force" else row.name for row in named)
    if any(row.state == "in-force" for row in named):
        said = _("%(name)s, by the calculation of the Shekteu archive in force on %(day)s: %(listed)s.")
    elif named:
        said = _(
            "%(name)s: by the calculation of the Shekteu archive it cannot be said for certain what is in force on "
            "%(day)s; it may be: %(listed)s."
        )
    else:
        said = _(
            "%(name)s: on %(day)s no restriction is known to be in force by the calculation of the Shekteu archive."
        )
    of_edition = _("Edition %(edition)s of %(published)s.")
    return f"{said % words} {of_edition % words}"
