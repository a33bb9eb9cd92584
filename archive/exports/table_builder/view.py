"""What the address of a table comes to: for the page, the files and the API."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from django.http import HttpRequest
from django.urls import reverse

from archive.charts.query import chips_of
from archive.exports.about import About, described
from archive.exports.table_builder.query import TableQuery, question_of, read_table_query, wrong_rules
from archive.exports.table_builder.table import CountedTable, count_table, notes, sentence, used_rules
from archive.index.filters import CaseFilter
from archive.wording.filter_choices import NOT_FILTERS, Chip


class TableView(NamedTuple):
    """A query with its table, unless there are problems."""

    query: TableQuery
    table: CountedTable | None = None
    chips: Sequence[Chip] = ()
    sentence: str = ""


def table_view(request: HttpRequest, page: str) -> TableView:
    """``page``: the path under which a reader sees the table."""
    query = read_table_query(request)
    if query.problems:
        return TableView(query)
    question = question_of(query)
    used = used_rules(question)
    query.problems.update(wrong_rules(question.rules, used))
    if query.problems:
        return TableView(replace(query, only_contradicts=True))
    table = count_table(query.figures, question, used)
    chips = [chip for chip in chips_of(query.figures) if chip.title != CaseFilter.base_filters["on"].label]
    no_filters = [CaseFilter.base_filters[name].label for name in ("known", *NOT_FILTERS)]
    filters = "; ".join(f"{chip.title}: {chip.label}" for chip in chips if chip.title not in no_filters)
    address = request.build_absolute_uri(f"{page}?{table.address.partition('?')[2]}")
    return TableView(query, table, chips, sentence(table, address, filters))


def about_table(request: HttpRequest, table: CountedTable) -> About:
    """What a table says of itself. Its query is the address that keeps its figures."""
    address = request.build_absolute_uri(f"{reverse('archive:tables')}?{table.address.partition('?')[2]}")
    return described(table.question.selection.on, table.known, table.changed_at, address, *notes(table))
