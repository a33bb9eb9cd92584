from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from archive.api import views
from archive.exports.person_detail import total_of
from archive.index.columns.current import columns
from archive.index.filters.filterset import LISTED_STATES
from archive.index.models import Period
from tests.archive.published import NOON, document, publish, publish_real, real_documents, withdraw
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
KEYS = """id kind standing derived binds_from counts_from starts ends open_ended state basis last_report
certainty missing steps last_day planning_day likely"""


def get(client: Client, address: str) -> Any:
    response = client.get(f"/api/v1/{address}")
    assert response.status_code == 200, response.content
    return response.json()


def exact(day: str) -> dict[str, str]:
    return {"earliest": day, "latest": day}


BOKAI_FORCE = {"earliest": "2017-01-20", "latest": "2017-01-27"}
"""The ruling, or up to a week later."""


def test_case_on_a_day_when_it_is_bokais(client: Client) -> None:
    publish_real()
    found = get(client, "cases/bokai-2016/?on=2023-01-01")
    assert list(found) == ["document", "prior", "on", "edition", "burden", "verdicts", "restrictions", "claims"]
    assert (found["on"], found["document"]["case"]["id"]) == ("2023-01-01", "bokai-2016")
    assert (found["burden"]["nominal"], found["burden"]["parts"][0]["kind"]) == ("P5Y", "behind-bars")
    assert {one["id"]: one["in_force"] for one in found["verdicts"]}["v1"] == BOKAI_FORCE
    by_id = {one["id"]: one for one in found["restrictions"]}
    assert list(by_id["ban"]) == KEYS.split()
    ban = by_id["ban"]
    assert (ban["starts"], ban["binds_from"], ban["counts_from"]) == (*(BOKAI_FORCE, BOKAI_FORCE, exact("2021-02-04")),)
    assert (ban["ends"], ban["state"], ban["standing"]) == (exact("2024-02-04"), "in-force", "ordered")
    assert (by_id["prison"]["state"], by_id["prison"]["ends"]) == ("ended", exact("2021-02-04"))
    assert by_id["law:criminal-record:v1"]["ends"] == exact("2030-02-04")
    assert by_id["supervision"]["ends"] == {"earliest": "2024-08-04", "latest": "2024-08-18"}
    assert [(one["id"], one["result"]) for one in found["claims"]] == [("k1", "agrees")]


def test_case_when_its_listing_is_only_expected(client: Client) -> None:
    publish_real()
    found = get(client, "cases/yensebek-2025/?on=2026-11-22")
    expected = [one for one in found["restrictions"] if one["standing"] == "expected"]
    assert [(one["kind"], one["state"]) for one in expected] == [("financial-monitoring-list", "expected")]
    assert expected[0]["binds_from"] == {"earliest": None, "latest": None}


@pytest.mark.parametrize(
    ("address", "status", "field"),
    [
        ("cases/bokai-2016/?on=2023-13-45", 400, "on"),
        ("cases/bokai-2016/?from=2023-01-01", 400, "from"),
        ("cases/bokai-2016/?known=2199-01-01", 400, "known"),
        ("cases/?known=2199-01-01", 400, "known"),
        ("cases/?ends_within=30&ends_from=2026-01-01", 409, "ends_within"),
        ("cases/?state=nonsense", 400, "state"),
        ("cases/?sort=name", 400, "sort"),
        ("cases/?limit=0", 400, "limit"),
        ("cases/?year_from=2020&year_to=2010", 409, "year_to"),
        ("restrictions/?cursor=here", 400, "cursor"),
        ("versions/?kind=fine", 400, "kind"),
        ("kinds/?a=b", 400, "a"),
    ],
)
def test_problem_when_a_parameter_cannot_be_read(client: Client, address: str, status: int, field: str) -> None:
    publish_real()
    response = client.get(f"/api/v1/{address}")
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    assert list(response.json()["errors"]) == [field]


