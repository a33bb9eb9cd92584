"""A whole case on one form. All people and cases here are invented."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cases.models import Case
from records.models import Source
from records.serial import fresh_dict, save_dict
from tests.desk.form_data import typed
from tests.desk.invented_accounts import account, browser
from tests.invented import records as invented

ADD = "/desk/cases/case/add/"
PARTS = (
    "inclusion", "prior", "charges", "custody", "bases", "verdicts", "restrictions", "reports", "changes", "events",
    "claims", "testimonies", "citations", "note",
)  # fmt: skip


def address(case: Case) -> str:
    return reverse("admin:cases_case_change", args=[case.pk])


def opened(desk: Client, case: Case) -> dict[str, Any]:
    """What the case's form would send if the editor touched nothing."""
    return typed(desk.get(address(case)).content.decode())


def blank(**values: Any) -> dict[str, Any]:
    """A new case with no entries but `values`."""
    counts = {f"{part}-{key}_FORMS": 0 for part in PARTS for key in ("TOTAL", "INITIAL")}
    return {**counts, "slug": "invented-2016", "person": "invented-person", **values}


def entry(part: str, index: int, /, **values: Any) -> dict[str, Any]:
    """One entry of a part as the form sends it."""
    return {f"{part}-TOTAL_FORMS": index + 1, **{f"{part}-{index}-{name}": value for name, value in values.items()}}


def errors(response: Any) -> str:
    """All error messages of a form."""
    return " ".join(re.findall(r'<ul class="errorlist[^>]*>(.*?)</ul>', response.content.decode(), re.DOTALL))


def test_case_form_when_saved_untouched(desk: Client, shared: None) -> None:
    case = save_dict(Case, invented.case())

    response = desk.post(address(case), opened(desk, case))

    assert errors(response) == ""
    assert response.status_code == 302
    assert fresh_dict(case) == invented.case()


@pytest.mark.parametrize("number", [1, 3])
def test_case_form_costs_queries(desk: Client, shared: None, django_assert_num_queries: Any, number: int) -> None:
    sources = [f"invented-{index}" for index in range(4 * number)]
    for source in sources:
        save_dict(Source, invented.source(source))
    record = invented.case()
    cited = {"ends": sources[:2], "all": sources}
    fine = {**record["restrictions"][2], "verdict": "v0", "sources": cited}
    bans = [{**fine, "id": f"fine-{index}"} for index in range(number)]
    verdicts = [{**record["verdicts"][0], "id": f"v{index}", "sources": sources} for index in range(number)]
    case = save_dict(Case, invented.case(restrictions=bans, verdicts=verdicts, charges=[]))

    desk.get(address(case))  # what Django remembers from then on

    with django_assert_num_queries(25):
        response = desk.get(address(case))

    assert response.content.decode().count("Invented report invented-") >= 4 * number


def test_case_form_when_a_length_is_disputed_and_saved_untouched(desk: Client, shared: None) -> None:
    record = invented.case(restrictions=[invented.disputed_ban()])
    case = save_dict(Case, record)

    response = desk.post(address(case), opened(desk, case))

    assert errors(response) == ""
    assert fresh_dict(case) == record


def test_case_form_when_entered_from_nothing(desk: Client, shared: None) -> None:
    data = blank(
        title_en="An invented case",
        **entry("inclusion", 0, criterion="recognised", sources=["invented-news-1"]),
        **entry("verdicts", 0, slug="v1", instance="first", result="convicted", date="2016", court="invented-court"),
        **entry("charges", 0, slug="ch1", code="KZ-CC", article="174", part="2", outcome="convicted", verdict="v1"),
        **entry("custody", 0, slug="c1", kind="custody", from_date="2016-06-01", conditions_en="No letters\nNo visits"),
        **entry("bases", 0, custody="c1", field="from", how="inferred"),
        **entry("restrictions", 0, slug="ban", kind="public-activity-ban", verdict="v1", term="length", length="P3Y",
                covers=["posts", "interviews"], charges="ch1", starts="unknown:2026-11-22",
                sources=["invented-news-2"]),
        **entry("reports", 0, restriction="ban", field="length", how="disputed", otherwise="P5Y",
                sources=["invented-news-1"]),
        **entry("changes", 0, restriction="ban", kind="extended", by="P6M"),
        **entry("events", 0, date="2016-04-24", kind="protest", text_en="A protest", about="ban"),
        **entry("claims", 0, slug="k1", about="kind:criminal-record", says="ends", value="2030"),
        **entry("testimonies", 0, theme="work", form="paraphrase", consent="given", speaker_name_en="Somebody"),
        **entry("citations", 0, fact="restriction:ban", field="length", source="invented-court-1"),
        **entry("note", 0, notes="Internal"),
    )  # fmt: skip

    response = desk.post(ADD, data)

    assert errors(response) == ""
    record = fresh_dict(Case.objects.get())
    assert record["status"] == "draft"
    assert record["title"] == {"en": "An invented case"}
    assert record["inclusion"] == [{"criterion": "recognised", "sources": ["invented-news-1"]}]
    assert record["charges"][0]["verdict"] == "v1"
    assert record["custody"][0]["conditions"] == [{"en": "No letters"}, {"en": "No visits"}]
    assert record["custody"][0]["basis"][0]["how"] == "inferred"
    ban = record["restrictions"][0]
    assert ban["covers"] == ["interviews", "posts"]
    assert ban["charges"] == ["ch1"]
    assert ban["starts"] == {"unknown": "2026-11-22"}
    assert ban["changes"][0]["by"] == "P6M"
    other = {"field": "length", "how": "disputed", "fitted": False, "text": {}, "otherwise": "P5Y"}
    assert ban["basis"] == [{**other, "sources": ["invented-news-1"]}]
    assert ban["sources"] == {"all": ["invented-news-2"], "length": ["invented-court-1"]}
    assert record["events"][0]["about"] == "ban"
    assert "Internal" not in str(record)


