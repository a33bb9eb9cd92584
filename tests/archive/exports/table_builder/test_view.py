"""The table builder as readers and programs get it."""

import csv
import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from archive.exports.table_builder.counting import ALL
from archive.index.columns.current import columns
from tests.archive.published import document, publish, publish_real, withdraw
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
FIXED = {"on": "2026-01-01", "first": "2020", "known": "2026-11-10"}


@pytest.fixture
def archive() -> None:
    publish_real()


def table(client: Client, **values: str) -> Any:
    response = client.get("/en/tables/", {**FIXED, **values})
    assert response.status_code == 200
    return response.context["table"]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_page_answers_in_every_language(client: Client, archive: None, language: str) -> None:
    response = client.get(f"/{language}/tables/")
    assert response.status_code == 200
    assert response.context["table"].question.days[-1] == timezone.localdate().replace(month=1, day=1)


@pytest.mark.parametrize("number", [1, 3])
def test_queries_whatever_the_number_of_cases(client: Client, number: int, django_assert_num_queries: Any) -> None:
    publish(*(document(invented.case(f"invented-{one}")) for one in range(number)))
    columns()  # read before: only whether it is still right is asked below
    with django_assert_num_queries(1):
        client.get("/en/tables/")
    with django_assert_num_queries(2):
        client.get("/en/tables/", {**FIXED, "rows": "covers", "columns": "gender"})


@pytest.mark.parametrize("count", ["persons", "cases"])
@pytest.mark.parametrize("rows", ["kind", "article", "gender", "court_region", "penalty", "covers"])
def test_certain_numbers_are_those_of_the_list(client: Client, archive: None, rows: str, count: str) -> None:
    made = table(client, rows=rows, count=count)
    shown = [shown for line in made.blocks[0].lines for shown in line.cells if shown.address and shown.cell.certain]
    assert shown
    for one in shown[-12:]:
        tally = client.get(one.address).context["list"].tally
        assert (tally.people if count == "persons" else tally.cases) == one.cell.certain


def test_rows_by_columns_of_each_day(client: Client, archive: None) -> None:
    made = table(client, rows="article", columns="gender", first="2024")
    assert [block.day.year for block in made.blocks] == [2024, 2025, 2026]
    men, all_together = made.cell(ALL, "male", 2), made.cell(ALL, ALL, 2)
    assert men.certain + made.cell(ALL, "female", 2).certain == all_together.certain


def test_files_and_api_hold_the_same_cells(client: Client, archive: None) -> None:
    query = {**FIXED, "rows": "article", "columns": "gender", "kind": "public-activity-ban"}
    made = client.get("/en/tables/", query).context["table"]
    expected = [(day.isoformat(), row.key, column.key, *cell) for day, row, column, cell in made.cells()]
    names = ("day", "row", "column", "certain", "likely", "possible", "not_known")
    found = client.get("/api/v1/tables/", query).json()
    assert [tuple(cell[name] for name in names) for cell in found["cells"]] == expected
    text = b"".join(client.get("/en/tables.csv", query).streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(*(row[name] for name in names[:3]), *(int(row[name]) for name in names[3:])) for row in rows] == expected
    file = b"".join(client.get("/en/tables.xlsx", query).streaming_content)  # type: ignore[attr-defined]
    with zipfile.ZipFile(io.BytesIO(file)) as book:
        sheet = book.read("xl/worksheets/sheet2.xml").decode()
    assert sheet.count("<row ") == len(expected) + 1


def test_address_keeps_its_figures_while_the_archive_goes_on(client: Client) -> None:
    publish(document(invented.case("invented-one")), now=datetime(2026, 10, 1, tzinfo=UTC))
    before = client.get("/api/v1/tables/", FIXED).json()
    address = client.get("/en/tables/", FIXED).context["table"].address
    publish(document(invented.case("invented-two")), now=datetime(2026, 11, 15, tzinfo=UTC))
    publish(document(invented.case("invented-one", restrictions=[])), now=datetime(2026, 11, 16, tzinfo=UTC))
    after = client.get("/api/v1/tables/?" + address.partition("?")[2]).json()
    assert after["cells"] == before["cells"]
    assert (after["withheld_since"], after["about"]["changed"]) == (0, before["about"]["changed"])
    assert any(cell["certain"] for cell in after["cells"])


