"""What waits for somebody at the desk: the first page of the day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django.contrib.auth.models import User
from django.core.cache import caches
from django.db.models import Max, OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cases.models import Case
from desk.models import Capture, Decision, Submission
from desk.review.checks.facts import blocking, warning
from editions.current import documents_of
from editions.models import ChainEntry, Edition
from editions.schema import Document
from inbox.models import Message
from law.dates import parse
from law.states import MAY_BIND, state
from records.models import Source

SOON = timedelta(days=60)
LONG_AGO = timedelta(days=180)
SHOWN = 8
KEPT_SECONDS = 24 * 60 * 60

Question = tuple[str, date | None, str, str]
"""What a published case asks for: of which sort, since or until when, the case, where in it."""


class AttentionPoint(NamedTuple):
    """One thing that waits: since when (or until when), and where to go."""

    day: date | None
    label: str
    address: str


@dataclass(frozen=True)
class AttentionList:
    """Things of one sort that wait on a day."""

    title: str
    points: list[AttentionPoint]
    on: date

    @property
    def count(self) -> int:
        return len(self.points)

    @property
    def days(self) -> int | None:
        """How long the oldest has waited; negative: days until the next."""
        known = [point.day for point in self.points if point.day]
        return (self.on - min(known)).days if known else None

    @property
    def until(self) -> int:
        """Days until the next."""
        return -(self.days or 0)

    @property
    def more(self) -> int:
        return max(0, self.count - SHOWN)

    @property
    def first(self) -> list[AttentionPoint]:
        return sorted(self.points, key=lambda point: (point.day or date.min, point.label))[:SHOWN]


def attention(on: date) -> list[AttentionList]:
    """Lists everything that waits, the urgent first; sorts with nothing in them are left out."""
    submissions = Submission.objects.prefetch_related("cases")
    lists = [
        AttentionList(_("Requests of people in the archive"), requests(), on),
        AttentionList(_("Decisions that wait for a second editor"), decisions(), on),
        AttentionList(_("Waiting for a reviewer"), [point_of(sent) for sent in submissions.waiting()], on),
        AttentionList(_("Approved, waiting for a publisher"), [point_of(sent) for sent in submissions.approved()], on),
        *published_cases(on),
        AttentionList(_("Links that died"), dead_links(), on),
        AttentionList(_("Drafts"), drafts(), on),
    ]
    return [listed for listed in lists if listed.points]


def returned_to(user: User, on: date) -> list[AttentionList]:
    """What a reviewer gave back to this account, each with the comment: it waits for nobody else."""
    given_back = Submission.objects.returned().filter(sent_by=user).select_related("review").prefetch_related("cases")
    points = [
        point_of(sent)._replace(day=sent.review.at.date(), label=f"{point_of(sent).label}: {sent.review.comment}")
        for sent in given_back
    ]
    return [AttentionList(_("Given back to you: change it and send it again"), points, on)] if points else []


def requests() -> list[AttentionPoint]:
    return [
        AttentionPoint(message.due_at.date(), str(message), reverse("desk_request", args=[message.pk]))
        for message in Message.objects.waiting()
    ]


def decisions() -> list[AttentionPoint]:
    address = reverse("desk_requests")
    waiting = Decision.objects.open()
    return [AttentionPoint(decision.at.date(), str(decision), address) for decision in waiting]


def point_of(sent: Submission) -> AttentionPoint:
    label = ", ".join(case.slug for case in sent.cases.all())
    return AttentionPoint(sent.sent_at.date(), label, reverse("desk_submission", args=[sent.pk]))


def drafts() -> list[AttentionPoint]:
    """The drafts with the day of their last change."""
    rows = Case.objects.drafts().annotate(last=Max("audit__pgh_created_at")).values_list("pk", "slug", "last")
    return [AttentionPoint(last and last.date(), slug, reverse("desk_case_work", args=[pk])) for pk, slug, last in rows]


def dead_links() -> list[AttentionPoint]:
    """The sources whose page was gone when it was last looked for."""
    last = Capture.objects.filter(source=OuterRef("pk")).order_by("-at").values("died_at")[:1]
    rows = Source.objects.annotate(died=Subquery(last)).filter(died__isnull=False)
    return [
        AttentionPoint(died.date(), slug, reverse("admin:records_source_change", args=[pk]))
        for pk, slug, died in rows.values_list("pk", "slug", "died")
    ]


def published_cases(on: date) -> list[AttentionList]:
    """Lists what the published documents ask for."""
    questions = [question for of_one in questions_by_edition(on).values() for question in of_one]
    titles = {
        "ending": _("Ends within 60 days: verify it"),
        "passed": _("End has passed, no report confirms it"),
        "appeal": _("Appeal of which nothing was heard"),
        "unverified": _("Not verified for a year"),
        "unsearched": _("Sources not searched for half a year"),
        "no-source": _("Facts without a source"),
        "claim-differs": _("Claims that differ"),
        "untranslated": _("Translations missing"),
    }
    points: dict[str, list[AttentionPoint]] = {sort: [] for sort in titles}
    numbers = dict(Case.objects.values_list("slug", "pk"))
    for sort, day, case_id, where in questions:
        number = numbers.get(case_id)
        address = reverse("desk_case_work", args=[number]) if number else reverse("admin:index")
        points[sort].append(AttentionPoint(day, f"{case_id}: {where}" if where else case_id, address))
    return [AttentionList(title, points[sort], on) for sort, title in titles.items()]


def questions_by_edition(on: date) -> dict[int, list[Question]]:
    """What each published document asks for, by the number of its edition.

    Kept until the day is over or something is erased: after a publication only the new documents are read. Two queries,
    and one for the documents.
    """
    erased = ChainEntry.objects.filter(kind=ChainEntry.Kind.ERASED).aggregate(last=Max("number"))["last"]
    key = f"desk-attention-{erased}-{on}-{get_language()}"
    kept: dict[int, list[Question]] = caches["process"].get(key) or {}
    numbers = list(Edition.objects.current().filter(text__isnull=False).values_list("number", flat=True))
    if missing := [number for number in numbers if number not in kept]:
        read = {case.edition.number: list(questions_of(case.document, on)) for case in documents_of(missing)}
        caches["process"].set(key, kept | read, KEPT_SECONDS)
        kept = kept | read
    return {number: kept[number] for number in sorted(numbers) if number in kept}


def questions_of(document: Document, on: date) -> Iterator[Question]:
    """What one published case asks for: an ending to verify, an appeal to ask after, what the checks find."""
    case_id = document.case.id
    for restriction in document.reckoning.restrictions:
        ends, now = restriction.ends, state(restriction, on)
        if now in MAY_BIND and ends.earliest and on <= ends.earliest <= on + SOON:
            yield "ending", ends.earliest, case_id, restriction.id
        if now == "ended" and restriction.end_basis == "computed" and not restriction.void and ends.latest:
            yield "passed", ends.latest, case_id, restriction.id
    answered = {verdict.on for verdict in document.case.verdicts}
    for verdict in document.case.verdicts:
        day = parse(verdict.date).latest if verdict.date else None
        if verdict.appealed and verdict.id not in answered and (day is None or day + LONG_AGO < on):
            yield "appeal", day, case_id, verdict.id
    searched = date.fromisoformat(document.case.searched) if document.case.searched else None
    if searched is None or searched + LONG_AGO < on:
        yield "unsearched", searched, case_id, ""
    verified = document.case.verified
    for finding in dict.fromkeys([*blocking(document), *warning(document, on)]):
        if finding.code in ("unverified", "no-source", "claim-differs", "untranslated"):
            day = date.fromisoformat(verified) if finding.code == "unverified" and verified else None
            yield finding.code, day, case_id, finding.where
