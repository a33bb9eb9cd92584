"""Which testimonies leave the archive: the same on pages and in tables."""

from editions.schema import Document
from editions.schema.case import Testimony
from law.country import country
from law.dates import UNKNOWN, DateRange, parse
from law.outcome import Outcome

SPEECH = frozenset({"interviews", "posts", "media-work"})
"""What a ban covers if speaking to a reporter may breach it."""


def is_shown(document: Document, testimony: Testimony) -> bool:
    return testimony.consent != "withdrawn" and not speaks_under_a_ban(document, testimony)


def speaks_under_a_ban(document: Document, testimony: Testimony) -> bool:
    """Whether the person speaks on a day on which a ban on doing so may bind: then the words stand nowhere."""
    own = set(document.person.names.values()) & set(testimony.speaker.name.values())
    if not own or testimony.consent == "given":
        return False
    said_on = parse(testimony.said_on) if testimony.said_on else UNKNOWN
    covers = {record.id: set(record.covers) for record in document.case.restrictions}
    bans = (outcome for outcome in document.reckoning.restrictions if country().kinds[outcome.kind].ban)
    return any(
        may_bind(ban, said_on) and (not covers.get(ban.id) or covers[ban.id] & SPEECH)
        for ban in bans
        if not ban.void and ban.standing != "expected"
    )


def may_bind(outcome: Outcome, days: DateRange) -> bool:
    """Whether the restriction may bind on one of the days."""
    begins, ends = outcome.binds_from.earliest, outcome.ends.latest
    begun = begins is None or days.latest is None or begins <= days.latest
    return begun and (outcome.open_ended or ends is None or days.earliest is None or days.earliest < ends)
