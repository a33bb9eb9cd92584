"""A case begun with the paper in hand. Everybody here is invented."""

import re
from typing import Any

import pytest
from django.test import Client

from cases.models import Case, Verdict
from desk.models import DraftOwner
from people.models import Person
from records.models import Publisher, Source
from records.serial import fresh_dict, save_dict
from tests.desk.forms.test_cases import errors
from tests.desk.invented_accounts import account, browser
from tests.invented import records as invented

NEW: dict[str, Any] = {"begun-person": "invented-person", "source-source": "invented-court-1"}
VERDICT: dict[str, Any] = {
    **NEW,
    "verdict-court": "invented-court",
    "verdict-date_first": "28.11.2016",
    "verdict-judge": "A. Judge",
    "charges-convicted": "ст. 174 ч. 2; 400",
    "penalty-kind": "imprisonment",
    "penalty-length": "5 лет",
    "penalty-regime": "medium",
    "penalty-amount": "530,250 tenge",
    "ban-kind": "public-activity-ban",
    "ban-length": "3 года",
    "ban-covers": ["posts", "interviews"],
    "custody-kind": "custody",
    "custody-from_date_how": "differ",
    "custody-from_date_first": "1 June 2016",
    "custody-from_date_second": "3 маусым 2016",
}


def page(kind: str, case: Case | None = None) -> str:
    return f"/desk/work/cases/{case.pk}/paper/{kind}/" if case else f"/desk/paper/{kind}/"


def begun(desk: Client, kind: str = "verdict", **values: Any) -> dict[str, Any]:
    """The record of the case that a paper begins."""
    response = desk.post(page(kind), values)
    assert (errors(response), response.status_code) == ("", 302)
    return fresh_dict(Case.objects.get())


def test_verdict_begins_a_case(desk: Client, shared: None) -> None:
    record = begun(desk, **VERDICT)

    assert (record["id"], record["person"], record["status"]) == ("person-2016", "invented-person", "draft")
    verdict = record["verdicts"][0]
    assert (verdict["court"], verdict["date"], verdict["judge"]) == ("invented-court", "2016-11-28", "A. Judge")
    assert [(row["article"], row["part"], row["verdict"]) for row in record["charges"]] == [
        ("174", "2", "v1"),
        ("400", None, "v1"),
    ]
    ban, fine, prison = record["restrictions"]
    assert (ban["id"], ban["length"], ban["covers"]) == ("ban", "P3Y", ["interviews", "posts"])
    assert (fine["id"], fine["amount"]) == ("fine", "530,250 tenge")
    assert (prison["id"], prison["length"], prison["regime"]) == ("prison", "P5Y", "medium")
    assert record["custody"][0]["from"] == "[2016-06-01,2016-06-03]"


def test_every_fact_cites_the_paper(desk: Client, shared: None) -> None:
    record = begun(desk, **VERDICT)

    facts = [row for part in ("verdicts", "charges", "restrictions", "custody") for row in record[part]]
    assert [row["sources"] for row in facts] == [["invented-court-1"]] * 7


def test_saving_leads_to_the_whole_form_and_names_what_to_search(desk: Client, shared: None) -> None:
    response = desk.post(page("verdict"), VERDICT, follow=True)

    assert response.redirect_chain[0][0] == f"/desk/cases/case/{Case.objects.get().pk}/change/"
    wanted = "The one fact that would narrow the dates most: verdict (first instance) of 28 November 2016: in force."
    assert wanted in response.content.decode()


@pytest.mark.parametrize(
    ("answer", "stored"),
    [
        ({"first": "28.11.2016"}, "2016-11-28"),
        ({"how": "sure", "first": "апрель 2025"}, "2025-04"),
        ({"how": "between", "first": "10 April 2023", "second": "2023-09"}, "[2023-04-10..2023-09]"),
        ({"how": "differ", "first": "2025 жылғы сәуір", "second": "2025-05-02"}, "[2025-04,2025-05-02]"),
        ({"how": "absent"}, None),
        ({}, None),
    ],
)
def test_answers_to_when(desk: Client, shared: None, answer: dict[str, str], stored: str | None) -> None:
    typed = {f"verdict-in_force_{name}": value for name, value in answer.items()}

    assert begun(desk, **NEW, **typed)["verdicts"][0]["in_force"] == stored


