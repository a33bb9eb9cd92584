"""The archive under another law: a toy country, and a copy of Kazakhstan's files with one kind more."""

import csv
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from pydantic import ValidationError

import law.country
from editions.exporting import as_bytes
from editions.schema import ArchiveFile, Case
from editions.schema.case import Restriction
from law.kazakhstan import FOLDER, Kazakhstan
from records import words
from tests.invented import records as invented

pytestmark = pytest.mark.django_db

INVENTED = {
    "id": "radio-ban",
    "penalty": "additional",
    "pretrial": False,
    "ban": True,
    "once": False,
    "length": "court",
    "listed": False,
    "probation": False,
    "own_start": False,
    "forbids": True,
    "longest_years": None,
    "group": "ban",
    "burden": "banned",
    "office_bars": "ban",
    "rules": ["ban", "ban-start"],
    "changed_by": None,
    "longer_rules": [],
    "longer": None,
    "slug": "radio-ban",
    "names": {"en": "ban on listening to the radio", "ru": "запрет слушать радио", "kk": "радио тыңдауға тыйым"},
    "short": {"en": "Radio ban", "ru": "Запрет на радио", "kk": "Радиоға тыйым"},
    "meaning": {"en": "Invented for a test.", "ru": "Выдумано для теста.", "kk": "Сынақ үшін ойлап табылған."},
}
"""A kind that no law knows, as kinds.json would have it."""


def under_law_of(monkeypatch: pytest.MonkeyPatch, place: str) -> Iterator[None]:
    """The archive computes with another country until the test ends."""
    with monkeypatch.context() as patch:
        patch.setattr(law.country, "COUNTRY", place)
        law.country.country.cache_clear()
        yield
    law.country.country.cache_clear()


