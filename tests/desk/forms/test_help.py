"""What makes entering easier: typed dates, look-alikes, copies, sources from addresses. All invented."""

from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from cases.models import Case
from desk.forms.help import HELP
from desk.intake.capture.fetching import Fetcher
from desk.intake.source_documents import SOURCE_DOCUMENTS
from desk.intake.sources import described, slug_of
from people.models import Person
from records.models import Source
from records.serial import fresh_dict, save_dict
from tests.desk.forms.test_cases import ADD, blank, entry, errors
from tests.desk.forms.test_people import FORMS
from tests.desk.intake.capture.server import Bad, bad_host
from tests.invented import records as invented

pytestmark = pytest.mark.django_db


def test_dates_and_lengths_as_people_type_them(desk: Client, shared: None) -> None:
    data = blank(
        **entry("events", 0, kind="protest", date="11 апреля 2025 года"),
        **entry("restrictions", 0, slug="ban", kind="public-activity-ban", term="length", length="3 года 6 месяцев",
                starts="11.04.2025"),
    )  # fmt: skip

    assert errors(desk.post(ADD, data)) == ""

    record = fresh_dict(Case.objects.get())
    assert record["events"][0]["date"] == "2025-04-11"
    assert (record["restrictions"][0]["length"], record["restrictions"][0]["starts"]) == ("P3Y6M", "2025-04-11")


@pytest.mark.parametrize(
    ("query", "known", "words"),
    [
        ("date=11 April 2025", True, "11 April 2025"),
        ("date=апрель 2025", True, "2025-04: between 2025-04-01 and 2025-04-30"),
        ("date=unknown:2026-11-22", True, "searched on 2026-11-22, not found"),
        ("length=1 жыл 6 ай", True, "1 year 6 months"),
    ],
)
def test_understood_is_said_back(desk: Client, query: str, known: bool, words: str) -> None:
    assert desk.get(f"/desk/understand/?{query}").json() == {"known": known, "words": words}


def test_date_when_it_reads_two_ways(desk: Client) -> None:
    words = "“4/11/2025” reads two ways: 11 April 2025 or 4 November 2025. Write the month as a word."
    assert desk.get("/desk/understand/?date=4/11/2025").json() == {"known": False, "words": words}


@pytest.mark.parametrize("query", ["date=31.02.2025", "date=soon", "length=5 weeks", "date=", ""])
def test_not_understood_is_said_too(desk: Client, query: str) -> None:
    assert desk.get(f"/desk/understand/?{query}").json()["known"] is False


def test_person_form_asks_before_a_duplicate_is_made(desk: Client, shared: None) -> None:
    data = {**FORMS, "slug": "new-person", "names_en": "Invented Persson"}

    response = desk.post("/desk/people/person/add/", data)

    assert "This looks like Invented Person (invented-person)" in errors(response)
    assert 'type="checkbox" name="another"' in response.content.decode()
    assert Person.objects.count() == 1
    desk.post("/desk/people/person/add/", {**data, "another": "on"})
    assert Person.objects.count() == 2


def test_help_stands_at_fields_that_are_there(desk: Client, shared: None) -> None:
    ours = [model for model in apps.get_models() if model._meta.app_label in ("cases", "restrictions")]
    models = {model._meta.model_name: model for model in ours}
    page = desk.get(f"{ADD}?blank=1").content.decode()

    for place, words in HELP.items():
        model, field = place.split(".")
        assert models[model]._meta.get_field(field).name == field
        assert str(words) in unescape(page), place


def test_first_page_begins_with_a_paper(desk: Client) -> None:
    page = desk.get("/desk/").content.decode()

    for kind in SOURCE_DOCUMENTS:
        assert f'href="/desk/paper/{kind}/"' in page


def test_copy_for_a_co_defendant(desk: Client, shared: None) -> None:
    case = save_dict(Case, invented.case())
    save_dict(Person, invented.person("second-person"))
    sent = {"slug": "second-2016", "person": "second-person"}

    response = desk.post(f"/desk/work/cases/{case.pk}/copy/", sent)

    made = Case.objects.get(slug="second-2016")
    assert response.headers["Location"] == f"/desk/cases/case/{made.pk}/change/"
    record, first = fresh_dict(made), fresh_dict(case)
    assert (record["status"], record["person"], record["trial"]) == ("draft", "second-person", "invented-trial")
    assert (record["verdicts"], record["charges"]) == (first["verdicts"], first["charges"])
    assert [(row["id"], row["length"], row["ends"]) for row in record["restrictions"]] == [
        ("ban", None, None),
        ("fine", None, None),
        ("prison", "P5Y", None),
    ]
    assert [record[part] for part in ("custody", "events", "claims", "testimonies", "prior")] == [[], [], [], [], []]


