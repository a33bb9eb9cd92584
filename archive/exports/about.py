"""What every export says of itself."""

from datetime import date
from typing import Any, NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _

from archive.index.columns.selecting import Chosen
from archive.wording.dates import day as in_words


class About(NamedTuple):
    """Licence, day, knowledge, edition and query of an export: what a citation needs."""

    source: str
    licence: str
    on: str
    known: str
    edition: int
    query: str
    note: str

    @property
    def as_of(self) -> str:
        """The day and the edition in words, for files that have no columns."""
        words = {"day": in_words(date.fromisoformat(self.on)), "edition": self.edition}
        return _("As of %(day)s, as known to this archive in edition %(edition)s.") % words

    def to_dict(self) -> dict[str, Any]:
        return self._asdict()


def about(chosen: Chosen, address: str) -> About:
    """``address``: the full address of the list that is exported."""
    selection = chosen.selection
    return described(selection.on, selection.known or selection.today, chosen.newest, address)


def described(on: date, known: date, edition: int, address: str, *notes: str) -> About:
    """The same of figures whose day, knowledge and edition are at hand. ``notes`` follow what always holds."""
    note = _("Known to this archive. Dates are calculated from the law and its sources; they are no court’s decision.")
    return About(
        source=_("Shekteu, a public archive of people in Kazakhstan under restricted freedom"),
        licence=settings.CONTENT_LICENCE or _("no licence stated: a copy for development"),
        on=on.isoformat(),
        known=known.isoformat(),
        edition=edition,
        query=address,
        note=" ".join((note, *notes)),
    )
