"""An export equals its page, says where it comes from, and does no harm to who opens it."""

import csv
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO, StringIO
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

import feedparser
import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from archive.exports.columns import PROVENANCE
from archive.exports.definitions import CASES, RESTRICTIONS, TABLES
from archive.exports.feeds import FEED_LENGTH
from archive.exports.tables import cell
from archive.index.models import Entry, Period
from law.country import country
from tests.archive.published import NOON, document, for_this_module, publish, publish_real
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ATOM_HEADERS = {"content-type": "application/atom+xml; charset=utf-8"}
ATOM = "{http://www.w3.org/2005/Atom}"
QUERIES: tuple[dict[str, Any], ...] = (
    {},
    {"q": "Еңсебек"},
    {"q": "үкім", "on": "2024-05-01"},
    {"q": '"land protests"'},
    {"q": "nobody-of-this-name"},
    {"kind": "public-activity-ban", "state": "in-force", "on": "2024-01-01"},
    {"kind": ["criminal-record", "probation"], "state": ["in-force", "unknown"], "sort": "next-end"},
    {"standing": ["reported", "told"]},
    {"kinds_all": ["imprisonment", "public-activity-ban"], "sort": "burden"},
    {"region": ["KZ-75", "KZ-71"], "gender": "female", "sort": "verdict"},
    {"article": "174", "year_from": 2016, "year_to": 2025, "sort": "changed"},
    {"covers": "interviews", "known": "2026-11-10"},
    {"ends_from": "2023-01-01", "ends_until": "2023-12-31", "on": "2023-01-01"},
    {"known": "2020-01-01"},
)


def body(client: Client, name: str, query: dict[str, Any]) -> bytes:
    response = client.get(f"/en/{name}?{urlencode(query, doseq=True)}")
    assert response.status_code == 200, response.content
    return b"".join(response.streaming_content) if response.streaming else response.content


def page_ids(client: Client, query: dict[str, Any]) -> list[str]:
    page = body(client, "cases/", query).decode()
    return re.findall(r'<h2><a href="/en/cases/([a-z0-9-]+)/"', page)


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"))))


def sheet(content: bytes, number: int) -> list[list[str]]:
    with zipfile.ZipFile(BytesIO(content)) as book:
        root = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
    return [["".join(one.itertext()) for one in row.iter(f"{SHEET}c")] for row in root.iter(f"{SHEET}row")]


def lines(content: bytes) -> list[Any]:
    return [json.loads(line) for line in content.decode().splitlines()]


def is_event(row: dict[str, str], on: date) -> bool:
    """Whether its last day is known to sixty days, by the likely reading or else the strict one, and not long past."""
    likely, strict = (
        [row[f"{reading}last_day_{bound}"] for bound in ("earliest", "latest")] for reading in ("likely_", "")
    )
    known = likely if any(likely) else strict
    kind = country().kinds[row["kind"]]
    if not all(known) or kind.once or ((kind.listed or kind.pretrial) and end_basis(row) == "computed"):
        return False
    first, last = map(date.fromisoformat, known)
    begins = row["begins_earliest"]
    return (
        (last - first).days <= 60
        and last >= on - timedelta(days=366)
        and (not begins or last >= date.fromisoformat(begins))
    )


def end_basis(row: dict[str, str]) -> str:
    current = Period.objects.filter(entry__case_id=row["case_id"], entry__known_until=None)
    return current.get(item=row["restriction_id"]).end_basis


