"""The endpoints on cases, people, restrictions and versions. They read what pages read."""

import re
from collections.abc import Collection, Iterator
from datetime import date, datetime, time
from itertools import islice

import numpy as np
from django.contrib.postgres.aggregates import ArrayAgg
from django.core.exceptions import ValidationError
from django.db import router
from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone
from pyroaring import BitMap
from rest_framework.request import Request
from rest_framework.response import Response

from archive.api import answers
from archive.api.endpoint import Endpoint
from archive.api.paging import ID, PARAMETERS, PLACE, PUBLISHED, Page, PublishedPlace, following, page_of
from archive.api.problems import BadQuery, ContradictoryQuery, Gone
from archive.exports import rows
from archive.exports.about import about
from archive.exports.case_detail import case_on
from archive.exports.definitions import CASES, RESTRICTIONS
from archive.exports.documents import typed
from archive.exports.person_detail import person_in_full
from archive.index.columns.binary import Array
from archive.index.columns.columns import Columns
from archive.index.columns.selecting import Chosen
from archive.index.days import read_days
from archive.index.fetch import unlisted
from archive.index.filters import Parameters, parameters
from archive.index.filters.fields import AsOfDay, MomentField, written_day
from archive.index.models import Entry
from archive.index.published import PublishedCase, newest, of_editions
from archive.index.snapshot import snapshot
from editions.current import document_of
from editions.models import Edition, EditionQuerySet, moment_text
from records.json_dict import JSONDict

AT_ONCE = 500
"""Numbers that a query is sent, or people that it gives, at most."""


class FilteredList(Endpoint):
    """A list with every filter of the site, by cursor."""

    filtered = names_many = True
    cursor_pattern = PUBLISHED

    def get(self, request: Request) -> Response:
        """Reads one state of the archive. The next page names it, and the day, so that a crawl stays in both."""
        with snapshot(router.db_for_read(Entry)):
            chosen, params = self.chosen(request, *PARAMETERS)
            entries, cursor = self.entries(chosen, page_of(params, self.cursor_pattern))
            as_of, selection = state_of(chosen), chosen.selection
            is_past = selection.known is not None and selection.known < selection.today
            pinned = {} if is_past else {"as_of": as_of, "known": None}
            return Response(
                {
                    "about": about(chosen, request.build_absolute_uri()).to_dict(),
                    "as_of": as_of,
                    "search": search_of(chosen),
                    "count": self.count(chosen),
                    "next": following(request, params, cursor, on=selection.on.isoformat(), **pinned),
                    "results": entries,
                }
            )

    def entries(self, chosen: Chosen, page: Page) -> tuple[list[JSONDict], str | None]:
        """What the page lists, and the cursor of the next page."""
        raise NotImplementedError

    def count(self, chosen: Chosen) -> int:
        raise NotImplementedError


@answers.describe(answers.CASES, cursor=PUBLISHED)
class CaseList(FilteredList):
    """Cases that fit every filter, in the order in which they were published."""

    operation = "cases_list"

    def entries(self, chosen: Chosen, page: Page) -> tuple[list[JSONDict], str | None]:
        editions = chosen.columns.by_publication(chosen.cases)
        after = editions[is_after(chosen.columns, editions, PublishedPlace.of(page.cursor)) > 0]
        shown, goes_on = page.cut(after[: page.limit + 1].tolist())
        listed = list(rows.of_editions(chosen, np.array(shown, np.int64)))
        return [typed(CASES.columns, row) for row in listed], cursor_of(listed[-1]) if goes_on and listed else None

    def count(self, chosen: Chosen) -> int:
        return len(chosen.cases)


@answers.describe(answers.RESTRICTIONS, cursor=PLACE)
class RestrictionList(FilteredList):
    """Restrictions that the filters speak of, of the cases that they choose: one row a restriction."""

    operation = "restrictions_list"
    cursor_pattern = PLACE

    def entries(self, chosen: Chosen, page: Page) -> tuple[list[JSONDict], str | None]:
        columns, last = chosen.columns, PublishedPlace.of(page.cursor)
        editions, positions = (columns.periods[name][chosen.restrictions] for name in ("entry", "position"))
        side = is_after(columns, editions, last)
        after = np.flatnonzero((side > 0) | ((side == 0) & (positions > last.position)))
        by_publication = (columns.order[editions[after]], columns.published[editions[after]])
        in_order = after[np.lexsort((positions[after], *by_publication))]
        shown, goes_on = page.cut(in_order[: page.limit + 1].tolist())
        listed = list(rows.of_places(columns, chosen.restrictions[np.array(shown, np.int64)], chosen.selection.on))
        restrictions = [typed(RESTRICTIONS.columns, row) for row in listed]
        return restrictions, f"{cursor_of(listed[-1])}.{positions[shown[-1]]}" if goes_on and listed else None

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
            "as_of": state_of(chosen),
            "search": search_of(chosen),
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
            raise ContradictoryQuery(days.problems) if days.has_not_come else BadQuery(days.problems)
        with snapshot(router.db_for_read(Entry)):
            case = published_or_404(case_id, days.known)
            assert case.document is not None
            return unlisted(Response(case_on(case.edition, case.document, days.on)), [case])