@pytest.fixture
def in_toyland(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield from under_law_of(monkeypatch, "tests.invented.toyland:TOYLAND")


@pytest.fixture
def with_a_radio_ban(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Kazakhstan as a copy of its files has it, in which one kind, one region and one cover word were added."""
    copy = tmp_path / "vocabularies"
    shutil.copytree(FOLDER / "vocabularies", copy)
    add(copy / "kinds.json", INVENTED | {"order": 13.5})
    names = {"en": "Invented hills", "ru": "Выдуманные горы", "kk": "Ойдан шығарылған тау"}
    add(copy / "regions.json", {"id": "KZ-99", "names": names, "short": names, "centre": None, "former_codes": [],
                                "col": 9, "row": 9})  # fmt: skip
    add(copy / "covers.json", {"id": "whistling", "names": names, "meaning": names})
    monkeypatch.setattr("tests.test_country.COPY", Kazakhstan(copy), raising=False)
    yield from under_law_of(monkeypatch, "tests.test_country:COPY")


def add(file: Path, row: dict[str, Any]) -> None:
    content = json.loads(file.read_text(encoding="utf-8"))
    content[file.stem].append(row)
    file.write_text(json.dumps(content), encoding="utf-8")


def import_and_publish(tmp_path: Path, case: dict[str, Any], person: dict[str, Any]) -> None:
    whole = {"format": "shekteu/1", "people": [person], "cases": [case]}
    whole["sources"] = [invented.source(id_) for id_ in invented.SOURCES]
    file = tmp_path / "archive.json"
    file.write_bytes(as_bytes(ArchiveFile.model_validate(whole).to_dict()))
    call_command("import_archive", str(file), "--publish", "--reason", "For a test")


def case_of(id_: str, charge: dict[str, Any], restrictions: list[dict[str, Any]], day: str) -> dict[str, Any]:
    sources = ["invented-news-1", "invented-court-1"]
    return {
        "id": id_,
        "person": "invented-person",
        "status": "published",
        "title": {"en": "An invented case"},
        "summary": {"en": "Not a real case."},
        "inclusion": [{"criterion": "expression", "sources": sources}],
        "charges": [{"id": "ch1", "outcome": "convicted", "verdict": "v1", "sources": sources, **charge}],
        "verdicts": [{"id": "v1", "instance": "first", "date": day, "in_force": day, "result": "convicted",
                      "sources": sources}],
        "restrictions": [{"verdict": "v1", "sources": sources, **row} for row in restrictions],
    }  # fmt: skip


def person(region: str) -> dict[str, Any]:
    return {"id": "invented-person", "names": {"en": "Invented Person"}, "region": region,
            "sources": ["invented-news-1"]}  # fmt: skip


JESTER = case_of(
    "jester-2020",
    {"article": "7"},
    [{"id": "tower", "kind": "tower", "length": "P2Y"},
     {"id": "silence", "kind": "silence", "length": "P40Y", "covers": ["songs"]}],
    "2020-03-05",
)  # fmt: skip


@pytest.mark.usefixtures("in_toyland")
def test_archive_when_another_country_is_chosen(tmp_path: Path, client: Client) -> None:
    import_and_publish(tmp_path, JESTER, person("TL-1"))

    page = client.get("/en/cases/jester-2020/").content.decode()
    assert "The tower" in page
    assert "4 March 2022" in page or "5 March 2022" in page
    assert "The vow of silence" in page
    assert "Laughing at the king" in page

    listed = client.get("/en/cases/?kind=silence&region=TL-1").content.decode()
    assert "Invented Person" in listed
    assert client.get("/en/cases/?kind=imprisonment").status_code == 400

    answer = client.get("/api/v1/cases/jester-2020/").json()
    ends = {row["id"]: row["ends"] for row in answer["restrictions"]}
    assert ends == {
        "tower": {"earliest": "2022-03-05", "latest": "2022-03-05"},
        "silence": {"earliest": "2060-03-05", "latest": "2060-03-05"},
    }
    rules = client.get("/api/v1/rules/").json()
    assert (rules["rule_book"], [rule["id"] for rule in rules["results"]]) == ("once upon a time", ["term"])


@pytest.mark.usefixtures("in_toyland")
@pytest.mark.parametrize(
    "address",
    [
        *("/en/", "/en/people/invented-person/", "/en/restrictions/", "/en/restrictions/silence/", "/en/law/"),
        *("/en/law/term/", "/en/law/calculator/", "/en/statistics/", "/en/tables/", "/en/calendar/"),
        "/en/cases/jester-2020/?on=2021-01-01",
    ],
)
def test_pages_when_another_country_is_chosen(tmp_path: Path, client: Client, address: str) -> None:
    import_and_publish(tmp_path, JESTER, person("TL-1"))
    assert client.get(address).status_code == 200


def test_a_kind_of_another_country_is_refused() -> None:
    with pytest.raises(ValidationError, match="literal_error"):
        Restriction.model_validate({"id": "tower", "kind": "tower"})


SENTENCED = case_of(
    "radio-2023",
    {"article": "174", "part": "1"},
    [{"id": "prison", "kind": "imprisonment", "length": "P1Y", "starts": "2023-01-10", "ends": "2024-01-10"},
     {"id": "radio", "kind": "radio-ban", "length": "P30Y", "covers": ["whistling"]}],
    "2023-01-10",
)  # fmt: skip


@pytest.fixture
def radio(with_a_radio_ban: None, tmp_path: Path) -> None:
    import_and_publish(tmp_path, SENTENCED, person("KZ-99"))


def test_kind_when_added_to_the_file_is_valid(with_a_radio_ban: None) -> None:
    assert Case.model_validate(SENTENCED).restrictions[1].kind == "radio-ban"
    assert "radio-ban" in Restriction.model_json_schema()["properties"]["kind"]["enum"]


def test_kind_when_added_to_the_file_is_offered_in_the_form(with_a_radio_ban: None) -> None:
    from desk.intake.verdict_parts import BanPart
    from restrictions.models import Restriction as Row

    offered = Row._meta.get_field("kind").formfield().choices
    assert ("radio-ban", "ban on listening to the radio") in list(offered)
    assert "radio-ban" in dict(BanPart().fields["kind"].choices)
    assert "KZ-99" in words.vocabulary("regions")
    assert "whistling" in words.vocabulary("covers")


@pytest.mark.usefixtures("radio")
def test_kind_when_added_to_the_file_is_on_its_pages(client: Client) -> None:
    page = client.get("/en/cases/radio-2023/").content.decode()
    assert "Radio ban" in page
    assert "9 January 2054" in page  # the ban counts from release and lasts thirty years
    assert "Invented hills" in page
    assert "Radio ban" in client.get("/en/restrictions/").content.decode()
    assert "Invented for a test." in client.get("/en/restrictions/radio-ban/").content.decode()


@pytest.mark.usefixtures("radio")
def test_kind_when_added_to_the_file_is_a_filter(client: Client) -> None:
    assert "Invented Person" in client.get("/en/cases/?kind=radio-ban&covers=whistling&region=KZ-99").content.decode()
    assert "?kind=radio-ban" in client.get("/en/cases/").content.decode()


@pytest.mark.usefixtures("radio")
def test_kind_when_added_to_the_file_is_in_a_table(client: Client) -> None:
    page = client.get("/en/tables/?rows=kind&columns=gender").content.decode()
    assert "Ban on listening to the radio" in page


@pytest.mark.usefixtures("radio")
def test_kind_when_added_to_the_file_is_in_the_api(client: Client) -> None:
    kinds = {kind["id"]: kind for kind in client.get("/api/v1/kinds/").json()["results"]}
    assert kinds["radio-ban"]["short"]["en"] == "Radio ban"
    found = client.get("/api/v1/restrictions/?kind=radio-ban").json()["results"]
    assert [row["kind"] for row in found] == ["radio-ban"]


@pytest.mark.usefixtures("radio")
def test_kind_when_added_to_the_file_is_in_the_exports(client: Client) -> None:
    content = b"".join(client.get("/en/restrictions.csv").streaming_content).decode()
    rows = list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"))))
    assert "radio-ban" in {row["kind"] for row in rows}
    page = b"".join(client.get("/en/cases.csv?kind=radio-ban").streaming_content).decode()
    assert "radio-2023" in page