def test_searched_in_vain_is_kept_where_there_is_a_place(desk: Client, shared: None, settings: Any) -> None:
    record = begun(desk, **NEW, **{"verdict-in_force_how": "searched", "verdict-date_how": "searched"})

    day = record["verdicts"][0]["in_force"]["unknown"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", day)
    assert (record["verdicts"][0]["date"], record["missing"]) == (None, [f"verdict: date, searched {day}, not found"])


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"begun-person": ""}, "This field is required"),
        ({"begun-person": "Nobody At All"}, "The archive has nothing of this id or name"),
        ({"begun-slug": "X"}, "Enter a valid value"),
        ({"source-source": ""}, "Which paper is it?"),
        ({"source-source": "no such thing"}, "The archive has nothing of this id or name"),
        ({"source-source": "report invented"}, "Several fit: "),
        ({"source-url": "https://news.example/1"}, "Either a source that is there, or a new one"),
        ({"source-source": "", "source-url": "not an address"}, "Enter a valid URL"),
        ({"source-source": "", "source-title_": "A paper", "source-kind": ""}, "Choose what kind of source it is"),
        ({"source-source": "", "source-title_": "A <b>paper", "source-kind": "court"}, "holds the markup"),
        ({"source-source": "", "source-title_": "x", "source-kind": "court", "source-published": "soon"},
         "is not a date"),
        ({"verdict-court": "nowhere"}, "The archive has nothing of this id or name"),
        ({"verdict-judge": "<script>"}, "holds the markup"),
        ({"verdict-date_first": "31.02.2016"}, "is not in the calendar"),
        ({"verdict-date_first": "soon"}, "is not a date"),
        ({"verdict-date_how": "absent"}, "A day is typed, but the answer says there is none"),
        ({"verdict-date_second": "2017"}, "Two days are typed"),
        ({"verdict-date_how": "sure", "verdict-date_second": "2017"}, "“Sure” takes one day"),
        ({"verdict-date_how": "between"}, "type both days"),
        ({"verdict-date_how": "between", "verdict-date_second": "2015"}, "ends before it starts"),
        ({"verdict-in_force_how": "sure"}, "type the day"),
        ({"verdict-in_force_how": "perhaps"}, "Select a valid choice"),
        ({"verdict-result": "guilty"}, "Select a valid choice"),
        ({"charges-convicted": "theft"}, "“theft” is no article"),
        ({"penalty-kind": ""}, "Choose the penalty that the length belongs to"),
        ({"penalty-kind": "exile"}, "Select a valid choice"),
        ({"penalty-length": "5 weeks"}, "is not a length"),
        ({"penalty-length": "0 years"}, "is no time at all"),
        ({"penalty-regime": "iron"}, "Select a valid choice"),
        ({"penalty-amount": "x" * 500}, "at most 200 characters"),
        ({"ban-kind": ""}, "Choose the kind of ban"),
        ({"ban-covers": ["breathing"]}, "Select a valid choice"),
        ({"custody-kind": ""}, "Choose the kind of custody"),
    ],
)  # fmt: skip
def test_paper_when_mistyped(desk: Client, shared: None, values: dict[str, Any], message: str) -> None:
    before = Source.objects.count(), Publisher.objects.count()

    response = desk.post(page("verdict"), {**VERDICT, "source-publisher": "Other", **values})

    assert message in errors(response)
    assert (response.status_code, Case.objects.count(), DraftOwner.objects.count()) == (400, 0, 0)
    assert (Source.objects.count(), Publisher.objects.count()) == before
    assert 'value="5 лет"' in response.content.decode() or "penalty-length" in values


def test_source_made_in_place(desk: Client, shared: None) -> None:
    typed = {
        "source-url": "https://news.example/2016/verdict.html",
        "source-title_": "A verdict",
        "source-kind": "media",
        "source-publisher": "New  Paper",
        "source-published": "29.11.2016",
        "source-language": "ru",
    }

    record = begun(desk, **{**VERDICT, **typed, "source-source": ""})

    source = Source.objects.get(slug="news-2016-verdict")
    assert (source.title, str(source.publisher), source.published) == ("A verdict", "New Paper", "2016-11-29")
    assert record["verdicts"][0]["sources"] == ["news-2016-verdict"]
    assert set(DraftOwner.objects.values_list("kind", flat=True)) == {"case", "source"}


def test_source_made_in_place_when_its_address_is_known(desk: Client, shared: None) -> None:
    Source.objects.filter(slug="invented-news-1").update(url="https://news.example/known")
    typed = {"source-source": "", "source-url": "https://news.example/known", "source-kind": "media"}

    record = begun(desk, **{**VERDICT, **typed})

    assert record["verdicts"][0]["sources"] == ["invented-news-1"]


