"""The queue of requests, the next deadline first, and the page of one."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from desk.models.requests import Decision
from desk.pages import desk_page, render_desk
from desk.requests import deciding
from editions.refusal import PublicationError
from inbox.models import Message


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


@desk_page("desk.answer_requests")
def requests(request: HttpRequest) -> HttpResponse:
    """Everything that waits, and what was answered lately."""
    context = {
        "waiting": Message.objects.waiting(),
        "answered": Message.objects.filter(answered_at__isnull=False).order_by("-answered_at")[:20],
        "open": Decision.objects.filter(done_at=None).select_related("by", "message"),
        "now": timezone.now(),
    }
    return render_desk(request, "desk/requests/list.html", _("Requests of people in the archive"), context)


@desk_page("desk.answer_requests")
def one_request(request: HttpRequest, pk: int) -> HttpResponse:
    """One request with what was decided on it."""
    message = get_object_or_404(Message, pk=pk)
    return _one(request, message)


def _one(request: HttpRequest, message: Message, form: Any = None, problems: list[str] | None = None) -> HttpResponse:
    by_case = Decision.objects.filter(case_id=message.case_id).exclude(case_id="")
    decisions = (by_case | Decision.objects.filter(message=message)).select_related("by", "second")
    context = {
        "message": message,
        "decisions": decisions,
        "decision_form": form if isinstance(form, DecisionForm) else DecisionForm(initial={"case_id": message.case_id}),
        "answer_form": form if isinstance(form, AnswerForm) else AnswerForm(),
        "refused": problems or [],
        "now": timezone.now(),
    }
    status = 400 if problems or (form and form.errors) else 200
    return render_desk(request, "desk/requests/one.html", str(message), context, status)


@require_POST
@desk_page("desk.answer_requests")
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Propose a decision; what may happen at once happens."""
    message = get_object_or_404(Message, pk=pk)
    form = DecisionForm(request.POST, instance=Decision(message=message, by=request.user, at=timezone.now()))
    if not form.is_valid():
        return _one(request, message, form)
    try:
        made = deciding.propose(form.save(commit=False), timezone.now())
    except PublicationError as refused:
        return _one(request, message, form, refused.problems)
    messages.success(request, _("Done.") if made.done_at else _("Proposed: a second editor has to confirm it."))
    return redirect("desk_request", pk)


@require_POST
@desk_page("desk.answer_requests")
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm what somebody else proposed."""
    decision = get_object_or_404(Decision.objects.select_related("message"), pk=pk)
    try:
        still_named = deciding.confirm(decision, request.user, timezone.now())
    except PublicationError as refused:
        return render_desk(request, "desk/review/refused.html", _("Not done"), {"problems": refused.problems}, 409)
    messages.success(request, _("Done."))
    if still_named:
        words = _("Still named in: %(cases)s. Change these texts by hand and send them for review.")
        messages.warning(request, words % {"cases": ", ".join(still_named)})
    return redirect("desk_request", decision.message_id) if decision.message_id else redirect("desk_requests")


@require_POST
@desk_page("desk.answer_requests")
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the person."""
    message, form = get_object_or_404(Message, pk=pk), AnswerForm(request.POST)
    if not form.is_valid():
        return _one(request, message, form)
    deciding.answer(message, form.cleaned_data["answer"], timezone.now())
    messages.success(request, _("Answered. The message is erased thirty days from now."))
    return redirect("desk_requests")
