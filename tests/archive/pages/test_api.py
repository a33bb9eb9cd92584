"""The page about the API, in three languages."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("language", "words"), [("en", "Paging"), ("ru", "Страницы ответа"), ("kk", "Жауап беттері")])
def test_page_says_limits_paging_versions_errors_and_changes(client: Client, language: str, words: str) -> None:
    page = client.get(f"/{language}/api/").content.decode()
    assert f"<h2>{words}</h2>" in page
    for name in ("as_of", "/api/v1/changes/?since=", "429", "409", "410", "If-None-Match", "reading", "200"):
        assert name in page


def test_address_without_a_language_leads_to_the_page(client: Client) -> None:
    response = client.get("/api/", follow=True)
    assert (response.status_code, response.resolver_match.view_name) == (200, "archive:api")
