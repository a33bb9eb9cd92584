"""What may be said of a restriction on a day. A computed boundary is never worded as an event."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from archive.wording.dates import from_day, in_words, last_days, month, through, year
from archive.wording.localize import restriction_kind, word
from law.dates import DateRange
from law.outcome import Outcome
from law.states import MAY_BIND, basis, state


def statement(outcome: Outcome, on: date) -> str:
    """One sentence without a full stop: what holds on the day, until when, and what that rests on."""
    return "; ".join(filter(None, (brief(outcome, on), support(outcome, on))))


def brief(outcome: Outcome, on: date) -> str:
    """What holds on the day and until when, without the newest report."""
    if _is_of_no_time(outcome, on):
        return _("ordered; no source says whether it was carried out")
    match state(outcome, on):
        case "in-force":
            return _in_force(outcome, on)
        case "ended":
            return _ended(outcome)
        case "upcoming":
            return _upcoming(outcome)
        case "likely-in-force":
            return _likely(outcome)
        case "possible":
            return _possible(outcome)
        case "unknown":
            return _unknown(outcome)
        case "expected":
            return _("the law provides for it; listing not confirmed")
        case "void":
            return _("void: the verdict was cancelled")


def support(outcome: Outcome, on: date) -> str:
    """The newest report, where the statement needs one; that none confirms a calculated end."""
    state_on_day = state(outcome, on)
    if state_on_day == "ended" and outcome.end_basis == "computed":
        last, ends = outcome.last_report, outcome.ends.latest
        if last and last.earliest and ends and last.earliest >= ends:
            # Whether that source says that it ended, only the source can tell.
            return _("a later report speaks of it: %(date)s") % {"date": about(last)}
        return _("no report confirms it")
    if state_on_day in MAY_BIND and not _is_of_no_time(outcome, on):
        return report(outcome)
    return ""


def _is_of_no_time(outcome: Outcome, on: date) -> bool:
    """A fine or a confiscation of which nobody says when it was carried out."""
    once = restriction_kind(outcome.kind).once
    return once and outcome.ends.latest is None and state(outcome, on) in MAY_BIND


def report(outcome: Outcome) -> str:
    """“last report: April 2025”."""
    if outcome.last_report is None:
        return _("no report speaks of it")
    return _("last report: %(date)s") % {"date": about(outcome.last_report)}


def about(value: DateRange) -> str:
    """A range that stands for “about a month” or “about a year” by its middle."""
    earliest, latest = value
    if earliest is None or latest is None or earliest == latest:
        return in_words(value)
    after = latest + timedelta(1)
    whole = earliest.day == 1 and after.day == 1
    months = (after.year - earliest.year) * 12 + after.month - earliest.month
    middle = earliest + (latest - earliest) / 2
    if whole and months == 3:
        return _("about %(date)s") % {"date": month(middle)}
    if whole and months == 36 and earliest.month == 1:
        return _("about %(date)s") % {"date": year(middle.year)}
    return in_words(value)


def _in_force(outcome: Outcome, on: date) -> str:
    if outcome.open_ended:
        return _("in force, %(end)s") % {"end": through(outcome.ends, open_ended=True)}
    if outcome.end_basis == "computed":
        said = {
            "computed": _("in force by our calculation, %(end)s"),
            "reported": _("in force as reported, by our calculation %(end)s"),
            "told": _("in force as told by the person or their lawyer, by our calculation %(end)s"),
        }[basis(outcome, on)]
    elif outcome.end_basis == "told":
        said = _("in force, %(end)s as told by the person or their lawyer")
    else:
        said = _("in force, %(end)s as reported")
    return said % {"end": through(outcome.ends)}


def _ended(outcome: Outcome) -> str:
    said = {
        "computed": _("should have ended by our calculation, %(end)s"),
        "reported": _("ended, %(end)s as reported"),
        "told": _("ended, %(end)s as told by the person or their lawyer"),
    }
    return said[outcome.end_basis] % {"end": through(outcome.ends)}


def _upcoming(outcome: Outcome) -> str:
    assert outcome.binds_from.earliest is not None
    if outcome.binds_from.is_exact:
        return _("not yet in force: by our calculation %(from)s") % {"from": from_day(outcome.binds_from.earliest)}
    return _("not yet in force: by our calculation it begins %(range)s") % {"range": in_words(outcome.binds_from)}


def _likely(outcome: Outcome) -> str:
    return "; ".join(filter(None, (word("states", "likely-in-force"), bounds(outcome))))


def _possible(outcome: Outcome) -> str:
    if None in outcome.ends:
        return "; ".join(filter(None, (word("states", "possible"), bounds(outcome))))
    return _("may have ended; first day without it by our calculation: %(range)s") % {"range": in_words(outcome.ends)}


def _unknown(outcome: Outcome) -> str:
    """Facts are missing; whatever bound is known is said."""
    if None not in outcome.binds_from:
        return _("may have begun; first day by our calculation: %(range)s") % {"range": in_words(outcome.binds_from)}
    return "; ".join(filter(None, (_("cannot be calculated for this day"), bounds(outcome))))


def bounds(outcome: Outcome) -> str:
    """What is known of the first and the last day where not everything is; empty if nothing."""
    first, last = outcome.binds_from, last_days(outcome.ends)
    if _says_nothing(first, last):
        said = "" if first.is_unknown else _("by our calculation its first day is: %(first)s")
    elif first.is_unknown:
        said = _("by our calculation its last day is: %(last)s")
    else:
        said = _("by our calculation its first day is: %(first)s; its last: %(last)s")
    return said % {"first": in_words(first), "last": in_words(last)}


def _says_nothing(first: DateRange, last: DateRange) -> bool:
    """Nothing is known of the last day, or only that it may lie before the first: all may be served already."""
    if last.latest is not None:
        return False
    return last.earliest is None or (first.earliest is not None and last.earliest < first.earliest)
