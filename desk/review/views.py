"""The pages on which a case goes from draft to reader."""

from collections.abc import Sequence

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cases.models import Case
from desk.accounts.own_drafts import WRITE_OWN, is_own, only_own, own_rows
from desk.models import DraftOwner, Publication, Submission, Submitted
from desk.pages import DeskRequest, case_or_404, desk_page, render_desk
from desk.review import actions
from desk.review.assessment import assess
from desk.review.forms import PublicationForm, ReviewForm, SendForm
from desk.review.holding import name_of_row, published_holding
from desk.review.preview import reckoning
from desk.review.states import states
from editions.again import moved_of_person
from editions.models import Edition
from editions.refusal import PublicationError
from records.events import log_event


@desk_page("cases.view_case")
def case_work(request: DeskRequest, pk: int) -> HttpResponse:
    """Shows where one case stands: what blocks it, what changed, what has been done."""
    return render_case(request, case_or_404(request, pk), SendForm(), PublicationForm())


def render_case(
    request: HttpRequest, case: Case, send: SendForm, withdraw: PublicationForm, problems: Sequence[str] = ()
) -> HttpResponse:
    """Renders the page of one case's work; 400 if something that was sent is wrong."""
    assessment = assess(case, timezone.localdate())
    ids = [case.slug, *case.former_ids]
    context = {
        "assessment": assessment,
        "state": states([case])[case.pk],
        "reckoning": assessment.document and reckoning(assessment.document, timezone.localdate()),
        "sent": case.submissions.select_related("sent_by", "review__reviewer").order_by("-sent_at")[:10],
        "editions": Edition.objects.filter(case_id__in=ids).order_by("-number")[:20],
        "publications": Publication.objects.filter(case_id__in=ids)
        .select_related("by")
        .annotate(version=Edition.objects.filter(number=OuterRef("edition")).values("version")),
        "send_form": send,
        "withdraw_form": withdraw,
        "may_send": may_send(request, case),
        "refused": problems,
    }
    title = _("%(case)s: from draft to reader") % {"case": case.slug}
    wrong = problems or send.errors or withdraw.errors
    return render_desk(request, "desk/review/case.html", title, context, 400 if wrong else 200)


def may_send(request: HttpRequest, case: Case) -> bool:
    """Whether the account may send any case, or this one because it is its own."""
    user = request.user
    return user.has_perm("desk.submit_case") or (user.has_perm(WRITE_OWN) and is_own(request, case))


@require_POST
@desk_page("desk.submit_case", WRITE_OWN)
def send_case(request: DeskRequest, pk: int) -> HttpResponse:
    """Sends one case for review."""
    case = case_or_404(request, pk)
    if not may_send(request, case):
        raise PermissionDenied
    form = SendForm(request.POST)
    if not form.is_valid():
        return render_case(request, case, form, PublicationForm())
    try:
        sent = actions.submit([case], request.user, form.cleaned_data["note"], timezone.now())
    except PublicationError as error:
        log_event("refusal", account=request.user.pk, of="send", problems=len(error.problems))
        return render_case(request, case, form, PublicationForm(), error.problems)
    messages.success(request, _("Sent for review: a second person reads it now."))
    return redirect("desk_submission", sent.pk)


@desk_page("desk.submit_case")
def send_holding(request: DeskRequest, subject: str, row: int) -> HttpResponse:
    """Lists the published cases that hold a shared row: a person, source, court …; sends all for one review."""
    cases, name = list(published_holding(subject, row)), name_of_row(subject, row)
    title = _("Published cases that hold: %(name)s") % {"name": name}
    if request.method != "POST":
        return render_desk(request, "desk/review/holding.html", title, {"cases": cases})
    try:
        if not cases:
            raise PublicationError([_("no published case holds it whose other entries are as published")])
        note = _("Shared change: %(name)s") % {"name": name}
        sent = actions.submit(cases, request.user, note, timezone.now())
    except PublicationError as error:
        log_event("refusal", account=request.user.pk, of="send-holding", problems=len(error.problems))
        return render_desk(request, "desk/review/refused.html", _("Not sent"), {"problems": error.problems}, 409)
    return redirect("desk_submission", sent.pk)


@desk_page("cases.view_case")
def submission(request: DeskRequest, pk: int) -> HttpResponse:
    """Shows what a reviewer reads: every case of a submission with its differences, checks and previews."""
    return render_submission(request, submission_or_404(request, pk))


def submission_or_404(request: HttpRequest, pk: int) -> Submission:
    """Returns a submission of which the account may see every case; any other is not found."""
    rows = Submission.objects.select_related("sent_by", "review__reviewer").prefetch_related("cases__person")
    sent = get_object_or_404(rows, pk=pk)
    for case in sent.cases.all():
        case_or_404(request, case.pk)
    return sent


