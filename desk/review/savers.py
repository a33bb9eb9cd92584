"""Who saved a part of what cases say, and who no longer counts because somebody else answered for it.

A saver stays until a publication of that case, after a review, consumes it: no withdrawal, no withholding, no import
and no other id of the case does. The database counts the same (`desk_savers`), whatever the code above it does.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection
from django.db.models import Model

from cases.models import Case
from desk.models import Publication


class CaseSaver(NamedTuple):
    """One saver who counts against one case."""

    case: int
    saver: int
    account: int


def savers_of(cases: Sequence[Case]) -> list[CaseSaver]:
    """Everything that accounts saved of what these cases hold, and nobody has answered for yet. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT wanted, saver.number, saver.account FROM unnest(%s::bigint[]) AS wanted"
            " CROSS JOIN LATERAL desk_savers(wanted) AS saver",
            [[case.pk for case in cases]],
        )
        return [CaseSaver(*row) for row in cursor.fetchall()]


def consume(savers: Sequence[CaseSaver], publications: Sequence[Publication]) -> None:
    """Takes savers off the cases of publications, as far as the cases still hold what they saved. One query.

    `savers` were read before the documents were built: what was saved since is in no approved text, and stays.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO desk_consumedsaver (case_number, saver_id, publication_id)"
            " SELECT cases_case.id, still.number, publication.id FROM desk_publication AS publication"
            " JOIN cases_case ON cases_case.slug = publication.case_id"
            " CROSS JOIN LATERAL desk_savers(cases_case.id) AS still WHERE publication.id = ANY (%s)"
            " AND (cases_case.id, still.number) IN (SELECT * FROM unnest(%s::bigint[], %s::bigint[]))",
            [[each.pk for each in publications], [each.case for each in savers], [each.saver for each in savers]],
        )


def carry_over(gone: Model, kept: Model) -> None:
    """Lets whoever saved any part of `gone` count as a saver of `kept`, which takes over its words.

    The two are cases, people or sources: what a merge puts together, or a copy begins with. One query.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT desk_carry_savers(%s, %s, %s)", [gone._meta.model_name, gone.pk, kept.pk])


def revive(case: Case, edition: int) -> None:
    """Lets whoever was a saver of an edition, or of one before it, count again: its words stand in the rows anew."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT desk_revive_savers(%s, %s)", [case.pk, edition])
