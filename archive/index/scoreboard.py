"""Our rules against reality: every end that was reported, beside the day that the rules give.

Pure: documents in, rows out. A row that rests on an input found with knowledge of the end is *fitted*
and never scored; what ended by mercy or another order says nothing about a rule and is only listed.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from pyroaring import BitMap

from archive.index.columns.columns import Columns
from archive.index.columns.current import columns
from editions.current import document_of
from editions.models import Edition
from editions.schema import Document
from editions.schema.case import Claim, Restriction
from law.claims import distance
from law.dates import UNKNOWN, DateRange, parse
from law.outcome import Certainty, ClaimOutcome, Likely, Outcome

SERVED_OUT = ("served", "lifted")
"""Ways to end that a rule predicts; ``early-cancellation`` and all others it does not."""
ENOUGH = 20
"""Scored rows from which a percentage means something."""

Group = Literal["scored", "fitted", "not-computable", "otherwise"]
Texts = Mapping[str, str]


class End(NamedTuple):
    """An end as reported and as computed. ``days``: how much later the report is than the rule.

    ``computed`` is unknown where an order ended it before any rule could. ``reports_disagree``: nothing
    but a reported first day and length went into it, so that the reports contradict each other.
    """

    group: Group
    case: str
    person: Texts
    restriction: str
    kind: str
    rule: str | None
    reported: DateRange
    computed: DateRange
    days: int | None
    ended_by: str | None
    certainty: Certainty
    missing: tuple[str, ...]
    otherwise: DateRange | None
    reasons: tuple[Texts, ...]
    reports_disagree: bool


class Said(NamedTuple):
    """What somebody said beside what we compute: ``ours`` is the first day without it."""

    case: str
    person: Texts
    claim: Claim
    found: ClaimOutcome
    kind: str | None
    ours: DateRange
    last_day: DateRange
    open_ended: bool
    missing: tuple[str, ...]
    likely: Likely | None


class Score(NamedTuple):
    """``percentage`` of scored rows where the report lies within our days; None below twenty rows."""

    scored: int
    agreeing: int
    fitted: int
    not_computable: int
    otherwise: int
    percentage: int | None


class Check(NamedTuple):
    score: Score
    ends: tuple[End, ...]
    claims: tuple[Said, ...]


def check(documents: Iterable[Document]) -> Check:
    """The whole scoreboard, sorted by case."""
    ends: list[End] = []
    claims: list[Said] = []
    for document in sorted(documents, key=lambda document: document.case.id):
        ends += _ends(document)
        claims += _claims(document)
    return Check(score(ends), tuple(ends), tuple(claims))


def score(ends: Iterable[End]) -> Score:
    ends = list(ends)
    scored = [end for end in ends if end.group == "scored"]
    agreeing = sum(end.days == 0 for end in scored)
    percentage = round(100 * agreeing / len(scored)) if len(scored) >= ENOUGH else None
    return Score(
        len(scored),
        agreeing,
        _count(ends, "fitted"),
        _count(ends, "not-computable"),
        _count(ends, "otherwise"),
        percentage,
    )


def gap(reported: DateRange, computed: DateRange) -> int | None:
    """Days from the nearest bound of ours to the report, positive where the report is later.

    0: they overlap. None: an unknown bound leaves it open.
    """
    is_open = None in reported or None in computed
    return distance(reported, computed) or (None if is_open else 0)


def _count(ends: Iterable[End], group: Group) -> int:
    return sum(end.group == group for end in ends)


def _ends(document: Document) -> Iterator[End]:
    outcomes = {outcome.id: outcome for outcome in document.reckoning.restrictions}
    for row in document.case.restrictions:
        if isinstance(row.ends, str) and row.id in outcomes and not outcomes[row.id].void:
            yield _end(document, row, outcomes[row.id], parse(row.ends))


def _end(document: Document, row: Restriction, outcome: Outcome, reported: DateRange) -> End:
    computed = outcome.rule_end or UNKNOWN
    days = gap(reported, computed)
    group = _group(row, outcome, days)
    if group == "otherwise" and computed == reported:  # the order itself, not a rule's answer
        computed = UNKNOWN
    # The rule may have done no more than to count the ordered length from a reported first day.
    counts = isinstance(row.starts, str) and row.term == "length" and row.length is not None and not row.changes
    only_counts = counts and not any(step.operation.startswith("credit") for step in outcome.steps)
    return End(
        group,
        document.case.id,
        document.person.names,
        row.id,
        row.kind,
        deciding(outcome),
        reported,
        computed,
        None if group == "otherwise" else days,
        row.ended_by,
        firmness(outcome),
        outcome.missing,
        outcome.otherwise,
        _reasons(document, row, outcome),
        bool(days) and only_counts,
    )


def _group(row: Restriction, outcome: Outcome, days: int | None) -> Group:
    if row.ended_by not in SERVED_OUT:
        return "otherwise"
    if days is None:
        return "not-computable"
    return "fitted" if outcome.fitted else "scored"


def deciding(outcome: Outcome) -> str | None:
    """The rule that gave the end: the last of the chain that is no report."""
    rules = [step.rule for step in outcome.steps if step.operation != "reported"]
    return rules[-1] if rules else None


def firmness(outcome: Outcome) -> Certainty:
    """The certainty of the rules' own answer; the outcome's is that of the report where there is one."""
    return max((step.certainty for step in outcome.steps if step.operation != "reported"), default="C")


def _reasons(document: Document, row: Restriction, outcome: Outcome) -> tuple[Texts, ...]:
    """What the facts themselves say of the days that the answer rests on: our words, never a guess."""
    refs = {ref for step in outcome.steps for entry in step.inputs for ref in (entry.ref or "").split()}
    bases = [basis for spell in document.case.custody if spell.id in refs for basis in spell.basis]
    if outcome.fitted:
        return tuple(basis.text for basis in bases if basis.fitted and basis.text)
    return tuple(text for text in (row.reported_as, *(basis.text for basis in bases)) if text)


def _claims(document: Document) -> Iterator[Said]:
    found = {outcome.id: outcome for outcome in document.reckoning.claims}
    outcomes = {outcome.id: outcome for outcome in document.reckoning.restrictions}
    for claim in document.case.claims:
        if claim.id in found:
            yield _said(document, claim, found[claim.id], outcomes.get(found[claim.id].about or ""))


def _said(document: Document, claim: Claim, found: ClaimOutcome, outcome: Outcome | None) -> Said:
    ours = _ours(document, claim, outcome)
    return Said(
        document.case.id,
        document.person.names,
        claim,
        found,
        outcome.kind if outcome else None,
        ours,
        outcome.last_day if outcome else document.reckoning.burden.last_day,
        bool(outcome and outcome.open_ended),
        outcome.missing if outcome else (),
        outcome.likely if outcome else None,
    )


def _ours(document: Document, claim: Claim, outcome: Outcome | None) -> DateRange:
    """What the claim is compared with: the end, the first day for a request, or the whole burden's end."""
    if outcome is None:
        return document.reckoning.burden.until
    if claim.says == "may-apply-from" and outcome.early:
        return outcome.early[0].date
    return outcome.ends


def compared() -> Check:
    """From the newest documents of those cases that hold a reported end or a claim: one query."""
    return check(compared_documents(columns()))


def compared_documents(index: Columns) -> list[Document]:
    """The newest documents of those cases that hold a reported end or a claim: one query."""
    compared = BitMap.union(*index.facets["compared"].values(), BitMap()) & index.current
    editions = Edition.objects.filter(number__in=list(compared)).select_related("text").order_by("case_id")
    documents = (document_of(edition) for edition in editions)
    return [document for document in documents if document is not None]
