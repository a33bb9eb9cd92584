"""The last day of a restriction as readers are told it: never more exact than what it rests on."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from archive.wording.dates import day, in_words, month
from archive.wording.localize import restriction_kind
from law.dates import UNKNOWN, DateRange
from law.outcome import Outcome
from records.languages import active_language

A_FEW_WEEKS = timedelta(days=60)
"""Days that lie further apart are told as months."""


def likely_last_day(outcome: Outcome) -> DateRange:
    """The last day by the likely reading; unknown where none is given."""
    return outcome.likely.last_day if outcome.likely else UNKNOWN


def latest_last_day(outcome: Outcome) -> date | None:
    """The latest last day that any reading gives, the strict one first."""
    return outcome.last_day.latest or likely_last_day(outcome).latest


def last_day_words(outcome: Outcome) -> str:
    """“3 February 2030”, “likely November 2029 – October 2030”, “not before 4 May 2027; end not known”."""
    if outcome.open_ended:
        return _("no end date")
    strict, likely = outcome.last_day, likely_last_day(outcome)
    if is_calculated_release(outcome) and strict.latest is not None:
        return release_words(strict.latest, is_rough(outcome))
    if None not in strict:
        return days_in_words(strict, is_rough=is_rough(outcome))
    if None not in likely:
        return _("likely %(days)s") % {"days": days_in_words(likely, is_rough=True)}
    if strict.earliest and outcome.binds_from.earliest and strict.earliest > outcome.binds_from.earliest:
        return _("end not known; %(bound)s") % {"bound": in_words(strict)}
    return in_words(strict) if strict.latest else _("end not known")


def working_last_day_words(outcome: Outcome) -> str:
    """The last day by which lists match and sort, as roughly as it is known: a likely one is never told to the day."""
    days = outcome.working_last_day
    if is_calculated_release(outcome) and days.latest is not None:
        return release_words(days.latest, is_rough(outcome))
    return in_words(days) if None in days else days_in_words(days, is_rough(outcome) or days != outcome.last_day)


def is_calculated_release(outcome: Outcome) -> bool:
    """Tells whether it is an end of prison that nobody reports: a bound, which parole or mercy may have brought on."""
    return restriction_kind(outcome.kind).is_prison and outcome.end_basis == "computed"


def release_words(latest: date, is_rough: bool) -> str:
    """“release by 2 July 2031 if nothing shortened it”."""
    bound = _("about %(date)s") % {"date": month(latest)} if is_rough else day(latest)
    return _("release by %(day)s if nothing shortened it") % {"day": bound}


def first_day_words(outcome: Outcome) -> str:
    """The first day as it stands in the table."""
    begins = outcome.binds_from
    if None not in begins:
        return days_in_words(begins)
    if outcome.likely and None not in outcome.likely.binds_from:
        return _("likely %(days)s") % {"days": days_in_words(outcome.likely.binds_from, is_rough=True)}
    return _("start not known") if begins.is_unknown else in_words(begins)


def is_rough(outcome: Outcome) -> bool:
    """A calculated end of the lowest certainty is never one day in words."""
    return outcome.end_basis == "computed" and outcome.certainty == "C"


def days_in_words(days: DateRange, is_rough: bool = False) -> str:
    """One day, a few weeks by their days, anything longer by its months; a rough day as “about February 2030”."""
    earliest, latest = days
    assert earliest is not None and latest is not None
    if is_rough and (earliest.year, earliest.month) == (latest.year, latest.month):
        return _("about %(date)s") % {"date": month(earliest)}
    if earliest != latest and (earliest.year, earliest.month) == (latest.year, latest.month) and not is_rough:
        return f"{earliest.day}–{day(latest)}" if active_language() != "kk" else in_words(days)
    if latest - earliest <= A_FEW_WEEKS and not is_rough:
        return in_words(days)
    return f"{month(earliest)} – {month(latest)}"
