"""A modest case from nothing to sent for review: a verdict, an appeal ruling, a news item. Everybody here is invented.

Fields and clicks are counted and printed: what is typed or chosen from a list is a field, what is pressed or ticked is
a click.
"""

from typing import Any

import pytest
from playwright.sync_api import Page

from cases.models import Case
from desk.models import Submission
from people.models import Person
from records.models import Court, Source
from records.serial import fresh_dict
from tests.browser.signing_in import sign_in
from tests.desk.invented_accounts import account

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONG = 60_000  # milliseconds; a slow machine saves a large form
VERDICT = """ПРИГОВОР
Именем Республики Казахстан
15 апреля 2021 года город Алматы
Алмалинский районный суд № 2 города Алматы в составе председательствующего судьи Сейтовой А.К.,
с участием прокурора Жумабекова Д.С., защитника Тулегеновой М.Р., рассмотрев дело в отношении
Байдильдина Ерлана Муратовича, ПРИГОВОРИЛ:
Признать Байдильдина Ерлана Муратовича виновным в совершении преступления, предусмотренного
ч. 2 ст. 405 УК РК, и назначить ему наказание в виде 1 (одного) года 6 (шести) месяцев
ограничения свободы. Лишить его права заниматься общественно-политической деятельностью
сроком на 3 (три) года."""
RULING = """Судебная коллегия по уголовным делам Алматинского городского суда под председательством
судьи Нурпеисова Б.Ж., рассмотрев 20 июля 2021 года жалобу на приговор Алмалинского районного
суда № 2 города Алматы от 15 апреля 2021 года, ПОСТАНОВИЛА: приговор оставить без изменения,
жалобу без удовлетворения."""
NEWS = "Суд в Алматы оставил в силе приговор активисту Ерлану Байдильдину, сообщает его адвокат."


class Hands:
    """Somebody's hands, counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.fields = self.clicks = 0

    def press(self, where: str) -> None:
        self.page.locator(where).first.click()
        self.clicks += 1

    def type(self, **texts: str) -> None:
        for name, text in texts.items():
            self.page.fill(f'[name="{name.replace("__", "-")}"]', text)
            self.fields += 1

    def choose(self, **words: str) -> None:
        for name, word in words.items():
            self.page.select_option(f'[name="{name.replace("__", "-")}"]', word)
            self.fields += 1

    def save(self) -> None:
        self.press("button.default")
        self.page.wait_for_selector(".messagelist .success, .errorlist", timeout=LONG)
        assert self.page.locator(".errorlist").all_inner_texts() == []

    def confirm_all(self) -> None:
        """Everything that was read, one by one."""
        self.press("button[name=read_text]")
        self.page.wait_for_selector("#proposals", timeout=LONG)
        boxes = self.page.locator("#proposals input[type=checkbox]")
        for number in range(boxes.count()):
            boxes.nth(number).check()
            self.clicks += 1

    def send(self) -> None:
        self.press("a:has-text('Checks, preview, review')")
        self.press("form[action$='/send/'] button")
        self.page.wait_for_selector("button[name=approve], .messagelist .success", timeout=LONG)


def begin(page: Page) -> Hands:
    sign_in(page, account("writer", "editor"))
    page.goto("/desk/")
    return Hands(page)


def report(hands: Hands, capsys: Any, how: str) -> None:
    with capsys.disabled():
        print(f"\nThe modest case, {how}: {hands.fields} fields, {hands.clicks} clicks")  # noqa: T201


def as_it_is_saved() -> dict[str, Any]:
    """What both ways of entering it come to."""
    case = Case.objects.get()
    record = fresh_dict(case)
    return {
        "person": Person.objects.get().names,
        "courts": Court.objects.count(),
        "verdicts": [(row["instance"], row["date"], row["judge"], row["result"]) for row in record["verdicts"]],
        "charges": [(row["article"], row["part"]) for row in record["charges"]],
        "penalties": [(row["kind"], row["length"]) for row in record["restrictions"]],
        "inclusion": [row["criterion"] for row in record["inclusion"]],
        "events": [(row["kind"], row["date"], row["text"]) for row in record["events"]],
        "sources": Source.objects.count(),
        "sent": Submission.objects.filter(cases=case).count(),
    }


EXPECTED = {
    "person": {"ru": "Ерлан Байдильдин"},
    "courts": 2,
    "verdicts": [
        ("first", "2021-04-15", "Сейтова А.К.", "convicted"),
        ("appeal", "2021-07-20", "Нурпеисов Б.Ж.", "upheld"),
    ],
    "charges": [("405", "2")],
    "penalties": [("public-activity-ban", "P3Y"), ("restriction-of-freedom", "P1Y6M")],
    "inclusion": ["expression"],
    "events": [("appeal", "2021-07-20", {"ru": "Апелляция оставила приговор в силе."})],
    "sources": 3,
    "sent": 1,
}
EVENT = {
    "source__url": "https://news.example/2021/appeal",
    "source__title_": "Приговор оставлен в силе",
    "source__publisher": "Invented News",
    "event__date_first": "20.07.2021",
    "event__text_ru": "Апелляция оставила приговор в силе.",
}


def test_modest_case_when_typed(page: Page, capsys: Any) -> None:
    hands = begin(page)
    hands.press("a[href$='/paper/verdict/']")
    hands.type(begun__person="Ерлан Байдильдин")
    hands.press("[name='begun-person-choice']")
    hands.choose(begun__criterion="expression")
    hands.type(source__language="ru", verdict__court="Алмалинский районный суд № 2 города Алматы")
    hands.press("[name='verdict-court-choice']")
    hands.type(verdict__date_first="15.04.2021", verdict__judge="Сейтова А.К.", charges__convicted="405.2")
    hands.press("[name='penalty-kind'][value='restriction-of-freedom']")
    hands.type(penalty__length="1 год 6 месяцев")
    hands.choose(ban__kind="public-activity-ban")
    hands.type(ban__length="3 года")
    hands.save()
    hands.press("a[href$='/paper/appeal/']")
    hands.type(source__language="ru", appeal__court="Алматинский городской суд")
    hands.press("[name='appeal-court-choice']")
    hands.type(appeal__date_first="20.07.2021", appeal__judge="Нурпеисов Б.Ж.")
    hands.choose(appeal__result="upheld")
    hands.save()
    hands.press("a[href$='/paper/news/']")
    hands.type(source__language="ru", **EVENT)
    hands.choose(event__kind="appeal")
    hands.save()
    hands.send()

    report(hands, capsys, "typed")
    assert as_it_is_saved() == EXPECTED
    assert (hands.fields <= 25, hands.clicks <= 20) == (True, True)


def test_modest_case_when_pasted(page: Page, capsys: Any) -> None:
    hands = begin(page)
    hands.press("a[href$='/paper/verdict/']")
    hands.type(pasted__text=VERDICT)
    hands.choose(begun__criterion="expression")
    hands.confirm_all()
    hands.save()
    hands.press("a[href$='/paper/appeal/']")
    hands.type(pasted__text=RULING)
    hands.confirm_all()
    hands.save()
    hands.press("a[href$='/paper/news/']")
    hands.type(pasted__text=NEWS, **EVENT)
    hands.choose(event__kind="appeal")
    hands.confirm_all()
    hands.save()
    hands.send()

    report(hands, capsys, "pasted")
    assert as_it_is_saved() == EXPECTED
    assert hands.fields <= 12
