"""What waits for somebody at the desk: the first page of the day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth.models import User
from django.core.cache import caches
from django.db import transaction
from django.db.models import F, Max, OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cases.models import Case
from desk.models import AskedByEdition, Capture, Decision, Submission
from desk.review.checks.facts import STALE, differing_claims, untranslated, without_source
from desk.review.entry_names import name_of, name_of_outcome
from editions.chain import try_lock
from editions.current import documents_of
from editions.models import ChainEntry, Edition
from editions.schema import Document
from inbox.models import Message
from law.dates import parse
from law.outcome import Outcome
from records.languages import SOURCE_LANGUAGE
from records.models import Source

SOON = timedelta(days=60)
LONG_AGO = timedelta(days=180)
DAY = timedelta(days=1)
SHOWN = 8
READ_AT_ONCE = 150
"""How many documents one view of the page reads, the newest first: it has to come at once."""
KEPT_SECONDS = 24 * 60 * 60


class Reminder(NamedTuple):
    """What a published case asks for: of which sort, since or until when, where in which case.

    It is asked on the days from `first` to `last`; none: on every day before or after.
    """

    sort: str
    day: date | None
    case_id: str
    where: str
    first: date | None = None
    last: date | None = None

    @classmethod
    def from_plain(cls, plain: list[str]) -> "Reminder":
        """Of the texts that `to_plain` gives."""
        sort, day, case_id, where, first, last = plain
        days = [date.fromisoformat(text) if text else None for text in (day, first, last)]
        return cls(sort, days[0], case_id, where, *days[1:])

    def to_plain(self) -> list[str]:
        return [str(part) if part else "" for part in self]

    def is_asked(self, on: date) -> bool:
        return (self.first is None or self.first <= on) and (self.last is None or on <= self.last)


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
    total: int | None = None
    """How many there are, where `points` are but the first of them."""

    @property
    def count(self) -> int:
        return len(self.points) if self.total is None else self.total

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
        AttentionList(_("Drafts"), oldest_drafts(), on, Case.objects.drafts().count()),
    ]
    return [listed for listed in lists if listed.count]


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


def oldest_drafts() -> list[AttentionPoint]:
    """The drafts that nobody has changed for the longest, each with the day of its last change."""
    last = Max("audit__pgh_created_at")
    rows = Case.objects.drafts().annotate(last=last).order_by(F("last").asc(nulls_first=True), "slug")[:SHOWN]
    return [
        AttentionPoint(last and last.date(), slug, reverse("desk_case_work", args=[pk]))
        for pk, slug, last in rows.values_list("pk", "slug", "last")
    ]


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
    by_edition, unread = questions_by_edition()
    questions = [question for asked in by_edition.values() for question in asked if question.is_asked(on)]
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
    for asked in questions:
        number = numbers.get(asked.case_id)
        address = reverse("desk_case_work", args=[number]) if number else reverse("admin:index")
        label = f"{asked.case_id}: {asked.where}" if asked.where else asked.case_id
        points[asked.sort].append(AttentionPoint(asked.day, label, address))
    rest = AttentionList(_("Published cases that this release has not read yet: open this page again"), [], on, unread)
    return [rest, *(AttentionList(title, points[sort], on) for sort, title in titles.items())]


def questions_by_edition() -> tuple[dict[int, list[Reminder]], int]:
    """What published documents ask for on any day, by the number of their edition; how many nobody has read yet.

    Kept in the database, and by the process until something is erased: after a publication only the new documents are
    read, after a release some at a time. Two queries, one more for what the process lacks, two for what nobody read.
    """
    erased = last_erasure()
    numbers = list(Edition.objects.current().filter(text__isnull=False).values_list("number", flat=True))
    key = f"desk-questions-{erased}-{get_language()}"
    kept: dict[int, list[Reminder]] = caches["process"].get(key) or {}
    if lacking := [number for number in numbers if number not in kept]:
        kept = {number: kept[number] for number in numbers if number in kept} | read_questions(lacking, erased)
        caches["process"].set(key, kept, KEPT_SECONDS)
    return {number: kept[number] for number in sorted(numbers) if number in kept}, len(set(numbers) - kept.keys())


def last_erasure() -> int | None:
    number: int | None = ChainEntry.objects.erasures().aggregate(last=Max("number"))["last"]
    return number


def read_questions(numbers: list[int], erased: int | None) -> dict[int, list[Reminder]]:
    """The questions of these editions, from the table, or from the documents and into it.

    Nothing is noted of a text that something was taken out of since the erasure `erased`, or is being taken out of.
    """
    how = {"language": get_language() or SOURCE_LANGUAGE, "checks": checks_digest()}
    rows = AskedByEdition.objects.filter(edition__in=numbers, **how).values_list("edition", "questions")
    kept = {number: [Reminder.from_plain(plain) for plain in questions] for number, questions in rows}
    lacking = sorted(set(numbers) - kept.keys(), reverse=True)[:READ_AT_ONCE]
    if not lacking:
        return kept
    read = {case.edition.number: list(questions_of(case.document)) for case in documents_of(lacking)}
    with transaction.atomic():
        if try_lock() and last_erasure() == erased:
            AskedByEdition.objects.store({number: [row.to_plain() for row in read[number]] for number in read}, **how)
    return kept | read


@cache
def checks_digest() -> str:
    """Of the code and the catalogues that the questions are made by: another release reads the documents anew."""
    desk = Path(__file__).parent
    modules = [desk / "attention.py", desk / "review/entry_names.py", *sorted((desk / "review/checks").glob("*.py"))]
    catalogues = [file for folder in settings.LOCALE_PATHS for file in sorted(Path(folder).glob("*/LC_MESSAGES/*.mo"))]
    return sha256(b"".join(file.read_bytes() for file in (*modules, *catalogues))).hexdigest()


def questions_of(document: Document) -> Iterator[Reminder]:
    """What one published case asks for: an ending to verify, an appeal to ask after, what the checks find."""
    case_id = document.case.id
    for restriction in document.reckoning.restrictions:
        where = name_of_outcome(restriction)
        yield from (reminder._replace(where=where) for reminder in ending_of(restriction, case_id))
    answered = {verdict.on for verdict in document.case.verdicts}
    for verdict in document.case.verdicts:
        day = parse(verdict.date).latest if verdict.date else None
        if verdict.appealed and verdict.id not in answered:
            yield Reminder(
                "appeal", day, case_id, name_of("verdicts", verdict.model_dump()), day and day + LONG_AGO + DAY
            )
    searched = date.fromisoformat(document.case.searched) if document.case.searched else None
    yield Reminder("unsearched", searched, case_id, "", searched and searched + LONG_AGO + DAY)
    verified = document.case.verified and date.fromisoformat(document.case.verified)
    yield Reminder("unverified", verified or None, case_id, _("case"), verified + STALE + DAY if verified else None)
    for where in dict.fromkeys(without_source(document)):
        yield Reminder("no-source", None, case_id, where)
    for finding in dict.fromkeys([*differing_claims(document), *untranslated(document)]):
        yield Reminder(finding.code, None, case_id, finding.where)


def ending_of(restriction: Outcome, case_id: str) -> Iterator[Reminder]:
    """Before the first day on which it may end: verify it. From the last on, where we computed it: nobody confirms it.

    On these days its state (`law.states`) is one that may bind, or ended.
    """
    begins, ends = restriction.binds_from.earliest or date.min, restriction.ends
    if restriction.void or restriction.standing == "expected":
        return
    if ends.earliest:
        before = min(ends.earliest, ends.latest - DAY) if ends.latest else ends.earliest
        yield Reminder("ending", ends.earliest, case_id, restriction.id, max(ends.earliest - SOON, begins), before)
    if ends.latest and restriction.end_basis == "computed":
        yield Reminder("passed", ends.latest, case_id, restriction.id, max(ends.latest, begins))
