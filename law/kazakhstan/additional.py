"""When a ban and administrative supervision start and end (CC 50, AS 2, CPC 476)."""

from law.dates import UNKNOWN, DateRange, hull
from law.facts import Restriction
from law.kazakhstan.answers import Answer, step
from law.outcome import Input, Step

LONGEST_BAN_YEARS = 10


def ban_start(row: Restriction, force: Answer, main: Restriction | None, release: Answer) -> Answer:
    """Where the term of a ban begins: release from prison, else force of the verdict (CC 50(4)).

    Where no main penalty is recorded it may be either.
    """
    if main is None:
        return _main_penalty_unknown(row, force)
    if main.kind == "imprisonment":
        doubts = tuple(entry for entry in release.steps if entry.operation == "ban-after-replacement")
        found = step(
            "ban-start",
            "ban-counts-from-release",
            (Input("release", release.value, main.id),),
            release.value,
            decided_on=force.value,
        )
        return Answer(waits_for=(main.id,)).resting_on(force, release).then(*doubts, found, value=release.value)
    found = step(
        "ban-start",
        "ban-counts-from-force",
        (Input("force", force.value, row.verdict),),
        force.value,
        decided_on=force.value,
    )
    return Answer(fitted=force.fitted).resting_on(force).then(found, value=force.value)


def _main_penalty_unknown(row: Restriction, force: Answer) -> Answer:
    value = DateRange(force.value.earliest, None)
    found = step(
        "ban-start",
        "ban-counts-from-force-or-release",
        (Input("force", force.value, row.verdict),),
        value,
        decided_on=force.value,
        assumption="main-penalty-unknown",
    )
    missing = (f"main-penalty:{row.verdict}",)
    return Answer(fitted=force.fitted).resting_on(force).then(found, value=value, missing=missing)


def ban_end(row: Restriction, start: Answer, force: Answer, served: Answer | None) -> Answer:
    """End of a ban of a fixed length, for the term of the main penalty, or without end."""
    answer = start._replace(basis="computed")
    if row.term == "main-penalty" and served is not None:
        inputs = (Input("main-penalty-ends", served.value, served.waits_for[0]),)
        found = step("ban", "ends-with-main-penalty", inputs, served.value, decided_on=force.value)
        answer = answer._replace(waits_for=served.waits_for).resting_on(served)
        return answer.then(found, value=served.value)
    if row.length is None:
        return answer._replace(value=UNKNOWN).resting_on(Answer(missing=(f"length:{row.id}",)))
    ends = start.value.plus(row.length)
    return answer.then(add_length("ban", row, start.value, ends, force.value), value=ends)


def supervision_start(row: Restriction, force: Answer, release: Answer | None) -> Answer:
    """From release, if the order names no other day (AS 2, CPC 476)."""
    if release is None:
        return Answer(missing=(f"release:{row.id}",)).beaten_by(row.starts)
    inputs = (Input("release", release.value, release.waits_for[0]),)
    found = step("supervision-start", "supervision-from-release", inputs, release.value, decided_on=release.value)
    answer = Answer(waits_for=release.waits_for).resting_on(release).then(found, value=release.value)
    return answer.beaten_by(row.starts)


def supervision_end(row: Restriction, start: Answer) -> Answer:
    """Start and the length that the court set; prolonging adds to the end (AS 2)."""
    answer = start._replace(basis="computed")
    if row.length is None:
        return answer._replace(value=UNKNOWN).resting_on(Answer(missing=(f"length:{row.id}",)))
    ends = start.value.plus(row.length)
    return answer.then(add_length("supervision", row, start.value, ends, start.value), value=ends)


def add_length(rule_id: str, row: Restriction, start: DateRange, ends: DateRange, decided_on: DateRange) -> Step:
    return step(
        rule_id,
        "add-length",
        (Input("start", start), Input("length", row.length, row.id)),
        ends,
        decided_on=decided_on,
        sources=row.sources,
    )


def after_replacement(replaced_on: DateRange, served: DateRange) -> DateRange:
    """Whether a ban counts from the replacement of prison or from the end of what replaced it was
    not read (CC 73): a range over both."""
    return hull(replaced_on, served)