@answers.describe(answers.PERSON, answers.PERSON_ID)
class PersonDetail(Endpoint):
    """A person with their names, their cases, and one total that counts no day twice."""

    operation = "people_detail"
    names_many = True

    def get(self, request: Request, person_id: str) -> Response:
        with snapshot(router.db_for_read(Entry)):
            numbers = Entry.objects.known(None).filter(person_id=person_id).values_list("edition", flat=True)
            cases = sorted(of_editions(numbers), key=lambda case: case.edition.published_at)
        if not cases:
            raise Http404
        return unlisted(Response(person_in_full(cases)), cases)


@answers.describe(answers.VERSIONS, cursor=PUBLISHED)
class VersionList(Endpoint):
    """All versions and open withdrawals by their moment: what was published when, why, and with which digest."""

    operation = "versions_list"
    names_many = True

    def get(self, request: Request) -> Response:
        params = parameters(request)
        refuse_unknown(params, PARAMETERS)
        page = page_of(params, PUBLISHED)
        shown, goes_on = page.cut(
            list(after(Edition.objects.public(), PublishedPlace.of(page.cursor))[: page.limit + 1])
        )
        cursor = str(place_of(shown[-1])) if goes_on else None
        return Response({"next": following(request, params, cursor), "results": [version(one) for one in shown]})


@answers.describe(answers.CHANGES, answers.SINCE, answers.LIMIT)
class ChangeList(Endpoint):
    """Cases that were published, changed or openly withdrawn since a moment, each once, as it stands now.

    Whoever keeps a copy asks again with the last answer's cursor.
    """

    operation = "changes_list"
    names_many = True

    def get(self, request: Request) -> Response:
        params = parameters(request)
        refuse_unknown(params, ("since", "limit"))
        since, limit = since_of(params), page_of(params, PUBLISHED).limit
        newest_first = after(Edition.objects.public().newest_per_case(), since)
        shown, goes_on = Page(limit, None).cut(list(newest_first[: limit + 1]))
        cursor = str(place_of(shown[-1]) if shown else since)
        return Response(
            {
                "cursor": cursor,
                "next": request.build_absolute_uri(f"{request.path}?since={cursor}&limit={limit}") if goes_on else None,
                "results": [change(edition) for edition in shown],
            }
        )


def since_of(params: Parameters) -> PublishedPlace:
    """The place that `since` names, but none that lies ahead: a cursor from there would miss what comes until then.

    Raises BadQuery.
    """
    place = named_place(params.getlist("since"))
    if place.published_at <= timezone.now():
        return place
    newest_edition = Edition.objects.public().order_by("published_at", "key").last()
    return place_of(newest_edition) if newest_edition else PublishedPlace.of(None)


def named_place(since: list[str]) -> PublishedPlace:
    """A cursor, the end of a moment, or the beginning of a day in Almaty. Raises BadQuery."""
    if len(since) == 1 and re.fullmatch(PUBLISHED.strip("^$"), since[0]):
        return PublishedPlace.of(since[0])
    try:
        if len(since) == 1 and written_day(since[0]):
            midnight = datetime.combine(AsOfDay().read(since[0]), time(), timezone.get_current_timezone())
            return PublishedPlace.at(midnight, AT_THE_BEGINNING)
        moment = MomentField().clean(since)
    except ValidationError as error:
        raise BadQuery({"since": error.messages}) from None
    return PublishedPlace.at(moment, AT_THE_END) if moment else PublishedPlace.of(None)


AT_THE_BEGINNING, AT_THE_END = "0" * 32, "f" * 32
"""Before and after every key of a moment."""


def refuse_unknown(params: Parameters, known: Collection[str]) -> None:
    if unknown := {name: ["There is no parameter of this name."] for name in params if name not in known}:
        raise BadQuery(unknown)


def after(editions: EditionQuerySet, place: PublishedPlace) -> EditionQuerySet:
    """Those that were published after a place, in that order."""
    at_once = Q(published_at=place.published_at, key__gt=place.key)
    return editions.filter(Q(published_at__gt=place.published_at) | at_once).order_by("published_at", "key")


def version(edition: Edition) -> JSONDict:
    names = ("key", "case_id", "version", "kind", "format", "rule_book", "digest", "reason")
    return {
        **{name: getattr(edition, name) for name in names},
        "published_at": moment_text(edition.published_at),
    }


def change(edition: Edition) -> JSONDict:
    names = ("case_id", "kind", "version", "key", "reason")
    return {**{name: getattr(edition, name) for name in names}, "published_at": moment_text(edition.published_at)}


def place_of(edition: Edition) -> PublishedPlace:
    return PublishedPlace.at(edition.published_at, edition.key)


def cursor_of(row: JSONDict) -> str:
    """The cursor of the page that begins after a row."""
    return str(PublishedPlace.at(row["published_at"], row["key"]))


def is_after(columns: Columns, editions: Array, place: PublishedPlace) -> Array:
    """For each edition whether it was published after a place (1), at it (0) or before (-1)."""
    moments, orders = columns.published[editions], columns.order[editions]
    of_one_moment: Array = np.sign(orders - place.order)
    return np.where(moments == place.moment, of_one_moment if place.key else 1, np.sign(moments - place.moment))


def search_of(chosen: Chosen) -> JSONDict | None:
    """How the words of a search were read, and which were left out; None: none were given."""
    if chosen.hits is None:
        return None
    return {**chosen.hits.reading._asdict(), "dropped": list(chosen.hits.reading.dropped)}


def state_of(chosen: Chosen) -> str | None:
    """The moment of the archive that an answer shows, as `as_of` takes it; None: it knew nothing."""
    moment = chosen.selection.as_of or chosen.known_at
    return moment_text(moment) if moment else None


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
