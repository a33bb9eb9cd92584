"""What was decided, when and by whom: the verdict, the ruling about it, the day of force."""

import re
from collections.abc import Iterator

from desk.reading.courts import CourtMention, find_courts
from desk.reading.dates import DateMention, find_dates
from desk.reading.names import LOWER, SHORT, WORD, court_name
from desk.reading.proposals import Proposal
from desk.reading.text import Sentence

I = re.IGNORECASE  # noqa: E741
HEADING = re.compile(
    r"\W{0,3}(?:г(?:\.|ород)\s?[^\W\d_-]{2,20},?\s"
    r"|[^\W\d_]{2,20}\sқаласы,?\s)?(?:[^\W\d_-]{2,20}(?:[ -][^\W\d_]{2,20})?[,.]\s)?\Z"
)
DECREED = re.compile(r"приговор\w{0,3}(?:\s[^;:\n]{0,100})?\sот\s?\Z", I)
RULED = re.compile(r"(?:постановлени\w{1,2}|коллеги\w{1,2})(?:\s[^;:\n]{0,100})?\sот\s?\Z", I)
RULED_AFTER = re.compile(r"\s?(?:№\s?\S{1,12}\s)?қаулы", I)
RECORD = re.compile(r"судимост", I)
EARLIER_AFTER = re.compile(r"\s?үкіммен\s(?:сотталған|тағайындалған)")
"""Of an earlier verdict the day is not this one's."""
DECREED_AFTER = re.compile(r"\s?(?:№\s?\S{1,12}\s)?үкім", I)
ACT = (
    r"(?:рассмотре\w{1,3}|вынес\w{0,3}(?:\sприговор|\sрешение|\sсудья\s[^.;\n\d]{3,45})?|осужд[её]н\w{0,4}"
    r"|огласил\w?(?:\sприговор)?|оглаш[её]н\w?|провозглаш[её]н\w?|постановил\w?)"
)
BEFORE_ACT = re.compile(rf"{ACT}\s?\Z", I)
AFTER_ACT = re.compile(
    r",?\s(?:огласил\w?|рассмотрев|не\sнаш[её]л|оправда\w{1,3}|вын(?:ес|осит)\w{0,2}\sприговор|отмен\w{1,4}|остав\w{1,4}|измен\w{1,4}|призна\w{1,4}"
    r"|приговор\w{1,4}|осуд\w{1,4}|в\sапелляционном)",
    I,
)
KAZAKH_ACT = re.compile(
    r"(?:қалдырды|жарияланды|айырды|кесті|өзгертіп|өзгертті|соттады|шығарылды|тан(?:ып|ыды)|күшін\sжойды"
    r"|күшін\sжойып|оқы(?:лды|ды)|ақта(?:п|ды|лды)|шығарды|сотталды)",
    I,
)
ENGLISH_ACT = re.compile(r"(?:sentenced|found|convicted|handed|upheld|overturned|quashed|read\sout)", I)
ENGLISH_FROM = re.compile(r"(?:from|to|until|since|born)\s\Z", I)
DECREED_THEN = re.compile(r"\s(?:күні\s)?(?:жария\sет|жариялан|шығарыл|оқыл)", I)
NOT_OF_THE_COURT = re.compile(r"\s(?:күні\s)?(?:ту(?:ған|ылған)|дүниеге|[^.;,\n]{0,20}(?:ұстал|қамауға\sалын))", I)
"""What Kazakh says behind a day that is not of the decision."""
DECIDED = re.compile(r"приговор|признал|осудил|постановил|коллеги|апелляц|судь[яи]|отменил|оставил", I)
IN_FORCE = re.compile(
    r"вступи\w{1,3}\sв\s(?:законную\s)?силу\s(?:с\s)?\Z|в\sзаконную\sсилу\s(?:приговор\s)?вступил\s\Z", I
)
IN_FORCE_AFTER = re.compile(r"\s(?:вступи\w{1,3}\sв\s(?:законную\s)?силу|заңды\sкүшіне\sен)", I)
COPY = re.compile(r"копи\w{1,2}\sприговора(?:\s[^.;\n\d]{1,50})?\s?\Z|көшірмесі(?:\s[^.;\n\d]{1,40})?\s\Z", I)
REGISTERED = re.compile(r"уч[её]т\w?\s(?:[^.;\n\d]{0,60}\s)?\Z", I)
REGISTERED_AFTER = re.compile(r"\sпробация\sқызметінің\sесебін", I)
WINDOW = 130
HEADING_LONGEST = 75
PLACE_WORDS = re.compile(r"(?:город|г|село|посёлок|поселок|район|облыс|област|ауыл|аудан|қала|дело|іс|суд)\w{0,4}", I)
LOWER_WORD = re.compile(rf"(?<!\w)[{LOWER}]{{3,}}")
"""Letters of a line that is only place and day."""