@pytest.mark.parametrize(
    ("typed_in", "message"),
    [
        (entry("charges", 0, slug="ch1", code="KZ-CC", article="174", outcome="convicted", verdict="v9"), "“v9”"),
        (entry("events", 0, kind="protest", about="nobody"), "“nobody”"),
        (entry("events", 0, kind="protest", date="2025-02-30"), "is not in the calendar"),
        (entry("restrictions", 0, slug="ban", kind="fine", term="length", length="P0D"), "no time at all"),
        (entry("restrictions", 0, slug="ban", kind="fine", term="life", length="P1Y"), "has no length of its own"),
        (entry("restrictions", 0, slug="ban", kind="nonsense", term="length"), "is not one of the available choices"),
        (entry("events", 0, kind="protest", sources=["nothing"]), "nothing is not one of the available choices"),
        (entry("citations", 0, fact="verdict:v9", field="date", source="invented-news-1"), "“verdict:v9”"),
        (entry("verdicts", 0, slug="v1", on="v1", instance="first", result="upheld"), "cannot decide about itself"),
        (entry("verdicts", 0, slug="V 1", instance="first", result="upheld"), "Enter a valid"),
        ({"slug": "x"}, "3 to 60 small Latin letters"),
        ({"title_en": "x" * 401}, "at most 400 characters"),
        ({"title_en": "x\x00"}, "Null characters are not allowed"),
    ],
)  # fmt: skip
def test_case_form_when_mistyped(desk: Client, shared: None, typed_in: dict[str, Any], message: str) -> None:
    response = desk.post(ADD, blank(**typed_in))

    assert response.status_code == 200
    assert message in errors(response)
    assert Case.objects.count() == 0


def test_case_form_when_facts_contradict_each_other(desk: Client, shared: None) -> None:
    ban = entry("restrictions", 0, slug="ban", kind="fine", term="length", starts="2020", ends="2019")

    desk.post(ADD, blank(**ban))

    assert fresh_dict(Case.objects.get())["restrictions"][0]["ends"] == "2019"


def test_case_form_when_a_verdict_is_removed_but_still_named(desk: Client, shared: None) -> None:
    case = save_dict(Case, invented.case())
    data = opened(desk, case)
    index = data["verdicts-0-slug"] == ["v1"]

    response = desk.post(address(case), {**data, f"verdicts-{0 if index else 1}-DELETE": "on"})

    assert "There is no “v1” in this form" in errors(response)
    assert fresh_dict(case) == invented.case()


def test_case_form_when_a_cited_fact_is_removed(desk: Client, shared: None) -> None:
    case = save_dict(Case, invented.case())
    data = opened(desk, case)
    removed = next(name[:-5] for name, value in data.items() if name.endswith("-slug") and value == ["prison"])

    response = desk.post(address(case), {**data, f"{removed}-DELETE": "on"})

    assert errors(response) == ""
    assert [row["id"] for row in fresh_dict(case)["restrictions"]] == ["ban", "fine"]
    assert not case.citations.filter(fact="restriction:prison").exists()


IN_TURN = pytest.mark.django_db(transaction=True)
"""The audit tells saves apart by their transactions."""


def save_as_another(case: Case, **values: Any) -> None:
    """Somebody else opens the case, changes boxes and saves it."""
    other = browser(account("other", superuser=True))
    response = other.post(address(case), {**opened(other, case), **values})
    assert response.status_code == 302, errors(response)


