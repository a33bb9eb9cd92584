"""What each case of an import would say, and which dates follow: its rows are there, and are taken back."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.models import Case
from desk.forms.understanding import length_in_words
from desk.review.entry_names import EntryNames, article, entry_names
from editions.building import document_of_rows
from editions.refusal import PublicationError
from editions.schema import Document
from law.dates import DateRange
from law.outcome import Outcome
from records.languages import day_in_words, localized_str

MOST_CASES = 50
"""As many are written out; of the others the rows are listed."""
CASE = re.compile(r"cases\[\d+\] \((.+)\)\Z")


class RestrictionPreview(NamedTuple):
    """One restriction of a case: what it is, with its length, and from when to when it binds as calculated."""

    name: str
    starts: str
    ends: str


class CasePreview(NamedTuple):
    """One case as it would stand in the rows; `problems` where they make no document yet."""

    id: str
    person: str
    title: str
    says: list[str]
    follows: list[RestrictionPreview]
    problems: Sequence[str] = ()


def case_previews(places: Sequence[str]) -> list[CasePreview]:
    """Describes the cases among the places of an import (`cases[3] (bokai-2016)`), which must be saved."""
    ids = [match[1] for place in places if (match := CASE.match(place))][:MOST_CASES]
    rows = {case.slug: case for case in Case.objects.filter(slug__in=ids).select_related("person")}
    return [case_preview(rows[id_]) for id_ in ids]


def case_preview(case: Case) -> CasePreview:
    person, title = str(case.person), localized_str(case.title)
    try:
        document = document_of_rows(case)
    except PublicationError as error:
        return CasePreview(case.slug, person, title, [], [], error.problems)
    names = entry_names(document)
    return CasePreview(case.slug, person, title, facts(document, names), follows(document, names))


def facts(document: Document, names: EntryNames) -> list[str]:
    """What the file says: the verdict with its court, the articles, the appeal."""
    courts = {court.id: localized_str(court.names) for court in document.courts}
    lines = []
    for verdict in document.case.verdicts:
        court = courts.get(verdict.court or "", "")
        lines.append(", ".join(filter(None, [names["verdicts", verdict.id], court, str(APPEALS[verdict.appealed])])))
    articles = [article(charge.to_dict()) for charge in document.case.charges]
    return [*lines, *([", ".join(articles)] if articles else [])]


APPEALS: Mapping[bool | None, Promise] = {
    True: gettext_lazy("appealed"),
    False: gettext_lazy("not appealed"),
    None: gettext_lazy("not known whether appealed"),
}


def follows(document: Document, names: EntryNames) -> list[RestrictionPreview]:
    """Each restriction with the days that the rule book gives it."""
    lengths = {row.id: row.length for row in document.case.restrictions}
    return [
        RestrictionPreview(
            named(outcome, names, lengths.get(outcome.id)), in_words(outcome.binds_from), in_words(outcome.ends)
        )
        for outcome in document.reckoning.restrictions
    ]


def named(outcome: Outcome, names: EntryNames, length: str | None) -> str:
    name = names["restrictions", outcome.id]
    return f"{name}, {length_in_words(length)}" if length else name


def in_words(days: DateRange) -> str:
    """A day, or between which days it lies."""
    first, last = (day and day_in_words(day) for day in (days.earliest, days.latest))
    if first and first == last:
        return first
    if first and last:
        return _("between %(first)s and %(last)s") % {"first": first, "last": last}
    if first:
        return _("not before %(day)s") % {"day": first}
    return _("not after %(day)s") % {"day": last} if last else _("not known")
