"""Where a case stands between draft and reader."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypedDict

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models import TextChoices as Choices
from django.utils.translation import gettext_lazy as _

from cases.models import Case
from cases.models.case import Status
from desk.models import Submission
from editions.models import Edition

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    class WorkNotes(TypedDict):
        """What `with_work` adds to a case: its last edition's kind, the submissions that wait or are approved."""

        last_edition: str | None
        waits: int | None
        approved: int | None

    CaseWithWork = WithAnnotations[Case, WorkNotes]


class WorkState(Choices):
    """One word for the desk."""

    DRAFT = "draft", _("draft")
    IN_REVIEW = "in-review", _("in review")
    APPROVED = "approved", _("approved")
    PUBLISHED = "published", _("published")
    CHANGED = "changed", _("changed since it was published")
    WITHDRAWN = "withdrawn", _("withdrawn")


def with_work(cases: QuerySet[Case]) -> "QuerySet[CaseWithWork]":
    """Annotates the cases with what `state_of` needs: no further query."""
    last = Edition.objects.filter(case_id=OuterRef("slug")).order_by("-number").values("kind")[:1]
    sent = Submission.objects.filter(cases=OuterRef("pk"))
    return cases.annotate(
        last_edition=Subquery(last),
        waits=Subquery(sent.waiting().values("pk")[:1]),
        approved=Subquery(sent.approved().values("pk")[:1]),
    )


def state_of(case: "CaseWithWork") -> WorkState:
    """The state of a case that comes from `with_work`."""
    if case.waits:
        return WorkState.IN_REVIEW
    if case.approved:
        return WorkState.APPROVED
    if case.last_edition == Edition.Kind.WITHDRAWN:
        return WorkState.WITHDRAWN
    if case.last_edition is None:
        return WorkState.DRAFT
    return WorkState.PUBLISHED if case.status == Status.PUBLISHED else WorkState.CHANGED


def states(cases: Iterable[Case]) -> Mapping[int, WorkState]:
    """The states of cases, by primary key. One query."""
    rows = with_work(Case.objects.filter(pk__in=[case.pk for case in cases]))
    return {case.pk: state_of(case) for case in rows}
