"""The scoreboard's rows in the reader's language."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.index.scoreboard import End, Said
from archive.wording.dates import as_written, counted, in_words, length, through
from archive.wording.localize import full_name, localize, localized_str, short_name, word
from archive.wording.rules import certainty
from archive.wording.step_texts import missing_fact
from law.country import country
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


def end_comparison(row: End, language: str) -> EndComparison:
    rule = None if row.computed.is_unknown else row.rule
    return EndComparison(
        case(row.case),
        localized_str(row.person, row.case),
        short_name(row.kind),
        rule,
        _title(rule, language),
        in_words(row.reported),
        "–" if row.computed.is_unknown else in_words(row.computed),
        in_words(row.otherwise) if row.otherwise else "",
        difference(row.days, row.computed.is_exact),
        sentence(row),
        certainty(row.certainty, language),
    )


def claim_comparison(row: Said, language: str) -> ClaimComparison:
    claim = row.claim
    return ClaimComparison(
        case(row.case),
        localized_str(row.person, row.case),
        localized_str(claim.by),
        as_written(claim.said_on) if claim.said_on else "",
        localized_str(claim.text),
        full_name(row.kind) if row.kind else _("everything together"),
        _theirs(row),
        _ours(row),
        word("comparisons", row.found.result),
        difference(row.found.days, True) if row.found.result == "differs" else "",
        certainty(row.found.certainty, language),
        row.found.certainty == "A",
    )


def case(id_: str) -> str:
    return reverse("archive:case", args=[id_])


def difference(days: int | None, exact: bool) -> str:
    """How far the report lies from our nearest day."""
    if days is None:
        return "–"
    if days == 0:
        return _("the same day") if exact else _("within our days")
    apart = counted(abs(days), "day")
    return (
        _("%(days)s later than ours") % {"days": apart}
        if days > 0
        else _("%(days)s earlier than ours") % {"days": apart}
    )


def sentence(row: End) -> str:
    """Why the two days differ, as far as the facts say."""
    if row.group == "otherwise":
        return _ended_otherwise(row)
    if row.group == "not-computable":
        return _not_computable(row)
    said = " ".join(found.text for found in map(localize, row.reasons) if found)
    if row.group == "fitted":
        return _("Not scored: an input was found with knowledge of this end. %(why)s") % {"why": said}
    if row.days == 0:
        return _("Nothing to explain.")
    return " ".join(filter(None, (said, _reports_disagree(row)))) or _("No reason found yet.")


def _reports_disagree(row: End) -> str:
    if not row.reports_disagree:
        return ""
    return _(
        "The first day, the length and the end do not fit together in the reports themselves; "
        "which of them is inexact is not known."
    )


def _ended_otherwise(row: End) -> str:
    if row.ended_by is None:
        return _("No source says that it was served to the end, so it says nothing about the rule.")
    how = word("ended-by", row.ended_by)
    return _("Not served to the end: %(how)s. It says nothing about the rule.") % {"how": how}


def _not_computable(row: End) -> str:
    missing = "; ".join(missing_fact(key, {}) for key in row.missing)
    if not missing:
        return _("The rule cannot be computed from what is known.")
    return _("The rule cannot be computed from what is known. Missing: %(missing)s.") % {"missing": missing}


def _theirs(row: Said) -> str:
    claim = row.claim
    verb = word("claims", claim.says)
    if not claim.value:
        return verb
    value = length(Length.parse(claim.value)) if claim.value.startswith("P") else as_written(claim.value)
    return _("%(verb)s: %(value)s") % {"verb": verb, "value": value}


def _ours(row: Said) -> str:
    if row.claim.says == "may-apply-from":
        return in_words(row.ours)
    return through(row.ours, row.open_ended)


def _title(rule_id: str | None, language: str) -> str:
    rules = country().rules
    return rules[rule_id].title.get(language) if rule_id in rules else ""


def summary(scored: int, agreeing: int) -> str:
    return ngettext(
        "%(agreeing)s of %(scored)s scored end lies within the days our rules give.",
        "%(agreeing)s of %(scored)s scored ends lie within the days our rules give.",
        scored,
    ) % {"agreeing": agreeing, "scored": scored}
