"""How many queries, as people write them, find first what they are about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from pyroaring import BitMap

from archive.index.columns.current import columns
from archive.index.columns.selecting import choose
from archive.index.models import Entry
from archive.index.search.matching import QueryReading
from archive.index.selection import Selection
from tests.archive.index.search.written import Written, given_by_readers, written
from tests.archive.published import TODAY, for_this_module, publish, shipped_documents

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True, scope="module")
def published(django_db_setup: Any, django_db_blocker: Any) -> Iterator[None]:
    """All cases of all shipped files, published once for this module."""
    with for_this_module(django_db_blocker):
        publish(*shipped_documents())
        yield


def editions(query: str) -> list[int]:
    return choose(Selection(today=TODAY, on=TODAY, q=query)).ordered("en").tolist()


def reading(query: str) -> QueryReading:
    hits = choose(Selection(today=TODAY, on=TODAY, q=query)).hits
    assert hits is not None
    return hits.reading


def missed(queries: Iterable[Written]) -> dict[str, list[str]]:
    """By kind the queries that do not find their person first, even where none is missed."""
    person = dict(Entry.objects.values_list("edition", "person_id"))
    by_kind: dict[str, list[str]] = defaultdict(list)
    for kind, subject, query in queries:
        by_kind[kind] += [] if [person[edition] for edition in editions(query)[:1]] == [subject] else [query]
    return by_kind


def test_search_when_readers_look_for_people_finds_them_first() -> None:
    """The queries of readers: 101 of 143 before names were matched in memory."""
    queries = given_by_readers()
    assert len(queries) == 143
    assert [query for of_kind in missed(queries).values() for query in of_kind] == []


@pytest.mark.parametrize("file", ["names.txt", "names2.txt"])
def test_search_when_a_name_is_written_in_any_way_finds_its_person_first(file: str) -> None:
    """Nine kinds, some sixty of each: German, French, other Latin, Russian and Kazakh endings, errors and so on."""
    by_kind = missed(written(file))
    assert len(by_kind) == 9
    assert [query for of_kind in by_kind.values() for query in of_kind] == []


def test_search_when_an_article_is_cited_finds_all_who_were_convicted_by_it() -> None:
    articles = columns().facets["article"]
    queries = [query for query in written("subjects.txt") if query.kind == "article"]
    assert len(queries) >= 60
    wrong = [query.query for query in queries if BitMap(editions(query.query)) != articles[query.subject]]
    assert wrong == []


def test_search_when_a_recognition_is_named_finds_all_who_have_it() -> None:
    recognised = columns().facets["recognised"]
    queries = [query for query in written("subjects.txt") if query.kind == "recognition"]
    missing = [query.query for query in queries if recognised[query.subject] - BitMap(editions(query.query))]
    assert missing == []
    assert [query.query for query in queries if editions(query.query)[0] not in recognised[query.subject]] == []


def test_search_when_an_organisation_is_named_finds_all_whom_it_recognised() -> None:
    by_organisation: dict[str, set[str]] = defaultdict(set)
    for document in shipped_documents():
        for recognition in document.person.recognitions:
            by_organisation[recognition.by].add(document.case.id)
    queries = [query for query in written("subjects.txt") if query.kind == "organisation"]
    assert len(queries) >= 25
    for query in queries:
        known = set().union(*(cases for name, cases in by_organisation.items() if query.subject in name))
        found = list(Entry.objects.filter(edition__in=editions(query.query)).values_list("case_id", flat=True))
        assert known and known <= set(found), query


def test_search_when_an_id_is_typed_finds_that_alone() -> None:
    entries = {entry.edition: entry for entry in Entry.objects.all()}
    for query in written("subjects.txt"):
        if query.kind == "id":
            ids = [(entries[edition].case_id, entries[edition].person_id) for edition in editions(query.query)]
            assert ids and all(query.subject in pair for pair in ids), query


def test_search_when_a_city_has_its_former_name_finds_what_todays_finds() -> None:
    for query in written("subjects.txt"):
        if query.kind == "city":
            homes = Entry.objects.filter(city__en=query.subject).values_list("edition", flat=True)
            assert set(homes) <= set(editions(query.query)), query


STRANGERS = """Токаев / Путин / Владимир Путин / Иван Иванов / John Smith / Алия Петрова
Касым-Жомарт / Дарига / Sarym Kulmagambetov / Галым Агелеуов / Ермек Нарымбай
Бауыржан Жумабеков / Ольга Петренко / Ospanov / Тулешов / Марат Асанов / Нурлан Абдрахманов / Рыспек / Sadykova Zh.
qwerty / asdfgh / йцукен / фывапр / xxxx / лолкек / bitcoin""".replace("\n", " / ").split(" / ")


def test_search_when_nobody_is_meant_finds_nobody() -> None:
    """A matcher that forgives everything would find somebody for every name."""
    assert {query: names for query in STRANGERS if (names := _names(editions(query)))} == {}


def _names(found: list[int]) -> list[str]:
    return list(Entry.objects.filter(edition__in=found).values_list("case_id", flat=True))


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ("Бокаев Макс Аманович", QueryReading(dropped=("Аманович",))),
        ("М. Бокай", QueryReading()),
        ("Бокай М.А.", QueryReading(dropped=("А.",))),
        (",jrfq", QueryReading(layout="бокай")),
        ("Bukai", QueryReading(is_near=True)),
        ("Max Bokai zzzzz", QueryReading(dropped=("zzzzz",))),
        ("zzzzz", QueryReading()),
    ],
)
def test_reading_when_a_query_is_not_taken_as_it_stands_says_how(query: str, read: QueryReading) -> None:
    assert reading(query) == read