def read_dates(sentence: Sentence, paper: str, is_early: bool) -> Iterator[Proposal]:
    """The days whose meaning the words beside them say; others are no proposal."""
    if paper == "appeal" and ABOVE.search(sentence.words):
        return
    decided = "appeal-date" if paper == "appeal" else "verdict-date"
    for day in find_dates(*sentence):
        if field := _meaning(sentence, day, paper, decided, is_early):
            yield Proposal(field, day.values, day.start, day.end)


def _meaning(sentence: Sentence, day: DateMention, paper: str, decided: str, is_early: bool) -> str:
    text, words = sentence.text, sentence.words
    before = text[max(sentence.start, day.start - WINDOW) : day.start]
    after = text[day.end : min(sentence.end, day.end + WINDOW)]
    if IN_FORCE.search(before) or IN_FORCE_AFTER.match(after):
        return "appeal-in_force" if paper == "appeal" and "приговор" not in words.lower() else "verdict-in_force"
    if COPY.search(before):
        return "verdict-copy_served"
    if REGISTERED_AFTER.match(after) or (REGISTERED.search(before) and "пробаци" in words):
        return "release-registered"
    if (RULED.search(before) and not DECREED.search(before)) or RULED_AFTER.match(after):
        return decided if paper == "appeal" else ""
    if RECORD.search(before) or EARLIER_AFTER.match(after):
        return ""
    if DECREED.search(before) or (DECREED_AFTER.match(after) and day.ending.endswith(("ғы", "гі"))):
        return "verdict-date"
    if DETAINED.search(words) and not SENTENCED.search(words):
        return ""
    if RULING.search(words) and paper != "appeal":
        return ""
    if paper == "news" and REVIEWS.search(words):
        return ""
    if _is_heading(sentence, day, paper, is_early) or _is_acted(sentence, day, before, after):
        return decided
    return ""


def _is_heading(sentence: Sentence, day: DateMention, paper: str, is_early: bool) -> bool:
    """Place and day above a text; in the news also before its first sentence."""
    if not is_early or not HEADING.match(sentence.text[sentence.start : day.start]):
        return False
    rest = PLACE_WORDS.sub("", sentence.text[day.end : sentence.end])
    short = sentence.end - sentence.start <= HEADING_LONGEST and not LOWER_WORD.search(rest)
    short = short and not day.ending.endswith(("ғы", "гі"))
    return short if paper != "news" else short or bool(DECIDED.search(sentence.words))


def _is_acted(sentence: Sentence, day: DateMention, before: str, after: str) -> bool:
    """Whether the court did something on this day."""
    words = sentence.words
    if BEFORE_ACT.search(before) or AFTER_ACT.match(after):
        return bool(re.search(r"приговор|апелляц|коллеги|признал|оправдал|осудил|осужд|решение", words, I))
    if NOT_OF_THE_COURT.match(after):
        return False
    if DECREED_THEN.match(after) and re.search(r"үкім|қаулы", words, I):
        return True
    if day.ending.endswith(("да", "де", "та", "те")):
        return bool(KAZAKH_ACT.search(words)) and bool(re.search(r"(?:сот|судья|үкім|қаулы)", words, I))
    return bool(ENGLISH_ACT.search(words)) and not ENGLISH_FROM.search(before)


DETAINED = re.compile(r"под\sарест|домашн\w{2,3}\sарест|под\sстраж|под\sзалог|санкци|задерж|қамау|күзетпен", I)
SENTENCED = re.compile(r"приговор|призна[лн]|осуд|осужд|үкім|кінәлі|сотта", I)


