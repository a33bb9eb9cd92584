"""/law/check/, the same as CSV and in the API. Two queries each, whatever the number of cases."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.exports.scoreboard import scoreboard_csv
from archive.index.columns.current import columns
from archive.index.coverage import coverage, widths
from archive.index.reported_ends import coverage_elsewhere, elsewhere, reported_ends
from archive.index.scoreboard import ENOUGH, check, compared, compared_documents
from archive.wording import scoreboard as law_check_words
from law.country import country
from records.languages import active_language


def law_check(request: HttpRequest) -> HttpResponse:
    index, language = columns(), active_language()
    documents = compared_documents(index)
    comparison, others, apart = check(documents), elsewhere(), coverage_elsewhere()
    covered = coverage(documents)
    context = {
        "score": comparison.score,
        "summary": law_check_words.summary(comparison.score.scored, comparison.score.agreeing),
        "enough": ENOUGH,
        "groups": [
            (group, [law_check_words.end_comparison(row, language) for row in comparison.ends if row.group == group])
            for group in ("scored", "fitted", "not-computable", "otherwise")
        ],
        "claims": [law_check_words.claim_comparison(row, language) for row in comparison.claims],
        "elsewhere": [
            (reported_ends()[row.case], law_check_words.end_comparison(row, language)) for row in others.ends
        ],
        "elsewhere_summary": law_check_words.summary(others.score.scored, others.score.agreeing),
        "widths": widths(index),
        "covered": len(covered.ends) + len(apart.ends),
        "covered_summary": law_check_words.coverage(
            len(covered.ends) + len(apart.ends), covered.inside + apart.inside, covered.not_given + apart.not_given
        ),
        "version": country().rule_book_version,
    }
    return render(request, "archive/law/check.html", context)


def law_check_as_csv(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(scoreboard_csv(compared()), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="shekteu-law-check.csv"'
    return response
