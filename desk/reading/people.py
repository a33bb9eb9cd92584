"""Whose case it is: the name that the words about an accused stand beside."""

import re
from collections.abc import Iterator

from desk.reading.names import CASES, DATIVE, FULL, WORD, person_name, without_suffix
from desk.reading.proposals import Proposal
from desk.reading.text import Sentence

OBLIQUE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:[Пп]ризнать|ПРИЗНАТЬ|[Оо]правдать|в\sотношении|по\sобвинению|[Вв]ыдана|осужд[её]нн(?:ого|ой)"
        rf"|подсудим(?:ого|ой)|приговорил\w?:?)\s"
        rf"(?P<word>виновн(?:ым|ой)\s)?(?P<name>{FULL})(?P<after>\s\w{{0,9}})?",
        rf"(?<!\w)(?P<name>{FULL})\s(?:по\s[^;\n]{{3,160}}\s)?(?:признать\s(?:не)?виновн|оправдать)(?P<after>ым|ой)?",
        rf"(?P<word>(?:активист|блогер|журналист|правозащитник|политик)у\s)(?P<name>{FULL})(?P<after>)",
        rf"(?P<word>(?:[Пп]одозреваем|[Оо]бвиняем|[Пп]одсудим|подзащитн|[Оо]сужд[её]нн)(?:ому|ой|ую|ого)\s)"
        rf"(?P<name>{FULL})(?P<after>)",
        rf"приговор\w?\sпо\sделу\s(?:[а-яё-]{{4,25}}\s){{0,2}}(?P<word>(?:активистк?|блогер|журналистк?|матер|жител"
        rf"|пенсионер)\w{{1,5}}\s)(?P<name>{FULL})(?P<after>)",
        rf"(?:признал|приговорил|осудил|оправдал)\w?\s(?:[а-яё-]{{4,25}}\s){{0,2}}{WORD}\s{WORD}\sи\s"
        rf"(?P<name>{WORD}\s{WORD})(?P<after>)(?!\w)",
        rf"(?<!\w)(?P<name>{FULL})\s(?:признал|приговорил|осудил|оправдал)и(?P<after>\sвиновн(?:ым|ой))?",
        rf"(?:признал|приговорил|осудил"
        rf"|оправдал)\w?\s(?:[а-яё-]{{4,25}}\s){{0,2}}(?P<name>{FULL})(?P<after>\s\w{{0,9}})?",
    )
)
NOMINATIVE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\w)(?P<name>{FULL})(?:,\s(?:ранее\sне|не\s?судим|\d|урож|гражд)[^,;\n]{{2,40}}){{0,3}},?\s(?:осужд[её]н|признан|приговор[её]н|оправдан|получил)а?(?!\w|\s\d{{1,2}}\sсут)",
        rf"[Оо]сужд[её]нн(?:ый|ая)\s(?P<name>{FULL})|[Пп]одсудим(?:ый|ая)\s(?P<other>{FULL})",
        rf"(?:activist|blogger|journalist|sentenced|handed)\s(?P<name>{FULL})(?=\s(?:to|guilty|a)(?!\w))",
        rf"(?:activist|blogger|journalist)\s(?P<name>{FULL})",
    )
)
KAZAKH_LAW = r"\s(?:ҚР\s)?(?:ҚК|Қылмыстық\sкодекс|Қазақстан\sРеспубликасы(?:ның)?\sҚылмыстық)"
KAZAKH = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\w)(?P<name>{FULL})(?={KAZAKH_LAW})",
        rf"(?<!\w)(?P<name>{FULL})(?P<about>\sқатысты)",
        rf"(?<!\w)(?P<name>{WORD}\s{WORD}(?:ты|ті|ды|ді|ны|ні))\s[^.;\n]{{0,70}}(?:соттады|айырды|кесті)",
        rf"(?<!\w)(?P<name>{WORD}\s{WORD}(?:ты|ті|ды|ді|ны|ні))\s[^.;\n]{{0,70}}(?:кінәлі|айыпты)\sдеп\sтан",
        rf"(?<!\w)(?P<name>{WORD}\s{WORD})\s(?:пен|мен|бен)\s{WORD}\s{WORD}(?:ты|ті|ды|ді|ны|ні)\s[^.;\n]{{0,70}}"
        rf"(?:(?:кінәлі|айыпты)\sдеп\sтан|соттады|кесті)",
        rf"(?<!\w)(?P<name>{WORD}\s{WORD}(?:ға|ге|қа|ке))(?P<about>\sүкім\s(?:оқыл|шығар|жариялан))",
        rf"(?:[Сс]отталушы|[Сс]отталған|белсенді|блогер|журналист"
        rf"|ұқық\sқорғаушы)\s(?P<name>{FULL})(?P<about>\sқатысты)?",
    )
)
CALLING = re.compile(r"(?:активист|правозащитник|блогер|журналист|политик|юрист|адвокат|поэт|художник)", re.IGNORECASE)
"""What news call somebody at the beginning of a sentence, where it has a capital letter."""
SURELY_DATIVE = 8
"""Letters of a Kazakh surname from which its last two are the case: *Еңсебекке*."""
NOT_NAMES = re.compile(r"(?:Республик|Уголовн|Қазақстан|Қылмыстық|Суд|Сот|District|Criminal)")


def read_person(sentence: Sentence, paper: str) -> Iterator[Proposal]:
    """The convict's name as the archive shows names, where it is written out."""
    in_court = paper != "news"
    for pattern in OBLIQUE:
        for match in pattern.finditer(*sentence):
            said = f"{match.groupdict().get('word') or ''}{match['after'] or ''}"
            is_female = (
                True
                if "ой" in said or "ую" in said or "матери" in said
                else False
                if "ым" in said or (said.endswith("у ") and "овой" not in match["name"])
                else None
            )
            yield from _proposal(match, "name", True, is_female, in_court)
    for pattern in NOMINATIVE:
        for match in pattern.finditer(*sentence):
            group = "name" if match["name"] else "other"
            yield from _proposal(match, group, False, None, in_court and match[group].isascii() is False)
    for pattern in KAZAKH:
        for match in pattern.finditer(*sentence):
            is_dative = bool(match.groupdict().get("about"))
            yield from _kazakh(match, is_dative, in_court)


def _proposal(
    match: re.Match[str], group: str, is_oblique: bool, is_female: bool | None, in_court: bool
) -> Iterator[Proposal]:
    words = match[group].split()
    words = words[1:] if CALLING.match(words[0]) else words
    if NOT_NAMES.search(match[group]):
        return
    if name := person_name(words, is_oblique, is_female, in_court):
        yield Proposal("begun-person", (name,), match.start(group), match.end(group))


def _kazakh(match: re.Match[str], is_dative: bool, in_court: bool) -> Iterator[Proposal]:
    if NOT_NAMES.search(match["name"]):
        return
    words = match["name"].split()
    endings = (*CASES, *DATIVE) if is_dative or len(words[-1]) >= SURELY_DATIVE else CASES
    plain = [*words[:-1], without_suffix(words[-1], endings)]
    if name := person_name(plain, False, None, in_court):
        yield Proposal("begun-person", (name,), match.start("name"), match.end("name"))
