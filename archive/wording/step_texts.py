"""The words for what the engine did: its steps, its assumptions, what it misses.

Keys come from ``law/``; a test enumerates them from its source. A placeholder stands for a whole
phrase that is never declined, so sentences read like a calculation: name, colon, value.
"""

from collections import defaultdict
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

STEPS: Mapping[str, Promise] = {
    "reported": _("A source reports the day: %(result)s. We follow the report over the rule."),
    "first-reported": _("No source names the day of the listing. First reported: %(result)s."),
    "list-expected": _("The law provides for the listing. No source confirms it."),
    "force-from-ruling": _("The verdict takes force with the ruling of the higher court: %(ruling)s."),
    "force-after-appeal-time": _(
        "Verdict: %(verdict)s. It takes force when the time to appeal is over (%(days)s) or with the "
        "ruling of the higher court. Day of force: %(result)s."
    ),
    "appeal-time-runs-out": _("Time to appeal: %(days)s. Counted from: %(from)s. Last day: %(result)s."),
    "rolls-to-working-day": _(
        "Last day of the time to appeal: %(last_day)s. If that is a day off, the next working day counts: %(result)s."
    ),
    "force-unappealed": _("Nobody appealed. The verdict takes force when the time to appeal is over: %(result)s."),
    "term-starts-with-custody": _(
        "Custody went on until the verdict took force, so the term is counted from its first day: %(custody)s."
    ),
    "term-starts-with-arrest": _("The term is counted from the arrest after the verdict: %(arrest)s."),
    "registered-after-force": _(
        "The term is counted from registration with the probation service, which comes within %(days)s of the "
        "day of force. Force: %(force)s. Registration: %(result)s."
    ),
    "credit-custody": _(
        "Custody before force: %(custody_days)s. One day counts as: %(rate)s. The term is shorter by: %(result)s."
    ),
    "credit-house-arrest": _("House arrest: %(house_arrest_days)s. Two days count as one. Credit: %(result)s."),
    "term-runs-out": _(
        "Start: %(start)s. Length: %(length)s. Less the credit above. First day after the term: %(result)s."
    ),
    "both-lengths": _(
        "Sources differ on a length: %(length)s by one, %(other_length)s by another. The steps above go by the first: "
        "%(by_the_first)s. By the other: %(by_the_other)s. Both together: %(result)s."
    ),
    "add-length": _("Start: %(start)s. Length: %(length)s. First day after the term: %(result)s."),
    "ban-counts-from-release": _(
        "With a prison term the ban applies at once, but its years are counted from release: %(release)s."
    ),
    "ban-counts-from-force": _("The term of the ban is counted from the day of force: %(force)s."),
    "ban-counts-from-force-or-release": _(
        "The main penalty is not known, so the term of the ban may be counted from force or from a release. Force: "
        "%(force)s. Counted from: %(result)s."
    ),
    "several-readings": _("The facts can be read in several ways. End over all of them: %(result)s."),
    "sentence-is-served": _("The suspended sentence is to be served in prison. Order: %(order)s. Length: %(length)s."),
    "ban-after-replacement": _(
        "Prison was replaced on: %(replaced_on)s. What replaced it was served on: %(served)s. The ban is counted "
        "from one of these days: %(result)s."
    ),
    "ends-with-main-penalty": _("The ban lasts as long as the main penalty. It ends: %(main_penalty_ends)s."),
    "supervision-from-release": _("Supervision is counted from release: %(release)s."),
    "control-for-the-term": _("It lasts as long as the penalty it belongs to. That ends: %(main_penalty_ends)s."),
    "changed-until": _("Changed by a court or body. New first day without it: %(result)s."),
    "extended-by": _("Extended by: %(by)s. The extension is added to the end: %(result)s."),
    "shortened-by": _("Shortened by: %(by)s. New end: %(result)s."),
    "lifted-on": _("Lifted: %(result)s."),
    "replaced-on": _("Replaced by another penalty: %(result)s."),
    "extended-on": _("Extended: %(result)s."),
    "shortened-on": _("Shortened: %(result)s."),
    "changed-by-unknown": _("Changed, but no source says by how much."),
    "paused": _("The term was suspended from: %(paused)s. It resumed: %(resumed)s. New end: %(result)s."),
    "still-paused": _("The term is suspended. From: %(paused)s. Nothing is known of its resuming."),
    "later-of-both": _("The record is counted from the later of these ends. %(inputs)s. Later: %(result)s."),
    "gravity-by-sanction": _("Article %(article)s, by its highest sanction: %(result)s."),
    "years-after-prison": _(
        "Penalties served: %(served)s. Gravity: %(gravity)s. The record lasts after that: %(length)s. First day "
        "without it: %(result)s."
    ),
    "ends-when-served": _("After a penalty without prison the record ends when all penalties are served: %(served)s."),
    "ends-with-probation": _(
        "After a suspended sentence the record ends with the time of probation and of the ban: %(served)s."
    ),
    "no-end": _("For life: it has no end."),
    "ends-with-record": _("The listing ends with the criminal record: %(record_ends)s."),
    "ends-with-death": _("The person died. Restrictions end with that day: %(result)s."),
    "force-before-execution": _(
        "It was in force when it began to be carried out or was reviewed: %(executed)s. So the day of force lies: "
        "%(result)s."
    ),
    "force-while-the-term-ran": _(
        "It ended or replaced a term while that ran, at the latest on its last day: %(term_ends)s. So the day of force "
        "lies: %(result)s."
    ),
    "prison-from-the-order": _("Prison is counted from the order that replaced the penalty: %(order)s."),
    "own-clock": _(
        "Article %(article)s, by its highest sanction: %(gravity)s. Its own record would last: %(length)s. By itself "
        "it would end: %(result)s."
    ),
    "day-for-day": _("Start: %(start)s. Rest of the old penalty: %(rest)s. First day after the term: %(result)s."),
    "from-really-served": _(
        "Released early: the record is counted from the day of actual release: %(main_penalty_ends)s."
    ),
    "milder-or-prison": _(
        "The penalty was milder than prison but was served in prison. Penalties served: %(served)s. By one reading or "
        "the other the record ends: %(result)s."
    ),
    "interrupted-by-new-crime": _(
        "A new crime interrupts the record, which is then counted anew. New verdict: %(new_verdict)s. New penalties "
        "served: %(served)s. End: %(result)s."
    ),
    "later-verdict-while-it-runs": _(
        "A later verdict took force while this penalty still ran: %(new_verdict)s. End: %(result)s."
    ),
    "share-by-age": _("A smaller share from the age of %(age)s. Birthday: %(birthday)s. Day: %(result)s."),
    "half-the-term": _(
        "Start: %(start)s. Half the term: %(length)s. From this day on a court may be asked: %(result)s."
    ),
    "share-of-the-term": _("Share of the term that must be served: %(share)s, that is %(length)s. Day: %(result)s."),
    "released-on-the-last-day": _(
        "Last day of the term: %(last_day)s. If it is a day off, the release comes on the working day before: "
        "%(result)s."
    ),
    "less-what-was-served": _(
        "A higher court changed the penalty. Already served: %(served)s. Taken off the end: %(result)s."
    ),
    "served-after-the-deferral": _(
        "The sentence is deferred until: %(deferred_until)s. Whether it is served after that, no rule tells."
    ),
    "deferred-for-the-term": _("Deferred from: %(start)s. For: %(length)s. Until: %(result)s."),
    "deferred-at-most": _(
        "Deferred from: %(start)s. The length is not reported; at most: %(length)s. Until: %(result)s."
    ),
    "kept-back-from-wages": _(
        "A sum is kept back from wages. How long that takes depends on them, so no day of the end follows."
    ),
    "paid-within": _(
        "Force: %(force)s. A fine is paid within three years at most, and one more if a court defers it. Paid: "
        "%(result)s."
    ),
    "ban-of-unknown-length": _(
        "Start: %(start)s. No source gives the length. The code allows from %(shortest)s to %(longest)s. End: "
        "%(result)s."
    ),
    "perhaps-freed-from-the-ban": _(
        "Left prison early: %(released)s. The ban may have been lifted as well. End: %(result)s."
    ),
    "bound-when-reported": _(
        "It was in force when something was reported of it: %(reported_on)s. So it had not ended before: %(result)s."
    ),
    "may-have-shortened": _(
        "An amnesty may have shortened the term: %(amnesty)s. A court applies it person by person, so no day moves."
    ),
    "control-of-a-minor": _(
        "Start: %(start)s. Control over a minor lasts from %(shortest)s to %(longest)s. End: %(result)s."
    ),
    "control-after-life": _("Released from life imprisonment: %(released)s. Control for ten years, until: %(result)s."),
    "control-for-the-rest": _("Released on parole: %(released)s. Control for the rest of the term, until: %(result)s."),
    "from-the-main-penalty": _(
        "A ban for life is not waited for: the record counts from the main penalty. Served: %(main_penalty_ends)s."
    ),
    "record-lifted": _("The record was lifted: %(lifted_on)s."),
    "record-perhaps-lifted": _(
        "Freed by amnesty or pardon: %(freed_on)s. The act may have lifted the record. End: %(result)s."
    ),
    "record-perhaps-lifted-by-a-court": _(
        "Ended early by a court: %(freed_on)s. The court may have lifted the record with it. End: %(result)s."
    ),
    "begun-when-reported": _("It bound on this day: %(reported_on)s. So it had begun by then: %(result)s."),
    "pardon-acts-at-once": _("A pardon acts on the day of the act: %(act)s."),
    "ended-early": _("Start: %(start)s. The whole term would end: %(term_ends)s. It ended before: %(result)s."),
    "both-until-the-graver": _(
        "This crime interrupted an earlier record of a graver one: %(first_verdict)s. The person counts as "
        "convicted of both until that term is over. Penalties served: %(served)s. End: %(result)s."
    ),
    "listed-when-reported": _(
        "A source speaks of the listing later than the rule would have ended it: %(reported_on)s. We follow "
        "the report over this rule. End: %(result)s."
    ),
    "in-force-by-six-months": _(
        "Verdict: %(verdict)s. We presume that it took force within %(days)s, our own bound: %(result)s."
    ),
    "in-force-with-the-ruling": _("We presume that it took force on the day of the ruling: %(ruling)s."),
    "penalty-unchanged": _("We presume that an appeal changed neither the kind nor the length of the penalty."),
    "registered-within-45-days": _(
        "We presume registration with the probation service within 45 days of the day of force, our own bound."
    ),
    "custody-until-the-verdict": _("We presume that custody lasted until the verdict: %(verdict)s."),
    "regime-by-law": _("Length: %(length)s. We presume the regime that the code names for it: %(result)s."),
    "years-of-life-imprisonment": _(
        "Start: %(start)s. Served of life imprisonment: %(length)s. From this day on a court may be asked: %(result)s."
    ),
}