def test_problem_when_there_is_no_such_address(client: Client) -> None:
    publish(document())
    withdraw("invented-2016")
    addresses = {"cases/none-here/": 404, "cases/invented-2016/": 410, "nonsense": 404, "people/nobody-here/": 404}
    for address, status in addresses.items():
        response = client.get(f"/api/v1/{address}")
        assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
        assert response.json()["status"] == status


def test_pages_when_followed_by_cursor_hold_every_row_once(client: Client) -> None:
    publish_real()
    for subject, key in (("cases", "case_id"), ("people", "person_id"), ("versions", "key")):
        ids, address = [], f"/api/v1/{subject}/?limit=7"
        while address:
            page = client.get(address).json()
            ids += [row[key] for row in page["results"]]
            address = page["next"]
        assert len(ids) == len(set(ids)) == len(get(client, f"{subject}/?limit=200")["results"]) > 7


def test_restrictions_when_followed_by_cursor_hold_every_row_once(client: Client) -> None:
    publish_real()
    found, address = [], "/api/v1/restrictions/?limit=20&kind=criminal-record&kind=probation"
    while address:
        page = client.get(address).json()
        found += [(row["case_id"], row["restriction_id"]) for row in page["results"]]
        address = page["next"]
    assert len(found) == len(set(found)) == page["count"] > 20


def test_answer_when_nothing_changed_is_not_sent_again(client: Client) -> None:
    publish(document())
    etag = client.get("/api/v1/cases/")["ETag"]
    assert client.get("/api/v1/cases/", headers={"If-None-Match": etag}).status_code == 304
    publish(document(invented.case("invented-2020")))
    assert client.get("/api/v1/cases/", headers={"If-None-Match": etag}).status_code == 200


def test_answer_is_open_to_every_origin_and_read_only(client: Client) -> None:
    publish(document())
    assert client.get("/api/v1/cases/")["Access-Control-Allow-Origin"] == "*"
    assert client.post("/api/v1/cases/").status_code == 405


def test_case_when_known_earlier_is_the_edition_of_then(client: Client) -> None:
    publish(document(), now=NOON.replace(year=2024))
    publish(document(), now=NOON.replace(year=2025))
    assert get(client, "cases/invented-2016/")["edition"]["version"] == 2
    assert get(client, "cases/invented-2016/?known=2025-01-01")["edition"]["version"] == 1
    assert client.get("/api/v1/cases/invented-2016/?known=2023-01-01").status_code == 404


def test_limit_of_requests(client: Client, settings: Any) -> None:
    settings.READER_RATE = 2
    statuses = [client.get("/api/v1/kinds/", headers={"X-Forwarded-For": "203.0.113.9"}).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]


