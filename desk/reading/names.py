"""Names of people in a text, and their nominative in Russian and Kazakh."""

import re

UPPER = "А-ЯЁӘҒҚҢӨҰҮҺІA-Z"
LOWER = "а-яёәғқңөұүһіa-z"
WORD = rf"[{UPPER}][{LOWER}]{{1,30}}(?:-[{UPPER}][{LOWER}]{{1,30}})?"
INITIALS = rf"[{UPPER}]\.\s?(?:[{UPPER}]\.)?"
SHORT = rf"(?:{WORD}\s[{UPPER}]\.(?:\s?[{UPPER}]\.|(?!\s?[{UPPER}]))|{INITIALS}\s?{WORD})"
"""A name with initials: those of the court."""
FULL = rf"(?:{WORD}\s{WORD}(?:\s{WORD})?)(?!\w)"
"""A name written out: that of the person on trial."""
FATHER = re.compile(r"(?:ович|евич|ич)(?:а|у|ем|ем)?\Z|(?:ұлы|улы|uly)(?:на|н|ның)?\Z", re.IGNORECASE)
MOTHER = re.compile(r"(?:овн|евн|ичн|инишн)(?:а|у|ы|ой|е)\Z|(?:қызы|кызы|kyzy)(?:на|н|ның)?\Z", re.IGNORECASE)
SURNAME = re.compile(r"(?:[ое]в|[иы]н|ск|цк|ко)(?:а|у|ой|ым|ий|ая|ую|ого)?\Z|(?:yev|ev|ov)a?\Z", re.IGNORECASE)
HER = re.compile(r"(?:[ое]в|[иы]н)(?:у|ой)\Z|ск(?:ую|ой)\Z", re.IGNORECASE)
OF_HIM = (
    *(("ову", "ов"), ("еву", "ев"), ("ину", "ин"), ("овым", "ов"), ("евым", "ев"), ("иным", "ин")),
    *(("ского", "ский"), ("цкого", "цкий"), ("ия", "ий"), ("ея", "ей"), ("ая", "ай"), ("ля", "ль"), ("ря", "рь")),
    *(("скому", "ский"), ("цкому", "цкий"), ("ию", "ий"), ("ею", "ей"), ("аю", "ай"), ("лю", "ль"), ("рю", "рь")),
)
OF_HER = (
    *(("овой", "ова"), ("евой", "ева"), ("иной", "ина"), ("ову", "ова"), ("еву", "ева"), ("ину", "ина")),
    *(("ской", "ская"), ("скую", "ская"), ("ию", "ия"), ("ии", "ия"), ("ли", "ль")),
    *(("ы", "а"), ("у", "а"), ("ю", "я")),
)
"""Endings of the other cases and of the nominative, the longer ones first."""
FLEETING = {"Павл": "Павел", "Льв": "Лев"}
"""Names that lose a vowel before an ending."""
CONSONANT = "бвгджзйклмнпрстфхцчшщғқңһ"
CASES = (
    *("ның", "нің", "дың", "дің", "тың", "тің"),
    *("ты", "ті", "ды", "ді", "ны", "ні"),
)
DATIVE = ("ға", "ге", "қа", "ке")


def without_case(word: str, is_female: bool) -> str:
    """The nominative of a Russian name that stands in the genitive or accusative, or behind *by*."""
    for ending, nominative in OF_HER if is_female else OF_HIM:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + nominative
    if not is_female and word.endswith(("а", "у")) and word[-2:-1].lower() in CONSONANT and len(word) > 3:
        return FLEETING.get(word[:-1], word[:-1])
    return word


def without_suffix(word: str, endings: tuple[str, ...] = CASES) -> str:
    """A Kazakh name without its case."""
    ending = next((ending for ending in endings if word.endswith(ending) and len(word) > len(ending) + 2), "")
    return word.removesuffix(ending) if ending else word


def court_name(name: str, is_oblique: bool) -> str:
    """A name with initials as it stands in a row: *Сейтовой А.К.* is Сейтова А.К."""
    initials = "".join(re.findall(rf"[{UPPER}]\.", name))
    surname = re.sub(rf"[{UPPER}]\.\s?", "", name).strip()
    surname = without_suffix(surname)
    if is_oblique:
        surname = without_case(surname, bool(HER.search(surname)))
    comes_first = name.strip().startswith(initials[:2])
    return f"{initials} {surname}" if comes_first else f"{surname} {initials}"


def person_name(words: list[str], is_oblique: bool, is_female: bool | None, surname_first: bool) -> str:
    """First name and surname, without the father's name, in the nominative."""
    fathers = [word for word in words[1:] if FATHER.search(word) or MOTHER.search(word)]
    if fathers:
        is_female = bool(MOTHER.search(fathers[0]))
        surname_first = words.index(fathers[0]) == 2
        words = [word for word in words if word not in fathers]
    if len(words) != 2:
        return ""
    if is_female is None:
        is_female = any(HER.search(word) for word in words)
    marks = [bool(SURNAME.search(word)) for word in words]
    if not fathers and marks[0] != marks[1]:
        surname_first = marks[0]
    if is_oblique:
        words = [without_case(word, is_female) for word in words]
    return " ".join(reversed(words) if surname_first else words)
