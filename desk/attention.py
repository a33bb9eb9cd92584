"""What waits for somebody at the desk: the first page of the day."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.core.cache import cache
from django.db.models import Max, OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cases.models import Case
from desk.models import Capture, Decision, Submission
from desk.review.checks.all import findings
from editions.current import standing
from editions.models import Edition, Erasure
from editions.schema import Document
from inbox.models import Message
from law.dates import parse
from law.states import state
from records.models import Source

SOON = timedelta(days=60)
LONG_AGO = timedelta(days=180)
SHOWN = 8
KEPT_SECONDS = 24 * 60 * 60


class AttentionPoint(NamedTuple):
    """One thing that waits: since when (or until when), and where to go."""

    day: date | None
    label: str
    address: str


class AttentionList(NamedTuple):
    """Things of one sort."""

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
    """Everything that waits, the urgent first; sorts with nothing in them are left out."""
    items = [
        AttentionList(_("Requests of people in the archive"), list(_requests()), on),
        AttentionList(_("Decisions that wait for a second editor"), list(_decisions()), on),
        AttentionList(_("Waiting for a reviewer"), list(_submissions(Submission.objects.waiting())), on),
        AttentionList(_("Approved, waiting for a publisher"), list(_submissions(Submission.objects.approved())), on),
        *(AttentionList(title, points, on) for title, points in _of_documents(on)),
        AttentionList(_("Links that died"), list(_dead_links()), on),
        AttentionList(_("Drafts"), list(_drafts()), on),
    ]
    return [item for item in items if item.points]


def _requests() -> Iterator[AttentionPoint]:
    for message in Message.objects.waiting():
        yield AttentionPoint(message.due_at.date(), str(message), reverse("desk_request", args=[message.pk]))


def _decisions() -> Iterator[AttentionPoint]:
    for decision in Decision.objects.filter(done_at=None):
        yield AttentionPoint(decision.at.date(), str(decision), reverse("desk_requests"))


def _submissions(found: Iterable[Submission]) -> Iterator[AttentionPoint]:
    for sent in found.prefetch_related("cases"):
        label = ", ".join(case.slug for case in sent.cases.all())
        yield AttentionPoint(sent.sent_at.date(), label, reverse("desk_submission", args=[sent.pk]))


def _drafts() -> Iterator[AttentionPoint]:
    rows = Case.objects.drafts().annotate(last=Max("audit__pgh_created_at"))
    for case in rows.only("slug"):
        yield AttentionPoint(case.last and case.last.date(), case.slug, reverse("desk_case_work", args=[case.pk]))


def _dead_links() -> Iterator[AttentionPoint]:
    last = Capture.objects.filter(source=OuterRef("pk")).order_by("-at").values("died_at")[:1]
    for source in Source.objects.annotate(died=Subquery(last)).filter(died__isnull=False):
        yield AttentionPoint(source.died.date(), source.slug, reverse("admin:records_source_change", args=[source.pk]))


def _of_documents(on: date) -> list[tuple[str, list[AttentionPoint]]]:
    """What the published documents ask for. Kept until something is published or the day is over."""
    edition = Edition.objects.aggregate(last=Max("number"))["last"]
    erasure = Erasure.objects.aggregate(last=Max("number"))["last"]
    key = f"desk-attention-{edition}-{erasure}-{on}-{get_language()}"
    found = cache.get(key)
    if found is None:
        found = _asked(on)
        cache.set(key, found, KEPT_SECONDS)
    numbers = dict(Case.objects.values_list("slug", "pk"))
    titles = _titles()
    return [(titles[sort], [_point(raw, numbers) for raw in points]) for sort, points in found.items()]


def _point(raw: tuple[date | None, str, str], numbers: dict[str, int]) -> AttentionPoint:
    day, case_id, label = raw
    address = reverse("desk_case_work", args=[numbers[case_id]]) if case_id in numbers else reverse("admin:index")
    return AttentionPoint(day, f"{case_id}: {label}" if label else case_id, address)


def _titles() -> dict[str, str]:
    return {
        "ending": _("Ends within 60 days: verify it"),
        "passed": _("End has passed, no report confirms it"),
        "appeal": _("Appeal of which nothing was heard"),
        "unverified": _("Not verified for a year"),
        "no-source": _("Facts without a source"),
        "claim-differs": _("Claims that differ"),
        "untranslated": _("Translations missing"),
    }


def _asked(on: date) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {sort: [] for sort in _titles()}
    for one in standing():
        for sort, day, label in _points(one.document, on):
            found[sort].append((day, one.document.case.id, label))
    return found


def _points(document: Document, on: date) -> Iterator[tuple[str, date | None, str]]:
    for restriction in document.reckoning.restrictions:
        ends, now = restriction.ends, state(restriction, on)
        if now in ("in-force", "uncertain") and ends.earliest and on <= ends.earliest <= on + SOON:
            yield "ending", ends.earliest, restriction.id
        if now == "ended" and restriction.end_basis == "computed" and not restriction.void and ends.latest:
            yield "passed", ends.latest, restriction.id
    yield from _unheard(document, on)
    for one in findings(document, on):
        if one.code in ("unverified", "no-source", "claim-differs", "untranslated"):
            verified = document.case.verified
            day = date.fromisoformat(verified) if one.code == "unverified" and verified else None
            yield one.code, day, one.where


def _unheard(document: Document, on: date) -> Iterator[tuple[str, date | None, str]]:
    """Verdicts that were appealed half a year ago or longer, without a ruling in the case."""
    answered = {verdict.on for verdict in document.case.verdicts}
    for verdict in document.case.verdicts:
        day = _day(verdict.date)
        if verdict.appealed and verdict.id not in answered and (day is None or day + LONG_AGO < on):
            yield "appeal", day, verdict.id


def _day(text: str | None) -> date | None:
    return parse(text).latest if text else None
