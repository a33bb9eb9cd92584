"""How many queries, as people write them, find first what they are about."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from archive.index.columns.selecting import choose
from archive.index.models import Entry
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


def cases(query: str) -> list[Entry]:
    selection = Selection(today=TODAY, on=TODAY, q=query)
    entries = Entry.objects.in_bulk(choose(selection).ordered("en").tolist())
    return [entries[int(edition)] for edition in choose(selection).ordered("en")]


def is_first(query: Written) -> bool:
    return [entry.person_id for entry in cases(query.query)[:1]] == [query.subject]


def test_measure():
    for name, queries in (("readers", given_by_readers()), ("names", written("names.txt"))):
        of, hit = Counter(), Counter()
        for query in queries:
            of[query.kind] += 1
            first = is_first(query)
            hit[query.kind] += first
            if not first:
                print(name, query, [e.case_id for e in cases(query.query)[:4]])
        print(name, {kind: f"{hit[kind]}/{of[kind]}" for kind in of}, sum(hit.values()), sum(of.values()))
    for query in written("subjects.txt"):
        print(query, [e.case_id for e in cases(query.query)])