def test_people_when_they_are_more_than_a_query_is_sent(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_real()
    every = get(client, "people/?limit=100")["results"]
    monkeypatch.setattr(views, "AT_ONCE", 5)
    assert len(every) > 20
    assert get(client, "people/?limit=100")["results"] == every
    page = get(client, "people/?limit=7&kind=public-activity-ban")
    banned = page["results"]
    while page["next"]:
        page = client.get(page["next"]).json()
        banned += page["results"]
    assert banned == get(client, "people/?limit=100&kind=public-activity-ban")["results"]
    with CaptureQueriesContext(connection) as queries:
        get(client, "people/?limit=2")
    assert max(query["sql"].count(", ") for query in queries) < 40


@pytest.mark.parametrize(("address", "queries"), [("cases/", 3), ("restrictions/", 3), ("people/", 4), ("kinds/", 1)])
def test_lists_take_the_same_queries_for_one_case_and_for_all(
    client: Client, address: str, queries: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    publish(document())
    columns()
    with django_assert_num_queries(queries):
        get(client, address)
    publish_real()
    columns()
    with django_assert_num_queries(queries):
        get(client, address)


def test_day_when_none_is_given_is_today_in_almaty(client: Client) -> None:
    publish(document())
    assert date.fromisoformat(get(client, "cases/invented-2016/")["on"]) >= date(2026, 1, 1)


def test_counts_are_those_beside_the_choices_of_the_list(client: Client) -> None:
    publish_real()
    counts = get(client, "counts/?region=KZ-75&kind=public-activity-ban")
    tally = client.get("/en/cases/?region=KZ-75&kind=public-activity-ban").context["list"].tally
    assert (counts["cases"], counts["people"]) == (tally.cases, tally.people)
    assert counts["choices"] == tally.facets
    assert counts["choices"]["region"]["KZ-75"] == tally.cases > 0


def test_counts_name_their_parts(client: Client) -> None:
    publish_real()
    query = "kind=public-activity-ban&state=in-force&state=likely-in-force&state=possible&on=2023-06-01"
    counts = get(client, f"counts/?{query}")
    assert sum(part["cases"] for part in counts["certainties"]) == counts["cases"]
    assert sum(part["people"] for part in counts["certainties"]) == counts["people"] > 0
    assert {part["certainty"] for part in counts["certainties"]} <= {"certainly", "likely", "possibly"}
    assert {part["certainty"] for part in counts["besides"]} <= {"not-known", "upcoming", "ended"}
    assert counts["besides"]
    for facet, choices in counts["certainties_of_choices"].items():
        for value, parts in choices.items():
            assert sum(parts.values()) == counts["choices"][facet][value]


def test_former_state_is_refused_with_the_present_names(client: Client) -> None:
    response = client.get("/api/v1/cases/?state=uncertain")
    assert response.status_code == 400
    assert response.json()["errors"]["state"] == [f"“uncertain” is none of: {', '.join(LISTED_STATES)}."]


def test_case_has_both_readings_of_each_date(client: Client) -> None:
    publish_real()
    case = get(client, "cases/ilyashev-2020/?on=2026-11-26")
    ban = next(row for row in case["restrictions"] if row["kind"] == "public-activity-ban")
    assert ban["last_day"] == {"earliest": "2025-09-14", "latest": "2025-09-21"}
    assert ban["planning_day"] == "2025-09-21"
    assert set(ban["likely"]) == {"binds_from", "counts_from", "ends", "last_day", "presumptions", "steps"}
    assert {"from", "until", "last_day", "days", "parts"} <= set(case["burden"]["likely"])
    assert {"in_force", "presumptions"} <= set(case["verdicts"][0]["likely"])


def test_nobody_is_likely_on_a_list_in_any_export(client: Client) -> None:
    publish_real()
    Period.objects.filter(kind="financial-monitoring-list").update(
        likely_ends_latest=date(2031, 1, 1),
        presumptions=[{"rule": "in-force-by-six-months", "version": 1, "about": "v"}],
    )
    rows = get(client, "restrictions/?kind=financial-monitoring-list&limit=100")["results"]
    assert rows
    for row in rows:
        assert {row[name] for name in row if name.startswith("likely_")} == {None}
        assert row["presumptions"] == []
    assert client.get("/api/v1/cases/?kind=financial-monitoring-list&state=likely-in-force").status_code == 409


# A crawl stays in one state


def crawl(client: Client, address: str, meanwhile: Any = lambda: None) -> list[dict[str, Any]]:
    """All rows of a list; ``meanwhile`` happens after each page."""
    rows = []
    while address:
        page = client.get(address).json()
        rows += page["results"]
        address = page["next"]
        meanwhile()
    return rows


def test_crawl_when_something_is_published_meets_each_case_once_in_one_state(client: Client) -> None:
    """A case republished after the first page stands later in the order; the crawl keeps to its moment."""
    publish_real()
    before = {row["case_id"]: row["version_key"] for row in crawl(client, "/api/v1/cases/?limit=200")}
    moments = iter(range(1, 50))

    def republish() -> None:
        hours = timedelta(hours=next(moments))
        publish(real_documents()[0], document(invented.case(f"new-{hours.seconds}")), now=NOON + hours)

    rows = crawl(client, "/api/v1/cases/?limit=10", republish)
    assert sorted(row["case_id"] for row in rows) == sorted(before)
    assert {row["case_id"]: row["version_key"] for row in rows} == before
    restrictions = crawl(client, "/api/v1/restrictions/?limit=60", republish)
    assert len({(row["case_id"], row["restriction_id"]) for row in restrictions}) == len(restrictions)
    people = crawl(client, "/api/v1/people/?limit=9", republish)
    assert len({row["person_id"] for row in people}) == len(people)


def test_crawl_names_its_moment_and_its_day(client: Client) -> None:
    publish_real()
    page = get(client, "cases/?limit=5")
    assert page["as_of"] == "2026-11-01T12:00:00.000000Z"
    assert f"as_of={page['as_of']}" in page["next"]
    assert f"on={page['about']['on']}" in page["next"]
    publish(document(), now=NOON + timedelta(1))
    assert get(client, "cases/")["count"] == page["count"] + 1
    assert get(client, f"cases/?as_of={page['as_of']}")["count"] == page["count"]


def test_list_as_of_a_moment_is_what_stood_then(client: Client) -> None:
    (first,) = publish(document(), now=NOON)
    (second,) = publish(document(), now=NOON + timedelta(hours=1))
    publish(document(invented.case("invented-2020")), now=NOON + timedelta(hours=2))

    def keys(moment: str) -> list[str]:
        return [row["version_key"] for row in get(client, f"cases/?as_of={moment}")["results"]]

    assert keys("2026-11-01T11:59:59Z") == []
    assert keys("2026-11-01T12:30:00Z") == [first.key]
    assert keys("2026-11-01T13:00:00Z") == [second.key]
    assert len(keys("2026-11-01T14:00:00Z")) == 2
    withdraw("invented-2016", now=NOON + timedelta(hours=3))
    assert keys("2026-11-01T13:00:00Z") == []  # what was withdrawn is found at no moment


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("cases/?as_of=2099-01-01T00:00:00Z", 409),
        ("cases/?known=2100-01-01", 409),
        ("cases/invented-2016/?known=2100-01-01", 409),
        ("cases/?article=999", 409),
        ("cases/?as_of=2026-11-01T12:00:00Z&known=2026-11-01", 409),
        ("cases/?as_of=yesterday", 400),
        ("changes/?since=yesterday", 400),
        ("changes/?since=2026-02-30", 400),
        ("?limit=1", 400),
    ],
)
def test_what_is_well_written_but_not_so_is_a_conflict(client: Client, address: str, status: int) -> None:
    publish(document())
    assert client.get(f"/api/v1/{address}").status_code == status


