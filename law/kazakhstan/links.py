"""What the rows of a case say of each other, brought into the one form that the engine computes with."""

from law.facts import Case, Change, Restriction, Verdict

HIGHER = ("appeal", "cassation")
LEAVES_THE_SENTENCE = ("changed", "upheld", "withdrawn")


def linked(case: Case) -> Case:
    """Returns the case with penalties under the verdict that they belong to and replacements by their rows.

    A penalty that an editor hung on the ruling of a higher court belongs to the verdict that the ruling
    left or changed. A penalty that ended by being replaced is linked to the penalty of the order that
    replaced it, where no change says so.
    """
    rulings = {ruling.id: ruling for ruling in case.verdicts if ruling.on is not None}
    if not rulings:
        return case
    rows = tuple(_under_its_verdict(case, row, rulings) for row in case.restrictions)
    rows = tuple(_with_replacement(row, rows, rulings) for row in rows)
    return case if rows == case.restrictions else case._replace(restrictions=rows)


def _under_its_verdict(case: Case, row: Restriction, rulings: dict[str, Verdict]) -> Restriction:
    ruling = rulings.get(row.verdict or "")
    if ruling is None or ruling.instance not in HIGHER or ruling.result not in LEAVES_THE_SENTENCE:
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


def _with_replacement(row: Restriction, rows: tuple[Restriction, ...], rulings: dict[str, Verdict]) -> Restriction:
    if row.ended_by != "replaced" or any(change.kind == "replaced" for change in row.changes):
        return row
    for other in sorted(rows, key=lambda other: other.id):
        order = rulings.get(other.verdict or "")
        if order is not None and order.result == "replaced" and order.on == row.verdict and other.id != row.id:
            change = Change("replaced", row.ends, to=other.id, verdict=order.id)
            return row._replace(changes=(*row.changes, change))
    return row
