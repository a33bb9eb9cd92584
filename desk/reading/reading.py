"""Reads a whole paper."""

import re
from collections.abc import Iterable, Iterator

from desk.reading.articles import find_articles
from desk.reading.custody import read_custody
from desk.reading.decisions import (
    ACQUITTED,
    CONVICTED,
    PRIOR,
    REVIEWS,
    UNSERVED,
    WISH,
    read_courts,
    read_dates,
    read_present,
    read_result,
    read_ruling,
)
from desk.reading.names import UPPER, WORD
from desk.reading.penalties import FINAL, KIND, read_bans, read_penalty
from desk.reading.people import read_person
from desk.reading.proposals import Proposal, is_contested, once
from desk.reading.text import Sentence, sentences

EARLY = 700
EARLY_IN_NEWS = 150
"""Characters in which a heading stands; news have captions and days of other things soon."""
OPERATIVE = re.compile(
    r"П\s?Р\s?И\s?Г\s?О\s?В\s?О\s?Р\s?И\s?Л\s?А?:?|ПОСТАНОВИЛА?:?|Ү\s?К\s?І\s?М\s{1,3}Е\s?Т\s?Т\s?І\s?:?"
    r"|Қ\s?А\s?У\s?Л\s?Ы\s{1,3}Е\s?Т\s?Т\s?І\s?:?"
)
"""What a court decides stands behind this word; before it, what others asked for."""
ORDER = re.compile(r"санкционир|следственн\w{2,3}\s(?:суд|межрайонн)|тергеу\s(?:судья|сот)|санкциялан", re.IGNORECASE)
VERDICT = re.compile(r"приговор|үкім|verdict", re.IGNORECASE)
"""An order on custody has a court, a judge and a day of its own, which are not the verdict's."""
EARLIER = re.compile(r"(?<!не\s)(?<!не)судим(?:ого|ой|ый|ая)\s\d", re.IGNORECASE)
"""A heading tells what somebody was sentenced to before."""
TESTIMONY = re.compile(
    r"из\sпоказаний|показал\w?,\sчто|пояснил\w?,\sчто|со\sслов\s|куә\s[^.;\n]{0,60}(?:айтты|көрсетті)", re.IGNORECASE
)
"""What a witness or a victim says of a penalty is no penalty."""
CRIMINAL = re.compile(
    r"(?<!\w)УК(?!\w)|уголовн\w{2,3}\s(?:дел|кодекс|наказан)|(?:лишени|ограничени)\w\sсвободы|колони|тюр[ье]м|условно(?!-)"
    r"|(?<!\w)ҚК(?!\w)|қылмыстық|бас\sбостандығы|шартты|criminal|prison",
    re.IGNORECASE,
)
OF_ANOTHER_KIND = re.compile(
    r"административн|КоАП|суток\sарест|сутк\w{1,3}\sарест|әкімшілік|ӘҚБтК|тәулік\w{0,3}\s(?:қамау|әкімшілік)"
    r"|гражданск\w{2,3}\sдел|исков\w{2,3}\s|азаматтық\sіс|administrative",
    re.IGNORECASE,
)
"""What a court for offences or for suits does has no verdict, whatever words it shares with one."""
SEVERAL = re.compile(
    r"кажд(?:ому|ый|ого)\sиз\s|(?<!\w)(?:обоих|обоим|оба|всех|все|двух|двое|троих|трое|тр[её]х|четверых|четверо|четыр[её]х|пятерых|пятеро|пяти"
    r"|нескольких)\s(?:[а-яё-]{3,20}\s){0,2}(?:активист|подсудим|осужд|обвиняем|журналист|жител|виновн|человек|фигурант)"
    r"|(?<!\w)(?:активисты|подсудимые|осужд[её]нные|обвиняемые|виновными|сотталушылар|айыпталушылар|белсенділер)(?!\w)"
    r"|(?:—|–)\sк\s[^.;\n]{3,40}(?:год|лет|месяц|заключени|тюрьм)"
    r"|(?:екі|үш|төрт|бес|алты|жеті)\s(?:белсенді|сотталушы|адам)|(?<!\w)екеуі|(?<!\w)әрқайсысы",
    re.IGNORECASE,
)
TRIED = re.compile(r"обвин|осужд|приговор|виновн|получил|ограничени|айыпт|сотта|үкім|жаза", re.IGNORECASE)
"""Several are convicted: one name of them is not the convict's."""
SUPPOSED = re.compile(
    r"в\sслучае\s(?:обвинит|признани)|до\s(?:момента\s)?признания|презумпц|если\s(?:суд|его|е[её]|их)\s[^.;\n]{0,30}призна"
    r"|кінәлі\sдеп\sтанылса|айыпты\sдеп\sтанылса|if\s(?:found|convicted)",
    re.IGNORECASE,
)
"""It would be so after a verdict that there is not."""
CONVICT = re.compile(rf"(?P<surname>{WORD})\s[{UPPER}]\.")
OFFICER = re.compile(
    r"(?:судь|прокурор|адвокат|защитник|обвинител|секретар|айыптаушы|қорғаушы|хатшы)\w*\s?[^.,;\n]{0,20}\Z",
    re.IGNORECASE,
)
EXECUTION = re.compile(
    r"условно-досрочн|(?<!\w)УДО(?!\w)|замен\w\sнеотбыт|неотбыт\w{2,3}\sчаст\w\sнаказани|өтелмеген\sбөлігін"
    r"|мерзімінен\sбұрын\sшартты|replaced\sthe\srest",
    re.IGNORECASE,
)
"""A ruling on what became of a penalty tells of the verdict, which others gave."""
LISTED = re.compile(r"\s?(?:\d{1,2}\)|[-–—])")
WISHING = re.compile(
    r",\s(?:(?:хотя|тогда\sкак|при\sэтом|а|но|ал|бірақ)\s)?(?:гос|мемлекеттік\s)?(?:прокурор|обвинитель|айыптаушы)\s"
    rf"(?=[^,.;\n]{{0,60}}?(?:{WISH.pattern}))",
    re.IGNORECASE,
)


