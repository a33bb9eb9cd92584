"""Sentences that tell of what a ban is about, in whatever words: what no list of phrases foresees.

A sentence counts that names a topic (a newspaper, pupils, a taxi, money, a border) and has a verb, or says with a verb
of the present what one person does, unless a word of proceedings, of law or of denial stands in it. Texts of cases
speak of courts and bans all the time; sentences about somebody's daily life do not.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from desk.review.checks.wordlists import excuses_of, lies_before, read_list, words_pattern
from records.languages import LANGUAGES

KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
"""Letters that Russian does not have: its words end like Kazakh verbs."""
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
PURPOSE = re.compile(r"\b(?:чтобы|so that|so (?:the|it|they|nobody|no one)\b)[^,.;]{0,120}", re.IGNORECASE)
"""What it is done for: a negation in it denies nothing."""
LONGEST = 600
"""Characters of a sentence that are looked at together."""
NO_VERBS = (
    "канал|материал|журнал|портал|финал|отдел|раздел|предел|был[аои]?|совет|ответ|комитет|университет|бюджет|запрет"
    "|интернет|депутат|кандидат|адвокат|результат|брат|лет|пять|девять|мандат|аппарат|чат|кабинет|предмет|паспорт"
    "|акимат|маслихат|институт|маршрут|минут|формат|сертификат|кредит|лимит|сайт|болған|болды|дейді"
    r"|(?:\w{3,20}л|іст|сөйл|сын|ойн|қар|сұр|баст|таст|тыңд|жас|қолд|үнд)[ае]д[ыі]"
)
"""Words that end like a verb."""
PAST = (
    "was|were|had|did|gave|spoke|wrote|taught|went|left|flew|drove|sold|ran|held|met|made|took|told|sent|got|came|led"
    "|kept|began|found|won|paid|bought|brought|built|became|stood|lost|fled|sang|said|saw|knew|chose|hid|set"
)
KIN = "lawyers?|counsel|sisters?|brothers?|mother|father|wife|husband|sons?|daughters?|colleagues?|relatives|parents"
PERSON = rf"\b(?:he|she|him|(?:her|his|their)(?! (?:{KIN})\b)|they|who|them)\b"
"""A pronoun that is the person: “his lawyer” is somebody else."""
PROGRESSIVE = r"\w{2,20}[ыі]?п (?:\w{1,20} )?(?:жүр|отыр|тұр|жатыр)\w{0,9}"
VERBS: Mapping[str, tuple[str, str]] = {
    "en": (rf"^(?!.*\b(?:{PAST}|\w{{2,20}}ed)\b).*{PERSON}", PERSON),
    "ru": (r"\w{2,20}(?:[еёи]т|[юуая]т)(?:ся)?", r"\w{1,20}(?:[аиеыяу]л|ш[её]?л)[аио]?(?:с[ья])?"),
    "kk": (
        rf"\w{{2,20}}(?:[аей]д[ыі]|ид[ыі])|{PROGRESSIVE}",
        r"\w{2,20}(?:[дт][ыі]|[ғқ]ан|[гк]ен)(?=\s*(?:$|[.,;!?]))",
    ),
}
"""For each language: what a sentence of the present holds, and one of the past. English is known by its pronoun."""
DEEDS: Mapping[str, str] = {
    "en": r"(?:he|she)(?: (?:\w{1,12}ly|still|also|now|often|again|only|even))? (?:(?!NOT\b)\w{2,20}s"
    r"|(?:is|has been) (?:\w{1,12}ly )?(?!(?:be|serv|appeal|await|fac|suffer|seek|ask|recover|wait|liv|do|go)ing)"
    r"\w{3,20}ing)",
    "ru": r"(?!NOT\b)\w{2,20}(?:[еёи]т)",
    "kk": rf"(?!NOT\b)(?:\w{{2,20}}(?<![ыі]л)(?<![ыі]н)(?:[аей]д[ыі]|ид[ыі])|{PROGRESSIVE})",
}
"""For each language a verb of the present which says what one person does; `NOT` are those of the list that do not."""


class Topics(NamedTuple):
    """A language's topics, compiled."""

    words: re.Pattern[str]
    procedure: re.Pattern[str]
    surely_procedure: re.Pattern[str]
    now: re.Pattern[str]
    then: re.Pattern[str]
    deed: re.Pattern[str]