def test_page_at_the_address_is_read(desk: Client, shared: None, monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"title": "Told by the page", "published": "2016-11-29", "language": "ru", "site": "The Site"}
    monkeypatch.setattr("desk.intake.views.describe_page", lambda request, url: told)
    typed = {"source-source": "", "source-url": "https://news.example/1", "source-language": "kk", "read": "1"}

    html = desk.post(page("verdict"), {**VERDICT, **typed}).content.decode()

    for value in ("Told by the page", "2016-11-29", "The Site", "kk", "5 лет", "28.11.2016"):
        assert f'value="{value}"' in html
    assert 'class="errorlist' not in html
    assert Case.objects.count() == 0


def test_person_found_by_any_spelling(desk: Client, shared: None) -> None:
    assert begun(desk, **{**VERDICT, "begun-person": "Шығарылған Ойдан"})["person"] == "invented-person"


def test_person_when_several_fit(desk: Client, shared: None) -> None:
    save_dict(Person, invented.person("other-person"))

    response = desk.post(page("verdict"), {**VERDICT, "begun-person": "Invented Person"})

    assert "Several fit: Invented Person (invented-person); Invented Person (other-person)" in errors(response)


def test_id_of_a_case_when_taken(desk: Client, shared: None) -> None:
    save_dict(Case, invented.case("person-2016"))

    assert "Another case has" in errors(desk.post(page("verdict"), {**VERDICT, "begun-slug": "person-2016"}))
    desk.post(page("verdict"), VERDICT)
    assert set(Case.objects.values_list("slug", flat=True)) == {"person-2016", "person-2016-2"}


def test_appeal_ruling_joins_a_case(desk: Client, shared: None) -> None:
    begun(desk, **VERDICT)
    ruling = {"source-source": "invented-news-1", "appeal-on": "v1", "appeal-result": "changed",
              "appeal-date_first": "20 января 2017 года", "change-restriction": "prison", "change-kind": "shortened",
              "change-by": "6 ай"}  # fmt: skip

    response = desk.post(page("appeal", Case.objects.get()), ruling)

    assert errors(response) == ""
    record = fresh_dict(Case.objects.get())
    first, second = record["verdicts"]
    assert (second["id"], second["on"], second["date"], second["result"]) == ("v2", "v1", "2017-01-20", "changed")
    assert first["appealed"] is True
    assert first["sources"] == {"all": ["invented-court-1"], "appealed": ["invented-news-1"]}
    change = record["restrictions"][2]["changes"][0]
    assert (change["kind"], change["by"], change["date"], change["verdict"]) == ("shortened", "P6M", "2017-01-20", "v2")
    assert Case.objects.get().version == 2


def test_appeal_ruling_begins_a_case(desk: Client, shared: None) -> None:
    record = begun(desk, "appeal", **NEW, **{"appeal-result": "upheld", "verdict-date_first": "2016-11-28"})

    assert [(row["id"], row["on"], row["date"]) for row in record["verdicts"]] == [
        ("v1", None, "2016-11-28"),
        ("v2", "v1", None),
    ]


def test_release_paper_joins_a_case(desk: Client, shared: None) -> None:
    begun(desk, **VERDICT)
    paper = {"source-source": "invented-news-1", "release-restriction": "prison", "release-ends_first": "4 ақпан 2021",
             "release-ended_by": "served"}  # fmt: skip

    assert errors(desk.post(page("release", Case.objects.get()), paper)) == ""

    prison = fresh_dict(Case.objects.get())["restrictions"][2]
    assert (prison["ends"], prison["ended_by"], prison["length"]) == ("2021-02-04", "served", "P5Y")
    assert prison["sources"] == {
        "all": ["invented-court-1"], "ended_by": ["invented-news-1"], "ends": ["invented-news-1"]
    }  # fmt: skip