ASSUMPTIONS: Mapping[str, Promise] = {
    "force-on-the-day-of-the-ruling": _("We take the day of the ruling as the day of force."),
    "force-one-day-range": _("The laws can be read so that force begins on the last day or on the next."),
    "appeal-result-unknown": _(
        "The verdict was appealed; the result is not known here, so the day of force is not known."
    ),
    "appeal-unknown": _("No source says whether the verdict was appealed, so the day of force is not known."),
    "copy-served-unknown": _(
        "For a convict in custody the time runs from the handing over of the copy; that day is not known."
    ),
    "registered-within-45-days": _(
        "The day of registration is not known. We allow for 45 days after force: our own bound, not the law's."
    ),
    "custody-until-force": _("No source names the end of custody; we take it that it went on until force."),
    "released-with-the-verdict": _(
        "No source names the day of release; we take it to be the day of the verdict at the latest."
    ),
    "arrest-day-unknown": _("The day of the arrest after the verdict is not known."),
    "regime-unknown": _("The regime of the colony is not known, so the credit is a range."),
    "credit-rate-before-2020": _("Which rate of credit applies to days before January 2020 is not sure."),
    "executed-when-in-force": _("A verdict is carried out only when it is in force, so it was in force by then."),
    "taken-on-the-day-of-the-order": _("We take it that the person was taken to prison on the day of the order."),
    "record-after-replacement-not-read": _(
        "We could not find which record follows a replaced penalty: a range over both readings."
    ),
    "day-of-new-crime-unknown": _(
        "The day of the new crime is not known, so whether it interrupts the record stays open."
    ),
    "rest-may-be-in-the-later-sentence": _(
        "The rest of this penalty may have gone into the later sentence: a range over both."
    ),
    "main-penalty-unknown": _("No source names the main penalty of this verdict."),
    "spell-reaching-force-open": _(
        "Whether custody went on until the verdict took force is not known: a range over both."
    ),
    "gravity-unknown": _("The gravity of an offence is not known, so the end is open."),
    "ban-after-replacement-not-read": _(
        "We could not find how a ban is counted after prison was replaced: a range over both readings."
    ),
    "force-within-a-week-of-the-ruling": _(
        "By the code the verdict is in force on the day of the ruling; practice has dated it up to a week later, "
        "so the week stays open."
    ),
    "ban-within-the-code": _("No source gives the length of the ban: all that the code allows."),
    "fine-paid-in-time": _("We take it that the fine was paid in time; what is not paid turns into another penalty."),
    "court-may-have-freed-from-the-ban": _("No source says whether the ban was lifted as well: a range over both."),
    "amnesty-applied-person-by-person": _(
        "No source says whether an amnesty was applied; the penalty is taken as pronounced."
    ),
    "perhaps-a-minor": _("Whether the person was eighteen on the day of the crime is not known: a range over both."),
    "whether-the-record-was-lifted-unknown": _(
        "No source says whether the record was lifted as well: a range over both."
    ),
    "two-reports-of-one-length": _("Nothing here chooses between two reports of one length: a range over both."),
    "day-of-early-end-unknown": _("No source names the day on which it ended early: any day of the term."),
}

