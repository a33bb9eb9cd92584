from datetime import date

import pytest
from django.test import Client
from django.utils.formats import date_format
from django.utils.translation import override


@pytest.mark.django_db
def test_headers_when_a_page_answers(client: Client) -> None:
    headers = client.get("/healthz").headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
    }
    names = ("X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "X-Frame-Options")
    assert [headers[name] for name in names] == ["nosniff", "same-origin", "same-origin", "DENY"]


@pytest.mark.parametrize(
    ("language", "words"), [("en", "4 February 2030"), ("ru", "4 февраля 2030 г."), ("kk", "04.02.2030")]
)
def test_day_when_the_framework_writes_it(language: str, words: str) -> None:
    """Django has no form for Kazakh and would write it in the American order."""
    with override(language):
        assert date_format(date(2030, 2, 4)).replace("\xa0", " ") == words
