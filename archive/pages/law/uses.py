"""Which restrictions of the archive rest on a rule: three queries, whatever the number of cases."""

from typing import NamedTuple

from django.db.models import Count, Func

from archive.index.models import Period

SHOWN = 100
"""So many restrictions stand on the page of a rule; the number above them counts all."""


class RuleUses(NamedTuple):
    """Where a rule is used, and the rules that stand in the same chains, the most frequent first."""

    restrictions: int
    cases: int
    first: tuple[Period, ...]
    beside: tuple[str, ...]


def uses(rule_id: str) -> RuleUses:
    """Every published restriction whose dates the rule explains, verdicts that fell left out."""
    resting = Period.objects.current().filter(void=False).resting_on(rule_id)
    counts = resting.aggregate(restrictions=Count("pk"), cases=Count("entry", distinct=True))
    first = resting.select_related("entry").order_by("entry__case_id", "position")[:SHOWN]
    rules = resting.order_by().values(rule=Func("rules", function="unnest")).annotate(times=Count("pk"))
    often = sorted(rules, key=lambda row: (-row["times"], row["rule"]))
    beside = tuple(row["rule"] for row in often if row["rule"] != rule_id)
    return RuleUses(counts["restrictions"], counts["cases"], tuple(first), beside)
