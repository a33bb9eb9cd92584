"""The reckoning of a document of format 1, which had one reading of every date, as format 2 writes it.

Frozen with the format that it reads: it asks nothing of today's law, so that the past shows what was said then.
"""

from datetime import date, timedelta

from records.json_dict import JSONDict

ONE_DAY = timedelta(days=1)
UNTIL_RELEASE = ("imprisonment", "arrest")
"""Of these the first day without them is the day of release, and the last day too."""
WITHOUT_LAST_DAY = ("fine", "confiscation", "correctional-work")
UNKNOWN: JSONDict = {"earliest": None, "latest": None}


def with_readings(reckoning: JSONDict) -> JSONDict:
    """Returns the reckoning with last days, and with null where format 2 has a likely reading."""
    restrictions = [_restriction(outcome) for outcome in reckoning["restrictions"]]
    until = reckoning["burden"]["until"]
    ends_with_prison = any(row["ends"] == until and row["kind"] in UNTIL_RELEASE for row in restrictions)
    last_day = until if ends_with_prison else _day_before(until)
    return {
        **reckoning,
        "restrictions": restrictions,
        "custody": [{**period, "end_basis": "reported", "likely": None} for period in reckoning["custody"]],
        "verdicts": [{**verdict, "likely": None} for verdict in reckoning["verdicts"]],
        "burden": {**reckoning["burden"], "last_day": last_day, "likely": None},
    }


def _restriction(outcome: JSONDict) -> JSONDict:
    last_day = _last_day(outcome["kind"], outcome["ends"])
    latest = None if outcome["void"] else last_day["latest"]
    return {**outcome, "last_day": last_day, "planning_day": latest, "likely": None}


def _last_day(kind: str, ends: JSONDict) -> JSONDict:
    if kind in WITHOUT_LAST_DAY:
        return UNKNOWN
    return ends if kind in UNTIL_RELEASE else _day_before(ends)


def _day_before(days: JSONDict) -> JSONDict:
    return {bound: day and (date.fromisoformat(day) - ONE_DAY).isoformat() for bound, day in days.items()}