@pytest.fixture(scope="module", autouse=True)
def published(django_db_setup: Any, django_db_blocker: Any) -> Iterator[None]:
    """All shipped cases: fewer than a page, so that the page holds them all."""
    with for_this_module(django_db_blocker):
        publish_real()
        yield


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: urlencode(query, doseq=True))
def test_export_holds_exactly_the_rows_of_its_page(client: Client, query: dict[str, Any]) -> None:
    ids = page_ids(client, query)
    assert [row["case_id"] for row in table(body(client, "cases.csv", query))] == ids
    assert [row["case_id"] for row in json.loads(body(client, "cases.json", query))["cases"]] == ids
    assert [line["document"]["case"]["id"] for line in lines(body(client, "cases.jsonl", query))[1:]] == ids
    feed = ElementTree.fromstring(body(client, "cases.atom", query))
    links = [entry.find(f"{ATOM}link").get("href") for entry in feed.iter(f"{ATOM}entry")]
    assert sorted(link.rstrip("/").rpartition("/")[2] for link in links) == sorted(ids)
    book = body(client, "cases.xlsx", query)
    assert [row[0] for row in sheet(book, 2)[1:]] == ids
    restrictions = table(body(client, "restrictions.csv", query))
    assert {row["case_id"] for row in restrictions} == set(ids)
    assert [row[5] for row in sheet(book, 3)[1:]] == [row["restriction_id"] for row in restrictions]
    on = date.fromisoformat(query["on"]) if "on" in query else timezone.localdate()
    ends = [row for row in restrictions if is_event(row, on)]
    events = Calendar.from_ical(body(client, "cases.ics", query)).walk("VEVENT")
    assert [str(event["url"]).rstrip("/").rpartition("/")[2] for event in events] == [row["case_id"] for row in ends]


def test_pages_of_the_queries_differ(client: Client) -> None:
    """Else the test above could pass on an export that ignores its query."""
    found = [tuple(page_ids(client, query)) for query in QUERIES]
    assert len(found[0]) == 24
    assert len(set(found)) == len(QUERIES) - 1  # two of them find nothing


def test_csv_when_read_says_where_it_comes_from(client: Client) -> None:
    row = table(body(client, "cases.csv", {"region": "KZ-23", "on": "2024-01-01"}))[0]
    assert list(row) == [column.name for column in (*CASES.columns, PROVENANCE)]
    assert row["case_id"] == "bokai-2016"
    assert row["state_on"] == "2024-01-01"
    assert (
        "As of 1 January 2024, as known to this archive; last change: 1 November 2026, 17:00." in row["about_this_file"]
    )
    assert " http://testserver/en/cases/?on=2024-01-01&region=KZ-23 " in row["about_this_file"]
    assert (row["name_kk"], row["articles"], row["sentence"]) == ("Макс Боқай", "174.2|274.4|400", "P5Y")
    assert "public-activity-ban" in row["in_force"].split("|")


def test_csv_of_restrictions_when_read_gives_the_engines_dates(client: Client) -> None:
    rows = table(body(client, "restrictions.csv", {"q": "Bokai", "on": "2023-01-01"}))
    assert list(rows[0]) == [column.name for column in (*RESTRICTIONS.columns, PROVENANCE)]
    ban = next(row for row in rows if row["restriction_id"] == "ban")
    assert (ban["begins_earliest"], ban["counts_earliest"]) == ("2017-01-20", "2021-02-04")
    assert (ban["ends_earliest"], ban["ends_latest"], ban["state"]) == ("2024-02-04", "2024-02-04", "in-force")


def test_csv_begins_with_a_byte_order_mark(client: Client) -> None:
    assert body(client, "cases.csv", {}).startswith("\ufeffcase_id,".encode())


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_cell_when_a_text_would_be_a_formula_is_disarmed(text: str) -> None:
    assert cell(text) == "'" + text


def test_csv_when_a_name_would_be_a_formula(client: Client) -> None:
    Entry.objects.filter(case_id="bokai-2016").update(names={"en": '=HYPERLINK("http://x","y")'})
    row = table(body(client, "cases.csv", {"region": "KZ-23"}))[0]
    assert row["name_en"] == '\'=HYPERLINK("http://x","y")'
    assert sheet(body(client, "cases.xlsx", {"region": "KZ-23"}), 2)[1][2] == '\'=HYPERLINK("http://x","y")'


def test_feed_and_calendar_when_read_say_where_they_come_from(client: Client, settings: Any) -> None:
    settings.CONTENT_LICENCE = "CC BY 4.0"
    query = {"region": "KZ-23", "on": "2024-01-01"}
    address = "http://testserver/en/cases/?on=2024-01-01&region=KZ-23"
    as_of = "As of 1 January 2024, as known to this archive; last change: 1 November 2026, 17:00."
    feed = ElementTree.fromstring(body(client, "cases.atom", query))
    assert feed.find(f"{ATOM}rights").text == "CC BY 4.0"
    assert feed.find(f"{ATOM}subtitle").text.endswith(f"{as_of} {address}")
    head = Calendar.from_ical(body(client, "cases.ics", query))
    assert str(head["x-wr-caldesc"]).endswith(f"{as_of} CC BY 4.0. {address}")


