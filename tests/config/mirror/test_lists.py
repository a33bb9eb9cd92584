"""Lists by one filter, and the queries that the search knows: both are the site's own answers. All invented."""

from urllib.parse import parse_qsl

import pytest
from django.test import Client
from django.utils.timezone import localdate

from config.mirror.links import links
from config.mirror.lists import MAIN_FILTERS, filters_of_cases
from config.mirror.pages import every_case_on_one_page, made
from tests.archive.published import document, publish, real_documents
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
SITE = "https://site.example"
LIST = "en/cases/index.html"


def test_list_leads_to_a_list_of_each_value_of_each_main_filter() -> None:
    publish(document())

    lists = [file for file in links(LIST, made(LIST, SITE).content) if "=" in file]

    assert {file.partition("cases/")[2].partition("=")[0] for file in lists} == set(MAIN_FILTERS)
    for file in lists:
        assert "cases/invented-2016/index.html" in made(file, SITE).content.decode(), file


def test_list_by_a_filter_leads_back_and_stands_on_the_site_behind_a_question_mark() -> None:
    publish(document(), document(invented.case("other-2016", restrictions=[])))
    file = "ru/cases/kind=fine/index.html"

    page = made(file, SITE).content
    text = page.decode()

    assert "cases/invented-2016/index.html" in text and "cases/other-2016/index.html" not in text
    assert "ru/cases/index.html" in set(links(file, page))
    assert f'hreflang="kk" href="{SITE}/kk/cases/?kind=fine"' in text
    assert "../../../kk/cases/kind=fine/index.html" in text
    assert "cases.csv" not in text and not [
        link for link in links(file, page) if "=" in link and "kind=fine" not in link
    ]


def test_filters_find_the_cases_that_the_list_finds(client: Client) -> None:
    publish(*real_documents())
    of_cases = filters_of_cases(localdate())
    queries = sorted({query for queries in of_cases.values() for query in queries})
    assert {name for query in queries for name, _value in parse_qsl(query)} == set(MAIN_FILTERS)
    assert len(queries) > 70

    with every_case_on_one_page():
        for query in queries[::7]:
            page = client.get(f"/en/cases/?{query}").content.decode()
            found = {case_id for case_id in of_cases if f'href="/en/cases/{case_id}/"' in page}
            assert found == {case_id for case_id, queries in of_cases.items() if query in queries}, query


def test_nobody_is_listed_by_what_only_the_law_provides_for(client: Client) -> None:
    publish(*real_documents())

    page = client.get("/en/cases/").content.decode()

    assert "state=ended" in page and "state=expected" not in page
    assert not any("expected" in query for queries in filters_of_cases(localdate()).values() for query in queries)
