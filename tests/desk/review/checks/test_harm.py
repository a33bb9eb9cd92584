"""Texts that could be evidence of a breach while something may bind. All invented."""

from datetime import date
from typing import Any

import pytest

from desk.review.checks import findings
from tests.desk.invented_documents import SOUND, document, person, sources

BOUND = date(2026, 11, 22)
FREE = date(2040, 1, 1)


def event(text: dict[str, str], **values: Any) -> dict[str, Any]:
    return {"kind": "other", "text": text, "sources": ["invented-news-1"], **values}


def told(text: dict[str, str], **values: Any) -> dict[str, Any]:
    plain = {"theme": "work", "consent": "public-statement", "said_on": "2026", "text": text}
    return {**plain, "sources": ["invented-news-1"], **values}


def harm(on: date = BOUND, **case: Any) -> list[str]:
    return [one.where for one in findings(document(**case), on) if one.code == "breach"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "She works as a cashier."),
        ("en", "He is still teaching."),
        ("en", "He gives lessons at home"),
        ("en", "She writes for a foreign site"),
        ("en", "He travels to other towns"),
        ("en", "They live; he is supported by friends"),
        ("en", "She continues to speak out"),
        ("ru", "Он работает таксистом."),
        ("ru", "Она преподаёт английский."),
        ("ru", "Ему помогают друзья."),
        ("ru", "Он ведёт блог."),
        ("kk", "Ол мектепте сабақ береді."),
        ("kk", "Ол дүкенде жұмыс істейді."),
        ("kk", "Оған көмектесіп жүр."),
        ("en", "He is now a taxi driver."),
        ("en", "She has a job at a cafe."),
        ("en", "He runs a YouTube channel."),
        ("en", "A relative pays his rent."),
        ("en", "Friends help him."),
        ("en", "He publishes articles under another name."),
        ("en", "He has been writing for a foreign site."),
        ("ru", "Сейчас он таксист."),
        ("ru", "Друзья переводят ему деньги."),
        ("ru", "Она публикуется под чужим именем."),
        ("ru", "Посещает митинги."),
        ("kk", "Қазір такси жүргізеді."),
        ("kk", "Достары оған ақша жібереді."),
        ("en", "After the verdict she spoke as a free woman."),
        ("en", "He ignored the restrictions."),
        ("en", "She spoke at a rally despite her ban."),
        ("ru", "После приговора он говорил на свободе, что думает."),
        ("ru", "Она нарушила запрет."),
        ("ru", "Он не уехал вопреки надзору."),
        ("kk", "Үкімнен кейін ол бостандықта жүріп көпшілікке сөз айтты."),
        ("kk", "Ол шектеулерді бұзды."),
        ("kk", "Тыйымға қарамастан ол үнсіз қалмады."),
    ],
)
def test_text_when_it_tells_of_a_breach(language: str, text: str) -> None:
    assert harm(events=[event({language: text})]) == ["event (other)"]
    assert harm(on=FREE, events=[event({language: text})]) == []


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("text", ["Ол сұхбат беріп жүр.", "Ведёт телеграм-канал.", "He is paid in cash."])
def test_text_when_it_is_in_another_language_than_its_field(language: str, text: str) -> None:
    assert harm(events=[event({language: text})]) == ["event (other)"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "No school employs her."),
        ("en", "The court worked until night"),
        ("en", "He was dismissed and cannot find a job"),
        ("ru", "Её не берут на работу."),
        ("ru", "Orda пишет, что приговор вступил в силу."),
        ("kk", "Оны жұмысқа алмайды."),
        ("en", "The court banned him from working as a teacher."),
        ("en", "She may not teach, write or travel without permission."),
        ("en", "The ban covers interviews, posts and lectures."),
        ("en", "She lost her job because of the record."),
        ("ru", "Суд запретил ему работать учителем."),
        ("ru", "Ему отказали в выезде."),
        ("kk", "Сот оған мұғалім болып жұмыс істеуге тыйым салды."),
        ("kk", "Шетелге шығуға рұқсат бермеді."),
    ],
)
def test_text_when_it_tells_of_nothing_forbidden(language: str, text: str) -> None:
    assert harm(events=[event({language: text})]) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He gave an interview to a newspaper."),
        ("en", "She spoke at a conference."),
        ("en", "He worked as a guard."),
        ("ru", "Дала большое интервью газете."),
        ("ru", "Он съездил к родным."),
        ("ru", "Она работала в кафе."),
        ("kk", "Газетке сұхбат берді."),
        ("kk", "Дүкенде жұмыс істеді."),
    ],
)
@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2025-05", ["event (other) of 2025-05"]),
        (None, ["event (other)"]),
        ("2023-05", []),
        ("2024-11~", ["event (other) of 2024-11~"]),
    ],
)
def test_past_when_something_may_have_bound_that_day(
    language: str, text: str, day: str | None, found: list[str]
) -> None:
    """The ban binds from December 2024."""
    assert harm(events=[event({language: text}, date=day)]) == found


