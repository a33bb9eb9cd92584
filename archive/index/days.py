"""The day a page speaks of: today in Almaty, or the one in the address."""

from datetime import date

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

FIRST_YEAR, LAST_YEAR = 1990, 2150


class BadDay(ValueError):
    """The day in the address is none; the message is for the reader."""


def chosen_day(query: QueryDict, name: str = "on") -> date:
    """The day asked for; an empty value is no value. Raises BadDay."""
    text = query.get(name, "")
    if not text:
        return timezone.localdate()
    try:
        found = date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        found = None
    if found is None:
        raise BadDay(_("Write the date as 2030-02-04."))
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        message = _("The year must lie between %(first)s and %(last)s.")
        raise BadDay(message % {"first": FIRST_YEAR, "last": LAST_YEAR})
    return found