DESTINATION = re.compile(
    r"(?:обжалован\w?|жалоб\w|опротестован\w?|намерен\w?|обрати\w{1,4}|дойти|идти)(?:\s[^.;\n]{0,60})?\sв\s"
    r"(?:(?:апелляционную\s)?(?:судебную\s)?коллегию\s(?:по\sуголовным\sделам\s)?)?\Z",
    I,
)
KAZAKH_DESTINATION = re.compile(r"[^.;\n]{0,60}?шағым(?:\sбер|\sкелтір|дануға)", I)
"""Where somebody may go is no court that decided."""
DECIDES = re.compile(
    r"приговор|призна|осуд|осужд|рассмотр|председательств|составе|вын[её]с|постанов|коллеги|остав|измен|отмен|судь"
    r"|решени|реши|оправда|апелляц|төраға|үкім|қаулы|сотта|қара[пд]|қалдыр|өзгерт|айыр|кінәлі|ақта|шешім|жаза|суд\W*\Z"
    r"|соты\W*\Z|court|sentenc|convict|found",
    I,
)
"""A court that only stands in a story (it fined somebody once, it looked at an arrest) gave no verdict."""
ABOVE = re.compile(r"кассаци|верховн\w{2,3}\sсуд|жоғарғы\sсот", I)
"""The court above the one that heard the appeal: neither its day nor its name is the appeal's."""
ADMINISTRATIVE = re.compile(r"оштраф|КоАП|административн\w{2,3}\s(?:арест|правонаруш)|ӘҚБтК|әкімшілік\sқұқық\sбұз", I)
REVIEWS = re.compile(
    r"без\sизменени|остав\w{1,4}\s(?:приговор|в\sсиле)|апелляц|кассац|отмен\w{1,4}\sприговор|өзгеріссіз|күшінде\sқал"
    r"|upheld|overturned|quashed|appeals?\s(?:court|panel|board)",
    I,
)
"""In the news this is the court above: the verdict is another's."""
OF_ANOTHER = re.compile(r"(?:постановлени\w{1,2}\s(?:апелляционной\s|судебной\s){0,2}|решени(?:ем|я|ю)\s)\Z", I)
KAZAKH_OF_ANOTHER = re.compile(r"(?:(?!үкім)[^.;\n]){0,45}?\sшешім", I)
RULING = re.compile(r"қаулы\sшығар", I)
"""What a court orders after the verdict, on a replacement or a parole."""
INVESTIGATING = re.compile(r"следственн|тергеу", I)
"""A court that allows custody gives no verdict."""
OF_THE_VERDICT = re.compile(r"(?:приговор\w{0,3}(?:\s[^\W\d_]{1,20}){0,2}|үкім(?:ді|ін)?)\s\Z", I)
VERDICT_AFTER = re.compile(r"(?:(?!\s[Сс]от)[^;\n]){0,90}?\sүкім", I)


def read_courts(sentence: Sentence, paper: str) -> Iterator[Proposal]:
    """The court that decided and, on appeal, the court whose verdict it was."""
    words, of_another = sentence.words, {"news": REVIEWS, "appeal": ABOVE}.get(paper)
    if ADMINISTRATIVE.search(words) or not DECIDES.search(words) or (of_another and of_another.search(words)):
        return
    if RULING.search(words) and paper != "appeal":
        return
    for court in find_courts(*sentence):
        before = sentence.text[max(sentence.start, court.start - 120) : court.start]
        if DESTINATION.search(before) or INVESTIGATING.search(court.value):
            continue
        behind = (sentence.text, court.end, sentence.end)
        if KAZAKH_OF_ANOTHER.match(*behind) or KAZAKH_DESTINATION.match(*behind):
            continue
        if paper == "appeal" or not OF_ANOTHER.search(before):
            field = _instance(sentence, court, before, paper)
            yield Proposal(field, (court.value,), court.start, court.end)


def _instance(sentence: Sentence, court: CourtMention, before: str, paper: str) -> str:
    if paper != "appeal" or OF_THE_VERDICT.search(before):
        return "verdict-court"
    after = sentence.text[court.end : min(sentence.end, court.end + 100)]
    is_genitive = sentence.text[court.start : court.end].endswith("ның")
    return (
        "verdict-court" if is_genitive and VERDICT_AFTER.match(after) and "облыс" not in court.value else "appeal-court"
    )


