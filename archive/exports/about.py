"""What every export says of itself."""

from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _

from archive.index.columns.selecting import Chosen
from archive.wording.dates import day as in_words
from archive.wording.dates import moment as moment_in_words


class About(NamedTuple):
    """Licence, day, knowledge, last change and query of an export: what a citation needs."""

    source: str
    licence: str
    on: str
    known: str
    changed: str
    query: str
    note: str

    @property
    def as_of(self) -> str:
        """The day and the archive's last change in words, for files that have no columns."""
        words = {"day": in_words(date.fromisoformat(self.on)), "moment": moment_in_words(self.changed_at)}
        return _("As of %(day)s, as known to this archive; last change: %(moment)s.") % words

    @property
    def line(self) -> str:
        """All of it in one line, for files that have nothing but rows."""
        return " ".join(filter(None, (f"{self.source}.", self.as_of, f"{self.licence}.", self.query, self.note)))

    @property
    def changed_at(self) -> datetime | None:
        return datetime.fromisoformat(self.changed) if self.changed else None

    @property
    def stamp(self) -> str:
        """The last change as names of files have it."""
        return f"{self.changed_at:%Y%m%dT%H%MZ}" if self.changed_at else "empty"

    def to_dict(self) -> dict[str, Any]:
        return self._asdict()


def about(chosen: Chosen, address: str) -> About:
    """``address``: the full address of the list that is exported."""
    selection = chosen.selection
    return described(selection.on, selection.knowledge or selection.today, chosen.known_at, address)


def described(on: date, known: date, changed: datetime | None, address: str, *notes: str) -> About:
    """The same of figures whose day, knowledge and last change are at hand. ``notes`` follow what always holds."""
    note = _("Known to this archive. Dates are calculated from the law and its sources; they are no court’s decision.")
    no_sample = _("These are cases that we found reported, not a sample: no rate can be computed from them.")
    return About(
        source=_("Shekteu, a public archive of people in Kazakhstan under restricted freedom"),
        licence=settings.CONTENT_LICENCE or _("no licence stated: a copy for development"),
        on=on.isoformat(),
        known=known.isoformat(),
        changed=changed.astimezone(UTC).isoformat() if changed else "",
        query=address,
        note=" ".join((note, no_sample, *notes)),
    )
