"""The endpoints on cases, people, restrictions and versions. They read what pages read."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import islice

import numpy as np
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q, QuerySet
from django.http import Http404
from pyroaring import BitMap
from rest_framework.request import Request
from rest_framework.response import Response

from archive.api import answers
from archive.api.endpoint import Endpoint
from archive.api.paging import ID, KEY, PARAMETERS, PLACE, Page, following, page_of
from archive.api.problems import BadQuery, Gone
from archive.exports import rows
from archive.exports.about import about
from archive.exports.case_detail import case_on
from archive.exports.definitions import CASES, RESTRICTIONS
from archive.exports.documents import typed
from archive.index.columns.bitmaps import numbers
from archive.index.columns.selecting import Chosen
from archive.index.days import read_days
from archive.index.fetch import unlisted
from archive.index.filters import parameters
from archive.index.models import Entry
from archive.index.published import PublishedCase, newest
from editions.current import document_of
from editions.models import Edition, moment_text
from records.json_dict import JSONDict

AT_ONCE = 500
"""Numbers that a query is sent, or people that it gives, at most."""


class FilteredList(Endpoint):
    """A list with every filter of the site, by cursor."""

    filtered = names_many = True
    cursor_pattern = KEY

    def get(self, request: Request) -> Response:
        chosen, params = self.chosen(request, *PARAMETERS)
        entries, cursor = self.entries(chosen, page_of(params, self.cursor_pattern))
        return Response(
            {
                "about": about(chosen, request.build_absolute_uri()).to_dict(),
                "count": self.count(chosen),
                "next": following(request, params, cursor),
                "results": entries,
            }
        )

    def entries(self, chosen: Chosen, page: Page) -> tuple[list[JSONDict], str | None]:
        """What the page lists, and the cursor of the next page."""
        raise NotImplementedError

    def count(self, chosen: Chosen) -> int:
        raise NotImplementedError


@answers.describe(answers.CASES, cursor=KEY)
class CaseList(FilteredList):
    """Cases that fit every filter, in the order in which they were published."""

    operation = "cases_list"

    def entries(self, chosen: Chosen, page: Page) -> tuple[list[JSONDict], str | None]:
        editions = numbers(chosen.cases)
        last = edition_of(page.cursor)
        after = editions[np.searchsorted(editions, last.number if last else 0, "right") :]
        shown, goes_on = page.cut(after[: page.limit + 1].tolist())
        listed = list(rows.of_editions(chosen, np.array(shown, np.int64)))
        return [typed(CASES.columns, row) for row in listed], listed[-1]["key"] if goes_on and listed else None

    def count(self, chosen: Chosen) -> int:
        return len(chosen.cases)


@answers.describe(answers.RESTRICTIONS, cursor=PLACE)
class RestrictionList(FilteredList):
    """Restrictions that the filters speak of, of the cases that they choose: one row a restriction."""

    operation = "restrictions_list"
    cursor_pattern = PLACE

    def entries(self, chosen: Chosen, page: Page) -> tuple[list[JSONDict], str | None]:
        editions, positions = (chosen.columns.periods[name][chosen.restrictions] for name in ("entry", "position"))
        last, position = edition_of(page.cursor), int((page.cursor or ".0").partition(".")[2])
        edition = last.number if last else 0
        is_after = (editions > edition) | ((editions == edition) & (positions > position))
        shown, goes_on = page.cut(np.flatnonzero(is_after)[: page.limit + 1].tolist())
        places = chosen.restrictions[np.array(shown, np.int64)]
        listed = list(rows.of_places(chosen.columns, places, chosen.selection.on))
        restrictions = [typed(RESTRICTIONS.columns, row) for row in listed]
        return restrictions, f"{listed[-1]['key']}.{positions[shown[-1]]}" if goes_on and listed else None

    def count(self, chosen: Chosen) -> int:
        return len(chosen.restrictions)


@answers.describe(answers.PEOPLE, cursor=ID)
class PersonList(FilteredList):
    """People with a case that fits every filter, by their id, each with the ids of those cases."""

    operation = "people_list"
    cursor_pattern = ID

    def entries(self, chosen: Chosen, page: Page) -> tuple[list[JSONDict], str | None]:
        after = people_after(page.cursor or "", chosen.cases)
        shown, goes_on = page.cut(list(islice(after, page.limit + 1)))
        editions = [edition for _person, editions in shown for edition in editions]
        return people(Entry.objects.filter(edition__in=editions)), shown[-1][0] if goes_on else None

    def count(self, chosen: Chosen) -> int:
        return chosen.tally.people


@answers.describe(answers.COUNTS)
class CaseCounts(Endpoint):
    """How many cases and people fit every filter, and how many cases each further choice would leave."""

    operation = "counts_read"
    filtered = True

    def get(self, request: Request) -> Response:
        chosen, _params = self.chosen(request)
        tally, described = chosen.tally, about(chosen, request.build_absolute_uri())
        counts = {
            "cases": tally.cases,
            "people": tally.people,
            "certainties": [part._asdict() for part in tally.certainties],
            "besides": [part._asdict() for part in tally.besides],
            "open_ends": tally.open_ends._asdict(),
            "choices": tally.facets,
            "certainties_of_choices": tally.of_choices,
        }
        return Response({"about": described.to_dict(), **counts})


@answers.describe(answers.CASE, answers.CASE_ID, answers.ON)
class CaseDetail(Endpoint):
    """A case as it is published: the document, and what it comes to on a day."""

    operation = "cases_detail"
    looks_back = True

    def get(self, request: Request, case_id: str) -> Response:
        days = read_days(request, self.today)
        if days.problems:
            raise BadQuery(days.problems)
        case = published_or_404(case_id, days.known)
        assert case.document is not None
        return unlisted(Response(case_on(case.edition, case.document, days.on)), [case])


@answers.describe(answers.PERSON, answers.PERSON_ID)
class PersonDetail(Endpoint):
    """A person with the ids of their cases."""

    operation = "people_detail"
    names_many = True

    def get(self, request: Request, person_id: str) -> Response:
        entries = people(Entry.objects.known(None).filter(person_id=person_id))
        if not entries:
            raise Http404
        return Response(entries[0])


@answers.describe(answers.VERSIONS, cursor=KEY)
class VersionList(Endpoint):
    """All versions and open withdrawals by their moment: what was published when, why, and with which digest."""

    operation = "versions_list"
    names_many = True

    def get(self, request: Request) -> Response:
        params = parameters(request)
        if unknown := {name: ["There is no parameter of this name."] for name in params if name not in PARAMETERS}:
            raise BadQuery(unknown)
        page = page_of(params, KEY)
        later = Edition.objects.public().order_by("published_at", "key")
        if last := edition_of(page.cursor):
            at_once = Q(published_at=last.published_at, key__gt=last.key)
            later = later.filter(Q(published_at__gt=last.published_at) | at_once)
        shown, goes_on = page.cut(list(later[: page.limit + 1]))
        cursor = shown[-1].key if goes_on else None
        return Response({"next": following(request, params, cursor), "results": [version(one) for one in shown]})


AT_THE_END = Edition(number=2**62, published_at=datetime.max.replace(tzinfo=UTC), key="f" * 32)


def version(edition: Edition) -> JSONDict:
    names = ("key", "case_id", "version", "kind", "format", "rule_book", "digest", "reason")
    return {
        **{name: getattr(edition, name) for name in names},
        "published_at": moment_text(edition.published_at),
    }


def edition_of(cursor: str | None) -> Edition | None:
    """The edition whose key a cursor names; after an unknown one nothing follows. One query, if there is a cursor."""
    if cursor is None:
        return None
    return Edition.objects.filter(key=cursor.partition(".")[0]).first() or AT_THE_END


def published_or_404(case_id: str, known: date | None) -> PublishedCase:
    """The edition that stands, or that stood at the end of a day. Raises Http404 or Gone."""
    case = newest(case_id)
    if case is None:
        raise Http404
    if case.document is None:
        raise Gone
    if known is None:
        return case
    entry = Entry.objects.known(known).filter(case_key=case.edition.case_key).first()
    edition = Edition.objects.select_related("text").filter(number=entry.edition).first() if entry else None
    document = document_of(edition) if edition else None
    if edition is None or document is None:
        raise Http404
    return PublishedCase(edition, document)


def people_after(person_id: str, cases: BitMap) -> Iterator[tuple[str, list[int]]]:
    """The people of these cases by id, each with the editions. One query for some hundreds.

    Many cases are chosen here and not by PostgreSQL, which would have to be sent the number of each.
    """
    rows = Entry.objects.filter(edition__in=list(cases)) if len(cases) <= AT_ONCE else Entry.objects.all()
    by_person = rows.order_by("person_id").values_list("person_id").annotate(editions=ArrayAgg("edition"))
    goes_on = True
    while goes_on:
        some = list(by_person.filter(person_id__gt=person_id)[:AT_ONCE])
        goes_on = len(some) == AT_ONCE
        chosen = ((person, [edition for edition in sorted(editions) if edition in cases]) for person, editions in some)
        yield from ((person, editions) for person, editions in chosen if editions)
        person_id = some[-1][0] if some else person_id


def people(entries: QuerySet[Entry]) -> list[JSONDict]:
    """The people of some entries, by id. One query."""
    by_id: dict[str, JSONDict] = {}
    ordered = entries.order_by("person_id", "edition")
    for person_id, case_id, names in ordered.values_list("person_id", "case_id", "names"):
        person = by_id.setdefault(person_id, {"person_id": person_id, "names": names, "cases": []})
        person["names"] = names
        person["cases"].append(case_id)
    return list(by_id.values())
