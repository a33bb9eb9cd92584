"""Before you print: what the page's main statement rests on, what could move it, one sentence to quote."""

from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from archive.pages.case.page import CasePage
from archive.wording.dates import day
from editions.models import Edition


class PrintBox(NamedTuple):
    bases: tuple[str, ...]
    reports: tuple[str, ...]
    moves: tuple[str, ...]
    quote: str


def print_box(page: CasePage, edition: Edition) -> PrintBox:
    """What is in force on the page's day; where nothing is for certain, what may be."""
    spoken_of = page.in_force or page.doubtful
    return PrintBox(
        bases=tuple(f"{row.name}: {row.certainty}" for row in spoken_of if row.certainty),
        reports=tuple(f"{row.name}: {row.report}" for row in spoken_of),
        moves=tuple(dict.fromkeys(fact for row in spoken_of for fact in row.missing)),
        quote=quotable(page, edition),
    )


def quotable(page: CasePage, edition: Edition) -> str:
    """One sentence with its day and its edition; it says calculation, never event."""
    if page.in_force:
        sentence = _("%(name)s, by the calculation of the Shekteu archive in force on %(day)s: %(listed)s.")
        listed = [f"{row.name} ({row.ends})" for row in page.in_force]
    elif page.doubtful:
        sentence = _(
            "%(name)s: by the calculation of the Shekteu archive it cannot be said for certain what is in force on "
            "%(day)s; it may be: %(listed)s."
        )
        listed = [row.name for row in page.doubtful]
    else:
        sentence = _(
            "%(name)s: on %(day)s no restriction is known to be in force by the calculation of the Shekteu archive."
        )
        listed = []
    said = sentence % {"name": page.name.text, "day": day(page.on), "listed": "; ".join(listed)}
    of_edition = _("Edition %(edition)s of %(published)s.")
    published_on = timezone.localdate(edition.published_at)
    return f"{said} {of_edition % {'edition': edition.number, 'published': day(published_on)}}"
