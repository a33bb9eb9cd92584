"""Import with a preview: archive files and the CSV. All invented."""

import csv
import io
import json
import os
import time
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cases.models import Case
from desk.intake.importing.csv_file import COLUMNS
from desk.intake.importing.importing import WAITS, store_upload
from desk.models import Export, RowChange
from editions.models import Edition
from people.models import Person
from records.serial import fresh_dict, save_dict
from tests.desk.invented_accounts import account, browser
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
LINE = {
    "person_id": "new-person", "name_en": "New Person", "name_ru": "Новый Человек", "gender": "female",
    "region": "KZ-75", "case_id": "new-2024", "title_en": "A new case", "criterion": "expression",
    "verdict_date": "2024-11-28", "court_id": "invented-court", "appealed": "yes", "articles": "174.2; 400",
    "penalty": "restriction-of-freedom", "length": "P3Y", "ban_length": "P5Y", "source_id": "new-source",
    "source_title": "News", "source_publisher": "Invented News", "source_language": "ru",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Any) -> None:
    settings.VAR = tmp_path


@pytest.fixture
def editor(shared: None) -> Client:
    return browser(account("editor", "editor"))


def table(*lines: dict[str, str]) -> bytes:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS)
    writer.writeheader()
    writer.writerows(lines)
    return stream.getvalue().encode()


def choose(client: Client, content: bytes, name: str = "file.csv", **values: str) -> Any:
    return client.post("/desk/import/", {"file": SimpleUploadedFile(name, content), **values})


def take(client: Client, shown: Any, **values: str) -> Any:
    return client.post("/desk/import/now/", {"digest": shown.context["digest"], **values}, follow=True)


def archive(*cases: dict[str, Any]) -> bytes:
    return json.dumps({"format": "shekteu/1", "cases": list(cases)}).encode()


def test_csv_shown_then_imported_as_drafts(editor: Client) -> None:
    before = RowChange.objects.count()
    shown = choose(editor, table(LINE))

    page = shown.content.decode()
    for place in ("sources[0] (new-source)", "people[0] (new-person)", "cases[0] (new-2024)"):
        assert f"<td>{place}</td><td>created</td>" in page
    assert (Case.objects.count(), RowChange.objects.count()) == (0, before)

    assert "Imported as drafts: 3 created, 0 changed." in take(editor, shown).content.decode()
    record = fresh_dict(Case.objects.get())
    assert (record["status"], record["person"], record["verdicts"][0]["appealed"]) == ("draft", "new-person", True)
    assert [(row["article"], row["part"]) for row in record["charges"]] == [("174", "2"), ("400", None)]
    assert {row["id"]: row["length"] for row in record["restrictions"]} == {"penalty": "P3Y", "ban": "P5Y"}
    assert Person.objects.get(slug="new-person").names == {"en": "New Person", "ru": "Новый Человек"}
    assert Edition.objects.count() == 0


TYPED = {
    "verdict_date": "28.11.2024", "appealed": "Да", "articles": "ст. 174 ч. 2; ч. 1 ст. 405; 400",
    "penalty": "Ограничение свободы", "length": "три года", "ban_length": "год", "gender": "женский",
}  # fmt: skip


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("said", [("Да", True), ("нет", False), ("иә", True), ("жоқ", False)])
def test_csv_when_it_is_written_as_people_write(editor: Client, delimiter: str, said: tuple[str, bool]) -> None:
    """A spreadsheet in Russian puts semicolons; people write dates, lengths and articles as in the forms."""
    content = table({**LINE, **TYPED, "appealed": said[0]}).decode()
    rows = list(csv.reader(io.StringIO(content)))
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    mark = "sep=;\r\n" if delimiter == ";" else ""

    take(editor, choose(editor, (mark + stream.getvalue()).encode()))

    record = fresh_dict(Case.objects.get())
    assert (record["verdicts"][0]["date"], record["verdicts"][0]["appealed"]) == ("2024-11-28", said[1])
    assert [(row["article"], row["part"]) for row in record["charges"]] == [("174", "2"), ("405", "1"), ("400", None)]
    assert {row["kind"]: row["length"] for row in record["restrictions"]} == {
        "restriction-of-freedom": "P3Y",
        "public-activity-ban": "P1Y",
    }
    assert Person.objects.get(slug="new-person").gender == "female"


