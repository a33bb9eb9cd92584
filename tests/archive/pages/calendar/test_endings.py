"""Endings by month, and the same for calendar programs."""

from datetime import UTC, date, datetime
from typing import Any

import icalendar
import pytest
from django.test import Client

from archive.index.columns.current import columns
from tests.archive.published import document, publish, publish_real, withdraw
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
ON = "2026-11-22"


@pytest.fixture
def archive() -> None:
    publish_real()


def calendar(client: Client, **values: str) -> Any:
    response = client.get("/en/calendar/", {"on": ON, **values})
    assert response.status_code == 200
    return response.context["calendar"]


def events(client: Client, address: str, **values: str) -> list[icalendar.Event]:
    response = client.get(address, values)
    assert (response.status_code, response["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    content = b"".join(response)
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))  # type: ignore[arg-type]


def banned(ends: str | None, case: str = "invented-2016", **values: Any) -> dict[str, Any]:
    ban = {"id": "ban", "kind": "public-activity-ban", "starts": "2024-01-01", "ends": ends, **values}
    return invented.case(case, restrictions=[ban], custody=[], claims=[], events=[], testimonies=[])


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_page_answers_in_every_language(client: Client, archive: None, language: str) -> None:
    assert client.get(f"/{language}/calendar/").status_code == 200


def test_case_and_filtered_set_have_the_same_events(client: Client) -> None:
    publish(document(banned("2027-03-05")))
    of_case = {str(one["UID"]): one["DTSTART"].dt for one in events(client, "/en/cases/invented-2016.ics")}
    of_all = {str(one["UID"]): one["DTSTART"].dt for one in events(client, "/en/calendar.ics")}
    assert of_case == of_all
    assert date(2027, 3, 4) in of_all.values()


@pytest.mark.parametrize("number", [1, 3])
def test_queries_whatever_the_number_of_cases(client: Client, number: int, django_assert_num_queries: Any) -> None:
    publish(*(document(banned("2027-03-05", f"invented-{one}")) for one in range(number)))
    columns()  # read before: only whether it is still right is asked below
    with django_assert_num_queries(2):
        found = calendar(client)
    assert found.count == number


def test_months_around_the_day(client: Client) -> None:
    found = calendar(client)
    assert (found.first, found.last) == (date(2026, 10, 1), date(2027, 9, 30))


def test_end_stands_in_its_month(client: Client) -> None:
    publish(document(banned("2027-03-05")))
    (month,) = calendar(client, kind="public-activity-ban").months
    (ending,) = month.endings
    assert (month.id, month.kinds, ending.when, ending.range) == (
        "m2027-03",
        [("Ban on public activity", 1)],
        "4 March 2027",
        False,
    )


def test_range_stands_in_the_first_month_it_may_fall_into(client: Client) -> None:
    publish(document(banned("[2025-01-10..2027-03-05]")))
    (month,) = calendar(client, kind="public-activity-ban").months
    assert (month.id, [(one.when, one.range) for one in month.endings]) == (
        "m2026-10",
        [("January 2025 – March 2027", True)],
    )


def test_end_with_one_open_side_stands_apart(client: Client) -> None:
    publish(document(banned("[2026-01-10..]")))
    found = calendar(client, kind="public-activity-ban")
    assert (found.count, [one.when for one in found.open]) == (0, ["not before 9 January 2026"])


def test_calculation_is_not_worded_as_an_event(client: Client, archive: None) -> None:
    found = calendar(client, ends_from="2025-09-01", ends_until="2025-09-30", kind="public-activity-ban")
    words = [one.statement for month in found.months for one in month.endings if one.case_id == "ilyashev-2020"]
    assert words == ["should be over; not confirmed"]


def test_months_that_were_asked_for(client: Client) -> None:
    publish(document(banned("2027-03-05")))
    assert calendar(client, ends_from="2027-03-01", ends_until="2027-03-31", kind="public-activity-ban").count == 1
    assert calendar(client, ends_from="2027-04-01", ends_until="2027-04-30", kind="public-activity-ban").count == 0
    assert calendar(client, ends_within="30", kind="public-activity-ban").count == 0


def test_earlier_and_later_months_join_on(client: Client) -> None:
    found = calendar(client, ends_from="2027-01-01", ends_until="2027-12-31")
    assert found.earlier == f"/en/calendar/?on={ON}&ends_from=2026-01-01&ends_until=2026-12-31"
    assert found.later == f"/en/calendar/?on={ON}&ends_from=2028-01-01&ends_until=2028-12-31"


def test_month_leads_to_its_cases(client: Client, archive: None) -> None:
    found = calendar(client, ends_from="2025-01-01", ends_until="2026-12-31")
    month = found.months[-1]
    cases = {row.address for row in client.get(month.address).context["list"].rows}
    assert {f"/en/cases/{one.case_id}/" for one in month.endings} <= cases


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("ends_from=2026-13-01", "ends_from"),
        ("ends_from=2027-01-01&ends_until=2026-01-01", "ends_until"),
        ("ends_within=3&ends_from=2027-01-01", "ends_within"),
        ("sort=name", "sort"),
        ("kind=%00", "kind"),
        ("month=2026-11", "month"),
    ],
)
def test_bad_parameter_is_named(client: Client, query: str, field: str) -> None:
    response = client.get(f"/en/calendar/?{query}")
    assert response.status_code == 400
    assert f"<code>{field}</code>: " in response.text
    if field != "sort":
        assert client.get(f"/en/calendar.ics?{query}").status_code == 400


def test_end_that_moves_moves_its_event(client: Client) -> None:
    first, second = datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 10, 2, tzinfo=UTC)
    publish(document(banned("2027-03-05")), now=first)
    (before,) = (one for one in events(client, "/en/calendar.ics") if "-ban@" in one["UID"])
    publish(document(banned("2027-04-06")), now=second)
    (after,) = (one for one in events(client, "/en/calendar.ics") if "-ban@" in one["UID"])
    assert (before["DTSTART"].dt, after["DTSTART"].dt) == (date(2027, 3, 4), date(2027, 4, 5))
    assert before["UID"] == after["UID"]
    assert before["SEQUENCE"] < after["SEQUENCE"]
    assert (before["LAST-MODIFIED"].dt, after["LAST-MODIFIED"].dt) == (first, second)


def test_calendar_program_gets_the_filtered_set(client: Client) -> None:
    publish(document(banned("2027-03-05")), document(banned("2028-03-05", "invented-2020")))
    both = events(client, "/en/calendar.ics", kind="public-activity-ban")
    one = events(client, "/en/calendar.ics", kind="public-activity-ban", ends_until="2027-12-31")
    assert sorted(event["DTSTART"].dt for event in both) == [date(2027, 3, 4), date(2028, 3, 4)]
    assert [event["DTSTART"].dt for event in one] == [date(2027, 3, 4)]


def test_case_calendar_follows_the_case(client: Client) -> None:
    publish(document(banned("2027-03-05", "invented-old")))
    publish(document(invented.case("invented-new", former_ids=["invented-old"])))
    response = client.get("/en/cases/invented-old.ics")
    assert (response.status_code, response["Location"]) == (301, "/en/cases/invented-new.ics")
    withdraw("invented-new")
    assert client.get("/en/cases/invented-new.ics").status_code == 410
    assert client.get("/en/cases/nobody-2020.ics").status_code == 404