@IN_TURN
def test_case_form_when_somebody_saved_the_same_box_in_between(desk: Client, shared: None) -> None:
    case = save_dict(Case, invented.case())
    data = opened(desk, case)
    save_as_another(case, title_en="Theirs", summary_ru="Их кратко")

    response = desk.post(address(case), {**data, "title_en": "Mine", "title_kk": "Менікі"})

    assert "Somebody saved this case after you had opened it" in errors(response)
    page = response.content.decode()
    assert "Mine" in page and "Менікі" in page and "Их кратко" in page
    assert fresh_dict(case)["title"]["en"] == "Theirs"
    resolved = typed(page)
    assert desk.post(address(case), {**resolved, "resolved": "2"}).status_code == 302
    assert fresh_dict(case)["title"]["en"] == "Mine"
    assert fresh_dict(case)["summary"]["ru"] == "Их кратко"


@IN_TURN
def test_case_form_when_somebody_saved_other_boxes_in_between(desk: Client, shared: None) -> None:
    case = save_dict(Case, invented.case())
    data = opened(desk, case)
    number = next(name[:-5] for name, value in data.items() if name.endswith("-slug") and value == ["ban"])
    event = entry(
        "events", int(data["events-TOTAL_FORMS"][0]), kind="protest", text_en="New", sources=["invented-news-2"]
    )
    save_as_another(case, title_ru="Их", **{f"{number}-ends": "2030-01-02"}, **event)

    response = desk.post(address(case), {**data, "title_en": "Mine", f"{number}-wording_en": "Mine too"}, follow=True)

    record = fresh_dict(case)
    ban = next(row for row in record["restrictions"] if row["id"] == "ban")
    assert record["title"] == {**invented.case()["title"], "en": "Mine", "ru": "Их"}
    assert (ban["ends"], ban["wording"]["en"]) == ("2030-01-02", "Mine too")
    new = next(row for row in record["events"] if row["text"] == {"en": "New"})
    assert new["sources"] == ["invented-news-2"]
    assert "Taken over from other, who saved meanwhile" in response.content.decode()


@IN_TURN
def test_case_form_when_somebody_cited_and_removed_sources_in_between(desk: Client, shared: None) -> None:
    case = save_dict(Case, invented.case())
    data = opened(desk, case)
    number = next(name[:-5] for name, value in data.items() if name.endswith("-slug") and value == ["ban"])
    save_as_another(case, **{f"{number}-sources": ["invented-news-1", "invented-court-1"]})

    desk.post(address(case), {**data, "title_en": "Mine"})

    ban = next(row for row in fresh_dict(case)["restrictions"] if row["id"] == "ban")
    cited = ban["sources"] if isinstance(ban["sources"], list) else ban["sources"]["all"]
    assert sorted(cited) == ["invented-court-1", "invented-news-1"]
    assert fresh_dict(case)["title"]["en"] == "Mine"


@IN_TURN
def test_case_form_when_somebody_removed_what_is_typed_in(desk: Client, shared: None) -> None:
    case = save_dict(Case, invented.case())
    data = opened(desk, case)
    number = next(name[:-5] for name, value in data.items() if name.endswith("-slug") and value == ["fine"])
    save_as_another(case, **{f"{number}-DELETE": "on"})

    response = desk.post(address(case), {**data, "title_en": "Mine"})

    assert "Somebody saved this case after you had opened it" in errors(response)


def test_case_form_when_a_published_case_changes(desk: Client, shared: None) -> None:
    case = save_dict(Case, invented.case(status="published"))

    desk.post(address(case), {**opened(desk, case), "title_en": "Better"})

    saved = Case.objects.get()
    assert (saved.status, saved.version, saved.title["en"]) == ("draft", 2, "Better")


@pytest.mark.parametrize("path", [ADD, "/desk/", "/desk/cases/case/", "/desk/people/person/add/"])
def test_desk_pages_hold_nothing_inline(desk: Client, shared: None, path: str) -> None:
    html = desk.get(path).content.decode()

    assert re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", html) == []
    assert re.findall(r"<[^>]+\sstyle=|<style|\son[a-z]+=\"", html) == []


def test_case_form_without_scripts_shows_blank_entries(desk: Client, shared: None) -> None:
    assert "verdicts-0-slug" not in typed(desk.get(ADD).content.decode())
    assert "verdicts-0-slug" in typed(desk.get(f"{ADD}?blank=1").content.decode())


def test_case_form_when_nobody_signed_in(client: Client) -> None:
    response = client.get(ADD)

    assert response.status_code == 302
    assert response["Location"].startswith("/desk/login/")


def test_case_form_when_entries_by_the_thousand_are_announced(desk: Client, shared: None) -> None:
    case = save_dict(Case, invented.case())

    response = desk.post(address(case), opened(desk, case) | {"events-TOTAL_FORMS": "301"})

    assert "Please submit at most 300 forms." in errors(response)
    assert fresh_dict(case) == invented.case()
