"""django-filter's object: it reads, judges and chooses; the columns answer."""

from typing import Any

import pytest
from django.utils.datastructures import MultiValueDict

from archive.index.columns.current import columns
from archive.index.columns.selecting import choose
from archive.index.filters import CaseFilter
from archive.index.models import Entry
from archive.index.selection import PAGE, Selection
from law.country import country
from tests.archive.published import TODAY, document, publish, publish_real
from tests.invented import records as invented

pytestmark = pytest.mark.django_db


def filters(**params: str) -> CaseFilter:
    return CaseFilter(
        MultiValueDict({name: [value] for name, value in params.items()}), Entry.objects.all(), today=TODAY
    )


def test_queryset_holds_the_page_that_was_asked_for() -> None:
    publish(*(document(invented.case(f"invented-{number:02}")) for number in range(PAGE.get() + 3)))
    first, second = filters(), filters(page="2")
    assert (first.qs.count(), second.qs.count()) == (PAGE.get(), 3)
    assert {entry.edition for entry in second.qs} == set(second.page_editions)
    assert not {entry.pk for entry in first.qs} & {entry.pk for entry in second.qs}


def test_queryset_given_narrows_further() -> None:
    publish_real()
    chosen = CaseFilter(MultiValueDict({"gender": ["female"]}), Entry.objects.filter(pk__lte=10), today=TODAY)
    assert {entry.pk for entry in chosen.qs} == {entry.pk for entry in filters(gender="female").qs if entry.pk <= 10}
    assert 0 < len(chosen.qs) < len(filters(gender="female").qs)


def test_order_is_that_of_the_language() -> None:
    publish_real()
    chosen = choose(Selection(TODAY, TODAY))
    english, kazakh = chosen.ordered("en").tolist(), chosen.ordered("kk").tolist()
    assert sorted(kazakh) == sorted(english)
    assert kazakh != english


@pytest.mark.parametrize(
    "name", ["kind", "penalty", "region", "covers", "offence", "gender", "language", "state", "standing"]
)
def test_every_vocabulary_has_words_and_refuses_others(name: str) -> None:
    known = CaseFilter.base_filters[name].extra["known"]()
    assert known
    assert filters(**{name: next(iter(known))}).problems() == {}
    assert list(filters(**{name: "nonsense"}).problems()) == [name]
    assert set(country().main_penalties) < set(country().kinds)


def test_filters_ask_the_version_once_whatever_they_are_asked(django_assert_num_queries: Any) -> None:
    publish_real()
    columns()
    with django_assert_num_queries(1):
        asked = filters(article="174", region="KZ-75", kind="public-activity-ban", sort="next-end")
        assert asked.problems() == {}
        assert asked.chosen.tally.cases == len(asked.chosen.cases) > 0
        asked.chosen.ordered("ru")


@pytest.mark.parametrize("name", ["standing", "state"])
def test_nobody_is_listed_by_an_unconfirmed_listing(name: str) -> None:
    assert not filters(**{name: "expected"}).is_valid()
    assert filters(**{name: "told" if name == "standing" else "in-force"}).is_valid()
