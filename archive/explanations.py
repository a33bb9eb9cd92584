"""The words for what the engine did: its steps, its assumptions, what it misses, what cannot be.

Keys come from ``law/``; a test enumerates them from its source. A placeholder stands for a whole
phrase that is never declined, so sentences read like a calculation: name, colon, value.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

STEPS: Mapping[str, Any] = {
    "reported": __("A source reports the day: %(result)s. A report comes before the rule."),
    "first-reported": __("No source names the day of the listing. First reported: %(result)s."),
    "list-expected": __("The law provides for the listing. No source confirms it."),
    "force-from-ruling": __("The verdict takes force with the ruling of the higher court: %(ruling)s."),
    "force-after-appeal-time": __(
        "Verdict: %(verdict)s. It takes force when the time to appeal is over, %(days)s days, or with the "
        "ruling of the higher court. Day of force: %(result)s."
    ),
    "appeal-time-runs-out": __("Time to appeal: %(days)s days. Counted from: %(from)s. Last day: %(result)s."),
    "rolls-to-working-day": __(
        "Last day of the time to appeal: %(last_day)s. If that is a day off, the next working day counts: %(result)s."
    ),
    "force-unappealed": __("Nobody appealed. The verdict takes force when the time to appeal is over: %(result)s."),
    "term-starts-with-custody": __(
        "Custody went on until the verdict took force, so the term is counted from its first day: %(custody)s."
    ),
    "term-starts-with-arrest": __("The term is counted from the arrest after the verdict: %(arrest)s."),
    "registered-after-force": __(
        "The term is counted from registration with the probation service, which comes within %(days)s days of the "
        "day of force. Force: %(force)s. Registration: %(result)s."
    ),
    "credit-custody": __(
        "Custody before force: %(custody_days)s. One day counts as: %(rate)s. Credit beyond the days themselves "
        "or in full: %(result)s."
    ),
    "credit-house-arrest": __("House arrest: %(house_arrest_days)s. Two days count as one. Credit: %(result)s."),
    "term-runs-out": __(
        "Start: %(start)s. Length: %(length)s. Less the credit above. First day after the term: %(result)s."
    ),
    "add-length": __("Start: %(start)s. Length: %(length)s. First day after the term: %(result)s."),
    "ban-counts-from-release": __(
        "Beside prison a ban binds from force, but its term is counted from release: %(release)s."
    ),
    "ban-counts-from-force": __("The term of the ban is counted from the day of force: %(force)s."),
    "ban-after-replacement": __(
        "Prison was replaced on: %(replaced_on)s. What replaced it was served on: %(served)s. The ban is counted "
        "from one of these days: %(result)s."
    ),
    "ends-with-main-penalty": __("The ban lasts as long as the main penalty. It ends: %(main_penalty_ends)s."),
    "supervision-from-release": __("Supervision is counted from release: %(release)s."),
    "control-for-the-term": __("It lasts as long as the penalty it belongs to. That ends: %(main_penalty_ends)s."),
    "changed-until": __("Changed by a court or body. New first day without it: %(result)s."),
    "extended-by": __("Extended by: %(by)s. The extension is added to the end: %(result)s."),
    "shortened-by": __("Shortened by: %(by)s. New end: %(result)s."),
    "lifted-on": __("Lifted: %(result)s."),
    "replaced-on": __("Replaced by another penalty: %(result)s."),
    "extended-on": __("Extended: %(result)s."),
    "shortened-on": __("Shortened: %(result)s."),
    "changed-by-unknown": __("Changed, but no source says by how much."),
    "paused": __("The term stood still. From: %(paused)s. To: %(resumed)s. New end: %(result)s."),
    "still-paused": __("The term stands still. From: %(paused)s. Nothing is known of its going on."),
    "later-of-both": __("The record is counted from the later of these ends. %(inputs)s. Later: %(result)s."),
    "gravity-by-sanction": __("Article %(article)s, by its highest sanction: %(result)s."),
    "years-after-prison": __(
        "Penalties served: %(served)s. Gravity: %(gravity)s. The record lasts after that: %(length)s. First day "
        "without it: %(result)s."
    ),
    "ends-when-served": __("After a penalty without prison the record ends when all penalties are served: %(served)s."),
    "ends-with-probation": __(
        "After a suspended sentence the record ends with the time of probation and of the ban: %(served)s."
    ),
    "no-end": __("A ban for life: the record has no end."),
    "ends-with-record": __("The listing ends with the criminal record: %(record_ends)s."),
    "ends-with-death": __("The person died. Restrictions end with that day: %(result)s."),
    "force-before-execution": __(
        "It was in force when it began to be carried out or was reviewed: %(executed)s. So the day of force lies: "
        "%(result)s."
    ),
    "prison-from-the-order": __("Prison is counted from the order that replaced the penalty: %(order)s."),
    "own-clock": __(
        "Article %(article)s, by its highest sanction: %(gravity)s. Its own record would last: %(length)s. By itself "
        "it would end: %(result)s."
    ),
    "day-for-day": __("Start: %(start)s. Rest of the old penalty: %(rest)s. First day after the term: %(result)s."),
    "from-really-served": __(
        "Released early: the record is counted from the day of real release: %(main_penalty_ends)s."
    ),
    "milder-or-prison": __(
        "The penalty was milder than prison but was served in prison. Penalties served: %(served)s. By one reading or "
        "the other the record ends: %(result)s."
    ),
    "interrupted-by-new-crime": __(
        "A new crime interrupts the record, which is then counted anew. New verdict: %(new_verdict)s. New penalties "
        "served: %(served)s. End: %(result)s."
    ),
    "later-verdict-while-it-runs": __(
        "A later verdict took force while this penalty still ran: %(new_verdict)s. End: %(result)s."
    ),
    "share-by-age": __("A smaller share from the age of %(age)s. Birthday: %(birthday)s. Day: %(result)s."),
    "half-the-term": __(
        "Start: %(start)s. Half the term: %(length)s. From this day on a court may be asked: %(result)s."
    ),
    "share-of-the-term": __("Share of the term that must be served: %(share)s, that is %(length)s. Day: %(result)s."),
}

ASSUMPTIONS: Mapping[str, Any] = {
    "force-on-the-day-of-the-ruling": __("We take the day of the ruling as the day of force."),
    "force-one-day-range": __("The laws can be read so that force begins on the last day or on the next."),
    "appeal-result-unknown": __("The verdict was appealed; the result is not known here, so the day of force is open."),
    "appeal-unknown": __("No source says whether the verdict was appealed, so the day of force is open."),
    "copy-served-unknown": __(
        "For a convict in custody the time runs from the handing over of the copy; that day is not known."
    ),
    "registered-within-45-days": __(
        "The day of registration is not known. The law's own time limits allow for up to 45 days after force."
    ),
    "custody-until-force": __("No source names the end of custody; we take it that it went on until force."),
    "released-with-the-verdict": __(
        "No source names the day of release; we take it to be the day of the verdict at the latest."
    ),
    "arrest-day-unknown": __("The day of the arrest after the verdict is not known."),
    "regime-unknown": __("The regime of the colony is not known, so the credit is a range."),
    "credit-rate-before-2020": __("Which rate of credit applies to days before January 2020 is not sure."),
    "executed-when-in-force": __("A verdict is carried out only when it is in force, so it was in force by then."),
    "taken-on-the-day-of-the-order": __("We take it that the person was taken to prison on the day of the order."),
    "record-after-replacement-not-read": __(
        "We have not read which record follows a replaced penalty: a range over both readings."
    ),
    "day-of-new-crime-unknown": __(
        "The day of the new crime is not known, so whether it interrupts the record stays open."
    ),
    "rest-may-be-in-the-later-sentence": __(
        "The rest of this penalty may have gone into the later sentence: a range over both."
    ),
    "gravity-unknown": __("The gravity of an offence is not known, so the end is open."),
    "ban-after-replacement-not-read": __(
        "We have not read how a ban is counted after prison was replaced: a range over both readings."
    ),
}

MISSING: Mapping[str, Any] = {
    "length": __("its length: %(what)s"),
    "in_force": __("the day of legal force: %(what)s"),
    "date": __("the exact date: %(what)s"),
    "copy_served": __("the day on which the copy was handed over: %(what)s"),
    "registered": __("the day of registration with the probation service: %(what)s"),
    "regime": __("the regime of the colony: %(what)s"),
    "until": __("the last day: %(what)s"),
    "arrest": __("the day of the arrest: %(what)s"),
    "release": __("the day of release: %(what)s"),
    "gravity": __("the gravity of the offence: %(what)s"),
    "charges": __("the articles of the conviction"),
    "starts": __("the first day: %(what)s"),
    "listing": __("whether and when the person was listed"),
    "main-penalty": __("the main penalty: %(what)s"),
    "record": __("the criminal record it depends on"),
    "verdict": __("the verdict that ordered it"),
    "circle": __("rows that wait for each other: %(what)s"),
    "by": __("by how much it was changed: %(what)s"),
    "resumed": __("when the term went on: %(what)s"),
    "crime": __("the day of the later crime: %(what)s"),
    "cumulation": __("how the two sentences were added up: %(what)s"),
    "done": __("when it was paid or carried out: %(what)s"),
}

CONTRADICTIONS: Mapping[str, Any] = {
    "two-main-penalties": __("One verdict has two main penalties"),
    "ends-before-start": __("It ends before it begins"),
    "longer-than-the-code-allows": __("It is longer than the code allows"),
    "released-before-in-force": __("Its end is reported before its start"),
    "custody-longer-than-term": __("The days in custody are more than the whole term"),
    "supervision-beyond-record": __("Supervision would outlast the criminal record"),
    "ruling-before-verdict": __("The ruling is older than the verdict"),
    "in-force-before-verdict": __("It took force before it was given"),
}


def step(operation: str, values: Mapping[str, str]) -> str:
    """The sentence of one step; ``values`` are phrases by the names of its inputs, and ``result``."""
    if operation not in STEPS:
        return _("%(operation)s: %(result)s") % {"operation": operation, "result": values.get("result", "")}
    known = {name.replace("-", "_"): value for name, value in values.items()}
    return str(STEPS[operation]) % _Forgiving(known)


def assumption(key: str) -> str:
    return str(ASSUMPTIONS.get(key, key))


def missing(key: str, names: Mapping[str, str]) -> str:
    """A missing fact; ``names`` are the words for rows by their ids."""
    prefix, _colon, ref = key.partition(":")
    sentence = MISSING.get(prefix)
    if sentence is None:
        return key
    return str(sentence) % {"what": names.get(ref, ref)}


def contradiction(code: str) -> str:
    return str(CONTRADICTIONS.get(code, code))


class _Forgiving(dict[str, str]):
    """An input that an older engine did not record must not break the page."""

    def __missing__(self, key: str) -> str:
        return _("not known")
