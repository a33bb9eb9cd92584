"""Whole cases: records become rows, and rows records, restrictions and claims included."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction

from cases.models import Case
from cases.querysets import CaseQuerySet
from cases.rows import Built, is_new, numbered, plain, save_facts
from cases.rows import save_case as save_case_without_restrictions
from records.citations import sources_by_fact
from records.fields import date_text
from restrictions.models import Change, Claim, Restriction

Record = Mapping[str, Any]


def case_record(case: Case) -> dict[str, Any]:
    """The case as the archive file writes it, read anew. Fourteen queries."""
    return next(case_records(Case.objects.filter(pk=case.pk)))


def case_records(cases: CaseQuerySet) -> Iterator[dict[str, Any]]:
    """The records of all `cases`, in their order. Fourteen queries for each 200 of them."""
    whole = cases.whole().prefetch_related("restrictions", "changes", "claims")
    for case in whole.iterator(chunk_size=200):
        yield _record(case)


def _record(case: Case) -> dict[str, Any]:
    cited = sources_by_fact(case.citations.all())
    changes = list(case.changes.all())
    restrictions = [
        row.as_record(cited, [change for change in changes if change.restriction == row.slug])
        for row in case.restrictions.all()
    ]
    return case.as_record(restrictions, [claim.as_record(cited) for claim in case.claims.all()])


@transaction.atomic
def save_case(record: Record) -> Case:
    """Create the case of a normalised record, or replace all that the record speaks of.

    Internal notes stay. Person, courts, trial and sources must exist when the transaction ends.
    """
    case = save_case_without_restrictions(record)
    if not is_new(case):
        for part in (case.changes, case.restrictions, case.claims):
            part.all().delete()
    save_facts(case, _facts(case, record))
    return case


def _facts(case: Case, record: Record) -> Iterator[Built]:
    for row in record["restrictions"]:
        yield _restriction(case, row), row["sources"]
    pairs = [(row["id"], change) for row in record["restrictions"] for change in row["changes"]]
    for position, (restriction, row) in enumerate(pairs):
        yield _change(case, position, restriction, row), row["sources"]
    for row in record["claims"]:
        yield _claim(case, row), row["sources"]


def _restriction(case: Case, row: Record) -> Restriction:
    keys = (
        "kind", "verdict", "charges", "term", "length", "regime", "ended_by", "amount", "covers",
        "exceptions", "wording", "original", "reported_as", "reduced_share", "told",
    )  # fmt: skip
    dates = {key: date_text(row[key]) for key in ("registered", "starts", "ends")}
    return Restriction(case=case, slug=row["id"], **dates, **plain(row, *keys))


def _change(case: Case, position: int, restriction: str, row: Record) -> Change:
    return Change(
        case=case,
        restriction=restriction,
        from_date=row["from"],
        until_date=row["until"],
        **plain(row, "date", "kind", "by", "to", "verdict"),
        **numbered("x", position),
    )


def _claim(case: Case, row: Record) -> Claim:
    keys = ("about", "says", "value", "by", "said_on", "text")
    return Claim(case=case, slug=row["id"], **plain(row, *keys))