def read(text: str, paper: str) -> list[Proposal]:
    """What an even text says for the form of a paper (`verdict`, `appeal`, `release`, `news`)."""
    every = list(_of_this_case(sentences(text)))
    decided = _operative(text, every)
    proposals = once([*_of_each(every, paper), *_of_the_decision(decided, paper)])
    are_several = any(SEVERAL.search(*sentence) and TRIED.search(*sentence) for sentence in every)
    are_named = is_contested(proposals, "begun-person")
    if are_named or len(_convicts(decided)) > 1 or any(SEVERAL.search(*sentence) for sentence in decided):
        proposals = list(_of_all_convicts(proposals, decided))
    if paper != "release" and EXECUTION.search(text):
        proposals = list(_of_the_verdict_alone(proposals))
    if are_several and not are_named:
        proposals = [proposal for proposal in proposals if proposal.field != "begun-person"]
    if _is_no_verdict(text, paper, decided, proposals):
        return [proposal for proposal in proposals if proposal.field.startswith(("custody", "begun"))]
    return proposals


def _convicts(decided: list[Sentence]) -> set[str]:
    """How the surnames begin that stand beside penalties, but for those of the court and the parties."""
    return {
        match["surname"][:5].lower()
        for sentence in decided
        if KIND.search(*sentence)
        for match in CONVICT.finditer(*sentence)
        if not OFFICER.search(sentence.text[max(sentence.start, match.start() - 40) : match.start()])
    }


def _of_the_verdict_alone(proposals: list[Proposal]) -> Iterator[Proposal]:
    """Without those who sat on what became of the penalty, nor the court, of which there are two."""
    of_the_day = {"verdict-judge"} | ({"verdict-court"} if is_contested(proposals, "verdict-court") else set())
    return (row for row in proposals if row.field not in of_the_day and not row.field.startswith("present"))


