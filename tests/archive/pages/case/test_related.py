"""Cases beside a case."""

import pytest
from django.test import Client

from tests.archive.published import document, publish
from tests.invented import records as invented
from tests.reading import flat

pytestmark = pytest.mark.django_db


def test_related_cases_share_trial_article_or_court(client: Client) -> None:
    publish(document(invented.case("invented-1")), document(invented.case("invented-2")))
    text = flat(client.get("/en/cases/invented-1/").text)
    assert "The same trial" in text
    assert '<a href="/en/cases/invented-2/">' in text
    assert "The same article" not in text
