"""/law/check/, the same as CSV and in the API. One query each, whatever the number of cases."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from archive.exports import scoreboard as law_check_plain
from archive.exports import scoreboard_csv as law_check_csv
from archive.index.models import Entry
from archive.index.scoreboard import ENOUGH, Check, check
from archive.wording import scoreboard as law_check_words
from editions.current import document_of
from editions.models import Edition
from law.kazakhstan import rulebook


def law_check(request: HttpRequest) -> HttpResponse:
    found, language = compared(), get_language() or "en"
    context = {
        "score": found.score,
        "summary": law_check_words.summary(found.score.scored, found.score.agreeing),
        "enough": ENOUGH,
        "groups": [
            (group, [law_check_words.end(row, language) for row in found.ends if row.group == group])
            for group in ("scored", "fitted", "not-computable", "otherwise")
        ],
        "claims": [law_check_words.said(row, language) for row in found.claims],
        "version": rulebook.RULE_BOOK_VERSION,
    }
    return render(request, "archive/law/check.html", context)


def law_check_as_csv(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(law_check_csv.text(compared()), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="shekteu-law-check.csv"'
    return response


@require_safe
def law_check_as_json(request: HttpRequest) -> HttpResponse:
    return JsonResponse(law_check_plain.plain(compared()), json_dumps_params={"ensure_ascii": False})


def compared() -> Check:
    """From the newest documents of those cases that hold a reported end or a claim: one query."""
    compared = Entry.objects.known(None).marked("compared", ("end", "claim")).values("edition")
    editions = Edition.objects.filter(number__in=compared).select_related("text").order_by("case_id")
    documents = (document_of(edition) for edition in editions)
    return check(document for document in documents if document is not None)
