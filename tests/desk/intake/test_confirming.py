"""A paper's text is pasted, and what it says confirmed piece by piece. Everybody here is invented."""

import re
from html import unescape
from typing import Any

from django.contrib.sessions.models import Session
from django.test import Client, RequestFactory

from cases.models import Case, CaseNote
from desk.intake.pasted import HiddenText
from desk.models import RowChange
from people.models import Person
from records.models import Court, Source
from records.serial import fresh_dict
from tests.desk.forms.test_cases import errors
from tests.desk.reading.measuring import passages

VERDICT = next(passages("ru_known")).text
PAGE = "/desk/paper/verdict/"


def reading(desk: Client, text: str = VERDICT, page: str = PAGE, **typed: Any) -> str:
    response = desk.post(page, {"pasted-text": text, "read_text": "1", "source-kind": "court", **typed})
    assert response.status_code == 200
    return response.content.decode()


def options(html: str) -> dict[str, list[str]]:
    """The keys beside every checkbox and radio button, by name."""
    found: dict[str, list[str]] = {}
    for name, key in re.findall(r'name="(confirmed-\d+)" value="([^"]+)"', html):
        found.setdefault(name, []).append(unescape(key))
    return found


def confirm_all(html: str) -> dict[str, str]:
    return {name: keys[0] for name, keys in options(html).items()}


def test_what_the_text_says_is_proposed_beside_its_passage(desk: Client, shared: None) -> None:
    html = reading(desk)

    keys = {key for found in options(html).values() for key in found}
    assert "penalty-kind=restriction-of-freedom|penalty-length=P1Y6M" in keys
    assert {"verdict-date=2021-04-15", "charges-convicted=405.2", "begun-person=Ерлан Байдильдин"} <= keys
    assert "<mark>15 апреля 2021 года</mark>" in html
    assert "15 April 2021" in html
    assert "1 year 6 months" in html
    assert "article 405, part 2" in html


def test_nothing_is_entered_unconfirmed(desk: Client, shared: None) -> None:
    html = reading(desk)

    assert not re.search(r'name="confirmed-\d+" value="[^"]+"\s+checked', html)
    assert 'value="2021-04-15"' not in html
    typed = {"begun-person": "invented-person", "source-source": "invented-court-1", "pasted-text": VERDICT}
    desk.post(PAGE, typed)
    record = fresh_dict(Case.objects.get())
    assert (record["charges"], record["restrictions"], record["verdicts"][0]["date"]) == ([], [], None)


def test_confirmed_text_becomes_the_draft(desk: Client, shared: None) -> None:
    html = reading(desk)
    typed = {"pasted-text": VERDICT, "source-kind": "court", "begun-criterion": "expression", **confirm_all(html)}

    response = desk.post(PAGE, typed)

    assert errors(response) == ""
    case = Case.objects.get()
    record = fresh_dict(case)
    verdict, (ban, penalty) = record["verdicts"][0], record["restrictions"]
    assert str(case.person.names["ru"]) == "Ерлан Байдильдин"
    assert case.person.slug == "erlan-baidildin"
    assert (verdict["date"], verdict["judge"]) == ("2021-04-15", "Сейтова А.К.")
    assert Court.objects.get(slug=verdict["court"]).names == {
        "ru": "Районный суд № 2 Алмалинского района города Алматы"
    }
    assert [(row["article"], row["part"]) for row in record["charges"]] == [("405", "2")]
    assert (penalty["kind"], penalty["length"], ban["kind"], ban["length"]) == (
        "restriction-of-freedom", "P1Y6M", "public-activity-ban", "P3Y",
    )  # fmt: skip
    source = Source.objects.get(slug=record["inclusion"][0]["sources"][0])
    assert source.title == "Приговор, Районный суд № 2 Алмалинского района города Алматы, 15 апреля 2021 года"
    assert source.language == "ru"
    assert case.title == {
        "ru": "Ерлан Байдильдин: статья 405, часть 2, Районный суд № 2 Алмалинского района города Алматы"
    }
    assert "Prosecutor: Жумабеков Д.С." in CaseNote.objects.get().notes


def test_confirmed_text_fills_the_fields_before_saving(desk: Client, shared: None) -> None:
    typed = {"pasted-text": VERDICT, "fill": "1", "verdict-judge": "Somebody", **confirm_all(reading(desk))}

    html = desk.post(PAGE, typed).content.decode()

    assert 'value="2021-04-15"' in html
    assert 'value="Somebody"' in html
    assert "Сейтова А.К." not in re.sub(r"<textarea.*?</textarea>", "", html, flags=re.DOTALL)
    assert not Case.objects.exists()


