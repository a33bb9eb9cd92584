"""Looking for people and words in the shipped cases."""

from collections.abc import Iterator
from typing import Any

import pytest

from archive.index.columns.selecting import choose
from archive.index.filters.address import Address
from archive.index.models import Entry
from archive.index.search.snippets import snippets
from archive.index.search.suggestions import corrected
from archive.index.selection import Selection
from archive.pages.cases.page import suggestion
from tests.archive.index.search.spellings import PEOPLE
from tests.archive.published import TODAY, for_this_module, publish_real

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True, scope="module")
def published(django_db_setup: Any, django_db_blocker: Any) -> Iterator[None]:
    """All shipped cases, published once for this module."""
    with for_this_module(django_db_blocker):
        publish_real()
        yield


def found(query: str) -> list[str]:
    selection = Selection(today=TODAY, on=TODAY, q=query)
    case_ids = dict(Entry.objects.values_list("edition", "case_id"))
    return [case_ids[edition] for edition in choose(selection).ordered("en").tolist()]


@pytest.mark.parametrize(
    ("query", "case"),
    [
        *(
            (name, "yensebek-2025")
            for name in ("Енсебек", "Еңсебек", "Yensebek", "Ensebek", "yensebek temirlan", "yens")
        ),
        *((name, "bokai-2016") for name in ("Bokai", "Bokay", "Bokayev", "Бокаев", "Боқай", "БОКАЕВ", "max boq")),
        *((name, "ilyashev-2020") for name in ("Ilyashev", "Il'yashev", "Ильяшев", "Ілияшев", "альнур")),
        *((name, "mamai-2023") for name in ("Мамай", "Mamay", "Janbolat", "Жанболат Мамай")),
    ],
)
def test_search_when_a_name_is_spelled_otherwise_finds_its_person_first(query: str, case: str) -> None:
    assert found(query)[0] == case


def test_search_when_every_spelling_of_the_archives_people_is_tried() -> None:
    """At least 98 in 100 of the spellings find their person; the person is found by the first spelling."""
    missed = []
    for spelled in PEOPLE:
        people = set(Entry.objects.filter(case_id__in=found(spelled[0])).values_list("person_id", flat=True))
        for other in spelled:
            hits = set(Entry.objects.filter(case_id__in=found(other)).values_list("person_id", flat=True))
            if not people & hits:
                missed.append(other)
    assert missed == []


@pytest.mark.parametrize(
    ("query", "cases"),
    [
        ('"land protests"', ["bokai-2016"]),
        ('bokai "land protests"', ["bokai-2016"]),
        ("bokai -atyrau", []),
        ("bokai -shymkent", ["bokai-2016"]),
        ("satirical page", ["yensebek-2025"]),
        ("сатирической", ["yensebek-2025"]),
        ("the of and", []),
        ("—", []),
        ('"', []),
        ("qqqqqq", []),
    ],
)
def test_search_when_words_quotes_and_minus_are_used(query: str, cases: list[str]) -> None:
    assert found(query) == cases


def test_search_when_kazakh_words_have_other_endings() -> None:
    assert found("митингілердің") == found("митингі") != []


def test_search_when_a_word_is_being_typed() -> None:
    assert "yensebek-2025" in found("satir")


def test_search_when_names_and_texts_hit_ranks_names_first() -> None:
    assert found("Yensebek") == ["yensebek-2025", "mamai-2023"]


@pytest.mark.parametrize("query", ["'", "\\", "a & b | !c", ":*", "<->", "(((", "' OR 1=1 --", "%s %(x)s", "ы" * 200])
def test_search_when_the_query_is_odd_answers(query: str) -> None:
    assert isinstance(found(query), list)


def test_snippet_when_a_hit_is_marked() -> None:
    made = snippets(Entry.objects.filter(case_id="yensebek-2025"), "satirical", ("en", "ru", "kk"))
    assert "<mark>satiri" in next(iter(made.values()))  # the stem: “satirical”, “satirist”


def test_snippet_when_the_hit_is_kazakh() -> None:
    made = snippets(Entry.objects.filter(case_id="bokai-2016"), "митингісіне", ("kk", "ru", "en"))
    assert "<mark>" in next(iter(made.values()))


def test_snippet_when_the_text_holds_markup_is_escaped() -> None:
    Entry.objects.filter(case_id="bokai-2016").update(texts={"en": "rally & <more"})
    made = snippets(Entry.objects.filter(case_id="bokai-2016"), "rally", ("en",))
    assert next(iter(made.values())) == "<mark>rally</mark> &amp; &lt;more"


BOKAI = ("Max Bokai", "Макс Бокай", "Макс Боқай", "Max Bokayev")


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        *(("Bukai", "Bokai"), ("Mux Bukai", "Max Bokai"), ("Макс Бокай", None), ("xyzxyz", None)),
        *(("Бакай", "Бокай"), ("Макс Бакай", "Макс Бокай"), ("Max Max", None), ("Bukayev Max", "Bokayev Max")),
    ],
)
def test_suggestion_when_a_name_has_a_typing_error(query: str, meant: str | None) -> None:
    assert corrected(query.split(), BOKAI) == meant


@pytest.mark.parametrize("query", ["Bukai", "Yensebak", "Ilyeshv", "Макс Бакаев", "Тимирлан Енсибек"])
def test_suggestion_when_it_is_offered_is_one_persons_own_spelling_and_finds_them(query: str) -> None:
    selection = Selection(today=TODAY, on=TODAY, q=query)
    chosen = choose(selection)
    editions = chosen.ordered("en").tolist()
    offer = suggestion(chosen.hits, editions, selection, Address("/en/cases/", {}))
    assert offer is not None
    own = Entry.objects.get(edition=editions[0])
    assert any(set(offer[0].split()) <= set(spelling.split()) for spelling in own.spellings)
    assert own.case_id == found(offer[0])[0]