MISSING: Mapping[str, Promise] = {
    "length": _("its length: %(what)s"),
    "in_force": _("the day of legal force: %(what)s"),
    "date": _("the exact date: %(what)s"),
    "copy_served": _("the day on which the copy was handed over: %(what)s"),
    "registered": _("the day of registration with the probation service: %(what)s"),
    "regime": _("the regime of the colony: %(what)s"),
    "from": _("the first day: %(what)s"),
    "until": _("the last day: %(what)s"),
    "arrest": _("the day of the arrest: %(what)s"),
    "release": _("the day of release: %(what)s"),
    "gravity": _("the gravity of the offence: %(what)s"),
    "charges": _("the articles of the conviction"),
    "starts": _("the first day: %(what)s"),
    "listing": _("whether and when the person was listed"),
    "main-penalty": _("the main penalty: %(what)s"),
    "record": _("the criminal record it depends on"),
    "verdict": _("the verdict that ordered it"),
    "circle": _("dates that depend on each other: %(what)s"),
    "by": _("by how much it was changed: %(what)s"),
    "resumed": _("when the term resumed: %(what)s"),
    "paused": _("since when the term is suspended: %(what)s"),
    "crime": _("the day of the later crime"),
    "cumulation": _("how the two sentences were added up: %(what)s"),
    "done": _("when it was paid or carried out: %(what)s"),
    "freed-from-ban": _("whether the ban was lifted as well"),
    "lifts_record": _("whether the criminal record was lifted as well"),
    "control": _("how long control over the minor lasts"),
    "committed": _("the day of the offence"),
    "after-deferral": _("what the court decided after the deferral"),
    "delisting": _("whether and when the person was taken off the list"),
}


def step_sentence(operation: str, phrases: Mapping[str, str]) -> str:
    """The sentence of one step; ``phrases`` go by the names of its inputs, and ``result``."""
    if operation not in STEPS:
        return gettext("%(operation)s: %(result)s") % {"operation": operation, "result": phrases.get("result", "")}
    # An input that an older engine did not record must not break the page.
    known: defaultdict[str, str] = defaultdict(lambda: gettext("not known"))
    known.update({name.replace("-", "_"): phrase for name, phrase in phrases.items()})
    return str(STEPS[operation]) % known


def missing_fact(key: str, names: Mapping[str, str]) -> str:
    """A missing fact, such as “length:ban”; ``names`` are the words for rows by their ids."""
    prefix, _colon, ref = key.partition(":")
    return str(MISSING[prefix]) % {"what": names.get(ref, ref)} if prefix in MISSING else key
