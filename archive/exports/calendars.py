"""Endings of restrictions as a calendar."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from archive.exports.about import About
from archive.exports.columns import Row
from archive.index.outcomes import outcome_of
from archive.wording import localize as translated
from archive.wording.last_days import working_last_day_words
from archive.wording.presumptions import condition_of
from law.country import country
from law.outcome import Outcome

WIDEST = timedelta(days=60)
"""A last day known less exactly than that is no event."""
LONG_PAST = timedelta(days=366)


def calendar(rows: Iterable[Row], about: About, home: str) -> Iterator[bytes]:
    """The last days of restrictions as all-day events (RFC 5545), one at a time.

    The same restriction keeps its UID; a later version has a higher SEQUENCE, so a moved end moves its event. A day
    known only as a short range is one event on the first of them, with the range in words.
    """
    head = Calendar()
    head.add("prodid", "-//Shekteu//endings//EN")
    head.add("version", "2.0")
    head.add("method", "PUBLISH")
    head.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    head.add("x-wr-calname", _("Shekteu: ends of restrictions"))
    head.add("x-wr-caldesc", f"{about.note} {about.as_of} {about.licence}. {about.query}")
    begin, end = head.to_ical().split(b"END:VCALENDAR", 1)
    yield begin
    on = date.fromisoformat(about.on)
    for row in rows:
        outcome = outcome_of(row)
        if is_ending(outcome, on):
            yield last_day(row, outcome, home).to_ical()
    yield b"END:VCALENDAR" + end


def is_ending(outcome: Outcome, on: date) -> bool:
    """Whether its last day can be an event: known to some weeks, after the first day, and not long past.

    A calculated end of a state body's list would read like a removal, one of custody like a release.
    """
    first, last = outcome.working_last_day
    kind = country().kinds[outcome.kind]
    if (
        first is None
        or last is None
        or kind.once
        or ((kind.listed or kind.pretrial) and outcome.end_basis == "computed")
    ):
        return False
    begins = outcome.binds_from.earliest
    return last - first <= WIDEST and (begins is None or last >= begins) and last >= on - LONG_PAST


def last_day(row: Row, outcome: Outcome, home: str) -> Event:
    """The event of one restriction. ``home`` is the address that case ids are appended to."""
    first = outcome.working_last_day.earliest
    assert first is not None
    sentences = [_("Last day: %(day)s.") % {"day": working_last_day_words(outcome)}]
    if is_likely(outcome):
        sentences.append(_("Likely (%(condition)s).") % {"condition": condition_of(outcome)})
    if row["end_basis"] == "computed":
        sentences.append(_("Calculated, not a court’s decision."))
    event = Event()
    event.add("uid", f"{row['case_key']}-{row['item'].replace(':', '-')}@shekteu")
    event.add("sequence", row["version"])
    event.add("dtstamp", row["published_at"])
    event.add("last-modified", row["published_at"])
    event.add("dtstart", first)
    event.add("dtend", first + timedelta(days=1))
    event.add("summary", summary(row, outcome))
    event.add("description", " ".join(sentences))
    event.add("url", f"{home}{row['case_id']}/")
    event.add("categories", [translated.short_name(row["kind"])])
    event.add("transp", "TRANSPARENT")
    return event


def is_likely(outcome: Outcome) -> bool:
    """Whether a presumption names the day more narrowly than the strict reading does."""
    return outcome.working_last_day != outcome.last_day


def summary(row: Row, outcome: Outcome) -> str:
    """Whose restriction it is, and what the day rests on: a calculation is never worded as an event."""
    sentence = {
        "computed": _("By our calculation the last day: %(what)s, %(name)s"),
        "reported": _("Last day as reported: %(what)s, %(name)s"),
        "told": _("Last day as told by the person or their lawyer: %(what)s, %(name)s"),
    }[row["end_basis"]]
    if is_likely(outcome):
        sentence = _("The last day is likely one of these: %(what)s, %(name)s")
    elif not outcome.working_last_day.is_exact:
        sentence = _("The last day may be one of these: %(what)s, %(name)s")
    return sentence % {
        "name": translated.localized_str(row["names"], row["case_id"]),
        "what": translated.short_name(row["kind"]),
    }
