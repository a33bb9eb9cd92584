"""Feeds and calendars of one case and one person."""

from datetime import date
from xml.etree import ElementTree

import pytest
from django.test import Client
from icalendar import Calendar

from archive.exports.calendars import is_ending
from editions.models import Edition
from law.dates import DateRange, exact
from law.outcome import Outcome
from tests.archive.published import publish_real

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive() -> None:
    publish_real()


@pytest.mark.parametrize("address", ["/en/cases/bokai-2016.atom", "/kk/people/max-bokai.atom"])
def test_feeds(client: Client, archive: None, address: str) -> None:
    feed = ElementTree.fromstring(client.get(address).text)
    entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
    assert [entry.findtext("{http://www.w3.org/2005/Atom}summary") for entry in entries] == ["For a test"]
    assert feed.findtext("{http://www.w3.org/2005/Atom}author/{http://www.w3.org/2005/Atom}name") == "Shekteu"
    [edition] = Edition.objects.filter(case_id="bokai-2016")
    assert entries[0].findtext("{http://www.w3.org/2005/Atom}id") == f"urn:shekteu:version:{edition.key}"
    assert (entries[0].findtext("{http://www.w3.org/2005/Atom}title") or "").endswith(": For a test")


def test_feed_of_nothing(client: Client) -> None:
    assert client.get("/en/cases/nobody-2020.atom").status_code == 404
    assert client.get("/en/people/nobody.atom").status_code == 404


def test_calendar_words_calculations_as_such(client: Client, archive: None) -> None:
    response = client.get("/en/cases/bokai-2016.ics")
    events = {str(one["uid"]).partition("-")[2]: one for one in Calendar.from_ical(response.content).walk("VEVENT")}
    record = events["law-criminal-record-v1@shekteu"]
    assert (record["dtstart"].dt, record["dtend"].dt) == (date(2030, 2, 3), date(2030, 2, 4))
    assert record["summary"] == "By our calculation the last day: Criminal record, Max Bokai"
    # The others are long past; that the list should end with the record would read like a removal.
    assert set(events) == {"law-criminal-record-v1@shekteu"}


def calendar_row(last_day: DateRange, kind: str = "public-activity-ban", begins: date = date(2020, 1, 1)) -> Outcome:
    return Outcome("ban", kind, "ordered", derived=False, verdict="v1", binds_from=exact(begins), last_day=last_day)


@pytest.mark.parametrize(
    ("outcome", "is_event"),
    [
        (calendar_row(exact(date(2027, 3, 4))), True),
        (calendar_row(DateRange(date(2027, 3, 4), date(2027, 5, 3))), True),
        (calendar_row(DateRange(date(2027, 3, 4), date(2027, 5, 4))), False),  # wider than sixty days
        (calendar_row(DateRange(date(2027, 3, 4), None)), False),
        (calendar_row(exact(date(2019, 3, 4))), False),  # before its first day
        (calendar_row(exact(date(2025, 11, 1))), False),  # past for more than a year
        (calendar_row(exact(date(2027, 3, 4)), kind="fine"), False),
        (calendar_row(exact(date(2027, 3, 4)), kind="financial-monitoring-list"), False),
        (calendar_row(exact(date(2027, 3, 4)), kind="financial-monitoring-list")._replace(end_basis="reported"), True),
        (calendar_row(exact(date(2027, 3, 4)), kind="custody"), False),
    ],
)
def test_what_is_an_event(outcome: Outcome, is_event: bool) -> None:
    assert is_ending(outcome, date(2026, 11, 26)) is is_event
