"""/law/calculator/: complete without scripts, and nothing typed stays anywhere."""

import logging
import re

import pytest
from django.test import Client
from django.views.debug import SafeExceptionReporterFilter
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from archive.pages.law.calculator.form import VerdictForm
from tests.archive.pages.law.calculator.entered import HOME, PRISON, posted

PATH = "/en/law/calculator/"
WARNING = (
    "This is not a permission, and nothing to act on without a written answer of the probation service or the court."
)


def text(client: Client, values: dict[str, str] | None = None, status: int = 200, path: str = PATH) -> str:
    response = client.get(path) if values is None else client.post(path, values)
    assert response.status_code == status
    return response.content.decode()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_page_when_opened(client: Client, language: str) -> None:
    found = text(client, path=f"/{language}/law/calculator/")
    assert '<form method="post" action="#answer" autocomplete="off"' in found
    assert "<script" not in found
    assert "style=" not in found


def test_page_when_read_from_the_top(client: Client) -> None:
    """The warning is the first line of the page itself, with and without an answer."""
    for values in (None, posted(PRISON)):
        main = text(client, values).split('<main id="content" tabindex="-1">')[1]
        words = re.sub(r"<[^>]+>", "", main).strip()
        assert words.startswith(WARNING)


def test_answer_when_posted(client: Client) -> None:
    found = text(client, posted(PRISON))
    assert "last day: 2 February 2030" in found
    assert 'href="/en/law/record-additional/"' in found
    assert "the Financial Monitoring Agency" in found
    assert "Leaving the country" in found


def test_answer_when_cookies_are_refused() -> None:
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(PATH, posted(HOME))
    assert (response.status_code, response.cookies.keys()) == (200, set())


@pytest.mark.parametrize("values", [None, PRISON, {}])
def test_headers_when_answered(client: Client, values: dict[str, str] | None) -> None:
    response = client.get(PATH) if values is None else client.post(PATH, posted(values))
    assert sorted(response["Cache-Control"].split(", ")) == ["no-store", "private"]
    assert response["Referrer-Policy"] == "no-referrer"


def test_queries_when_answered(client: Client, django_assert_num_queries, db) -> None:
    with django_assert_num_queries(0):
        text(client)
        text(client, posted(PRISON))
        text(client, posted({}), status=400)
        text(client, posted(PRISON, add="custody"))


def test_logs_when_answered(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing is logged of an answer; of a refused form at most that one was refused."""
    caplog.set_level(logging.DEBUG)
    text(client, posted(PRISON))
    text(client, posted(PRISON, verdict_date="31.02.1987"), status=400)
    said = " ".join(record.getMessage() for record in caplog.records)
    assert [typed for typed in ("1987", "2016", "174.2", "medium", "verdict_date") if typed in said] == []


def test_report_when_the_page_breaks(client: Client, monkeypatch: pytest.MonkeyPatch, settings) -> None:
    """Even a report of an error holds nothing that was typed."""

    def broken(form: object, on: object) -> None:
        raise RuntimeError("broken")

    settings.DEBUG = False
    monkeypatch.setattr("archive.pages.law.calculator.views.answer", broken)
    response = Client(raise_request_exception=False).post(PATH, posted(PRISON))
    assert response.status_code == 500
    reported = SafeExceptionReporterFilter().get_post_parameters(response.wsgi_request)
    assert set(reported.values()) == {SafeExceptionReporterFilter.cleansed_substitute}


@pytest.mark.parametrize("path", [f"{PATH}?verdict_date=2016-11-28&penalty=fine"])
def test_page_when_values_stand_in_the_address(client: Client, path: str) -> None:
    """An address can be logged on the way: what it carries is neither read nor shown."""
    found = text(client, path=path)
    form = found[found.index("<form") : found.index("</form>")]
    assert "2016-11-28" not in form
    assert 'id="answer"' not in found


def test_page_when_a_field_is_wrong(client: Client) -> None:
    found = text(client, posted(PRISON, verdict_date="31.02.2016"), status=400)
    field = re.search(r"<input[^>]*name=\"verdict_date\"[^>]*>", found)
    assert field is not None
    assert 'aria-invalid="true"' in field[0]
    assert 'value="31.02.2016"' in field[0]
    described = re.search(r'aria-describedby="([^"]*)"', field[0])
    assert described is not None
    assert f'id="{described[1]}"' in found
    assert 'value="medium" selected' in found
    assert "<title>Error: The calculator" in found


def test_page_when_a_row_is_added(client: Client) -> None:
    found = text(client, posted(PRISON, verdict_date="31.02.2016", add="charges"))
    assert 'name="charges-1-article"' in found
    assert 'value="31.02.2016"' in found
    assert "aria-invalid" not in found


def test_page_when_markup_is_typed(client: Client) -> None:
    found = text(client, posted(PRISON, verdict_date="<script>alert(1)</script>"), status=400)
    assert "<script>" not in found


def test_page_when_printed(client: Client) -> None:
    """Nothing identifying: the answer repeats no name, and the form itself is not printed."""
    found = text(client, posted(PRISON))
    before_form = found[: found.index("<form")]
    assert "What was entered cannot all be true" not in before_form
    assert 'class="no-print" id="form"' in before_form


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_page_when_another_method_is_used(client: Client, method: str) -> None:
    assert getattr(client, method)(PATH).status_code == 405


FIELDS = [*VerdictForm.base_fields, "charges-0-article", "charges-0-number", "charges-0-gravity"]
FIELDS += ["custody-0-kind", "custody-0-begins", "custody-0-until", "custody-TOTAL_FORMS", "add"]
VALUES = st.one_of(
    st.sampled_from(["", "1", "0", "40", "999", "1900", "2200", "2200-12-31", "1900-01-01", "[2016..]", "[..2016]"]),
    st.sampled_from(["2016-02-29~", "29.02.2017", "yes", "no", "imprisonment", "suspended-sentence", "fine", "life"]),
    st.sampled_from(["community-service", "length", "main-penalty", "medium", "house-arrest", "174.2", "other", "P5Y"]),
    st.text(max_size=70),
)


@hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=8), st.sampled_from([PRISON, HOME]))
def test_page_when_anything_is_posted(client: Client, typed: dict[str, str], base: dict[str, str]) -> None:
    assert client.post(PATH, {**posted(base), **typed}).status_code in (200, 400)