def render_submission(
    request: HttpRequest,
    sent: Submission,
    review: ReviewForm | None = None,
    publication: PublicationForm | None = None,
    problems: Sequence[str] = (),
) -> HttpResponse:
    """Renders the page of a submission; 400 if something that was sent is wrong."""
    today = timezone.localdate()
    assessments = [assess(case, today) for case in sent.cases.order_by("slug")]
    context = {
        "sent": sent,
        "assessments": [(each, each.document and reckoning(each.document, today)) for each in assessments],
        "state": submission_state(sent),
        "review_form": review or ReviewForm(),
        "publish_form": publication or PublicationForm(),
        "refused": problems,
    }
    title = _("Submission %(number)s") % {"number": sent.pk}
    wrong = problems or (review and review.errors) or (publication and publication.errors)
    return render_desk(request, "desk/review/submission.html", title, context, 400 if wrong else 200)


def submission_state(sent: Submission) -> str:
    """`waiting`, `returned`, `approved`, `published`, `again`: sent once more since, or `stale`: the rows changed."""
    if hasattr(sent, "review"):
        if not sent.review.approved:
            return "returned"
        if sent.review.publications.exists():
            return "published"
        if Submission.objects.approved().filter(pk=sent.pk).exists():
            return "approved"
    elif Submission.objects.waiting().filter(pk=sent.pk).exists():
        return "waiting"
    return "again" if sent.sent_again().exists() else "stale"


@require_POST
@desk_page("desk.review_case")
def answer(request: DeskRequest, pk: int) -> HttpResponse:
    """Approves what was sent, or gives it back."""
    sent, form = submission_or_404(request, pk), ReviewForm(request.POST)
    if not form.is_valid():
        return render_submission(request, sent, review=form)
    approved = "approve" in request.POST
    try:
        actions.review(sent, request.user, approved, form.cleaned_data["comment"], timezone.now())
    except PublicationError as error:
        log_event("refusal", account=request.user.pk, of="answer", problems=len(error.problems))
        return render_submission(request, sent, review=form, problems=error.problems)
    messages.success(request, _("Approved: it can be published.") if approved else _("Given back."))
    return redirect("desk_submission", pk)


@require_POST
@desk_page("desk.publish_case")
def publish(request: DeskRequest, pk: int) -> HttpResponse:
    """Publishes what was approved."""
    sent, form = submission_or_404(request, pk), PublicationForm(request.POST)
    if not form.is_valid():
        return render_submission(request, sent, publication=form, problems=[_("Something is missing below.")])
    try:
        editions = actions.publish(sent, request.user, form.cleaned_data["reason"], form.answer, timezone.now())
    except PublicationError as error:
        log_event("refusal", account=request.user.pk, of="publish", problems=len(error.problems))
        return render_submission(request, sent, publication=form, problems=error.problems)
    warn_of_moved_dates(request, sent)
    numbers = ", ".join(str(edition.version) for edition in editions)
    messages.success(request, _("Published: version %(numbers)s.") % {"numbers": numbers})
    return redirect("desk_submission", pk)


def warn_of_moved_dates(request: HttpRequest, sent: Submission) -> None:
    """Names the person's other published cases whose dates the publication moves."""
    for person in sorted({case.person_id for case in sent.cases.all()}):
        for move in moved_of_person(person):
            words = _("This moves dates of %(case)s: send that case for review too.")
            messages.warning(request, words % {"case": move.document.case.id})


@require_POST
@desk_page("desk.withdraw_case")
def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    """Takes a published case from readers."""
    case, form = case_or_404(request, pk), PublicationForm(request.POST)
    if not form.is_valid():
        return render_case(request, case, SendForm(), form)
    try:
        actions.withdraw(case, request.user, form.cleaned_data["reason"], form.answer, timezone.now())
    except PublicationError as error:
        log_event("refusal", account=request.user.pk, of="withdraw", problems=len(error.problems))
        return render_case(request, case, SendForm(), form, error.problems)
    messages.success(request, _("Withdrawn: readers see the reason and nothing else."))
    return redirect("desk_case_work", pk)


@desk_page("cases.view_case")
def submissions(request: DeskRequest) -> HttpResponse:
    """Lists what waits for a reviewer, and what waits for a publisher; to a contributor what is theirs alone."""
    rows = Submission.objects.select_related("sent_by").prefetch_related("cases").order_by("sent_at")
    last: QuerySet[Edition] | None = Edition.objects.order_by("-number")[:10]
    if only_own(request):
        others = Submitted.objects.exclude(case__in=own_rows(request, DraftOwner.DraftKind.CASE))
        rows, last = rows.exclude(submitted__in=others), None
    context = {"waiting": rows.waiting(), "approved": rows.approved(), "last": last}
    return render_desk(request, "desk/review/submissions.html", _("Review and publication"), context)