def test_address_says_what_was_withheld_since(client: Client) -> None:
    publish(document(invented.case("invented-one")), document(invented.case("invented-two")))
    assert client.get("/en/tables/", FIXED).context["table"].withheld == 0
    withdraw("invented-one", now=datetime(2026, 11, 15, tzinfo=UTC))
    response = client.get("/en/tables/", FIXED)
    assert response.context["table"].withheld == 1
    assert "Since the day of this knowledge 1 case was withheld" in response.text
    assert "invented-one" not in response.text


def test_withholding_on_or_before_the_day_is_no_news(client: Client) -> None:
    publish(document(invented.case("invented-one")), document(invented.case("invented-two")))
    withdraw("invented-one", now=datetime(2026, 11, 10, 12, tzinfo=UTC))
    assert client.get("/en/tables/", FIXED).context["table"].withheld == 0


def test_rule_book_of_the_address_must_be_the_one_that_was_used(client: Client, archive: None) -> None:
    used = table(client).used
    assert client.get("/en/tables/", {**FIXED, "rules": used}).status_code == 200
    response = client.get("/en/tables/", {**FIXED, "rules": "1999-01-01"})
    assert response.status_code == 400
    assert f"Calculated with the rule book of: {used[0]}." in response.text


def test_sentence_to_print(client: Client, archive: None) -> None:
    response = client.get("/en/tables/", {**FIXED, "gender": "female", "rows": "article"})
    total = response.context["table"].cell(ALL, ALL, 6)
    assert response.context["sentence"] == (
        "Counted: people under at least one restriction, as far as known to the archive Shekteu, by its calculation. "
        f"On 1 January 2026: {total.certain} certainly, {total.likely} more likely, {total.possible} possibly, "
        f"{total.not_known} not known. As the archive knew it on 10 November 2026 "
        "(last change: 1 November 2026, 17:00), by the rule book of 2026-11-26. Only: Gender: Woman. http://testserver/en/tables/?on=2026-01-01&known=2026-11-10&gender=female&columns=year"
        "&count=persons&first=2020&rows=article&rules=2026-11-26"
    )
    assert "Counted in more than one row" in response.text or response.context["table"].counts.twice_rows == 0


def test_knowledge_of_today_is_not_final(client: Client, archive: None) -> None:
    assert "from tomorrow on the address keeps them" in client.get("/en/tables/").text
    assert "from tomorrow on the address keeps them" not in client.get("/en/tables/", FIXED).text


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("rows=nothing", "rows"),
        ("rows=kind&columns=kind", "columns"),
        ("count=persons&count=cases", "count"),
        ("count=%00", "count"),
        ("on=2024-02-29", "on"),
        ("on=1950-01-01", "on"),
        ("on=2023-13-45", "on"),
        ("first=2030", "first"),
        ("first=-1", "first"),
        ("first=1991&on=2150-01-01", "first"),
        ("first=2008&on=2020-01-01&columns=gender", "first"),
        ("first=99999999999999999999", "first"),
        ("state=ended", "state"),
        ("ends_within=30", "ends_within"),
        ("rules=%ff", "rules"),
        ("page=2", "page"),
        ("colour=red", "colour"),
        ("kind=nothing", "kind"),
        ("known=2099-01-01", "known"),
    ],
)
def test_bad_parameter_is_named(client: Client, query: str, field: str) -> None:
    response = client.get(f"/en/tables/?{query}")
    assert response.status_code == 400
    assert list(response.context["problems"]) == [field]
    assert f"<code>{field}</code>: " in response.text
    problem = client.get(f"/api/v1/tables/?{query}")
    assert (problem.status_code in (400, 409), problem["Content-Type"]) == (True, "application/problem+json")
    assert list(problem.json()["errors"]) == [field]
    for form in ("csv", "xlsx"):
        file = client.get(f"/en/tables.{form}?{query}")
        assert (file.status_code, file.text.startswith(f"{field}: ")) == (400, True)


def test_first_year_and_day_stay_beside_their_errors(client: Client, archive: None) -> None:
    text = " ".join(client.get("/en/tables/?first=2030&on=tomorrow").text.split())
    assert 'value="tomorrow" aria-invalid="true" aria-describedby="e-on"' in text


def test_form_shows_the_day_that_is_counted(client: Client) -> None:
    assert f'value="{timezone.localdate().year}-01-01"' in client.get("/en/tables/").text


def test_page_of_an_empty_archive(client: Client) -> None:
    response = client.get("/en/tables/")
    assert response.status_code == 200
    assert [line.value.key for line in response.context["table"].blocks[0].lines] == [ALL]
