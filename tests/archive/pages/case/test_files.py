"""One case as data."""

import csv
import json
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.test import Client

from archive.exports.columns import PROVENANCE
from archive.exports.definitions import RESTRICTIONS
from tests.archive.published import NOON, document, publish, publish_real, withdraw
from tests.invented import records as invented
from tests.reading import flat

pytestmark = pytest.mark.django_db
ON = {"on": "2026-11-22"}
CSV, JSON = "/en/cases/bokai-2016.csv", "/en/cases/bokai-2016.json"


def table(client: Client, **query: str) -> list[dict[str, str]]:
    text = client.get(CSV, {**ON, **query}).content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text)))


def test_json_is_what_the_api_says_with_where_it_comes_from(client: Client) -> None:
    publish_real()
    found: dict[str, Any] = client.get(JSON, ON).json()
    about = found.pop("about")
    assert found == client.get("/api/v1/cases/bokai-2016/", ON).json()
    assert (about["on"], about["changed"][:19]) == ("2026-11-22", found["edition"]["published_at"][:19])
    assert about["query"] == "http://testserver/en/cases/bokai-2016/?on=2026-11-22"


def test_csv_has_the_rows_of_the_table_of_all_restrictions(client: Client) -> None:
    publish_real()
    whole = b"".join(client.get("/en/restrictions.csv", ON).streaming_content).decode("utf-8-sig")
    same = [row for row in csv.DictReader(StringIO(whole)) if row["case_id"] == "bokai-2016"]
    columns = [column.name for column in RESTRICTIONS.columns]
    found = table(client)
    assert list(found[0]) == [*columns, PROVENANCE.name]
    assert [{name: row[name] for name in columns} for row in found] == [
        {name: row[name] for name in columns} for row in same
    ]


def test_files_speak_of_the_day_in_the_address(client: Client) -> None:
    publish_real()
    states = {row["restriction_id"]: row["state"] for row in table(client, on="2031-01-01")}
    assert states["law:criminal-record:v1"] == "ended"
    assert {row["state_on"] for row in table(client, on="2031-01-01")} == {"2031-01-01"}


def test_csv_says_once_which_version_it_is_of(client: Client) -> None:
    publish_real()
    first, *others = [row["about_this_file"] for row in table(client)]
    assert "Version 1 of the case bokai-2016." in first
    assert set(others) == {""}


def test_files_as_known_on_a_day(client: Client) -> None:
    publish(document(invented.case(tags=[])))
    publish(document(invented.case()), now=NOON + timedelta(10))
    address = "/en/cases/invented-2016.json"
    assert client.get(address).json()["edition"]["version"] == 2
    assert client.get(address, {"known": "2026-11-05"}).json()["edition"]["version"] == 1
    assert client.get(address, {"known": "2020-01-01"}).status_code == 404


@pytest.mark.parametrize("address", [CSV, JSON])
@pytest.mark.parametrize("query", [{"on": "yesterday"}, {"known": "2026-02-30"}])
def test_a_day_that_is_none(client: Client, address: str, query: dict[str, str]) -> None:
    publish_real()
    response = client.get(address, query)
    [(name, value)] = query.items()
    told = f"{name}: “{value}” is no day between 1990 and 2150: write it as 2026-11-22.\n"
    assert (response.status_code, response.text) == (400, told)


@pytest.mark.parametrize("address", [CSV, JSON])
def test_files_of_a_withdrawn_case_are_gone(client: Client, address: str) -> None:
    publish_real()
    withdraw("bokai-2016")
    assert client.get(address).status_code == 410


def test_page_links_its_data(client: Client) -> None:
    publish_real()
    text = flat(client.get("/en/cases/bokai-2016/").text)
    assert f'<a href="{CSV}">CSV</a>, <a href="{JSON}">JSON</a>' in text


def test_json_holds_kazakh_letters_as_they_are(client: Client) -> None:
    publish_real()
    content = client.get(JSON).content
    assert "Макс Боқай" in content.decode()
    assert json.loads(content)["document"]["person"]["id"] == "max-bokai"
