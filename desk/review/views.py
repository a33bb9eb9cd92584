"""The pages on which a case goes from draft to reader."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cases.models import Case
from desk.accounts.own_drafts import WRITE_OWN, is_own
from desk.models import Publication, Submission
from desk.pages import case_or_404, desk_page, render_desk
from desk.review import actions as acts
from desk.review.assessment import CaseAssessment, assess
from desk.review.forms import PublicationForm, ReviewForm, SendForm
from desk.review.preview import reckoning
from desk.review.states import states
from editions.again import moved_of_person
from editions.models import Edition
from editions.publish import holding
from editions.refusal import PublicationError

SUBJECTS = ("people", "sources", "courts", "trials", "tags")


@desk_page("cases.view_case")
def case_work(request: HttpRequest, pk: int) -> HttpResponse:
    """Where one case stands: what blocks it, what changed, what has been done."""
    return _case_work(request, case_or_404(request, pk), SendForm(), PublicationForm())


def _case_work(
    request: HttpRequest, case: Case, send: SendForm, let_out: PublicationForm, problems: list[str] | None = None
) -> HttpResponse:
    found = assess(case, timezone.localdate())
    ids = [case.slug, *case.former_ids]
    context = {
        "reading": found,
        "state": states([case])[case.pk],
        "reckoning": found.document and reckoning(found.document, timezone.localdate()),
        "sent": case.submissions.select_related("sent_by", "review__reviewer").order_by("-sent_at")[:10],
        "editions": Edition.objects.filter(case_id__in=ids).order_by("-number")[:20],
        "let_out": Publication.objects.filter(case_id__in=ids).select_related("by"),
        "send_form": send,
        "withdraw_form": let_out,
        "may_send": _may_send(request, case),
        "refused": problems or [],
    }
    title = _("%(case)s: from draft to reader") % {"case": case.slug}
    return render_desk(
        request, "desk/review/case.html", title, context, status=400 if problems or let_out.errors else 200
    )


def _may_send(request: HttpRequest, case: Case) -> bool:
    user = request.user
    return user.has_perm("desk.submit_case") or (user.has_perm(WRITE_OWN) and is_own(request, case))


@require_POST
@desk_page("desk.submit_case", WRITE_OWN)
def send_case(request: HttpRequest, pk: int) -> HttpResponse:
    """Send one case for review."""
    case = case_or_404(request, pk)
    if not _may_send(request, case):
        raise PermissionDenied
    form = SendForm(request.POST)
    form.is_valid()
    try:
        sent = acts.submit([case], request.user, form.cleaned_data["note"], timezone.now())
    except PublicationError as refused:
        return _case_work(request, case, form, PublicationForm(), refused.problems)
    messages.success(request, _("Sent for review: a second person reads it now."))
    return redirect("desk_submission", sent.pk)


@require_POST
@desk_page("desk.submit_case")
def send_holding(request: HttpRequest, subject: str, slug: str) -> HttpResponse:
    """Send all published cases that hold a person, source, court, trial or tag for one review."""
    cases = list(holding(subject, [slug]).as_published()) if subject in SUBJECTS else []
    note = _("Shared change: %(subject)s %(slug)s") % {"subject": subject, "slug": slug}
    try:
        if not cases:
            raise PublicationError([_("no published case holds it whose own rows are as published")])
        sent = acts.submit(cases, request.user, note, timezone.now())
    except PublicationError as refused:
        return render_desk(request, "desk/review/refused.html", _("Not sent"), {"problems": refused.problems}, 409)
    return redirect("desk_submission", sent.pk)


@desk_page("cases.view_case")
def submission(request: HttpRequest, pk: int) -> HttpResponse:
    """What a reviewer reads: every case of a submission with its differences, checks and previews."""
    return _submission(request, _sent(request, pk))


def _sent(request: HttpRequest, pk: int) -> Submission:
    rows = Submission.objects.select_related("sent_by", "review__reviewer").prefetch_related("cases__person")
    sent = get_object_or_404(rows, pk=pk)
    for case in sent.cases.all():
        case_or_404(request, case.pk)
    return sent


def _submission(
    request: HttpRequest, sent: Submission, form: Any = None, problems: list[str] | None = None
) -> HttpResponse:
    readings = [_marked(assess(case, timezone.localdate())) for case in sent.cases.order_by("slug")]
    context = {
        "sent": sent,
        "readings": readings,
        "state": _state(sent),
        "review_form": form if isinstance(form, ReviewForm) else ReviewForm(),
        "publish_form": form if isinstance(form, PublicationForm) else PublicationForm(),
        "refused": problems or [],
    }
    title = _("Submission %(number)s") % {"number": sent.pk}
    return render_desk(request, "desk/review/submission.html", title, context, status=400 if problems else 200)


def _marked(found: CaseAssessment) -> tuple[CaseAssessment, Any]:
    return found, found.document and reckoning(found.document, timezone.localdate())


def _state(sent: Submission) -> str:
    """`waiting`, `returned`, `approved`, `published`, or `stale`: what was sent is no longer what stands."""
    if hasattr(sent, "review"):
        if not sent.review.approved:
            return "returned"
        if sent.review.publications.exists():
            return "published"
        return "approved" if Submission.objects.approved().filter(pk=sent.pk).exists() else "stale"
    return "waiting" if Submission.objects.waiting().filter(pk=sent.pk).exists() else "stale"


@require_POST
@desk_page("desk.review_case")
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve what was sent, or give it back."""
    form = ReviewForm(request.POST)
    form.is_valid()
    approved = "approve" in request.POST

    def act(sent: Submission) -> str:
        acts.review(sent, request.user, approved, form.cleaned_data["comment"], timezone.now())
        return _("Approved: it can be published.") if approved else _("Given back.")

    return _done(request, pk, form, act)