def test_conflict_says_what_does_not_fit(client: Client) -> None:
    """A word that no case has contradicts nothing in the query, so the answer does not say so."""
    answer = client.get("/api/v1/cases/?article=999").json()
    assert "contradicts itself" not in answer["detail"]
    assert "this archive" in answer["detail"]


def test_year_without_a_verdict_counts_none(client: Client) -> None:
    """Whoever asks for each year of a decade is told a number of each, as of `year_from` and `year_to`."""
    publish_real()
    by_year = {year: get(client, f"counts/?year={year}")["cases"] for year in range(2010, 2028)}
    assert by_year[2010] == get(client, "counts/?year_from=2010&year_to=2010")["cases"] == 0
    assert sum(by_year.values()) + get(client, "counts/?year=none")["cases"] == get(client, "counts/")["cases"]
    assert client.get("/api/v1/counts/?year=20100").status_code == 409


def test_address_without_its_last_slash_leads_to_the_one_with_it(client: Client) -> None:
    publish(document())
    answer = client.get("/api/v1/cases?limit=1")
    assert (answer.status_code, answer["Location"]) == (301, "/api/v1/cases/?limit=1")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert client.get("/api/v1/nonsense").status_code == 404


def test_knowledge_of_a_moment_is_not_said_to_be_that_of_today(client: Client) -> None:
    publish(document(), now=NOON)
    assert get(client, "cases/?as_of=2026-11-01T12:30:00Z")["about"]["known"] == "2026-11-01"
    for address in ("cases", "statistics"):
        page = client.get(f"/en/{address}/?as_of=2026-11-01T12:30:00Z").content.decode()
        assert "knows it now" not in page
        assert "on 1 November 2026, 17:30" in page
    table = client.get("/en/tables/?rows=kind&columns=gender&as_of=2026-11-01T12:30:00Z")
    assert client.get(table.context["table"].address).status_code == 200


