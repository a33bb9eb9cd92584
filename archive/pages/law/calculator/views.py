"""/law/calculator/: a form, an answer, and nothing kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from archive.pages.law.calculator.answer import answer
from archive.pages.law.calculator.form import CalculatorForm


# Exempt from the CSRF check: the form changes nothing and knows nobody, so a forged request wins nothing,
# and it has to work for somebody who refuses cookies. Typed values never enter an error report.
@csrf_exempt
@sensitive_post_parameters()
@cache_control(no_store=True, private=True)
@require_http_methods(["GET", "HEAD", "POST"])
def calculator(request: HttpRequest) -> HttpResponse:
    """The empty form, the form with one more row, or the answer above the form. No query."""
    if request.method != "POST":
        return calculator_page(request, CalculatorForm())
    form = CalculatorForm(request.POST)
    if "add" in request.POST:
        return calculator_page(request, form.with_row(request.POST["add"]))
    if not form.is_valid():
        return calculator_page(request, form, status=400)
    return calculator_page(request, form, answer=answer(form, localdate()))


def calculator_page(request: HttpRequest, form: CalculatorForm, status: int = 200, **context: object) -> HttpResponse:
    response = render(request, "archive/law/calculator.html", {"form": form, **context}, status=status)
    response["Referrer-Policy"] = "no-referrer"
    return response
