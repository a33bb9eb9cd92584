"""Courts in a text, by the name that a row would have."""

import re
from typing import NamedTuple

from desk.reading.names import LOWER, UPPER

CAPITAL = rf"[{UPPER}][{LOWER}]{{1,30}}(?:-[{UPPER}][{LOWER}]{{1,30}})?"
END = r"(?:ий|ый|ой|ого|ому|им|ым|ом)"
KINDS = (
    "районн|городск|областн|межрайонн|специализированн|военн|гарнизонн|следственн|экономическ|административн"
    "|ювенальн|уголовн|апелляционн|кассационн|верховн"
)
ADJECTIVE = rf"(?:(?:[{UPPER}][{LOWER}]{{2,30}}(?:-[{UPPER}][{LOWER}]{{2,30}})?(?:[сц]к|н|в)|(?:{KINDS})){END}\s)"
"""What a place is called by, or in small letters a kind of court: *обстоятельством суд признаёт* names none."""
KIND_ONLY = re.compile(rf"(?i:{KINDS})")
"""A court that is only a kind has no place."""
HEAD = r"(?:(?:обл|гор|рай)суд|[Сс]уд)(?:а|у|ом|е)?(?!\w)"
PLACE = (
    rf"(?:города|г\.)\s?{CAPITAL}|района\sимени\s{CAPITAL}(?:\s[{LOWER}]{{2,4}}(?!\w))?"
    rf"|района\s(?:{CAPITAL}|«{CAPITAL}»)"
)
BELONGS = rf"{CAPITAL}(?:ого|ой)\s(?:района|области|обл\.)|области\s{CAPITAL}"
BARE = (
    r"(?:Алматы|Астаны|Шымкента?|Нур-Султана?|Жетісу|Жетысу|Абай|Улытау|Ұлытау|Караганды|Павлодара|Костаная|Актобе"
    r"|Атырау|Актау|Уральска|Тараза|Семея|Усть-Каменогорска|Петропавловска|Кокшетау|Кызылорды|Талдыкоргана"
    r"|Туркестана|Экибастуза|Темиртау|Жезказгана|Конаева)(?!\w)"
)
"""Cities and regions that news name without the word for one."""
TAIL = rf"(?:\s№\s?\d{{1,2}})?(?:\sпо\sуголовным\sделам)?(?:\s(?:{PLACE}|{BELONGS}|{BARE})){{0,3}}(?:\s№\s?\d{{1,2}})?"
RUSSIAN = re.compile(rf"(?<![\w-])(?P<kinds>{ADJECTIVE}{{0,4}})(?P<head>{HEAD})(?P<tail>{TAIL})")
KAZAKH_WORD = (
    rf"(?:{CAPITAL}|«{CAPITAL}»|облысы(?:ның)?|қаласы(?:ның)?|ауданы(?:ның)?|аудандық|қалалық|облыстық|мамандандырылған"
    rf"|ауданаралық"
    r"|қылмыстық\sістер\sжөніндегі|би|атындағы|№\s?\d{1,2})"
)
KAZAKH = re.compile(rf"(?<![\w-])(?P<kinds>(?:{KAZAKH_WORD}\s){{1,9}})[Сс]от(?:ы(?:ның|нда|нан|на|мен)?)(?!\w)")
KAZAKH_OPENING = re.compile(
    r"\A(?:(?:(?:Үкім|Қаулы|Шешім|Белсенді)[а-яәғқңөұүһі]{0,8}|Іс|Ол|Бұл|Кеше|Бүгін|Ал|Осы|Алайда"
    r"|[А-ЯӘҒҚҢӨҰҮҺІ][а-яәғқңөұүһі]{2,20}(?:да|де|та|те)(?:ғы|гі))\s){1,2}"
)
"""A word that has its capital from the sentence that it opens, or says in which city the court of a district stands."""
ENGLISH = re.compile(
    rf"(?<![\w-])(?P<kinds>(?:{CAPITAL}\s(?:{CAPITAL}\s){{0,3}})?Court(?:\sNo\.\s?\d{{1,2}})?(?:\s(?:of"
    rf"|in)\s{CAPITAL})?"
    rf"|court\sin\s{CAPITAL})(?!\w)"
)
OWN_ENDINGS = {"городск": "ой", "областн": "ой"}


class CourtMention(NamedTuple):
    """A court that stands in the text."""

    value: str
    start: int
    end: int


def find_courts(text: str, start: int, end: int) -> list[CourtMention]:
    """The courts between two places of the text that a name tells apart: a mere *суд* is none."""
    mentions = [_russian(match) for match in RUSSIAN.finditer(text, start, end) if _has_place(match)]
    mentions += [court for court in map(_kazakh, KAZAKH.finditer(text, start, end)) if not court.value[0].islower()]
    for match in ENGLISH.finditer(text, start, end):
        name = re.sub(r"\AThe\s", "", match["kinds"])
        if name != "Court":
            mentions.append(CourtMention(name, match.end() - len(name), match.end()))
    return sorted(mentions, key=lambda mention: mention.start)


def _has_place(match: re.Match[str]) -> bool:
    """Whether the name says where: *районный суд № 2* may be any."""
    has_adjective = any(not KIND_ONLY.match(word) for word in match["kinds"].split())
    return has_adjective or bool(re.search(rf"[{UPPER}]", match["tail"]))


def _russian(match: re.Match[str]) -> CourtMention:
    words = [_nominative(word) for word in match["kinds"].split()]
    stem = re.sub(r"(?<=уд)(?:а|у|ом|е)\Z", "", match["head"])
    head = stem.lower() if words else stem
    return CourtMention(" ".join([*words, head]) + match["tail"], match.start(), match.end())


def _nominative(word: str) -> str:
    stem = re.sub(rf"{END}\Z", "", word)
    ending = OWN_ENDINGS.get(stem.lower()) or ("ий" if stem.endswith(("ск", "цк")) else "ый")
    return stem + ending


def _kazakh(match: re.Match[str]) -> CourtMention:
    kinds = KAZAKH_OPENING.sub("", match["kinds"])
    start = match.start() + len(match["kinds"]) - len(kinds)
    return CourtMention(f"{kinds.strip()} соты", start, match.end())