JUDGE = re.compile(
    r"(?P<cue>[Пп]редседательствующ(?:ий|его|ая|ей)(?:\sпо\sделу)?(?:\s[–-])?(?:\sсудь(?:я|и|ей|ёй))?"
    r"|[Сс]уд(?:ьи|ья|ьёй|ьей)|председательством(?:\sсудьи)?|төрағалық\sетуші(?:\sсудья)?|судьясы|[Сс]удья)"
    rf"(?P<court>\s(?!и\s)[^.,;:\n]{{0,110}}?)??\s(?P<name>{SHORT})"
)
JUDGE_IN_NEWS = re.compile(rf"[Сс]удья\s(?P<name>{WORD}\s{WORD})(?!\w)")
OTHERS = {
    "present-prosecutor": re.compile(
        rf"(?:[Пп]рокурор|айыптаушы|обвинител)(?P<case>а|ом|я"
        rf"|ем)?ь?\s(?P<gap>[^.,;:\nA-ZА-ЯЁ]{{0,30}}?)(?P<name>{SHORT})"
    ),
    "present-defence": re.compile(
        rf"(?:[Аа]двокат|[Зз]ащитник|[Ққ]орғаушы(?:сы)?)(?P<case>а|ом|ов)?\s(?P<gap>)(?P<name>{SHORT})"
    ),
}
COURT_WORD = re.compile(r"[Сс]уд(?:а|ы)?(?!\w)|[Сс]от")
NOMINATIVE = ("ий", "ая", "я")


def read_present(sentence: Sentence, paper: str) -> Iterator[Proposal]:
    """The judge who presided, the prosecutor, the defence, by surname and initials."""
    judge = "appeal-judge" if paper == "appeal" else "verdict-judge"
    for match in JUDGE.finditer(*sentence):
        cue = match["cue"].split()[-1]
        is_oblique = cue.isascii() is False and not cue.endswith(NOMINATIVE) and cue not in ("судьясы", "етуші")
        yield Proposal(judge, (court_name(match["name"], is_oblique),), match.start(), match.end())
    for match in JUDGE_IN_NEWS.finditer(*sentence) if paper == "news" else ():
        if not COURT_WORD.search(match["name"]):
            yield Proposal(judge, (match["name"],), match.start(), match.end())
    for field, pattern in OTHERS.items():
        for match in pattern.finditer(*sentence):
            yield Proposal(field, (court_name(match["name"], bool(match["case"])),), match.start(), match.end())


RESULTS = (
    ("changed", re.compile(
        r"(?:приговор\w{0,2}(?:\s[^;:\n]{0,120})?\sизмен(?:ить|ил\w?|[её]н)(?!\w)|измен(?:ить|ил\w?|[её]н)\sприговор"
        r"|үкім(?:і|ін|ді)?\sөзгерт(?:іп|ті|ілсін|іледі)|(?:changed|reduced)\sthe\s(?:verdict|sentence))", I)),
    ("cancelled", re.compile(
        r"(?:приговор\w{0,2}(?:\s[^;:\n]{0,120})?\sотмен(?:ить|ил\w?|[её]н)(?!\w)|отмен(?:ить|ил\w?|[её]н)\sприговор"
        r"|үкім(?:і|ін|інің|нің|ді)?\s(?:күшін\sжой|бұз)\w{1,5}|(?:overturned|quashed"
        r"|cancelled)\sthe\s(?:verdict|sentence))", I)),
    ("upheld", re.compile(
        r"(?:приговор\w{0,2}(?:\s[^;:\n]{0,120})?\s(?:остав\w{1,4}\s)?без\sизменени\w"
        r"|остав\w{1,4}\sприговор\w{0,2}\s(?:без\sизменени\w|в\sсиле)"
        r"|үкім(?:і|ін|ді)?\s(?:өзгеріссіз|күшінде\sқал)\w{0,8}|upheld\sthe\s(?:verdict|sentence|conviction))", I)),
)  # fmt: skip
WISH = re.compile(
    r"(?:за)?прос(?:ит|ят|ил\w?|ивш\w{2,3})(?!\w)|полага(?:ет|л)|требу(?:ет|ют)|(?:по)?требовал|предл(?:агал|ожил)|запр(?:ашива|оси)л|просьб\w\s|следует\s"
    r"|(?<!суд\s)(?<!коллегия\s)счита(?:ет|л)\w?\s|довод\w{0,3}\s(?:гос|прокурор|обвинител|защит|адвокат)"
    r"|(?:прокурор|обвинител|защитник|адвокат)\w{0,2}\s[^.;\n]{0,30}поддерж"
    r"|ходатайствовал|сұра(?:ды|йды|ған|п)(?!\w)|ұсын(?:ды|ған|ып)|талап\sет|өтінді|asked",
    I,
)
"""Somebody wants it: the court has not said it."""
PRIOR = re.compile(
    r"(?<!\w)ранее,?\s(?!не\s)|осуждал(?:ся|ась)|судимость\s(?:погашена|снята)|бұрын\s[^.\n]{0,40}сотталған"
    r"|бұған\sдейін\s[^.\n]{0,120}(?:сотталған|үкімімен)"
    r"|соттылығы|(?<!\w)отбы(?:л|вал)\w?\s|по\sдругому\sделу|выделен\w?\sв\sотдельн|бұрынғы\sүкім|в\sкачестве\sсвидетел"
    r"|допрошен\w?\s[^.;\n]{0,20}свидетел|(?<!\w)напомним|еске\sсал|(?<!\w)(?:его|её|ее|оның)\s(?:соратни|коллег|брат|сын|подельни|муж|жен[аеуы]|отец|отц|мат[ье]|сестр|доч|серіг|дос"
    r"|аға|іні|күйеу|жұбай|әйел|әке|ана|ұл|қыз)\w{0,5}[\s,]|(?<!\w)(?:күйеуі|жұбайы)(?:не|н|на)?\s|втор(?:ой|ая)\sподсудим"
    r"|друг(?:ой|ая|ие)\s(?:подсудим|фигурант|осужд)|екінші\sсотталушы|басқа\sсотталушы|толық\sөте(?:ген|ді)"
    r"|по\sтой\sже\sстать|(?:более|свыше)\s[^.;\n]{1,25}\sчеловек|дәл\sосы\sбап|адам\sсотталған"
    r"|в\sсоседн\w{2,3}\s(?:зал|суд)|по\sтому\sже\sделу|тем\sже\sприговором|(?<!\w)коллега\s[А-ЯЁ]|бірге\s(?:айыпталған|сотталған)"
    r"|соосужд|сообвин|соучастни|co-(?:defendant|accused)",
    I,
)
"""What somebody was sentenced to before, or somebody else, is another case."""
UNSERVED = re.compile(r"неотбыт|өтелмеген", I)
"""A court adds what is left of an earlier verdict: its court and day are not this one's."""


