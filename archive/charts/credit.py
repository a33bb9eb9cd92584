"""The lines that leave the site with every figure: whose they are, of which day, of which knowledge, by which query."""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from archive.charts.query import FiguresQuery
from archive.exports.about import About, described
from archive.index.filters.address import Address
from archive.wording.dates import day as in_words
from archive.wording.dates import moment


@dataclass(frozen=True, slots=True)
class Credit:
    """``address``: where the same figures can be seen again. ``changed_at``: the last change that the archive knew."""

    address: str
    on: date
    known: date | None
    changed_at: datetime | None
    moment_of_knowledge: datetime | None = None

    @property
    def as_of(self) -> str:
        words = {"day": in_words(self.on), "moment": moment(self.changed_at)}
        if self.moment_of_knowledge:
            return _("As of %(day)s, as known to this archive on %(known)s (last change: %(moment)s).") % {
                **words,
                "known": moment(self.moment_of_knowledge),
            }
        if self.known is None:
            return _("As of %(day)s, as known to this archive; last change: %(moment)s.") % words
        return _("As of %(day)s, as known to this archive at the end of %(known)s (last change: %(moment)s).") % {
            **words,
            "known": in_words(self.known),
        }

    def lines(self) -> list[str]:
        """Credit, day, licence and address, as pictures carry them."""
        source = _("Shekteu, a public archive of people in Kazakhstan under restricted freedom")
        parts = [f"{source}.", self.as_of, settings.CONTENT_LICENCE]
        return [" ".join(part for part in parts if part), self.address]

    def about(self, today: date) -> About:
        """The same as every export says it."""
        return described(self.on, self.known or today, self.changed_at, self.address)


def credit(request: HttpRequest, query: FiguresQuery, changed_at: datetime | None, path: str = "") -> Credit:
    """The credit of figures that the page under ``path`` shows, with the day in the address."""
    selection = query.selection
    chosen = {**query.address.chosen, "on": (selection.on.isoformat(),)}
    address = Address(path or request.path, chosen).having()
    return Credit(request.build_absolute_uri(address), selection.on, selection.knowledge, changed_at, selection.as_of)
