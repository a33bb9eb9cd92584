"""Every table of a release, loaded by the programs that people use."""

import asyncio
import csv
import json
import re
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pandas
import pytest
from datasette.app import Datasette
from django.test import Client
from frictionless import validate

from archive.exports.dataset.places import DiskPlace
from archive.exports.dataset.release import ALL_TABLES, write_release
from archive.exports.definitions import TABLES
from tests.archive.published import TODAY, for_this_module, publish_real

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def release(django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A release of the cases of the founding file."""
    folder = tmp_path_factory.mktemp("release")
    with for_this_module(django_db_blocker):
        publish_real()
        write_release(DiskPlace(folder / "first"), TODAY)
        write_release(DiskPlace(folder / "second"), TODAY)
        yield folder / "first"


def lines(folder: Path, table: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{table}.jsonl").read_text("utf-8").splitlines()]


def columns(table: str, *types: str) -> list[str]:
    return [column.name for column in ALL_TABLES[table].columns if column.type in types]


def test_no_table_of_the_archive_is_empty(release: Path) -> None:
    assert {name: len(lines(release, name)) for name in TABLES if not lines(release, name)} == {}


def test_release_made_twice_has_equal_bytes(release: Path) -> None:
    other = release.parent / "second"
    names = sorted(path.name for path in release.iterdir())
    assert names == sorted(path.name for path in other.iterdir())
    assert [name for name in names if (release / name).read_bytes() != (other / name).read_bytes()] == []


@pytest.mark.parametrize("table", ALL_TABLES)
def test_pandas_reads_csv_and_lines_alike(release: Path, table: str) -> None:
    days, lists = columns(table, "date"), columns(table, "list")
    texts = dict.fromkeys(columns(table, "string", "list"), "string")
    frame = pandas.read_csv(
        release / f"{table}.csv", dtype=texts, parse_dates=days, true_values=["true"], false_values=["false"]
    )
    rows = lines(release, table)
    assert list(frame.columns) == [column.name for column in ALL_TABLES[table].columns]
    assert len(frame) == len(rows)
    for name in days:
        assert [None if day is pandas.NaT else day.date().isoformat() for day in frame[name]] == [
            row[name] for row in rows
        ]
    for name in lists:
        cells = [[] if cell is pandas.NA else cell.removeprefix("'").split("|") for cell in frame[name]]
        assert cells == [row[name] for row in rows]


@pytest.mark.parametrize("table", ALL_TABLES)
def test_duckdb_reads_parquet_typed(release: Path, table: str) -> None:
    path = release / f"{table}.parquet"
    types = {"string": "VARCHAR", "integer": "BIGINT", "boolean": "BOOLEAN", "date": "DATE", "list": "VARCHAR[]"}
    described = duckdb.sql(f"DESCRIBE SELECT * FROM read_parquet('{path}')").fetchall()
    assert {name: kind for name, kind, *_rest in described} == {
        column.name: types[column.type] for column in ALL_TABLES[table].columns
    }
    found = duckdb.sql(f"SELECT * FROM read_parquet('{path}')").fetchall()
    plain = [[cell.isoformat() if isinstance(cell, date) else cell for cell in row] for row in found]
    assert plain == [list(row.values()) for row in lines(release, table)]


def test_openpyxl_reads_days_as_days_and_yes_as_yes(release: Path) -> None:
    book = openpyxl.load_workbook(release / "shekteu.xlsx")
    assert book.sheetnames == ["about", *ALL_TABLES]
    assert ["on", TODAY.isoformat()] in [[cell.value for cell in row[:2]] for row in book["about"].iter_rows()]
    for name in ALL_TABLES:
        head, *rows = book[name].iter_rows()
        written = lines(release, name)
        assert len(rows) == len(written)
        assert (book[name].freeze_panes, book[name].auto_filter.ref) == ("A2", book[name].dimensions)
        for place, cell in enumerate(head):
            cells = [row[place] for row in rows]
            as_written = [line[cell.value] for line in written]
            if cell.value in columns(name, "date"):
                assert [day.value and day.value.date().isoformat() for day in cells] == as_written
            elif cell.value in columns(name, "boolean", "integer"):
                assert [(type(one.value), one.value) for one in cells] == [(type(one), one) for one in as_written]


def test_sqlite_holds_to_its_keys(release: Path) -> None:
    with sqlite3.connect(release / "shekteu.sqlite") as database:
        for name, table in ALL_TABLES.items():
            (number,) = database.execute(f'SELECT count(*) FROM "{name}"').fetchone()
            assert number == len(lines(release, name))
            keys = [row[1] for row in database.execute(f'PRAGMA table_info("{name}")') if row[5]]
            assert set(keys) == set(table.key)
            foreign = {row[0]: row[2] for row in database.execute(f'PRAGMA foreign_key_list("{name}")')}
            assert sorted(foreign.values()) == sorted(reference.table for reference in table.references)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert dict(database.execute("SELECT key, value FROM about"))["on"] == TODAY.isoformat()
    database.close()


def test_datasette_counts_the_items_of_lists(release: Path) -> None:
    """Not their combinations, and what is missing is not in the count of any."""
    metadata = json.loads((release / "metadata.json").read_text())
    datasette = Datasette([str(release / "shekteu.sqlite")], metadata=metadata)
    address = "/shekteu/cases.json?_facet_array=articles&_size=0"
    response = asyncio.run(datasette.client.get(address))
    assert response.status_code == 200, response.text
    counted = {one["value"]: one["count"] for one in response.json()["facet_results"]["articles"]["results"]}
    by_hand = [article for row in lines(release, "cases") for article in set(row["articles"])]
    assert counted["405.2" if "405.2" in counted else by_hand[0]] > 0
    assert {article: by_hand.count(article) for article in counted} == counted
    page = asyncio.run(datasette.client.get("/shekteu/restrictions"))
    assert ALL_TABLES["restrictions"].columns[0].name in page.text


def test_frictionless_finds_the_package_valid(release: Path) -> None:
    report = validate(str(release / "datapackage.json"))
    assert report.flatten(["rowNumber", "fieldNumber", "type", "note"]) == []
    assert {task.name: task.stats.get("rows", 0) for task in report.tasks} == {
        name: len(lines(release, name)) for name in ALL_TABLES
    }


def test_package_says_what_codes_are(release: Path) -> None:
    package = json.loads((release / "datapackage.json").read_text())
    fields = {
        (resource["name"], field["name"]): field
        for resource in package["resources"]
        for field in resource["schema"]["fields"]
    }
    assert "public-activity-ban" in fields["restrictions", "kind"]["constraints"]["enum"]
    assert "likely-in-force" in fields["restrictions", "state"]["constraints"]["enum"]
    assert "interviews" in fields["restrictions", "covers"]["codes"]
    (cases,) = [resource for resource in package["resources"] if resource["name"] == "cases"]
    assert cases["schema"]["primaryKey"] == ["case_id"]
    assert cases["schema"]["foreignKeys"][0]["reference"] == {"resource": "people", "fields": ["person_id"]}
    assert cases["bytes"] == (release / "cases.csv").stat().st_size


def test_every_value_of_a_list_of_codes_is_in_it(release: Path) -> None:
    known = {(row["list"], row["code"]) for row in lines(release, "codes")}
    for name, table in TABLES.items():
        for column in table.columns:
            if column.codes:
                cells = [row[column.name] for row in lines(release, name) if row[column.name]]
                values = {value for cell in cells for value in (cell if isinstance(cell, list) else [cell])}
                assert {value for value in values if (column.codes, value) not in known} == set(), column.name


def test_what_stands_before_a_colon_is_in_a_list_of_codes(release: Path) -> None:
    """“in-force-by-six-months:v1”: the codebook says which list has the word, and the list has it."""
    known = {(row["list"], row["code"]) for row in lines(release, "codes")}
    said = {(row["table"], row["column"]): row["description_en"] for row in lines(release, "codebook")}
    words = set()
    for table in ("cases", "verdicts", "restrictions"):
        for column, list_ in (("presumptions", "presumption"), ("missing", "missing")):
            for row in lines(release, table):
                words |= {(list_, word.partition(":")[0]) for word in row.get(column, ())}
            assert (table, column) not in said or f"a code of the list {list_}" in said[table, column]
    assert ("presumption", "in-force-by-six-months") in words
    assert words <= known


def test_expected_rows_stand_with_standing_and_state_and_nowhere_else(release: Path) -> None:
    expected = [row for row in lines(release, "restrictions") if row["standing"] == "expected"]
    assert expected != []
    assert {(row["state"], row["state_on"]) for row in expected} <= {("expected", "2026-11-22"), ("void", "2026-11-22")}
    ids = {(row["case_id"], row["restriction_id"]) for row in expected}
    cited = {(row["case_id"], row["row_id"]) for row in lines(release, "citations") if row["table"] == "restrictions"}
    assert cited & ids == set()


def test_least_days_are_empty_where_no_day_is_certain(release: Path) -> None:
    rows = lines(release, "cases")
    for name in columns("cases", "integer"):
        if name.endswith("_least"):
            most = name.replace("_least", "_most")
            assert [row["case_id"] for row in rows if row[name] == 0 and row[most] != 0] == []
    assert [row["case_id"] for row in rows if row["burden_least"] is None] != []


def test_files_are_sorted_and_name_the_day_of_their_states(release: Path) -> None:
    for name, table in TABLES.items():
        keys = [tuple(row[column] for column in table.key) for row in lines(release, name)]
        assert keys == sorted(set(keys)), name
    for name in ("cases", "restrictions"):
        assert {row["state_on"] for row in lines(release, name)} == {TODAY.isoformat()}
    about = duckdb.sql(f"SELECT value::VARCHAR FROM parquet_kv_metadata('{release}/custody.parquet')").fetchall()
    assert "As of 22 November 2026" in about[0][0]


def test_csv_begins_with_a_byte_order_mark_and_joins_lists_by_a_bar(release: Path) -> None:
    content = (release / "cases.csv").read_bytes()
    assert content.startswith("\ufeffcase_id,".encode())
    with (release / "cases.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["case_id"]: row for row in csv.DictReader(file)}
    assert rows["bokai-2016"]["articles"] == "174.2|274.4|400"


def test_restrictions_have_what_the_court_pronounced(release: Path) -> None:
    rows = {(row["case_id"], row["restriction_id"]): row for row in lines(release, "restrictions")}
    ban = rows["bokai-2016", "ban"]
    assert (ban["length"], ban["term"], ban["verdict_id"], ban["court"]) == ("P3Y", "length", "v1", "atyrau-city-2")
    assert ban["articles"] == ["174.2", "274.4", "400"]
    supervision = rows["bokai-2016", "supervision"]
    assert [change.split()[0] for change in supervision["changes"]] == ["extended"]
    prison = rows["bokai-2016", "prison"]
    assert (prison["regime"], prison["ended_by"]) == ("medium", "served")


def test_part_that_only_the_charge_names_is_marked(release: Path) -> None:
    marked = {row["case_id"]: row["part_basis"] for row in lines(release, "charges") if row["part_basis"]}
    assert marked == {"yensebek-2025": "charge"}


# docs/questions.md

QUESTIONS = re.findall(
    r"^## (\d+)\. ([^\n]+)\n(.*?)(?=^## |\Z)",
    (Path(__file__).parents[4] / "docs/questions.md").read_text(),
    re.S | re.M,
)
NOTHING_TO_FIND = ("8", "18", "19")
"""Of the founding file nothing answers these, or little: that they run is all that is asked of them."""


def blocks(text: str, kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", text, re.S)


def test_each_of_the_twenty_questions_has_an_answer() -> None:
    assert [int(number) for number, _title, _text in QUESTIONS] == list(range(1, 21))
    for number, _title, text in QUESTIONS:
        assert len(blocks(text, "sql")) + len(blocks(text, "address")) == 1, number


@pytest.mark.parametrize("number", [number for number, _title, text in QUESTIONS if blocks(text, "sql")])
def test_question_is_answered_by_one_query_over_the_release(release: Path, number: str) -> None:
    (query,) = blocks(next(text for one, _title, text in QUESTIONS if one == number), "sql")
    with sqlite3.connect(release / "shekteu.sqlite") as base:
        rows = base.execute(query).fetchall()
    assert rows or number in NOTHING_TO_FIND


def test_person_days_are_counted_in_every_year(release: Path) -> None:
    """Question 13, counted again by hand: no year is left out, neither the first nor those to come."""
    (query,) = blocks(next(text for number, _title, text in QUESTIONS if number == "13"), "sql")
    certain: dict[tuple[str, str], set[tuple[str, int]]] = {}
    for row in lines(release, "restrictions"):
        if row["void"] or row["standing"] == "expected" or not (row["begins_latest"] and row["ends_earliest"]):
            continue
        begins, ends = (date.fromisoformat(row[name]).toordinal() for name in ("begins_latest", "ends_earliest"))
        for day in range(begins, ends):
            year = f"{date.fromordinal(day).year}"
            certain.setdefault((row["kind"], year), set()).add((row["person_id"], day))
    with sqlite3.connect(release / "shekteu.sqlite") as base:
        counted = {(kind, year): days for kind, year, days, _likely in base.execute(query) if days}
    assert counted == {of: len(days) for of, days in certain.items()}


def test_days_held_before_trial_end_with_the_verdict(release: Path) -> None:
    """Question 7 asks of days before trial: what somebody was held after the first verdict is no part of them."""
    (query,) = blocks(next(text for number, _title, text in QUESTIONS if number == "7"), "sql")
    with sqlite3.connect(release / "shekteu.sqlite") as base:
        held = {row[0]: row[3:5] for row in base.execute(query)}
        before = {
            case: base.execute("SELECT julianday(verdict_latest) FROM cases WHERE case_id = ?", (case,)).fetchone()[0]
            - base.execute("SELECT julianday(min(from_earliest)) FROM custody WHERE case_id = ?", (case,)).fetchone()[0]
            + 1
            for case, (_least, most) in held.items()
            if most is not None
        }
    assert before
    assert [case for case, days in before.items() if max(held[case][0] or 0, held[case][1]) > days] == []


@pytest.mark.parametrize("number", [number for number, _title, text in QUESTIONS if blocks(text, "address")])
def test_question_is_answered_by_one_address(client: Client, release: Path, number: str) -> None:
    text = next(text for one, _title, text in QUESTIONS if one == number)
    for address in blocks(text, "address")[0].split():
        response = client.get(address)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        assert (response.status_code, bool(content)) == (200, True), address


def test_person_days_of_a_ban_are_those_of_its_days(release: Path) -> None:
    """Question 13 on a ban whose days are all known: Bokai's, from force to the third anniversary of his release."""
    query = blocks(next(text for one, _title, text in QUESTIONS if one == "13"), "sql")[0]
    query = query.replace("WHERE NOT r.void", "WHERE r.case_id = 'bokai-2016' AND NOT r.void")
    with sqlite3.connect(release / "shekteu.sqlite") as base:
        days = {(kind, year): numbers for kind, year, *numbers in base.execute(query)}
    assert days["public-activity-ban", "2022"] == [365, 365]
    assert days["public-activity-ban", "2024"] == [34, 34]
