"""The scoreboard's rows in the reader's language."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.index.scoreboard import End, Said
from archive.wording.dates import as_written, in_words, last_day
from archive.wording.lengths import counted, length
from archive.wording.localize import full_name, localize, localized_str, short_name, word
from archive.wording.rules import certainty
from archive.wording.step_texts import missing_fact
from editions.schema.case import Claim
from law.country import country
from law.dates import UNKNOWN, parse
from law.lengths import Length


class EndComparison(NamedTuple):
    address: str
    person: str
    restriction: str
    rule: str | None
    rule_title: str
    reported: str
    computed: str
    otherwise: str
    difference: str
    sentence: str
    certainty: str


class ClaimComparison(NamedTuple):
    address: str
    person: str
    by: str
    said_on: str
    text: str
    about: str
    theirs: str
    ours: str
    result: str
    difference: str
    certainty: str
    firm: bool
    beside_likely: str


def end_comparison(row: End, language: str) -> EndComparison:
    is_computed = not row.computed.is_unknown
    rule = country().rules.get(row.rule or "") if is_computed else None
    return EndComparison(
        address=reverse("archive:case", args=[row.case]),
        person=localized_str(row.person, row.case),
        restriction=short_name(row.kind),
        rule=row.rule if is_computed else None,
        rule_title=rule.title.get(language) if rule else "",
        reported=in_words(row.reported),
        computed=in_words(row.computed) if is_computed else "–",
        otherwise=in_words(row.otherwise) if row.otherwise else "",
        difference=difference(row.days, row.computed.is_exact),
        sentence=sentence(row),
        certainty=certainty(row.certainty, language),
    )


def claim_comparison(row: Said, language: str) -> ClaimComparison:
    claim = row.claim
    return ClaimComparison(
        address=reverse("archive:case", args=[row.case]),
        person=localized_str(row.person, row.case),
        by=localized_str(claim.by),
        said_on=as_written(claim.said_on) if claim.said_on else "",
        text=localized_str(claim.text),
        about=full_name(row.kind) if row.kind else _("everything together"),
        theirs=claimed(claim),
        ours=in_words(row.ours) if claim.says == "may-apply-from" else last_day(row.last_day, row.open_ended),
        result=word("comparisons", row.found.result),
        difference=difference(row.found.days, True) if row.found.result == "differs" else "",
        certainty=certainty(row.found.certainty, language),
        firm=row.found.result != "differs" or row.found.certainty == "A",
        beside_likely=beside_likely(row),
    )


def beside_likely(row: Said) -> str:
    """Why a day that agrees with what cannot be excluded lies outside the likely days; mostly nothing.

    No rule is bent for it: the likely reading takes the ruling's own day, which courts have not always done.
    """
    days = row.likely.last_day if row.likely else UNKNOWN
    rests_on_ruling = row.likely and "in-force-with-the-ruling" in {use.rule for use in row.likely.presumptions}
    if row.claim.says != "ends" or not row.claim.value or None in days or not rests_on_ruling:
        return ""
    if row.found.result != "agrees" or parse(row.claim.value).overlaps(days):
        return ""
    sentence = _(
        "This day lies outside our likely days (%(days)s), which take the day of the ruling as that of force; courts "
        "have dated force up to a week later."
    )
    return sentence % {"days": in_words(days)}


def claimed(claim: Claim) -> str:
    """“ends: 4 February 2030”: what was said, and of which day or length."""
    verb = word("claims", claim.says)
    if not claim.value:
        return verb
    value = length(Length.parse(claim.value)) if claim.value.startswith("P") else as_written(claim.value)
    return _("%(verb)s: %(value)s") % {"verb": verb, "value": value}


def difference(days: int | None, exact: bool) -> str:
    """How far the report lies from our nearest day."""
    if days is None:
        return "–"
    if days == 0:
        return _("the same day") if exact else _("within our days")
    sentence = _("%(days)s later than ours") if days > 0 else _("%(days)s earlier than ours")
    return sentence % {"days": counted(abs(days), "day")}


def sentence(row: End) -> str:
    """Why the two days differ, as far as the facts say."""
    if row.group == "otherwise":
        return ended_otherwise(row)
    if row.group == "not-computable":
        return not_computable(row)
    reasons = [text.text for text in map(localize, row.reasons) if text]
    if row.group == "fitted":
        why = {"why": " ".join(reasons)}
        return _("Not scored: an input was found with knowledge of this end. %(why)s") % why
    if row.days == 0:
        return _("Nothing to explain.")
    if row.reports_disagree:
        reasons.append(
            _(
                "The first day, the length and the end do not fit together in the reports themselves; "
                "which of them is inexact is not known."
            )
        )
    return " ".join(reasons) or _("No reason found yet.")


def ended_otherwise(row: End) -> str:
    if row.ended_by is None:
        return _("No source says that it was served to the end, so it says nothing about the rule.")
    how = word("ended-by", row.ended_by)
    return _("Not served to the end: %(how)s. It says nothing about the rule.") % {"how": how}


def not_computable(row: End) -> str:
    missing = "; ".join(missing_fact(key, {}) for key in row.missing)
    if not missing:
        return _("The rule cannot be computed from what is known.")
    return _("The rule cannot be computed from what is known. Missing: %(missing)s.") % {"missing": missing}


def coverage(ends: int, inside: int, not_given: int) -> str:
    """How many reported ends lie within their likely days, and of how many none are given."""
    said = ngettext(
        "%(inside)s of %(ends)s end that was reported later lies within the likely days.",
        "%(inside)s of %(ends)s ends that were reported later lie within the likely days.",
        ends,
    ) % {"inside": inside, "ends": ends}
    more = ngettext(
        "Of %(number)s more no likely days are given.", "Of %(number)s more no likely days are given.", not_given
    ) % {"number": not_given}
    return f"{said} {more}" if not_given else said


def summary(scored: int, agreeing: int) -> str:
    return ngettext(
        "%(agreeing)s of %(scored)s scored end lies within the days our rules give.",
        "%(agreeing)s of %(scored)s scored ends lie within the days our rules give.",
        scored,
    ) % {"agreeing": agreeing, "scored": scored}