def read_ruling(sentences: list[Sentence]) -> Iterator[Proposal]:
    """What the ruling did to the verdict; what it left of a changed one is no second result."""
    heard = [sentence for sentence in sentences if not WISH.search(sentence.words)]
    for result, pattern in RESULTS:
        for sentence in heard:
            if match := pattern.search(*sentence):
                yield Proposal("appeal-result", (result,), match.start(), match.end())
                return


CONVICTED = re.compile(
    r"(?<!не)виновн(?:ым|ой|а|ыми|ен)?(?!\w)|осужд[её]н(?:а|ы)?(?!\w)|приговор\sпо\sст"
    r"|(?:огласил\w?\sприговор|үкім\sоқы)[^.;\n]{0,80}:\s[^.;\n]{1,40}(?:ограничени|лишени|шекте|айыр)"
    r"|получил\w?\s[^.;\n]{1,40}(?:свободы|условно|тюрьмы|колонии)|осужд[её]нн\w{2,3}\s(?:по\sст"
    r"|[\d.]{8,10}\s(?:г\.|года)?\s?суд)|приговорил\w?(?:\sк|\s[^;\n]{1,90}\sк)\s|приговор[её]н\w?(?:\s[^;\n]{1,90})?\sк\s"
    r"|кінәлі\sдеп|айыпты\sдеп|соттады|айыр(?:ыл)?ды|жазасына\sкес|сотталып|сотталды|found\s[^.;\n]{0,60}\sguilty"
    r"|convicted|sentenced|suspended\ssentence",
    I,
)
ACQUITTED = re.compile(r"(?<!\w)оправда(?:ть|н|на|ны|л|ла|ли)(?!\w)|ақтал(?:сын|ды|ып)|ақта(?:ды|п\sшы)|acquitted", I)

OVERTURNED = re.compile(
    r"приговор\w{0,2}\s(?:был\s)?отмен[её]н|отмен\w{1,4}\s[^.;\n]{0,80}оправдательн|ақтау\sүкімі\S{0,4}\sкүшін\sжой", I
)
"""An acquittal that fell is not how it ended."""


def read_result(sentences: list[Sentence]) -> Iterator[Proposal]:
    """Convicted if of anything; else acquitted."""
    for result, pattern in (("convicted", CONVICTED), ("acquitted", ACQUITTED)):
        if result == "acquitted" and any(OVERTURNED.search(*sentence) for sentence in sentences):
            return
        for sentence in sentences:
            if not WISH.search(sentence.words) and (match := pattern.search(*sentence)):
                yield Proposal("verdict-result", (result,), match.start(), match.end())
                return
