"""The two days that an address can name: the one that a page speaks of, and the one whose knowledge it shows.

Pages, files, lists and the API read them here or by the same field, so that all refuse the same with the same words.
"""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.index.filters.fields import AsOfDay, quoted
from archive.index.filters.parameters import parameters

NAMES = ("on", "known")
MOST_UNKNOWN = 10
"""So many parameters that do not exist are named at most."""


class AddressDays(NamedTuple):
    """``on``: the day spoken of, today unless the address names one. ``known``: None, or the end of that day.

    ``problems`` are the messages by parameter; what cannot be read stands as if it were absent.
    """

    on: date
    known: date | None
    problems: dict[str, list[str]]
    has_not_come: bool = False
    """Whether nothing is wrong but that the day of knowledge lies ahead."""

    def problem(self, name: str) -> str:
        """What is wrong with one parameter, empty if nothing is."""
        return " ".join(self.problems.get(name, []))

    @property
    def unknown(self) -> dict[str, list[str]]:
        """The parameters that no address of a case has."""
        return {name: messages for name, messages in self.problems.items() if name not in NAMES}


def read_days(request: HttpRequest, today: date) -> AddressDays:
    """The days of the address; a repeated day and any other parameter are problems too."""
    given = parameters(request)
    unknown = [name for name in given if name not in NAMES][:MOST_UNKNOWN]
    problems = {quoted(name)[1:-1]: [_("There is no parameter of this name.")] for name in unknown}
    days: dict[str, date | None] = dict.fromkeys(NAMES)
    for name in NAMES:
        try:
            days[name] = AsOfDay().clean(given.getlist(name))
        except ValidationError as error:
            problems[name] = error.messages
    has_not_come = not problems and days["known"] is not None and days["known"] > today
    if days["known"] and days["known"] > today:
        problems["known"], days["known"] = [_("This day has not come yet.")], None
    return AddressDays(days["on"] or today, days["known"], problems, has_not_come)


def with_days(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Hands the view the days of the address after the request; 400, a line for each parameter that is wrong."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        days = read_days(request, timezone.localdate())
        if not days.problems:
            return view(request, *args, days=days, **kwargs)
        lines = (f"{name}: {' '.join(messages)}\n" for name, messages in days.problems.items())
        return HttpResponse("".join(lines), "text/plain; charset=utf-8", status=400)

    return answer
