"""What may be said of a restriction on a day, in the same words everywhere. A calculated day is never an event."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from archive.wording.dates import day, in_words, month, year
from archive.wording.localize import restriction_kind, word
from archive.wording.presumptions import OF_ANY, condition_of
from law.dates import DateRange
from law.outcome import Outcome
from law.states import MAY_BIND, State, state

A_YEAR = timedelta(days=365)
"""So long a report that somebody is in prison is taken to hold."""


def statement(outcome: Outcome, on: date) -> str:
    """One sentence without a full stop: the state on the day, the day to plan for, the newest report."""
    return "; ".join(filter(None, (state_in_words(outcome, on), planning(outcome, on), support(outcome, on))))


def state_in_words(outcome: Outcome, on: date, source: str = "") -> str:
    """The state with what it rests on: “likely in force (if an appeal changed nothing)”, “over, as reported”.

    ``source``: who reported it last, for a list of a state body.
    """
    state_on_day = state(outcome, on)
    if restriction_kind(outcome.kind).listed:
        return listing_in_words(outcome, on, source)
    if is_of_no_time(outcome, on):
        return _("not known whether carried out")
    if is_prison_unheard_of(outcome.kind, state_on_day, outcome.last_report, on):
        return _("not known whether still in prison")
    match state_on_day:
        case "likely-in-force":
            return _("likely in force (%(condition)s)") % {"condition": condition_of(outcome) or OF_ANY}
        case "ended":
            return {
                "computed": _("should be over; not confirmed"),
                "reported": _("over, as reported"),
                "told": _("over, as told by the person or their lawyer"),
            }[outcome.end_basis]
        case _:
            return word("states", state_on_day)


def brief_state(kind: str, standing: str, state_on_day: State, report: DateRange | None, on: date) -> str:
    """The state for a line that names several restrictions: of a list and of prison never more than was reported."""
    if restriction_kind(kind).listed and state_on_day in MAY_BIND:
        return listed_words(state_on_day, standing == "told", report, on)
    if is_prison_unheard_of(kind, state_on_day, report, on):
        return _("not known whether still in prison")
    return word("states", state_on_day)


def is_prison_unheard_of(kind: str, state_on_day: State, report: DateRange | None, on: date) -> bool:
    """Tells whether it is a prison term of which nobody has spoken for a year: most are left before their last day."""
    heard = report is not None and report.latest is not None and on - report.latest <= A_YEAR
    return restriction_kind(kind).is_prison and state_on_day in MAY_BIND and not heard


def listing_in_words(outcome: Outcome, on: date, source: str = "") -> str:
    """A list of a state body, never in force nor likely: on it or off it as somebody reported, or what the law
    provides for."""
    state_on_day = state(outcome, on)
    if state_on_day == "ended" and outcome.end_basis == "reported":
        return _("removed, as reported")
    if state_on_day == "ended" and outcome.end_basis == "told":
        return _("removed, as the person or their lawyer said")
    if state_on_day == "ended" or state_on_day in MAY_BIND:
        is_told = "told" in (outcome.standing, outcome.start_basis)
        return listed_words(state_on_day, is_told, outcome.last_report, on, source)
    return word("states", state_on_day)


def listed_words(state_on_day: State, is_told: bool, report: DateRange | None, on: date, source: str = "") -> str:
    """“listed, as reported (Vlast, April 2018; nothing later is known)”: our calculation takes nobody off the list."""
    if state_on_day == "unknown" and (report is None or (report.earliest is not None and on < report.earliest)):
        return word("states", "unknown")
    words = _("listed, as the person or their lawyer said") if is_told else _("listed, as reported")
    if report is None:
        return words
    reported = ", ".join(filter(None, (source, about(report))))
    if report.latest is None or on > report.latest:
        reported = _("%(report)s; nothing later is known") % {"report": reported}
    return f"{words} ({reported})"


def planning(outcome: Outcome, on: date) -> str:
    """Of what may still be in force, the latest day under any reading, or that there is none to name."""
    if restriction_kind(outcome.kind).listed:
        return ""
    if state(outcome, on) not in ("possible", "unknown") or is_of_no_time(outcome, on):
        return ""
    if outcome.planning_day is None:
        return _("we can name no last day")
    return _("latest day under any reading: %(day)s") % {"day": day(outcome.planning_day)}


def support(outcome: Outcome, on: date) -> str:
    """The newest report, where the state needs one and does not name it itself."""
    if restriction_kind(outcome.kind).listed:
        return ""
    state_on_day = state(outcome, on)
    if state_on_day == "ended" and outcome.end_basis == "computed" and not is_of_no_time(outcome, on):
        last, ends = outcome.last_report, outcome.ends.latest
        if last and last.earliest and ends and last.earliest >= ends:
            # Whether that source says that it ended, only the source can tell.
            return _("mentioned again: %(date)s") % {"date": about(last)}
        return ""
    if state_on_day in MAY_BIND and not is_of_no_time(outcome, on):
        return report(outcome)
    return ""


def is_of_no_time(outcome: Outcome, on: date) -> bool:
    """Tells whether it is a fine or a confiscation of which nobody says that it was carried out."""
    once, states = restriction_kind(outcome.kind).once, ("ended", *MAY_BIND)
    return once and outcome.end_basis == "computed" and state(outcome, on) in states


def report(outcome: Outcome) -> str:
    """“last report: April 2025”."""
    if outcome.last_report is None:
        return _("no report mentions it")
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