# Changes


def test_changes_when_since_is_a_day_or_has_the_offset_of_a_place(client: Client) -> None:
    midnight = datetime(2026, 11, 1, 19, tzinfo=UTC)  # in Almaty, of 2 November
    publish(document(), now=midnight - timedelta(seconds=1))
    publish(document(invented.case("invented-2020")), now=midnight)
    for since in ("2026-11-02", "2026-11-01T23:59:59%2B05:00", "2026-11-01T23:59:59+05:00", "2026-11-01T18:59:59Z"):
        assert [row["case_id"] for row in get(client, f"changes/?since={since}")["results"]] == ["invented-2020"]
    assert len(get(client, "changes/?since=2026-11-01")["results"]) == 2


def test_changes_when_a_clock_is_ahead_keep_no_cursor_from_there(client: Client) -> None:
    """Whoever asks from a moment to come goes on from what there is, and misses nothing that comes until then."""
    publish(document(), now=NOON)
    ahead = get(client, "changes/?since=2149-01-01T00:00:00Z")
    assert ahead["results"] == []
    publish(document(invented.case("invented-2020")), now=NOON + timedelta(1))
    rows = get(client, f"changes/?since={ahead['cursor']}")["results"]
    assert [row["case_id"] for row in rows] == ["invented-2020"]


def test_changes_since_a_moment_are_each_case_once_as_it_stands(client: Client) -> None:
    publish(document(), now=NOON)
    publish(document(invented.case("invented-2020")), now=NOON + timedelta(1))
    publish(document(), now=NOON + timedelta(2))
    first = get(client, "changes/?limit=1")
    assert [(row["case_id"], row["version"]) for row in first["results"]] == [("invented-2020", 1)]
    rest = client.get(first["next"]).json()
    assert [(row["case_id"], row["version"]) for row in rest["results"]] == [("invented-2016", 2)]
    assert rest["next"] is None
    assert get(client, f"changes/?since={rest['cursor']}")["results"] == []
    withdraw("invented-2020", now=NOON + timedelta(3))
    gone = get(client, f"changes/?since={rest['cursor']}")["results"]
    assert [(row["case_id"], row["kind"], row["version"]) for row in gone] == [("invented-2020", "withdrawn", None)]
    assert [row["case_id"] for row in get(client, "changes/?since=2026-11-02T12:00:00Z")["results"]] == [
        "invented-2016",
        "invented-2020",
    ]


def test_person_has_names_cases_and_one_total(client: Client) -> None:
    publish_real()
    for one in real_documents()[:3]:
        person = get(client, f"people/{one.person.id}/")
        assert person["names"] == one.person.names
        assert one.case.id in person["cases"] == [case["case_id"] for case in person["in_cases"]]


def test_total_of_several_cases_counts_no_day_twice() -> None:
    """Twice the same case is once; and a case alone comes to what its document says."""
    for one in real_documents():
        burden = one.reckoning.burden
        twice = total_of([one, one])
        if not any(row.basis for row in one.case.restrictions):
            assert (twice.begins, twice.until, twice.days) == (burden.begins, burden.until, burden.days), one.case.id


def test_root_leads_to_every_list(client: Client) -> None:
    publish(document())
    root = get(client, "")
    assert set(root["endpoints"]) >= {"cases", "people", "changes", "kinds"}
    for address in (*root["endpoints"].values(), root["schema"], root["documentation"]):
        assert client.get(address).status_code == 200, address


def test_search_says_what_it_dropped(client: Client) -> None:
    publish_real()
    answer = get(client, "cases/?q=Бокаев Макс Аманович")
    assert (answer["count"], answer["search"]["dropped"]) == (1, ["Аманович"])
    assert get(client, "counts/?q=Бокаев Макс Аманович")["search"]["dropped"] == ["Аманович"]
    assert get(client, "cases/")["search"] is None
