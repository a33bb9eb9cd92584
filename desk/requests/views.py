"""The queue of requests, the next deadline first, and the page of one."""

from collections.abc import Sequence

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from desk.models.requests import Decision
from desk.pages import DeskRequest, desk_page, render_desk
from desk.requests import deciding
from desk.requests.floods import in_groups, same_as
from editions.refusal import PublicationError
from inbox.models import Message
from records.events import log_event


class DecisionForm(forms.ModelForm):
    """A proposal."""

    class Meta:
        model = Decision
        fields = ["case_id", "act", "initials", "why"]
        widgets = {"why": forms.Textarea(attrs={"rows": 2, "cols": 60})}


class AnswerForm(forms.Form):
    """What the person will read."""

    answer = forms.CharField(
        label=gettext_lazy("Answer"), max_length=5000, widget=forms.Textarea(attrs={"rows": 5, "cols": 70})
    )
    same = forms.BooleanField(label=gettext_lazy("Answer those with the same words too"), required=False)


@desk_page("desk.answer_requests")
def requests(request: DeskRequest) -> HttpResponse:
    """Lists everything that waits, and what was answered lately."""
    context = {
        "waiting": in_groups(Message.objects.waiting()),
        "answered": Message.objects.filter(answered_at__isnull=False).order_by("-answered_at")[:20],
        "open": Decision.objects.open().select_related("by", "message"),
        "now": timezone.now(),
    }
    return render_desk(request, "desk/requests/list.html", _("Requests of people in the archive"), context)


@desk_page("desk.answer_requests")
def one_request(request: DeskRequest, pk: int) -> HttpResponse:
    """Shows one request with what was decided on it."""
    return render_message(request, get_object_or_404(Message, pk=pk))


def render_message(
    request: HttpRequest,
    message: Message,
    decision: DecisionForm | None = None,
    answer: AnswerForm | None = None,
    problems: Sequence[str] = (),
) -> HttpResponse:
    """Renders the page of one request; 400 if something that was sent is wrong."""
    by_case = Decision.objects.filter(case_id=message.case_id).exclude(case_id="")
    decisions = (by_case | Decision.objects.filter(message=message)).select_related("by", "outcome__second")
    context = {
        "message": message,
        "decisions": decisions,
        "decision_form": decision or DecisionForm(initial={"case_id": message.case_id}),
        "answer_form": answer or AnswerForm(),
        "same": same_as(message),
        "refused": problems,
        "now": timezone.now(),
    }
    wrong = problems or (decision and decision.errors) or (answer and answer.errors)
    return render_desk(request, "desk/requests/one.html", str(message), context, 400 if wrong else 200)


@require_POST
@desk_page("desk.answer_requests")
def propose(request: DeskRequest, pk: int) -> HttpResponse:
    """Proposes a decision; what may happen at once happens."""
    message = get_object_or_404(Message, pk=pk)
    form = DecisionForm(request.POST, instance=Decision(message=message, by=request.user, at=timezone.now()))
    if not form.is_valid():
        return render_message(request, message, decision=form)
    try:
        decision = deciding.propose(form.save(commit=False), timezone.now())
    except PublicationError as error:
        log_event("refusal", account=request.user.pk, of="propose", problems=len(error.problems))
        return render_message(request, message, decision=form, problems=error.problems)
    messages.success(request, _("Done.") if decision.done_at else _("Proposed: a second editor has to confirm it."))
    return redirect("desk_request", pk)


@require_POST
@desk_page("desk.answer_requests")
def confirm(request: DeskRequest, pk: int) -> HttpResponse:
    """Confirms what somebody else proposed."""
    decision = get_object_or_404(Decision.objects.select_related("message"), pk=pk)
    try:
        still_named = deciding.confirm(decision, request.user, timezone.now())
    except PublicationError as error:
        log_event("refusal", account=request.user.pk, of="confirm", problems=len(error.problems))
        return render_desk(request, "desk/review/refused.html", _("Not done"), {"problems": error.problems}, 409)
    messages.success(request, _("Done."))
    if still_named:
        words = _("Still named in: %(cases)s. Change these texts by hand and send them for review.")
        messages.warning(request, words % {"cases": ", ".join(still_named)})
    return redirect("desk_request", decision.message.pk) if decision.message else redirect("desk_requests")


@require_POST
@desk_page("desk.answer_requests")
def answer(request: DeskRequest, pk: int) -> HttpResponse:
    """Answers the person."""
    message, form = get_object_or_404(Message, pk=pk), AnswerForm(request.POST)
    if not form.is_valid():
        return render_message(request, message, answer=form)
    for one in (message, *(same_as(message) if form.cleaned_data["same"] else ())):
        deciding.answer(one, form.cleaned_data["answer"], timezone.now())
    messages.success(request, _("Answered. The message is erased thirty days from now."))
    return redirect("desk_requests")
