"""The Russian and Kazakh words printed on a paper, by the form's part and field.

Most were seen in legal texts; those that were not stand in docs/translation.md.
"""

from typing import NamedTuple

from law.country import country


class Printed(NamedTuple):
    """What an editor finds on the paper itself."""

    ru: str
    kk: str


PRINTED = {
    "begun-person": Printed("осуждённый", "сотталған адам"),
    "verdict-court": Printed("суд", "сот"),
    "verdict-judge": Printed("судья", "судья"),
    "verdict-date": Printed("приговор", "үкім"),
    "verdict-copy_served": Printed("копия приговора вручена", "үкімнің көшірмесі тапсырылды"),
    "verdict-in_force": Printed("вступил в законную силу", "заңды күшіне енді"),
    "charges-convicted": Printed("статья, часть", "бап, бөлік"),
    "charges-acquitted": Printed("оправдать", "ақтау"),
    "penalty-kind": Printed("наказание", "жаза"),
    "penalty-length": Printed("срок", "мерзім"),
    "penalty-regime": Printed("учреждение уголовно-исполнительной системы", "қылмыстық-атқару жүйесінің мекемесі"),
    "penalty-amount": Printed("штраф", "айыппұл"),
    "ban-kind": Printed("лишить права", "құқығынан айыру"),
    "ban-length": Printed("срок", "мерзім"),
    "custody-kind": Printed("мера пресечения", "бұлтартпау шарасы"),
    "custody-from_date": Printed("содержание под стражей с", "күзетпен ұстау, бастап"),
    "custody-until_date": Printed("зачесть в срок по", "есепке алу, дейін"),
    "appeal-court": Printed("апелляционная инстанция", "апелляциялық саты"),
    "appeal-judge": Printed("судья", "судья"),
    "appeal-date": Printed("постановление суда", "соттың қаулысы"),
    "appeal-in_force": Printed("вступает в законную силу", "заңды күшіне енеді"),
    "change-by": Printed("срок", "мерзім"),
    "release-ends": Printed("освобождение", "босату"),
    "release-registered": Printed("на учёте службы пробации", "пробация қызметінің есебінде"),
}


def of_kind(kind: str) -> Printed:
    """The legal name of a kind of restriction."""
    names = country().kinds[kind].names
    return Printed(names.ru, names.kk)