def test_preview_says_what_a_case_would_say_and_which_dates_follow(editor: Client) -> None:
    page = choose(editor, table({**LINE, "appealed": "no"})).content.decode()

    for words in (
        "New Person · A new case",
        "verdict (first instance) of 28 November 2024",
        "not appealed",
        "art. 174(2), art. 400",
        "restriction of freedom, 3 years",
        "between 13 December 2024 and 14 December 2024",
    ):
        assert words in page
    assert Case.objects.count() == 0


def test_archive_file_is_imported_as_drafts_whatever_it_says(editor: Client) -> None:
    take(editor, choose(editor, archive(invented.case(status="published")), "file.json"))

    assert Case.objects.get().status == "draft"
    assert Edition.objects.count() == 0


def test_archive_file_when_a_row_differs(editor: Client) -> None:
    save_dict(Case, invented.case())
    content = archive(invented.case(title={"en": "Other"}), invented.case("invented-new"))

    refused = choose(editor, content, "file.json").content.decode()
    assert "cases[0] (invented-2016): differs from the archive in title" in refused
    assert "Import all" not in refused

    shown = choose(editor, content, "file.json", update="on")
    page = shown.content.decode()
    assert "<td>cases[0] (invented-2016)</td><td>changed</td>" in page
    assert "<td>cases[1] (invented-new)</td><td>created</td>" in page
    take(editor, shown, update="on")
    assert Case.objects.get(slug="invented-2016").title == {"en": "Other"}


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"articles": "174.2, 400"}, "line 2: articles: &#x27;174.2, 400&#x27; is no article"),
        ({"appealed": "maybe"}, "line 2: appealed is &#x27;maybe&#x27;: write yes, no or nothing"),
        ({"verdict_date": "31.11.2024"}, "line 2: cases (new-2024).verdicts[0].date"),
        ({"verdict_date": "4/11/2025"}, "reads two ways, 11 April 2025 or 4 November 2025"),
        ({"born": "5/6/1970"}, "line 2: born: "),
        ({"articles": "ст. 174 ч. 2, ст. 405"}, "is no article"),
        ({"court_id": "no-court"}, "line 2: cases (new-2024)"),
        ({"case_id": ""}, "line 2: cases.id"),
        ({"case_id": "../../etc"}, "line 2: cases (../../etc).id"),
        ({"name_en": "x" * 500}, "line 2: people (new-person).names"),
        ({"penalty": "death"}, "line 2: cases (new-2024).restrictions[0].kind"),
    ],
)
def test_csv_when_mistyped(editor: Client, values: dict[str, str], problem: str) -> None:
    page = choose(editor, table({**LINE, **values})).content.decode()

    assert problem in page
    assert Case.objects.count() == 0


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "The submitted file is empty"),
        (b"a,b\n1,2", "is no column: known are"),
        (b"person_id,case_id,source_id\nx", "has more or fewer fields"),
        (b'person_id,case_id,source_id\n"x', "no valid CSV"),
        ("person_id,имя".encode("cp1251"), "no UTF-8 text"),
        (b'{"format": "other"}', "must be &quot;shekteu/1&quot;"),
        (b"{" * 100_000, "JSON"),
        (b"PK\x03\x04\xff\xfe", "no UTF-8 text"),
    ],
)
def test_file_when_it_is_something_else(editor: Client, content: bytes, problem: str) -> None:
    assert problem in choose(editor, content).content.decode()
    assert Case.objects.count() == 0