def test_text_when_nobody_knows_whether_something_binds() -> None:
    """An appeal of which nothing was heard: the ban may have begun, or not."""
    verdict = {**SOUND["verdicts"][0], "appealed": None, "date": "2026-10-01"}
    told = event({"en": "She works as a cashier."})

    assert harm(verdicts=[verdict], events=[told]) == ["event (other)"]


def test_past_when_it_is_told_of_nothing_dated() -> None:
    assert harm(summary={"en": "He worked as a journalist and spoke at rallies."}) == []


def test_text_when_it_stands_elsewhere() -> None:
    assert harm(title={"en": "He works as a teacher"}) == ["case"]
    assert [one.code for one in findings(document(who=person(about={"en": "He teaches"})), BOUND)] == ["breach"]


def test_event_when_a_court_act_says_it() -> None:
    said = event({"en": "He works as a driver"})

    assert harm(events=[said]) == ["event (other)"]
    assert harm(events=[{**said, "sources": ["invented-news-1", "invented-court-1"]}]) == []
    assert harm(events=[{**said, "kind": "court-decision"}]) == []


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"consent": "given", "said_on": "2026-05"}, []),
        ({"consent": "given", "said_on": None}, ["testimony (work)"]),
        ({"consent": "public-statement"}, ["testimony (work) of 2026"]),
        ({"consent": "withdrawn"}, []),  # it is not published at all
    ],
)
def test_testimony_when_consent_is_recorded(values: dict[str, Any], found: list[str]) -> None:
    assert harm(testimonies=[told({"en": "She works in a shop"}, **values)]) == found


def test_text_when_only_a_record_is_left() -> None:
    fine = {"id": "fine", "kind": "fine", "verdict": "v1", "sources": ["invented-news-1"]}

    assert harm(events=[event({"en": "He works as a driver"})], restrictions=[fine], charges=[]) == []


def test_sources_may_be_called_anything() -> None:
    found = sources(title="He works as a driver")

    assert [one.code for one in findings(document(found=found), BOUND)] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Inference: after the verdict he spoke publicly as a free man."),
        ("en", "Inference: she called for rallies in May."),
        ("ru", "Вывод: после приговора он выступал публично на свободе."),
        ("ru", "Вывод: в мае она выступила на собрании."),
        ("kk", "Болжам: үкімнен кейін ол бостандықта жүріп көпшілікке сөз айтты."),
        ("kk", "Болжам: мамырда ол митингіге шақырды."),
    ],
)
def test_reason_of_a_custody_when_it_tells_what_somebody_did_afterwards(language: str, text: str) -> None:
    basis = [{"field": "until", "how": "inferred", "text": {language: text}, "sources": ["invented-news-1"]}]
    custody = {"id": "c9", "kind": "custody", "from": "2024-01-01", "until": "2024-02-01", "basis": basis}

    assert harm(custody=[{**custody, "sources": ["invented-news-1"]}]) == [
        "pre-trial detention (custody) of 1 January 2024"
    ]
    assert harm(on=FREE, custody=[{**custody, "sources": ["invented-news-1"]}]) == []
