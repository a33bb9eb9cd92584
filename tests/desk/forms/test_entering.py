"""What nobody has to type twice on the form of a case. All people and cases here are invented."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from cases.models import Case
from records.serial import fresh_dict, save_dict
from tests.desk.form_data import typed
from tests.desk.forms.test_cases import ADD, address, blank, entry, errors, opened
from tests.invented import records as invented

VERDICT = entry("verdicts", 0, slug="v1", instance="first", result="convicted", date="2016")


def saved(desk: Client, **values: Any) -> dict[str, Any]:
    """What a new case says that was typed like this."""
    assert errors(desk.post(ADD, blank(**values))) == ""
    return fresh_dict(Case.objects.get())


def test_ids_when_nobody_types_them(desk: Client, shared: None) -> None:
    kinds = ("imprisonment", "public-activity-ban", "public-activity-ban", "administrative-supervision")
    entries: dict[str, Any] = {}
    for number, kind in enumerate(kinds):
        entries |= entry("restrictions", number, kind=kind, term="length")

    record = saved(
        desk,
        slug="",
        **VERDICT,
        **entries,
        **entry("charges", 0, code="KZ-CC", article="174", outcome="convicted", verdict="v1"),
        **entry("custody", 0, kind="custody"),
        **entry("claims", 0, about="case", says="ends", value="2030"),
    )

    assert record["id"] == "person-2016"
    assert [row["id"] for row in record["restrictions"]] == ["ban", "ban-1", "prison", "supervision"]
    assert [record[part][0]["id"] for part in ("verdicts", "charges", "custody", "claims")] == ["v1", "ch1", "c1", "k1"]


def test_check_of_a_new_case_without_an_id(desk: Client, shared: None) -> None:
    page = desk.post("/desk/cases/case/add/check/", blank(slug="", **VERDICT)).content.decode()

    assert "no reason for inclusion" in page
    assert Case.objects.count() == 0


def test_sources_of_what_is_entered_now(desk: Client, shared: None) -> None:
    response = desk.post(
        ADD,
        blank(
            sources=["invented-news-1", "invented-news-2"],
            **VERDICT,
            **entry("restrictions", 0, slug="fine", kind="fine", term="length", verdict="v1"),
            **entry("events", 0, kind="protest", text_en="A protest"),
            **entry("claims", 0, slug="k1", about="case", says="ends", value="2030", sources=["invented-court-1"]),
            **entry("citations", 0, fact="restriction:fine", field="amount", source="invented-court-1"),
        ),
    )

    record = fresh_dict(Case.objects.get())
    assert record["verdicts"][0]["sources"] == record["events"][0]["sources"] == ["invented-news-1", "invented-news-2"]
    assert record["restrictions"][0]["sources"] == {"amount": ["invented-court-1"]}
    assert record["claims"][0]["sources"] == ["invented-court-1"]
    notes = [str(message) for message in get_messages(response.wsgi_request)]
    assert any(note.startswith("2 new entries cite: ") and note.count("Invented report") == 2 for note in notes), notes


def test_sources_of_what_is_entered_now_leave_saved_entries_alone(desk: Client, shared: None) -> None:
    record = invented.case(events=[{"kind": "protest", "text": {"en": "A protest"}}])
    case = save_dict(Case, record)

    desk.post(address(case), {**opened(desk, case), "sources": ["invented-news-2"]})

    assert fresh_dict(case) == record


@pytest.mark.parametrize(
    ("typed_in", "name"),
    [
        ({"speaker_name_en": "Invented Person"}, {"en": "Invented Person", "kk": "Ойдан шығарылған"}),
        ({"speaker_name_kk": "Ойдан шығарылған"}, {"en": "Invented Person", "kk": "Ойдан шығарылған"}),
        ({"speaker_name_en": "A neighbour"}, {"en": "A neighbour"}),
        (
            {"speaker_name_en": "Invented Person", "speaker_name_kk": "Басқа Адам"},
            {"en": "Invented Person", "kk": "Басқа Адам"},
        ),
    ],
)
def test_name_of_the_person_as_a_speaker(
    desk: Client, shared: None, typed_in: dict[str, str], name: dict[str, str]
) -> None:
    assert invented.person()["names"] == {"en": "Invented Person", "kk": "Ойдан шығарылған"}
    voice = entry("testimonies", 0, theme="work", form="paraphrase", consent="given", **typed_in)

    response = desk.post(ADD, blank(**voice))

    assert fresh_dict(Case.objects.get())["testimonies"][0]["speaker"]["name"] == name
    notes = " ".join(str(message) for message in get_messages(response.wsgi_request))
    assert ("in all languages" in notes) == (len(typed_in) == 1 and "neighbour" not in str(typed_in))


@pytest.mark.parametrize("box", ["title_en", "title_ru", "title_kk"])
@pytest.mark.parametrize("text", ["en: Land\nru: Земля\r\nKK: Жер", "kk: Жер | ru: Земля | en: Land"])
def test_text_of_all_languages_in_one_box(desk: Client, shared: None, box: str, text: str) -> None:
    assert saved(desk, **{box: text})["title"] == {"en": "Land", "ru": "Земля", "kk": "Жер"}


@pytest.mark.parametrize(
    "texts",
    [
        {"title_en": "en: Land\nen: Soil"},
        {"title_en": "en: Land\nru: Земля", "title_ru": "Почва"},
        {"title_en": "en: Land", "title_ru": "ru: Земля"},
    ],
)
def test_text_of_one_language_given_twice(desk: Client, shared: None, texts: dict[str, str]) -> None:
    response = desk.post(ADD, blank(**texts))

    assert "Two texts in one language" in errors(response)
    assert Case.objects.count() == 0


def test_marks_of_languages_inside_a_text_are_words(desk: Client, shared: None) -> None:
    assert saved(desk, title_en="Read in ru: Земля")["title"] == {"en": "Read in ru: Земля"}


def test_blank_entries_without_scripts_begin_as_the_last_and_list_what_cannot_be_searched(
    desk: Client, shared: None
) -> None:
    case = save_dict(Case, invented.case())
    last = invented.case()["testimonies"][-1]

    html = desk.get(f"{address(case)}?blank=1").content.decode()
    number = len(invented.case()["testimonies"])

    assert last["consent"] and f'id="id_testimonies-{number}-consent"' in html
    box = html.split(f'id="id_testimonies-{number}-consent"')[1].split("</select>")[0]
    assert f'value="{last["consent"]}" selected' in box
    box = html.split(f'id="id_events-{len(invented.case()["events"])}-sources"')[1].split("</select>")[0]
    assert {f'value="{source}"' in box for source in invented.SOURCES} == {True}
    assert 'value="invented-court"' in html.split(f'id="id_verdicts-{len(invented.case()["verdicts"])}-court"')[1]


def test_blank_entries_that_nobody_touches_are_not_saved(desk: Client, shared: None) -> None:
    case = save_dict(Case, invented.case())
    page = desk.get(f"{address(case)}?blank=1").content.decode()

    response = desk.post(f"{address(case)}?blank=1", typed(page))

    assert errors(response) == ""
    assert fresh_dict(case) == invented.case()
