"""/about/your-case/: the rights of the people in the archive, a message to the editors, the way to the answer."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from archive.pages.about.your_case_form import CodeForm, MessageForm, new_token
from archive.wording.settling import OpenQuestion, question_of
from inbox.models import Message, MessageKind, receive
from records.languages import active_language


@never_cache
@csrf_exempt  # no cookie is set here; the form carries a signed number of its own
def your_case(request: HttpRequest) -> HttpResponse:
    """The form; where a page names a missing fact, with its question filled in and what to know before answering."""
    now, question = timezone.now(), question_of(request.GET.get("fact", ""))
    if request.method != "POST":
        initial = {"token": new_token(now), "case_id": request.GET.get("case", "")[:60]}
        if question:
            initial |= {"kind": MessageKind.CORRECTION, "text": f"{question.text}\n\n"}
        return form_page(request, MessageForm(initial=initial, request=request, now=now), question)
    form = MessageForm(request.POST, request=request, now=now)
    if not form.is_valid():
        form.data = {**request.POST.dict(), "proof": ""}  # What was typed stays.
        if "token" in form.errors:
            form.data["token"] = new_token(now)
        return form_page(request, form, question, status=400)
    entered = form.cleaned_data
    Message.objects.to_be_erased(now).delete()  # the promise holds also where nobody set up the daily command
    code = receive(entered["kind"], entered["text"], entered["case_id"], active_language(), entered["token"], now)
    return render(request, "archive/your_case_sent.html", {"code": code})


@never_cache
@csrf_exempt
def answer(request: HttpRequest) -> HttpResponse:
    """The answer to the message that a code belongs to; the code never stands in an address."""
    form = CodeForm(request.POST or None)
    context: dict[str, Any] = {"form": form, "has_asked": False}
    if form.is_valid():
        context["has_asked"] = True
        context["message"] = Message.objects.with_code(form.cleaned_data["code"], timezone.now())
    return render(request, "archive/your_case_answer.html", context)


def form_page(
    request: HttpRequest, form: MessageForm, question: OpenQuestion | None, status: int = 200
) -> HttpResponse:
    context = {"form": form, "question": question, "code_form": CodeForm()}
    return render(request, "archive/your_case.html", context, status=status)
