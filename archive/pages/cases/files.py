"""The list of cases as files: same filters, same rows, same order as the page."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, time
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.exports import rows
from archive.exports.about import About, about
from archive.exports.calendars import calendar
from archive.exports.columns import Row
from archive.exports.definitions import TABLES
from archive.exports.documents import json_lines, json_text, table_lines
from archive.exports.feeds import FEED_LENGTH, FeedEntry, FeedHead
from archive.exports.tables import csv_text, xlsx
from archive.exports.workbook import CONTENT_TYPE
from archive.index.columns.selecting import Chosen
from archive.index.fetch import of_many
from archive.index.filters import CaseFilter, parameters
from archive.index.filters.address import Address
from archive.index.filters.former import by_present_names
from archive.index.representation import tagged_stream
from archive.index.snapshot import in_one_snapshot
from archive.pages.feed_response import feed_response
from archive.wording.localize import localized_str
from editions.models import Edition
from limits.turns import in_turn
from records.languages import active_language

ListFile = Callable[..., HttpResponseBase]
SEPARATORS = {",": ",", ";": ";", "tab": "\t"}
"""By the value of ``sep``: Excel in Russian or Kazakh expects semicolons, some programs tabs."""


def list_file(view: ListFile, without: tuple[str, ...] = ("page",)) -> Callable[..., HttpResponseBase]:
    """Hands the view what the filters choose, and where it comes from; 400 with the reasons if they cannot be read.

    ``without``: filters that make no sense in a file that holds everything.
    """

    @in_one_snapshot
    @by_present_names
    @in_turn
    @wraps(view)
    def answer(request: HttpRequest, **options: str) -> HttpResponseBase:
        params = parameters(request)
        separators = params.getlist("sep") if options.get("form") == "csv" else []
        if separators:
            del params["sep"]
        filters = CaseFilter(params, today=timezone.localdate(), without=without)
        if problems := {**filters.problems(), **separator_problems(separators)}:
            lines = [f"{name}: {message}" for name, messages in problems.items() for message in messages]
            text = _("The list cannot be exported:") + "\n" + "\n".join(lines) + "\n"
            return HttpResponse(text, status=400, content_type="text/plain; charset=utf-8")
        page = request.build_absolute_uri(Address.of(reverse("archive:cases"), params).having())
        options |= {"separator": SEPARATORS[separators[-1]]} if separators else {}
        source = about(filters.chosen, page)
        response = of_many(view(request, filters.chosen, source, **options))
        if not response.streaming:
            return response
        return tagged_stream(request, response, filters.chosen.stamp, repr(source).encode())

    return answer


def separator_problems(values: list[str]) -> dict[str, list[str]]:
    wrong = [value for value in values if value not in SEPARATORS]
    message = _("“%(value)s” is no separator: write a comma, a semicolon or the word tab.")
    return {"sep": [message % {"value": value} for value in wrong]} if wrong else {}


@list_file
def table_file(
    request: HttpRequest, chosen: Chosen, source: About, table: str, form: str, separator: str = ","
) -> HttpResponseBase:
    """One table as CSV, as TSV or as JSON Lines."""
    columns, lines = TABLES[table].columns, rows.table_rows(table, chosen, active_language())
    if form == "jsonl":
        return attachment(table_lines(columns, lines, source), "application/jsonl; charset=utf-8", table, source, form)
    suffix, media_type = ("tsv", "text/tab-separated-values") if separator == "\t" else ("csv", "text/csv")
    text = csv_text(columns, lines, source, separator)
    return attachment(text, f"{media_type}; charset=utf-8; header=present", table, source, suffix)


@list_file
def cases_xlsx(request: HttpRequest, chosen: Chosen, source: About) -> HttpResponseBase:
    """All tables as sheets of one workbook, those of cases and restrictions first."""
    first = ("cases", "restrictions")
    names = [*first, *(name for name in TABLES if name not in first)]
    sheets = [(name, TABLES[name].columns, rows.table_rows(name, chosen, active_language())) for name in names]
    return attachment(xlsx(sheets, source), CONTENT_TYPE, "cases", source, "xlsx")


@list_file
def cases_json(request: HttpRequest, chosen: Chosen, source: About) -> HttpResponseBase:
    text = json_text(rows.cases(chosen, active_language()), source)
    return StreamingHttpResponse(text, content_type="application/json; charset=utf-8")


@list_file
def cases_jsonl(request: HttpRequest, chosen: Chosen, source: About) -> HttpResponseBase:
    text = json_lines(rows.cases(chosen, active_language()), source)
    return StreamingHttpResponse(text, content_type="application/jsonl; charset=utf-8")


def newest_changes(request: HttpRequest, chosen: Chosen, source: About) -> HttpResponseBase:
    """The newest edition of each case as a feed, whatever the order of the list: the newest first, in pages."""
    language, number = active_language(), chosen.selection.page
    in_order = chosen.asking(replace(chosen.selection, sort="changed")).ordered(language)
    pages = max(1, -(-len(in_order) // FEED_LENGTH))
    if number > pages:
        raise Http404
    on_page = in_order[(number - 1) * FEED_LENGTH : number * FEED_LENGTH]
    address = Address.of(request.path, parameters(request))
    head = FeedHead(
        title=_("Shekteu: changes in cases"),
        link=source.query,
        note=f"{source.note} {source.as_of} {source.query}",
        rights=source.licence,
        language=language,
        changed=chosen.columns.newest(chosen.cases)
        or timezone.make_aware(datetime.combine(chosen.selection.on, time())),
        page_address=lambda page: request.build_absolute_uri(address.page(page)),
    )
    home = request.build_absolute_uri(reverse("archive:cases"))
    return feed_response(head, feed_entries(rows.of_editions(chosen, on_page), home), number, pages)


cases_atom = list_file(newest_changes, without=())


def feed_entries(rows: Iterable[Row], home: str) -> list[FeedEntry]:
    """One entry a row. ``home`` is the address that case ids are appended to. One query for the reasons."""
    rows = list(rows)
    editions = Edition.objects.filter(number__in=[row["edition"] for row in rows])
    reasons = dict(editions.values_list("number", "reason"))
    return [
        FeedEntry(
            name=localized_str(row["names"], row["case_id"]),
            version=row["version"],
            reason=localized_str(reasons.get(row["edition"], {})),
            address=f"{home}{row['case_id']}/",
            key=row["key"],
            published_at=row["published_at"],
        )
        for row in rows
    ]


@list_file
def cases_ics(request: HttpRequest, chosen: Chosen, source: About) -> HttpResponseBase:
    """The ends of the restrictions that the selection speaks of."""
    home = request.build_absolute_uri(reverse("archive:cases"))
    events = calendar(rows.of_restrictions(chosen, active_language()), source, home)
    return StreamingHttpResponse(events, content_type="text/calendar; charset=utf-8")


def attachment(
    content: Iterator[str] | Iterator[bytes], content_type: str, subject: str, source: About, suffix: str
) -> HttpResponseBase:
    """A file whose name has its subject, the day of its states and the archive's last change."""
    name = f"shekteu-{subject}-{source.on}-{source.stamp}.{suffix}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(content, content_type=content_type, headers=headers)
