"""The page that says how to cite a case, and its files."""

import pytest
from django.test import Client

from tests.archive.published import publish_real

pytestmark = pytest.mark.django_db
CASE = "/en/cases/bokai-2016/"


@pytest.fixture
def archive() -> None:
    publish_real()


def test_cite_page_names_the_edition(client: Client, archive: None) -> None:
    text = client.get(CASE + "cite/").text
    assert "/en/cases/bokai-2016/versions/" in text
    assert "ГОСТ Р 7.0.5" in text


@pytest.mark.parametrize("suffix", ["bib", "ris", "json"])
def test_cite_file(client: Client, archive: None, suffix: str) -> None:
    response = client.get(f"{CASE}cite.{suffix}")
    assert response.status_code == 200
    assert f'.{suffix}"' in response["Content-Disposition"]


def test_cite_file_of_another_kind(client: Client, archive: None) -> None:
    assert client.get(CASE + "cite.docx").status_code == 404