def _is_no_verdict(text: str, paper: str, decided: list[Sentence], proposals: list[Proposal]) -> bool:
    """Whether a text tells of custody, of an offence, of a suit, or (in the news) of a trial that has not ended."""
    if ORDER.search(text) and not VERDICT.search(text):
        return True
    if OF_ANOTHER_KIND.search(text) and not CRIMINAL.search(text):
        return True
    if paper != "news" or any(proposal.field in ("verdict-result", "penalty-kind") for proposal in proposals):
        return False
    return not any(VERDICT.search(*sentence) and not REVIEWS.search(sentence.words) for sentence in decided)


def _of_this_case(every: Iterable[Sentence]) -> Iterator[Sentence]:
    """All but those that tell of an earlier sentence, whose list goes on behind a semicolon."""
    goes_on = False
    for sentence in every:
        is_prior = bool(PRIOR.search(sentence.words) or (goes_on and LISTED.match(sentence.words)))
        goes_on = is_prior and sentence.words.endswith(";")
        if not is_prior:
            yield sentence


def _of_each(every: list[Sentence], paper: str) -> Iterator[Proposal]:
    for sentence in every:
        if UNSERVED.search(sentence.words):
            continue
        yield from read_dates(sentence, paper, sentence.start < (EARLY_IN_NEWS if paper == "news" else EARLY))
        yield from read_courts(sentence, paper)
        yield from read_present(sentence, paper)
        yield from read_person(sentence, paper)
        yield from read_custody(sentence)


def _operative(text: str, every: list[Sentence]) -> list[Sentence]:
    """The sentences in which the court decides, without those that tell what somebody asked for."""
    starts = [match.end() for match in OPERATIVE.finditer(text)]
    start = starts[-1] if starts else 0
    behind = [sentence._replace(start=max(start, sentence.start)) for sentence in every if sentence.end > start]
    heard = (sentence for sentence in map(_without_wish, behind) if not WISH.search(sentence.words))
    heard = (
        sentence
        for sentence in heard
        if not any(pattern.search(sentence.words) for pattern in (TESTIMONY, SUPPOSED, EARLIER))
    )
    return [sentence for sentence in heard if not UNSERVED.search(sentence.words) or FINAL.search(sentence.words)]


def _without_wish(sentence: Sentence) -> Sentence:
    """*…, хотя прокурор запрашивал семь лет*: the sentence ends before what somebody asked for."""
    clause = WISHING.search(*sentence)
    return sentence._replace(end=clause.start()) if clause else sentence


def _of_the_decision(decided: list[Sentence], paper: str) -> Iterator[Proposal]:
    if not decided:
        return
    if paper == "appeal":
        yield from read_ruling(decided)
        return
    yield from read_result(decided)
    yield from read_penalty(decided)
    for sentence in decided:
        yield from read_bans(sentence)
        yield from _charges(sentence)


CUSTODY = ("custody-kind", "custody-from_date", "custody-until_date")


def _of_all_convicts(proposals: list[Proposal], decided: list[Sentence]) -> Iterator[Proposal]:
    """Without penalties and results of which several are said, nor custody: whose each is, nobody can tell."""
    unlike = {field for field in ("penalty-kind", "penalty-length", "ban-length") if is_contested(proposals, field)}
    unlike |= {"penalty-length"} if "penalty-kind" in unlike else set()
    unlike |= {"penalty-amount", "penalty-regime", *CUSTODY} if unlike else set()
    if all(any(pattern.search(*sentence) for sentence in decided) for pattern in (ACQUITTED, CONVICTED)):
        unlike |= {"verdict-result"}
    for proposal in proposals:
        if proposal.field not in unlike:
            yield proposal


def _charges(sentence: Sentence) -> Iterator[Proposal]:
    """The articles of a sentence that convicts or acquits."""
    acquitted, convicted = ACQUITTED.search(*sentence), CONVICTED.search(*sentence)
    if acquitted and convicted and len(find_articles(*sentence)) > 1:
        return  # which article is which, the order of the words need not tell
    field = "charges-acquitted" if acquitted and not convicted else "charges-convicted" if convicted else ""
    for article in find_articles(*sentence) if field else ():
        yield Proposal(field, (article.value,), article.start, article.end)