def test_file_when_too_large(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desk.intake.importing.views.LARGEST", 10)

    assert "Larger than 16 MB" in choose(editor, table(LINE)).content.decode()


def test_csv_with_formulas_and_template_code_harms_nobody(editor: Client) -> None:
    line = {**LINE, "name_en": "=cmd|'/c calc'!A1", "title_en": "=1+1 {{ 7|add:7 }} {% now %} & \"'"}

    page = take(editor, choose(editor, table(line))).content.decode()

    assert "=1+1 {{ 7|add:7 }} {% now %} &amp; &quot;&#x27;" in page


def test_csv_with_markup_is_refused_without_running_it(editor: Client) -> None:
    page = choose(editor, table({**LINE, "title_en": "<script>alert(1)</script>"})).content.decode()

    assert "holds the markup &#x27;&lt;script&gt;&#x27;" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize("digest", ["", "../../../etc/passwd", "0" * 64, "x" * 64])
def test_import_when_nothing_was_shown(editor: Client, digest: str) -> None:
    page = editor.post("/desk/import/now/", {"digest": digest}, follow=True).content.decode()

    assert "The file is not here any more" in page


def test_import_when_the_digest_is_a_path(editor: Client, settings: Any, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    (tmp_path / "imports").mkdir()
    (tmp_path / "secret").write_bytes(table(LINE))

    page = editor.post("/desk/import/now/", {"digest": "../secret"}, follow=True).content.decode()

    assert "The file is not here any more" in page
    assert ((tmp_path / "secret").is_file(), Case.objects.count()) == (True, 0)


def test_csv_from_a_spreadsheet_begins_with_a_mark(editor: Client) -> None:
    assert (
        "<td>cases[0] (new-2024)</td><td>created</td>" in choose(editor, b"\xef\xbb\xbf" + table(LINE)).content.decode()
    )


def test_csv_when_it_has_too_many_lines(editor: Client) -> None:
    content = table(LINE)
    last = content.splitlines(keepends=True)[-1]

    page = choose(editor, content + last * 5000).content.decode()

    assert "more than 5000 lines: split the file" in page
    assert Case.objects.count() == 0


@pytest.mark.parametrize(
    ("second", "problem"),
    [
        (
            {"case_id": "new-2025", "name_en": "Somebody Else"},
            "line 3: people: new-person was described otherwise before",
        ),
        (
            {"case_id": "new-2025", "source_title": "Other"},
            "line 3: sources: new-source was described otherwise before",
        ),
        ({}, "line 3: cases: new-2024 was described otherwise before"),
    ],
)
def test_csv_when_lines_contradict_each_other(editor: Client, second: dict[str, str], problem: str) -> None:
    page = choose(editor, table(LINE, {**LINE, **second})).content.decode()

    assert problem in page
    assert Case.objects.count() == 0


def test_import_is_all_or_nothing(editor: Client) -> None:
    lines = [{**LINE, "person_id": f"new-person-{number}", "case_id": f"new-{number}"} for number in range(5)]
    lines[3]["length"] = "some years"

    page = choose(editor, table(*lines)).content.decode()

    assert "line 5: cases (new-3)" in page
    assert (Case.objects.count(), Person.objects.filter(slug__startswith="new-").count()) == (0, 0)


def test_import_when_something_came_in_between(editor: Client) -> None:
    shown = choose(editor, archive(invented.case()), "file.json")
    save_dict(Case, invented.case(title={"en": "Came first"}))

    response = take(editor, shown)

    assert response.status_code == 409
    assert Case.objects.get().title == {"en": "Came first"}


def test_export_of_drafts_is_noted(shared: None) -> None:
    save_dict(Case, invented.case())
    publisher = browser(account("olga", "publisher"))

    response = publisher.post("/desk/export/")

    assert json.loads(response.content)["cases"][0]["id"] == "invented-2016"
    assert list(Export.objects.values_list("user__username", "what")) == [("olga", "1 cases")]
    assert "olga" in browser(account("admin", "administrator")).get("/desk/audit/exports/").content.decode()


def test_file_that_nobody_imports_is_gone_after_a_day(settings: Any, tmp_path: Path) -> None:
    """It holds people whom no row names."""
    settings.VAR = tmp_path
    forgotten, waiting = store_upload(b"forgotten"), store_upload(b"waiting")
    before = time.time() - WAITS.total_seconds() - 1
    os.utime(tmp_path / "imports" / forgotten, (before, before))
    newest = store_upload(b"newest")
    assert {path.name for path in (tmp_path / "imports").iterdir()} == {waiting, newest}


@pytest.mark.parametrize(
    "content", [b"," * 100_000 + b"\n", json.dumps({"format": "shekteu/1", "cases": [1] * 9000}).encode()]
)
def test_answer_to_a_file_of_nonsense_is_short(editor: Client, content: bytes) -> None:
    """Half a megabyte of commas was answered with 182 megabytes."""
    assert len(choose(editor, content).content) < 1_000_000