def telling_sentence(text: str, past: bool, since: int = 0) -> str | None:
    """The first sentence that tells of somebody's activities; see `wordlists.breach_words` for `past` and `since`."""
    sentences = (telling_in(text, language, past, since) for language in LANGUAGES)
    return next((sentence for sentence in sentences if sentence), None)


def telling_in(text: str, language: str, past: bool, since: int = 0) -> str | None:
    """The first such sentence of one language."""
    topics, excuses = topics_of(language), excuses_of(language)
    for sentence in sentences_in(text, language):
        rest = excuses.after.sub("", sentence)
        if topics.procedure.search(PURPOSE.sub("", rest)):
            continue
        verb = topics.deed.search(rest)
        if topics.words.search(rest):
            is_late = past or rest != sentence or bool(excuses.recently.search(sentence))
            may_be_late = is_late and not lies_before(sentence, since)
            verb = verb or topics.now.search(rest) or ((may_be_late and topics.then.search(rest)) or None)
        if verb and not (excuses.of_others.search(rest[: verb.start()]) or begins_with_others(sentence, language)):
            return sentence.strip()
    return None


def begins_with_others(sentence: str, language: str) -> bool:
    """Whether somebody else opens a Kazakh sentence, far from its verb: *Әйелі Таразда медбике болып істейді*."""
    first, _space, others = sentence.partition(" ")
    is_alone = language == "kk" and not re.search(r"\bол\b", others)
    return is_alone and bool(excuses_of(language).of_others.search(first))


def unsure_sentence(text: str, past: bool, since: int = 0) -> str | None:
    """The first sentence that may tell of what somebody does, where only doubtful words speak against it.

    It has a verb, names no topic for certain, and may as well be of others or of what is not done: worth a look.
    """
    for language in LANGUAGES:
        topics, excuses = topics_of(language), excuses_of(language)
        for sentence in sentences_in(text, language):
            if topics.surely_procedure.search(sentence) or excuses.past.search(sentence):
                continue
            if lies_before(sentence, since):
                continue
            if topics.deed.search(sentence) or topics.now.search(sentence) or (past and topics.then.search(sentence)):
                return sentence.strip()
    return None


def sentences_in(text: str, language: str) -> Iterator[str]:
    """The sentences that may be of a language, without names."""
    for sentence in sentences_of(text):
        may_be = (
            not CYRILLIC.search(sentence) if language == "en" else (language == "kk") == bool(KAZAKH.search(sentence))
        )
        if may_be and not is_name(sentence):
            yield sentence


def is_name(sentence: str) -> bool:
    """Whether every word begins with a capital letter, and no full stop ends it."""
    return not sentence.endswith(".") and all(word[0].isupper() for word in sentence.split())


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, in pieces of bounded length."""
    sentences = re.split(r"(?<=[.!?;\n])\s", text)
    return [piece[start : start + LONGEST] for piece in sentences for start in range(0, len(piece), LONGEST)]


@cache
def topics_of(language: str) -> Topics:
    lists = read_list(language)["topics"]
    now, then = VERBS[language]
    no_deeds = rf"(?:{'|'.join(lists['no deeds'])})".replace("е", "[её]")
    verb = rf"(?<!\w)(?!(?:{NO_VERBS})\b)"
    return Topics(
        words=words_pattern(lists["words"], language, ""),
        procedure=words_pattern(lists["procedure"], language, ""),
        surely_procedure=words_pattern(
            [word for word in lists["procedure"] if word not in lists["doubtful"]], language, ""
        ),
        now=re.compile(now if language == "en" else rf"{verb}(?:{now})(?!\w)", re.IGNORECASE),
        deed=re.compile(rf"{verb}(?:{DEEDS[language].replace('NOT', no_deeds)})(?!\w)", re.IGNORECASE),
        then=re.compile(then if language == "en" else rf"{verb}(?:{then})(?!\w)", re.IGNORECASE),
    )
