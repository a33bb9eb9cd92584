"""What the rows of a case say of each other, brought into the one form that the engine computes with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from law.dates import is_before
from law.facts import Case, Change, Restriction, Verdict

if TYPE_CHECKING:
    from law.kazakhstan import Kazakhstan

HIGHER = ("appeal", "cassation")
LEAVES_THE_SENTENCE = ("changed", "upheld", "withdrawn")


def linked(law: Kazakhstan, case: Case) -> Case:
    """Returns the case with rulings and penalties under the verdict that they belong to, replacements by their rows.

    A penalty that an editor hung on the ruling of a higher court belongs to the verdict that the ruling
    left or changed. A penalty that ended by being replaced is linked to the penalty of the order that
    replaced it, where no change says so; so is the main penalty of which nobody says how it ended.
    """
    if all(verdict.instance == "first" for verdict in case.verdicts):
        return case
    case = _with_rulings_on_their_verdicts(case)
    rulings = {ruling.id: ruling for ruling in case.verdicts if ruling.on is not None}
    rows = tuple(_under_its_verdict(case, row, rulings) for row in case.restrictions)
    rows = tuple(_with_replacement(law, row, rows, rulings) for row in rows)
    return case if rows == case.restrictions else case._replace(restrictions=rows)


def _with_rulings_on_their_verdicts(case: Case) -> Case:
    """Returns the case with each ruling on the verdict that it reaches in the end.

    Cassation is often entered on the ruling of appeal, an order on either; what it does, it does to the verdict
    below. A ruling that names none is on the only verdict of a first instance.
    """
    verdicts = {verdict.id: verdict for verdict in case.verdicts}
    firsts = [verdict.id for verdict in case.verdicts if verdict.instance == "first"]
    only = firsts[0] if len(firsts) == 1 else None
    rulings = tuple(
        verdict if verdict.instance == "first" else verdict._replace(on=_reached(verdict, verdicts, only))
        for verdict in case.verdicts
    )
    return case if rulings == case.verdicts else case._replace(verdicts=rulings)


def _reached(ruling: Verdict, verdicts: dict[str, Verdict], only: str | None) -> str | None:
    """Returns the verdict below the rulings that left or changed it; cancelling a ruling leaves the verdict."""
    on, seen = ruling.on or only, {ruling.id}
    while ruling.result != "cancelled" and on in verdicts and on not in seen and _leaves(verdicts[on]):
        seen.add(on)
        on = verdicts[on].on or only
    return on


def _leaves(ruling: Verdict) -> bool:
    """Tells whether the verdict of the court below stands after the ruling, as it was or changed."""
    return ruling.instance in HIGHER and ruling.result in LEAVES_THE_SENTENCE


def _under_its_verdict(case: Case, row: Restriction, rulings: dict[str, Verdict]) -> Restriction:
    ruling = rulings.get(row.verdict or "")
    if ruling is None or not _leaves(ruling):
        return row
    return row if _takes_a_place(case, row) else row._replace(verdict=ruling.on)


def _takes_a_place(case: Case, row: Restriction) -> bool:
    """Tells whether a change says that the row took the place of another."""
    return any(
        change.kind == "replaced" and change.to in (row.id, row.kind)
        for other in case.restrictions
        if other.id != row.id
        for change in other.changes
    )


def _with_replacement(
    law: Kazakhstan, row: Restriction, rows: tuple[Restriction, ...], rulings: dict[str, Verdict]
) -> Restriction:
    if not _may_be_replaced(law, row, rows):
        return row
    orders = [
        (order, other)
        for other in rows
        if (order := rulings.get(other.verdict or "")) is not None
        and law.kinds[other.kind].is_main
        and _replaces(order, row, rulings)
    ]
    if not orders:
        return row
    order, other = min(orders, key=lambda pair: (pair[0].date.value.latest or date.max, pair[0].id, pair[1].id))
    return row._replace(changes=(*row.changes, Change("replaced", row.ends, to=other.id, verdict=order.id)))


def _may_be_replaced(law: Kazakhstan, row: Restriction, rows: tuple[Restriction, ...]) -> bool:
    """Tells whether a penalty ended by being replaced, or is the only main one and nobody says how it ended."""
    if any(change.kind in ("replaced", "lifted") for change in row.changes):
        return False
    mains = [other for other in rows if other.verdict == row.verdict and law.kinds[other.kind].is_main]
    return row.ended_by == "replaced" or (row.ended_by is None and not row.ends.known and mains == [row])


def _replaces(order: Verdict, row: Restriction, rulings: dict[str, Verdict]) -> bool:
    """Tells whether the order replaced the penalty: of its verdict, or of an order before it on the same verdict."""
    own = rulings.get(row.verdict or "")
    if order.result != "replaced" or order.id == row.verdict:
        return False
    if own is None or own.result != "replaced":
        return order.on == row.verdict
    return order.on in (own.id, own.on) and is_before(own.date.value, order.date.value)
