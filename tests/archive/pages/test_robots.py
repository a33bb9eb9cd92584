"""What search engines may find."""

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


def test_favicon_is_found_where_programs_look_for_it(client: Client) -> None:
    assert client.get("/favicon.ico")["Location"] == "/static/icon.svg"


@override_settings(DEBUG=True)
def test_unknown_address_is_our_page_on_a_laptop_too(client: Client) -> None:
    response = client.get("/en/no-such-page/")
    assert response.status_code == 404
    assert "Page not found" in response.text
    assert "DEBUG" not in response.text
