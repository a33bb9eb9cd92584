import re
from datetime import date

import pytest
from django.test import Client

from archive.calendars import months, window
from archive.filters import Selection
from archive.models import Period
from tests.archive.published import TODAY, publish_real

pytestmark = pytest.mark.django_db


def test_calendar_holds_every_ending_of_its_window() -> None:
    publish_real()
    selection = Selection(today=TODAY, on=TODAY, ends_from=date(2015, 1, 1), ends_until=date(2040, 12, 31))
    found = [one for month in months(selection, "en") for one in month.endings]
    assert len(found) == Period.objects.real().ends_between(date(2015, 1, 1), date(2040, 12, 31)).count() > 30


def test_window_when_no_days_are_chosen_lies_around_the_day() -> None:
    selection = Selection(today=TODAY, on=date(2026, 11, 22))
    assert window(selection) == (date(2026, 5, 1), date(2028, 11, 30))


def test_calendar_when_an_end_is_a_range_says_so() -> None:
    publish_real()
    selection = Selection(today=TODAY, on=date(2024, 8, 1), q="Bokai", kind=("administrative-supervision",))
    (month,) = months(selection, "en")
    (ending,) = month.endings
    assert (month.first, ending.sure, ending.computed) == (date(2024, 8, 1), True, True)
    assert ending.words == "between 4 and 18 August 2024"


def test_calendar_never_words_a_computed_end_as_an_event(client: Client) -> None:
    publish_real()
    page = client.get("/en/calendar/?ends_from=2015-01-01&ends_until=2040-01-01").content.decode()
    rows = re.findall(r"<li><svg.*?</li>", page, re.DOTALL)
    assert len(rows) > 30
    assert all("by our calculation" in row or "as reported" in row for row in rows)


def test_calendar_links_to_the_same_query_as_a_file(client: Client) -> None:
    assert '/en/cases.ics?kind=fine"' in client.get("/en/calendar/?kind=fine").content.decode()


def test_calendar_when_a_day_cannot_be_read(client: Client) -> None:
    response = client.get("/en/calendar/?ends_from=never")
    assert response.status_code == 400
    assert "ends_from" in response.content.decode()
