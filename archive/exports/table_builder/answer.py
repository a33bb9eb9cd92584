"""What somebody asks the table builder, answered: for the page, the files and the API."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.urls import reverse

from archive.charts.question import Asked, chips_of
from archive.exports.about import About, described
from archive.exports.table_builder.question import question, read, wrong_rules
from archive.exports.table_builder.table import Made, make, notes, sentence, used_rules
from archive.index.filters import CaseFilter
from archive.wording.filter_choices import NOT_FILTERS, Chip


class Answer(NamedTuple):
    """What was asked with its own parameters, and the table unless there are problems."""

    asked: Asked
    own: dict[str, Any]
    only_contradicts: bool
    made: Made | None = None
    chips: Sequence[Chip] = ()
    sentence: str = ""

    @property
    def problems(self) -> dict[str, list[str]]:
        return self.asked.problems


def answer(request: HttpRequest, page: str) -> Answer:
    """``page``: the path under which a reader sees the table."""
    found, own, only_contradicts = read(request)
    if found.problems:
        return Answer(found, own, only_contradicts)
    asked_question = question(found, own)
    used = used_rules(asked_question)
    found.problems.update(wrong_rules(asked_question.rules, used))
    if found.problems:
        return Answer(found, own, only_contradicts=True)
    made = make(found, asked_question, used)
    chips = [chip for chip in chips_of(found) if chip.title != CaseFilter.base_filters["on"].label]
    query = made.address.partition("?")[2]
    filters = "; ".join(f"{chip.title}: {chip.label}" for chip in chips if _is_filter(chip))
    said = sentence(made, request.build_absolute_uri(f"{page}?{query}"), filters)
    return Answer(found, own, only_contradicts, made, chips, said)


def _is_filter(chip: Chip) -> bool:
    return chip.title not in [CaseFilter.base_filters[name].label for name in ("known", *NOT_FILTERS)]


def about_table(request: HttpRequest, made: Made) -> About:
    """What a table says of itself. Its query is the address that keeps its figures."""
    address = f"{reverse('archive:tables')}?{made.address.partition('?')[2]}"
    on, full = made.question.chosen.selection.on, request.build_absolute_uri(address)
    return described(on, made.known, made.edition, full, *notes(made))
