"""/data/ and its codebook."""

import json
import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import jsonschema
import pytest
from django.test import Client
from django.utils.translation import override

from archive.exports.codes import CODES, codes
from archive.exports.dataset.places import DiskPlace
from archive.exports.dataset.release import write_release
from archive.exports.definitions import TABLES
from archive.pages.data.examples import DUCKDB, PANDAS, SQLITE
from tests.archive.published import TODAY, document, publish, publish_real, real_documents
from tests.reading import flat

ROOT = Path(__file__).parents[4]
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_codebook_has_every_column_and_code_in_the_language(client: Client, language: str) -> None:
    page = flat(client.get(f"/{language}/data/codebook/").text)
    with override(language):
        for table in TABLES.values():
            assert f'<h2 id="{table.name}">' in page
            for column in table.columns:
                assert f"<code>{column.name}</code>" in page
                assert str(column.description).split("“")[0] in page
        for name in CODES:
            for code, meaning in codes(name).items():
                assert f'<th scope="row"><code>{code}</code></th><td>{meaning}'.replace("'", "&#x27;") in page
    for name in set(re.findall(r'href="#([a-z_-]+)"', page)):
        assert f'id="{name}"' in page


def test_meanings_are_written_in_three_languages() -> None:
    """None is left in English in another language; names and units alone may be alike."""
    by_language = {}
    for language in ("en", "ru", "kk"):
        with override(language):
            by_language[language] = [str(column.description) for table in TABLES.values() for column in table.columns]
    assert [text for text, other in zip(by_language["en"], by_language["ru"], strict=True) if text == other] == []
    assert [text for text, other in zip(by_language["ru"], by_language["kk"], strict=True) if text == other] == []


def test_codebook_says_what_missing_means_and_how_days_count(client: Client) -> None:
    page = flat(client.get("/en/data/codebook/").text)
    assert "It never means no, none or zero." in page
    assert "in_force:v1 is the day of legal force of the verdict v1." in page
    assert "Of custody the first and the last day both count." in page
    assert "ends is the first day without the restriction, last_day the last day with it." in page


def test_schema_of_documents_holds_every_document(client: Client) -> None:
    response = client.get("/schemas/shekteu-document-2.json")
    schema = response.json()
    assert (response["Content-Type"], schema["title"]) == ("application/schema+json", "shekteu-document/2")
    assert schema["$id"] == "http://testserver/schemas/shekteu-document-2.json"
    validator = jsonschema.Draft202012Validator(schema)
    for one in real_documents()[:5]:
        assert [error.message for error in validator.iter_errors(one.to_dict())] == []
    broken = {**real_documents()[0].to_dict(), "case": {}}
    assert list(validator.iter_errors(broken)) != []


def test_data_page_describes_itself_as_a_data_set(client: Client, settings: Any, tmp_path: Path) -> None:
    settings.VAR, settings.CONTENT_LICENCE = tmp_path, "CC-BY-4.0"
    publish(document())
    live = json_ld(client)
    assert (live["@type"], live["license"]) == ("Dataset", "CC-BY-4.0")
    assert {file["name"] for file in live["distribution"]} == {f"{name}.csv" for name in TABLES}
    write_release(DiskPlace(tmp_path / "media/data" / "2026-11-22"), TODAY)
    released = json_ld(client)
    assert (released["version"], released["dateModified"]) == ("2026-11-22", "2026-11-22")
    files = {file["name"]: file for file in released["distribution"]}
    assert files["cases.parquet"]["encodingFormat"] == "application/vnd.apache.parquet"
    assert files["cases.csv"]["contentUrl"] == "http://testserver/en/data/2026-11-22/cases.csv"


def json_ld(client: Client) -> dict[str, Any]:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', client.get("/en/data/").text, re.S)
    described: dict[str, Any] = json.loads(text)
    return described


def test_lines_to_read_a_release_run_as_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, client: Client, settings: Any
) -> None:
    settings.VAR = tmp_path
    publish_real()
    folder = tmp_path / "media/data" / "one"
    write_release(DiskPlace(folder), TODAY)
    monkeypatch.chdir(folder)
    of_bans = [row for row in duckdb.sql(DUCKDB).fetchall() if row[0] == "public-activity-ban"]
    assert of_bans[0][1] > 0
    done = subprocess.run([sys.executable, "-c", PANDAS], capture_output=True, text=True, timeout=60, check=True)
    assert "public-activity-ban" in done.stdout
    with sqlite3.connect("shekteu.sqlite") as database:
        counted = dict(database.execute(SQLITE).fetchall())
    database.close()
    assert counted["174.2"] > 0
    assert DUCKDB in (ROOT / "docs" / "data.md").read_text()
    page = client.get("/en/data/").text
    assert "read_parquet(&#x27;restrictions.parquet&#x27;)" in page