def read_feed(client: Client, query: str = "") -> Any:
    """The feed as a reader's program has it; it fails on what is no Atom."""
    feed = feedparser.parse(client.get(f"/en/cases.atom{query}").content, response_headers=ATOM_HEADERS)
    assert not feed.bozo, feed.bozo_exception
    return feed


def relations(feed: Any) -> dict[str, str]:
    return {link["rel"]: link["href"].partition("cases.atom")[2] for link in feed.feed.links}


def test_feed_has_the_newest_first_and_at_most_fifty(client: Client) -> None:
    publish(document(invented.case("newer-2020")), now=NOON + timedelta(days=1))
    feed = read_feed(client, "?sort=name")
    assert feed.version == "atom10"
    assert feed.entries[0].link.endswith("/en/cases/newer-2020/")
    assert feed.entries[0].title == "Invented Person, version 1: For a test"
    moments = [entry.updated_parsed for entry in feed.entries]
    assert moments == sorted(moments, reverse=True)
    assert len(feed.entries) == 25 <= FEED_LENGTH == 50
    assert feed.feed.updated_parsed == moments[0]
    assert feed.feed.author == "Shekteu"
    assert set(relations(feed)) == {"alternate", "self"}


def test_feed_goes_on_page_after_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.pages.cases.files.FEED_LENGTH", 10)
    pages = [read_feed(client, query) for query in ("", "?page=2", "?page=3")]
    assert [len(page.entries) for page in pages] == [10, 10, 4]
    keys = [entry.id for page in pages for entry in page.entries]
    assert len(set(keys)) == 24
    assert [relations(page).get("next") for page in pages] == ["?page=2", "?page=3", None]
    assert [relations(page).get("previous") for page in pages] == [None, "", "?page=2"]
    assert {page.feed.id for page in pages} == {"http://testserver/en/cases.atom"}
    assert client.get("/en/cases.atom?page=4").status_code == 404
    assert client.get("/en/cases.atom?page=x").status_code == 400


def test_feed_has_a_tag_and_the_moment_of_its_last_change(client: Client) -> None:
    response = client.get("/en/cases.atom")
    assert response["Last-Modified"] == "Sun, 01 Nov 2026 12:00:00 GMT"
    assert client.get("/en/cases.atom", headers={"if-none-match": response["ETag"]}).status_code == 304


def test_version_has_one_id_in_every_feed(client: Client) -> None:
    list_id = next(entry.id for entry in read_feed(client, "?q=Bokai").entries)
    for address in ("/ru/cases/bokai-2016.atom", "/kk/people/max-bokai.atom"):
        feed = feedparser.parse(client.get(address).content, response_headers=ATOM_HEADERS)
        assert not feed.bozo
        assert [entry.id for entry in feed.entries] == [list_id]


def test_xlsx_when_opened_begins_with_what_it_is(client: Client) -> None:
    first = sheet(body(client, "cases.xlsx", {"on": "2024-01-01"}), 1)
    assert ["on", "2024-01-01"] in first
    assert ["query", "http://testserver/en/cases/?on=2024-01-01"] in first
    assert ["cases.case_id", "string", CASES.columns[0].description] in first


def test_export_when_the_query_cannot_be_read(client: Client) -> None:
    response = client.get("/en/cases.csv?on=2023-13-45&page=2")
    assert response.status_code == 400
    said = response.content.decode()
    assert "on: “2023-13-45” is no day" in said
    assert "page: There is no filter of this name." in said


def test_calendar_when_an_end_moves_updates_its_event(client: Client) -> None:
    def event() -> Any:
        found = Calendar.from_ical(body(client, "cases.ics", {"q": "Moving"})).walk("VEVENT")
        return next(one for one in found if "Prison" in one["summary"])

    def moving() -> dict[str, Any]:
        plain = {"restrictions": restrictions, "claims": [], "testimonies": []}
        return invented.case("moving-2020", person="moving", **plain)

    person = invented.person("moving", names={"en": "Moving Person"})
    restrictions = [{**invented.case()["restrictions"][2], "ends": "2030-01-01"}]
    assert restrictions[0]["id"] == "prison"
    publish(
        document(
            invented.case("moving-2020", person="moving", restrictions=restrictions, claims=[], testimonies=[]), person
        )
    )
    first = event()
    restrictions[0]["ends"] = "2031-01-01"
    publish(
        document(
            invented.case("moving-2020", person="moving", restrictions=restrictions, claims=[], testimonies=[]), person
        )
    )
    second = event()
    assert first["uid"] == second["uid"]
    assert (first["dtstart"].dt.year, second["dtstart"].dt.year) == (2030, 2031)  # of prison the day of release
    assert second["sequence"] > first["sequence"]