@require_POST
@desk_page("desk.publish_case")
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish what was approved."""
    form = PublicationForm(request.POST)
    if not form.is_valid():
        return _submission(request, _sent(request, pk), form, [_("Something is missing below.")])

    def act(sent: Submission) -> str:
        editions = acts.publish(sent, request.user, form.cleaned_data["reason"], form.answer, timezone.now())
        _offer_moved(request, sent)
        numbers = ", ".join(str(edition.number) for edition in editions)
        return _("Published: edition %(numbers)s.") % {"numbers": numbers}

    return _done(request, pk, form, act)


def _offer_moved(request: HttpRequest, sent: Submission) -> None:
    """Name the person's other published cases whose dates the publication moves."""
    people = {case.person_id for case in sent.cases.all()}
    for move in (move for person in sorted(people) for move in moved_of_person(person)):
        words = _("This moves dates of %(case)s: send that case for review too.")
        messages.warning(request, words % {"case": move.document.case.id})


def _done(request: HttpRequest, pk: int, form: Any, act: Callable[[Submission], str]) -> HttpResponse:
    sent = _sent(request, pk)
    try:
        messages.success(request, act(sent))
    except PublicationError as refused:
        return _submission(request, sent, form, refused.problems)
    return redirect("desk_submission", pk)


@require_POST
@desk_page("desk.withdraw_case")
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a published case from readers."""
    case, form = case_or_404(request, pk), PublicationForm(request.POST)
    if not form.is_valid():
        return _case_work(request, case, SendForm(), form)
    try:
        acts.withdraw(case, request.user, form.cleaned_data["reason"], form.answer, timezone.now())
    except PublicationError as refused:
        return _case_work(request, case, SendForm(), form, refused.problems)
    messages.success(request, _("Withdrawn: readers see the reason and nothing else."))
    return redirect("desk_case_work", pk)


@desk_page("cases.view_case")
def submissions(request: HttpRequest) -> HttpResponse:
    """What waits for a reviewer, and what waits for a publisher."""
    rows = Submission.objects.select_related("sent_by").prefetch_related("cases").order_by("sent_at")
    context = {"waiting": rows.waiting(), "approved": rows.approved(), "last": Edition.objects.order_by("-number")[:10]}
    return render_desk(request, "desk/review/submissions.html", _("Review and publication"), context)
