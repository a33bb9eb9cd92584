"""The Russian and Kazakh words printed on a paper, by the form's part and field.

Most were seen in legal texts; those that were not stand in docs/translation.md.
"""

from typing import NamedTuple

from law.country import country


class PrintedWords(NamedTuple):
    """What an editor finds on the paper itself."""

    ru: str
    kk: str


PRINTED_WORDS = {
    "begun-person": PrintedWords("осуждённый", "сотталған адам"),
    "verdict-court": PrintedWords("суд", "сот"),
    "verdict-judge": PrintedWords("судья", "судья"),
    "verdict-date": PrintedWords("приговор", "үкім"),
    "verdict-copy_served": PrintedWords("копия приговора вручена", "үкімнің көшірмесі тапсырылды"),
    "verdict-in_force": PrintedWords("вступил в законную силу", "заңды күшіне енді"),
    "charges-convicted": PrintedWords("статья, часть", "бап, бөлік"),
    "charges-acquitted": PrintedWords("оправдать", "ақтау"),
    "penalty-kind": PrintedWords("наказание", "жаза"),
    "penalty-length": PrintedWords("срок", "мерзім"),
    "penalty-regime": PrintedWords("учреждение уголовно-исполнительной системы", "қылмыстық-атқару жүйесінің мекемесі"),
    "penalty-amount": PrintedWords("штраф", "айыппұл"),
    "ban-kind": PrintedWords("лишить права", "құқығынан айыру"),
    "ban-length": PrintedWords("срок", "мерзім"),
    "custody-kind": PrintedWords("мера пресечения", "бұлтартпау шарасы"),
    "custody-from_date": PrintedWords("содержание под стражей с", "күзетпен ұстау, бастап"),
    "custody-until_date": PrintedWords("зачесть в срок по", "есепке алу, дейін"),
    "appeal-court": PrintedWords("апелляционная инстанция", "апелляциялық саты"),
    "appeal-judge": PrintedWords("судья", "судья"),
    "appeal-date": PrintedWords("постановление суда", "соттың қаулысы"),
    "appeal-in_force": PrintedWords("вступает в законную силу", "заңды күшіне енеді"),
    "change-by": PrintedWords("срок", "мерзім"),
    "release-ends": PrintedWords("освобождение", "босату"),
    "release-registered": PrintedWords("на учёте службы пробации", "пробация қызметінің есебінде"),
}


def printed_kind(kind: str) -> PrintedWords:
    """The legal name of a kind of restriction."""
    names = country().kinds[kind].names
    return PrintedWords(names.get("ru"), names.get("kk"))