def test_calendar_when_the_end_is_a_range_stands_on_its_first_day(client: Client) -> None:
    events = Calendar.from_ical(body(client, "cases.ics", {"q": "Bokai", "on": "2024-08-01"})).walk("VEVENT")
    period = Period.objects.get(entry__case_id="bokai-2016", item="supervision")
    event = next(one for one in events if one["uid"].endswith("-supervision@shekteu"))
    assert (event["dtend"].dt - event["dtstart"].dt).days == 1
    assert (period.ends_earliest - event["dtstart"].dt).days == 1
    assert str(event["summary"]) == "The last day may be one of these: Administrative supervision, Max Bokai"
    assert "Last day: 3–17 August 2024." in str(event["description"])


@pytest.mark.parametrize(
    ("sep", "separator", "media_type", "suffix"),
    [
        (",", ",", "text/csv", ".csv"),
        (";", ";", "text/csv", ".csv"),
        ("tab", "\t", "text/tab-separated-values", ".tsv"),
    ],
)
def test_csv_with_another_separator_has_the_same_cells(
    client: Client, sep: str, separator: str, media_type: str, suffix: str
) -> None:
    """Excel in Russian or Kazakh splits at semicolons: inner lists hold none."""
    query = {"region": "KZ-23", "on": "2024-01-01"}
    response = client.get("/ru/cases.csv", {**query, "sep": sep})
    content = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(content), delimiter=separator))
    with_commas = client.get("/ru/cases.csv", query)
    assert rows == list(csv.reader(StringIO(b"".join(with_commas.streaming_content).decode("utf-8-sig"))))
    assert {len(row) for row in rows} == {len(CASES.columns) + 1}
    assert response["Content-Type"].startswith(f"{media_type};")
    assert response["Content-Disposition"].endswith(f'{suffix}"')
    assert "sep" not in rows[1][-1]


def test_csv_with_a_separator_that_is_none(client: Client) -> None:
    response = client.get("/en/cases.csv", {"sep": "|"})
    assert response.status_code == 400
    assert "sep: “|” is no separator: write a comma, a semicolon or the word tab." in response.text
    assert client.get("/en/cases.json", {"sep": ";"}).status_code == 400


@pytest.mark.parametrize("name", TABLES)
def test_every_table_takes_the_filters_of_the_list(client: Client, name: str) -> None:
    rows = table(body(client, f"{name}.csv", {"region": "KZ-23"}))
    assert list(rows[0]) == [*(column.name for column in TABLES[name].columns), PROVENANCE.name]
    assert [row["about_this_file"] for row in rows[1:] if row["about_this_file"]] == []
    assert {row["case_id"] for row in rows if "case_id" in row} in (set(), {"bokai-2016"})
    if name != "cases":
        of_lines = lines(body(client, f"{name}.jsonl", {"region": "KZ-23"}))
        assert len(of_lines) == len(rows) < len(table(body(client, f"{name}.csv", {})))
        assert "http://testserver/en/cases/?region=KZ-23" in of_lines[0]["about_this_file"]


def test_cases_by_a_strict_reading_have_no_likely_total(client: Client) -> None:
    """What rests on more than the reading allows is left out, with the presumption."""
    usual = {row["case_id"]: row for row in table(body(client, "cases.csv", {}))}
    strict = {row["case_id"]: row for row in table(body(client, "cases.csv", {"reading": "strict"}))}
    resting = [id_ for id_, row in usual.items() if row["presumptions"]]
    assert resting != []
    assert {strict[id_]["presumptions"] + strict[id_]["burden_likely_most"] for id_ in resting} == {""}
    others = [id_ for id_ in usual if id_ not in resting]
    assert [strict[id_]["burden_likely_most"] for id_ in others] == [usual[id_]["burden_likely_most"] for id_ in others]