def test_only_what_the_text_says_can_be_confirmed(desk: Client, shared: None) -> None:
    typed = {"pasted-text": VERDICT, "fill": "1", "confirmed-0": "verdict-judge=Nobody|begun-slug=x"}

    assert "Nobody" not in desk.post(PAGE, typed).content.decode()


def test_day_that_reads_two_ways_is_a_question(desk: Client, shared: None) -> None:
    html = reading(desk, "Приговор оглашён 4/11/2025.")

    (keys,) = [keys for keys in options(html).values() if "verdict-date=2025-04-11" in keys]
    assert keys == ["verdict-date=2025-04-11", "verdict-date=2025-11-04"]
    assert "11 April 2025" in html
    assert "4 November 2025" in html
    assert re.search(r'type="radio" name="confirmed-\d+" value="" checked', html)


def test_text_is_kept_only_if_the_editor_says_so(desk: Client, shared: None) -> None:
    base = {"begun-person": "invented-person", "source-source": "invented-court-1", "pasted-text": VERDICT}
    desk.post(PAGE, base)
    assert not CaseNote.objects.exists()

    desk.post(PAGE, {**base, "pasted-keep": "on"})

    assert "Байдильдина" in CaseNote.objects.get().notes
    record = str([fresh_dict(case) for case in Case.objects.all()])
    assert "Байдильдина" not in record


def test_text_is_in_no_session_and_no_audit(desk: Client, shared: None) -> None:
    html = reading(desk)
    desk.post(PAGE, {"pasted-text": VERDICT, "source-kind": "court", "pasted-keep": "on", **confirm_all(html)})

    assert CaseNote.objects.exists()
    assert not [row for row in Session.objects.all() if "обвиняемого" in str(row.get_decoded())]
    assert not [row for row in RowChange.objects.all() if "обвиняемого" in str(row.data)]


def test_text_is_in_no_report_of_an_error(desk: Client, shared: None, monkeypatch: Any, settings: Any) -> None:
    def fail(*args: Any) -> None:
        raise RuntimeError("broken")

    settings.DEBUG = True
    monkeypatch.setattr("desk.intake.confirming.read", fail)
    desk.raise_request_exception = False
    response = desk.post(PAGE, {"pasted-text": "Очень тайное слово", "read_text": "1"})

    assert response.status_code == 500
    assert "broken" in response.content.decode()
    assert "тайное" not in response.content.decode()
    assert HiddenText().is_active(RequestFactory().get("/"))


def test_text_when_too_long(desk: Client, shared: None) -> None:
    response = desk.post(PAGE, {"pasted-text": "x" * 120_001, "read_text": "1"})

    assert "more than 120,000 characters" in errors(response)
    assert response.status_code == 400


def test_text_when_nothing_is_understood(desk: Client, shared: None) -> None:
    assert "Nothing was understood" not in reading(desk)
    assert "What the text says" in reading(desk, "Lorem ipsum.")  # its language alone


def test_text_that_says_thousands_of_things(desk: Client, shared: None) -> None:
    text = "".join(f"Приговор оглашён {1 + n % 28}.{1 + n // 28 % 12}.{1950 + n // 336}. " for n in range(3000))

    html = reading(desk, text)

    (keys,) = [keys for keys in options(html).values() if keys[0].startswith("verdict-date")]
    assert len(keys) == 30


def test_appeal_ruling_is_read_for_its_case(desk: Client, shared: None) -> None:
    desk.post(PAGE, {"begun-person": "invented-person", "source-source": "invented-court-1"})
    page = f"/desk/work/cases/{Case.objects.get().pk}/paper/appeal/"
    text = next(passage.text for passage in passages("ru_known") if passage.name == "ru-04")
    html = reading(desk, text, page)

    response = desk.post(page, {"pasted-text": text, "source-kind": "court", "appeal-on": "v1", **confirm_all(html)})

    assert errors(response) == ""
    ruling = fresh_dict(Case.objects.get())["verdicts"][1]
    assert (ruling["date"], ruling["result"], ruling["on"]) == ("2017-01-20", "upheld", "v1")
    assert Person.objects.count() == 1
