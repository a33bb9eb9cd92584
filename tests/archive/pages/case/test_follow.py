"""Feeds and calendars of one case and one person."""

from datetime import date
from xml.etree import ElementTree

import pytest
from django.test import Client
from icalendar import Calendar

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


def test_feed_of_nothing(client: Client) -> None:
    assert client.get("/en/cases/nobody-2020.atom").status_code == 404
    assert client.get("/en/people/nobody.atom").status_code == 404


def test_calendar_words_calculations_as_such(client: Client, archive: None) -> None:
    response = client.get("/en/cases/bokai-2016.ics")
    events = {str(one["uid"]).partition("-")[2]: one for one in Calendar.from_ical(response.content).walk("VEVENT")}
    record = events["law-criminal-record-v1@shekteu"]
    assert (record["dtstart"].dt, record["dtend"].dt) == (date(2030, 2, 3), date(2030, 2, 4))
    assert record["summary"] == "By our calculation the last day: Criminal record, Max Bokai"
    assert events["prison@shekteu"]["summary"] == "Last day as reported: Prison, Max Bokai"
    supervision = events["supervision@shekteu"]
    assert (supervision["dtstart"].dt, supervision["dtend"].dt) == (date(2024, 8, 3), date(2024, 8, 18))
    assert supervision["summary"] == "The last day may be one of these: Administrative supervision, Max Bokai"
