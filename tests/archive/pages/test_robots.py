"""What search engines may find."""

from typing import Any

import pytest
from django.test import Client
from django.test.utils import override_settings

from tests.archive.published import document, publish
from tests.invented import records as invented

pytestmark = pytest.mark.django_db


def test_robots_name_the_sitemap(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    assert "Sitemap: http://testserver/sitemap.xml" in response.text


def test_sitemap_leaves_out_who_asks_to_be_left_alone(client: Client) -> None:
    publish(document(), document(invented.case("invented-alone", withheld=["noindex"])))
    text = client.get("/sitemap.xml").text
    assert "<loc>http://testserver/kk/cases/invented-2016/</loc>" in text
    assert "invented-alone" not in text
    assert "<loc>http://testserver/ru/law/</loc>" in text


def test_sitemap_is_made_once_for_all(client: Client, settings: Any, django_assert_num_queries: Any) -> None:
    """Else whoever asks for it often reads all editions each time."""
    settings.KEEP_PAGES = True
    publish(document())
    first = client.get("/sitemap.xml")
    with django_assert_num_queries(1):
        again = client.get("/sitemap.xml")
    assert (again.content, again["ETag"], again["Content-Type"]) == (first.content, first["ETag"], "application/xml")
    assert again["Cache-Control"].startswith("public, max-age=60")


def test_favicon_is_found_where_programs_look_for_it(client: Client) -> None:
    assert client.get("/favicon.ico")["Location"] == "/static/icon.svg"


@override_settings(DEBUG=True)
def test_unknown_address_is_our_page_on_a_laptop_too(client: Client) -> None:
    response = client.get("/en/no-such-page/")
    assert response.status_code == 404
    assert "Page not found" in response.text
    assert "DEBUG" not in response.text


@pytest.mark.parametrize(
    "path",
    [
        "/api/oembed/?url=http://testserver/en/cases/invented-alone/",
        *(f"/en/cases/invented-alone/{name}/" for name in ("reasoning", "court-request", "cite", "versions")),
        *("/embed/cases/invented-alone/", "/en/cases/invented-alone/text.txt", "/en/cases/invented-alone.ics"),
        *("/api/v1/people/", "/api/v1/people/invented-person/", "/api/v1/cases/", "/api/v1/restrictions/"),
        *("/api/v1/versions/", "/api/v1/cases/invented-alone/", "/en/cases.json", "/en/cases.csv", "/en/cases.atom"),
        *("/en/cases.ics", "/en/restrictions.csv", "/en/people/invented-person/", "/en/cases/invented-alone/card.png"),
    ],
)
def test_who_asks_to_be_left_alone_is_named_to_no_search_engine(client: Client, path: str) -> None:
    publish(document(), document(invented.case("invented-alone", withheld=["noindex"])))
    response = client.get(path)
    response.close()
    assert (response.status_code, response.headers.get("X-Robots-Tag")) == (200, "noindex, noarchive")


@pytest.mark.parametrize("path", ["/en/", "/en/cases/invented-2016/", "/en/cases/invented-2016/card.png"])
def test_other_pages_may_be_found(client: Client, path: str) -> None:
    publish(document())
    assert "X-Robots-Tag" not in client.get(path).headers
