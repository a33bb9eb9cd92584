"""The endpoints on cases, people, restrictions and editions. They read what pages read."""

from datetime import date
from typing import Any

import numpy as np
from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response

from archive.api import answers
from archive.api.endpoint import Endpoint
from archive.api.paging import ID, NUMBER, PARAMETERS, PLACE, Page, following, page_of
from archive.api.problems import BadQuery, Gone
from archive.exports import rows
from archive.exports.about import about
from archive.exports.case_detail import case_on
from archive.exports.columns import CASES, RESTRICTIONS
from archive.exports.documents import typed
from archive.index.columns.bitmaps import numbers
from archive.index.columns.selecting import Chosen
from archive.index.days import read_days
from archive.index.fetch import unlisted
from archive.index.filters import parameters
from archive.index.models import Entry
from archive.index.published import PublishedCase, newest
from editions.current import document_of
from editions.models import Edition
from records.json_dict import JSONDict


class Listed(Endpoint):
    """A list with every filter of the site, by cursor."""

    filtered = True
    cursor_pattern = NUMBER

    def get(self, request: Request) -> Response:
        chosen, given = self.chosen(request, *PARAMETERS)
        page = page_of(given, self.cursor_pattern)
        found, last = self.found(chosen, page)
        told = about(chosen, request.build_absolute_uri())
        return Response(
            {
                "about": told.to_dict(),
                "count": self.count(chosen),
                "next": following(request, given, last),
                "results": found,
            }
        )

    def found(self, chosen: Chosen, page: Page) -> tuple[list[JSONDict], str | None]:
        """The rows of the page, and the cursor of the next."""
        raise NotImplementedError

    def count(self, chosen: Chosen) -> int:
        raise NotImplementedError


@answers.describe(answers.CASES, cursor=NUMBER)
class CaseList(Listed):
    """Cases that fit every filter, by the number of their edition."""

    operation = "cases_list"

    def found(self, chosen: Chosen, page: Page) -> tuple[list[JSONDict], str | None]:
        editions = numbers(chosen.cases)
        some = editions[np.searchsorted(editions, int(page.cursor or 0), "right") :][: page.limit + 1].tolist()
        shown = [typed(CASES, row) for row in rows.of_editions(chosen, np.array(page.of(some), np.int64))]
        return shown, str(page.of(some)[-1]) if page.goes_on(some) else None

    def count(self, chosen: Chosen) -> int:
        return len(chosen.cases)


@answers.describe(answers.RESTRICTIONS, cursor=PLACE)
class RestrictionList(Listed):
    """Restrictions that the filters speak of, of the cases that they choose: one row a restriction."""

    operation = "restrictions_list"
    cursor_pattern = PLACE

    def found(self, chosen: Chosen, page: Page) -> tuple[list[JSONDict], str | None]:
        periods = chosen.columns.periods
        entries, positions = periods["entry"][chosen.restrictions], periods["position"][chosen.restrictions]
        edition, position = map(int, (page.cursor or "0.0").split("."))
        after = chosen.restrictions[(entries > edition) | ((entries == edition) & (positions > position))]
        some = after[: page.limit + 1].tolist()
        shown = np.array(page.of(some), np.int64)
        last = f"{periods['entry'][shown[-1]]}.{periods['position'][shown[-1]]}" if page.goes_on(some) else None
        found = rows.of_places(chosen.columns, shown, chosen.selection.on)
        return [typed(RESTRICTIONS, row) for row in found], last

    def count(self, chosen: Chosen) -> int:
        return len(chosen.restrictions)


@answers.describe(answers.PEOPLE, cursor=ID)
class PersonList(Listed):
    """People with a case that fits every filter, by their id, each with the ids of those cases."""

    operation = "people_list"
    cursor_pattern = ID

    def found(self, chosen: Chosen, page: Page) -> tuple[list[JSONDict], str | None]:
        after = of_cases(chosen).filter(person_id__gt=page.cursor or "").order_by("person_id")
        ids = list(after.values_list("person_id", flat=True).distinct()[: page.limit + 1])
        shown = page.of(ids)
        return people(of_cases(chosen).filter(person_id__in=shown)), shown[-1] if page.goes_on(ids) else None

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
        counts = {"cases": tally.cases, "people": tally.people, "choices": tally.facets}
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
        found = _found(case_id, days.known)
        assert found.document is not None
        return unlisted(Response(case_on(found.edition, found.document, days.on)), [found])


@answers.describe(answers.PERSON, answers.PERSON_ID)
class PersonDetail(Endpoint):
    """A person with the ids of their cases."""

    operation = "people_detail"

    def get(self, request: Request, person_id: str) -> Response:
        found = people(Entry.objects.known(None).filter(person_id=person_id))
        if not found:
            raise Http404
        return Response(found[0])


@answers.describe(answers.EDITIONS, cursor=NUMBER)
class EditionList(Endpoint):
    """All editions in the order of the chain: what was published when, why, and with which digest."""

    operation = "editions_list"

    def get(self, request: Request) -> Response:
        given = parameters(request)
        if unknown := {name: ["There is no parameter of this name."] for name in given if name not in PARAMETERS}:
            raise BadQuery(unknown)
        page = page_of(given, NUMBER)
        later = Edition.objects.spoken_of().filter(number__gt=int(page.cursor or 0)).order_by("number")
        some = list(later[: page.limit + 1])
        shown = page.of(some)
        last = str(shown[-1].number) if page.goes_on(some) else None
        return Response({"next": following(request, given, last), "results": [_envelope(edition) for edition in shown]})


def _envelope(edition: Edition) -> JSONDict:
    return {**edition.envelope(), "hash": edition.hash}


def _found(case_id: str, known: date | None) -> PublishedCase:
    """The edition that stands, or that stood at the end of a day. Raises Http404 or Gone."""
    found = newest(case_id)
    if found is None:
        raise Http404
    if found.document is None:
        raise Gone
    if known is None:
        return found
    entry = Entry.objects.known(known).filter(case_key=found.edition.case_key).first()
    edition = Edition.objects.select_related("text").filter(number=entry.edition).first() if entry else None
    document = document_of(edition) if edition else None
    if edition is None or document is None:
        raise Http404
    return PublishedCase(edition, document)


def of_cases(chosen: Chosen) -> Any:
    """The entries of all cases that were chosen."""
    return Entry.objects.filter(edition__in=numbers(chosen.cases).tolist())


def people(found: Any) -> list[JSONDict]:
    """The people of some entries, by id. One query."""
    by_id: dict[str, JSONDict] = {}
    for person_id, case_id, names in found.order_by("person_id", "edition").values_list(
        "person_id", "case_id", "names"
    ):
        person = by_id.setdefault(person_id, {"person_id": person_id, "names": names, "cases": []})
        person["names"] = names
        person["cases"].append(case_id)
    return list(by_id.values())