def test_release_paper_overwrites_nothing(desk: Client, shared: None) -> None:
    begun(desk, **VERDICT)
    case = Case.objects.get()
    paper = {"source-source": "invented-news-1", "release-restriction": "prison", "release-ends_first": "2021-02-04"}
    desk.post(page("release", case), paper)

    response = desk.post(page("release", case), {**paper, "release-ends_first": "2021-02-05"})

    assert "The case says 2021-02-04 already" in errors(response)
    case.refresh_from_db()
    assert (fresh_dict(case)["restrictions"][2]["ends"], case.version) == ("2021-02-04", 2)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"release-restriction": ""}, "This field is required"),
        ({"release-restriction": "house"}, "Select a valid choice"),
        ({"release-restriction": "prison"}, "Such a paper gives at least one day"),
        ({"release-restriction": "prison", "release-ends_first": "2015"}, "not in the calendar"),
    ],
)
def test_release_paper_when_mistyped(desk: Client, shared: None, values: dict[str, str], message: str) -> None:
    begun(desk, **VERDICT)
    if "release-ends_first" in values:
        values = {**values, "release-ends_first": "2015-13-01"}

    response = desk.post(page("release", Case.objects.get()), {"source-source": "invented-news-1", **values})

    assert message in errors(response)
    assert Case.objects.get().version == 1


def test_release_paper_begins_a_case(desk: Client, shared: None) -> None:
    typed = {
        "penalty-kind": "restriction-of-freedom",
        "penalty-length": "P1Y",
        "release-registered_first": "2020-10-01",
    }

    record = begun(desk, "release", **NEW, **typed)

    assert record["restrictions"][0]["registered"] == "2020-10-01"
    assert "Choose above the main penalty" in errors(
        desk.post(page("release"), {**NEW, "release-ends_first": "2020-10-01"})
    )
    assert Case.objects.count() == 1


def test_news_item_joins_a_case(desk: Client, shared: None) -> None:
    begun(desk, **VERDICT)
    item = {"source-source": "invented-news-1", "event-kind": "delisting-refused", "event-date_how": "sure",
            "event-date_first": "апрель 2025", "event-text_ru": "Отказали.", "event-about": "ban",
            "claim-says": "ends", "claim-about": "kind:criminal-record", "claim-value": "2030",
            "claim-by_en": "Invented Person"}  # fmt: skip

    assert errors(desk.post(page("news", Case.objects.get()), item)) == ""

    record = fresh_dict(Case.objects.get())
    event, claim = record["events"][0], record["claims"][0]
    assert (event["date"], event["about"], event["text"]) == ("2025-04", "ban", {"ru": "Отказали."})
    assert (claim["id"], claim["value"], claim["sources"]) == ("k1", "2030", ["invented-news-1"])


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"event-text_en": "Something"}, "Choose what kind of event it is"),
        ({"event-kind": "protest", "event-text_en": "<b>x</b>"}, "holds the markup"),
        ({"event-kind": "protest", "event-about": "nothing"}, "Select a valid choice"),
        ({"claim-value": "2030"}, "Choose what is said"),
        ({"change-by": "P1Y"}, None),
    ],
)
def test_news_item_when_mistyped(desk: Client, shared: None, values: dict[str, str], message: str | None) -> None:
    begun(desk, **VERDICT)

    response = desk.post(page("news", Case.objects.get()), {"source-source": "invented-news-1", **values})

    assert (errors(response) == "") == (message is None)
    assert (message or "") in errors(response)


def test_paper_costs_the_same_queries_for_any_case(desk: Client, shared: None, django_assert_num_queries: Any) -> None:
    case = save_dict(Case, invented.case())
    desk.get(page("news", case))

    with django_assert_num_queries(10):
        desk.get(page("news", case))


def test_words_printed_on_the_paper_stand_beside_ours(desk: Client, shared: None) -> None:
    html = desk.get(page("verdict")).content.decode()

    for kk, ru in (
        ("шартты түрде соттау", "условное осуждение"),
        ("бас бостандығын шектеу", "ограничение свободы"),
        ("бас бостандығынан айыру", "лишение свободы"),
        ("үкім", "приговор"),
    ):
        assert f'<span lang="kk">{kk}</span>' in html
        assert f'<span lang="ru">{ru}</span>' in html
    assert "are one ending apart" in html
    assert html.count("searched and not found") == 5


def test_paper_of_somebody_elses_case(db: Any, shared: None) -> None:
    case = save_dict(Case, invented.case())
    contributor = browser(account("writer", "contributor"))

    assert contributor.get(page("news", case)).status_code == 404
    assert contributor.get(page("news")).status_code == 200
    assert contributor.get("/desk/paper/letter/").status_code == 404


def test_paper_of_a_published_case_makes_a_draft(desk: Client, shared: None) -> None:
    case = save_dict(Case, invented.case(status="published"))

    desk.post(page("news", case), {"source-source": "invented-news-1", "event-kind": "protest"})

    case.refresh_from_db()
    assert (case.status, case.version) == ("draft", 2)
    assert Verdict.objects.filter(case=case).count() == 2