def test_copy_for_a_co_defendant_by_name(desk: Client, shared: None) -> None:
    case = save_dict(Case, invented.case())
    sent = {"person": "Нурлыбай Татаев", "person-choice": "new"}

    assert desk.post(f"/desk/work/cases/{case.pk}/copy/", sent).status_code == 302

    copy = Case.objects.get(person="nurlybai-tataev")
    assert (copy.slug, copy.person.names) == ("tataev-2016", {"ru": "Нурлыбай Татаев"})


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"slug": "invented-2016"}, "Another case has or had this id"),
        ({"slug": "../x"}, "Enter a valid value"),
        ({"person": "nobody"}, "The archive has nothing of this id or name"),
    ],
)
def test_copy_when_it_cannot_be(desk: Client, shared: None, values: dict[str, str], message: str) -> None:
    case = save_dict(Case, invented.case())

    response = desk.post(
        f"/desk/work/cases/{case.pk}/copy/", {"slug": "new-2016", "person": "invented-person", **values}
    )

    assert (response.status_code, Case.objects.count()) == (400, 1)
    assert message in response.content.decode()


HTML = """<html lang="ru-RU"><head><title>Site | News</title>
<meta property="og:title" content="Суд &amp; приговор"><meta property="og:site_name" content="Invented News">
<meta property="article:published_time" content="2025-04-11T10:00:00+05:00"></head><body></body></html>"""


def test_described_when_a_page_tells_of_itself() -> None:
    assert described(HTML) == {
        "title": "Суд & приговор",
        "site": "Invented News",
        "published": "2025-04-11",
        "language": "ru",
    }
    assert described("<p>nothing") == {"title": "", "site": "", "published": "", "language": ""}


@pytest.mark.parametrize(
    ("published", "url", "slug"),
    [
        ("2025-04-11", "https://www.vlast.kz/obsshestvo/limited-freedoms.html", "vlast-2025-limited-freedoms"),
        ("", "https://news.example/", "news"),
        ("2025", "https://news.example/жаңалық", "news-2025"),
    ],
)
def test_slug_of_an_address(published: str, url: str, slug: str) -> None:
    assert slug_of(published, url) == slug


@pytest.fixture
def host() -> Iterator[tuple[type[Bad], int]]:
    with bad_host() as found:
        yield found


def test_source_from_an_address(desk: Client, shared: None, host: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    handler, port = host
    handler.body = HTML.encode()
    monkeypatch.setattr("desk.intake.sources.Fetcher", lambda **values: Fetcher(resolve=lambda *where: "127.0.0.1"))
    url = f"http://news.example:{port}/page"

    page = desk.post("/desk/sources/new/", {"url": url}, follow=True).content.decode()

    for value in ("Суд &amp; приговор", "2025-04-11", "news-2025-page", url):
        assert f'value="{value}"' in page


def test_form_of_a_source_read_from_its_page(desk: Client, shared: None, monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"title": "Told by the page", "published": "2025-04-11", "slug": "told", "kind": "media"}
    monkeypatch.setattr("desk.forms.records.describe_page", lambda request, url: told)
    typed = {"url": "https://news.example/1", "slug": "typed-id", "language": "kk", "_popup": "1", "_read": "1"}

    page = desk.post("/desk/records/source/add/?_to_field=slug&_popup=1", typed, follow=True).content.decode()

    for value in ("Told by the page", "2025-04-11", "typed-id", "kk", "https://news.example/1"):
        assert f'value="{value}"' in page
    assert 'name="_popup" value="1"' in page
    assert not Source.objects.filter(slug="typed-id").exists()


def test_source_from_an_address_that_cannot_be_read(desk: Client) -> None:
    page = desk.post("/desk/sources/new/", {"url": "http://127.0.0.1/secret"}, follow=True).content.decode()

    assert "is no public address of the internet" in page
    assert 'value="http://127.0.0.1/secret"' in page


def test_source_that_the_archive_has_already(desk: Client) -> None:
    save_dict(Source, invented.source(url="https://news.example/page"))

    response = desk.post("/desk/sources/new/", {"url": "https://news.example/page"})

    assert response.headers["Location"] == f"/desk/records/source/{Source.objects.get().pk}/change/"
