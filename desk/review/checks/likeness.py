"""How like a sentence is to those that tell of a breach: weights learned from sentences that people wrote as examples.

The examples stand beside the tests, and with them every text that the archive ships as an example of the innocent.
`python -m tests.desk.review.checks.learning` learns anew. Nothing here is understanding: it knows pieces of words.
"""

import itertools
import math
import re
import zlib
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from desk.review.checks.wordlists import YEAR, excuses_of, lies_before

WEIGHTS = Path(__file__).with_name("lists") / "weights.npy"
BUCKETS = 1 << 16
PIECES = (2, 3, 4, 5)
"""Lengths of the pieces of words, in letters."""
UNLIKE, MAYBE, SURE = 0.14, 0.25, 0.5
"""Below the first, even the words of a list tell nothing; above the second somebody looks; the third stops a case."""
FEWEST = 2
"""Words of a sentence that likeness can be told of."""
LONGEST = 600
"""Characters of a sentence that are looked at together."""
KAZAKH, CYRILLIC = re.compile("[әғқңөұүһі]", re.IGNORECASE), re.compile("[а-яё]", re.IGNORECASE)
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
VERB = rf"(?<!\w)(?!(?:{NO_VERBS})\b)"
TENSES = {
    "en": (r"\b(?:is|are|has|have|still|now|again|keeps?|does|do)\b", rf"\b(?:{PAST}|\w{{2,20}}ed)\b"),
    "ru": (
        rf"{VERB}\w{{2,20}}(?:[еёи]т|[юуая]т)(?:ся)?(?!\w)",
        rf"{VERB}\w{{1,20}}(?:[аиеыяу]л|ш[её]?л)[аио]?(?:с[ья])?(?!\w)",
    ),
    "kk": (
        rf"{VERB}\w{{2,20}}(?:[аей]д[ыі]|ид[ыі]|[ыі]?п (?:\w{{1,20}} )?(?:жүр|отыр|тұр|жатыр)\w{{0,9}})(?!\w)",
        rf"{VERB}\w{{2,20}}(?:[дт][ыі]|[ғқ]ан|[гк]ен)(?=\s*(?:$|[.,;!?]))",
    ),
}
"""For each language how a verb of the present is known, and one of the past."""


PERSON = {"en": r"\b(?:he|she|him|they|them)\b", "ru": r"\b(?:он|она|ему|ей)\b", "kk": r"\b(?:ол|оған|өзі)\b"}
"""A pronoun that is the person, beside somebody else who opens the sentence."""


@lru_cache(maxsize=4096)  # asked for what stops a case, and again for what is to be looked at
def likeness(sentence: str) -> float:
    """From 0 to 1. Above a half, more of the examples that are like it tell of a breach than do not."""
    buckets = buckets_of(sentence)
    weights = weights_of_buckets()
    sum_ = float(weights[buckets].sum()) / math.sqrt(max(len(buckets), 1)) + float(weights[BUCKETS])
    return 1 / (1 + math.exp(-sum_))


def buckets_of(sentence: str) -> list[int]:
    """Where the weights of a sentence's words, pairs of words and pieces of words stand. Figures are alike."""
    words = re.findall(r"\w+", re.sub(r"\d", "0", sentence.lower().replace("ё", "е")))
    features = {f"={word}" for word in words} | {f"{first}={second}" for first, second in itertools.pairwise(words)}
    for word in words:
        padded = f" {word} "
        features.update(padded[at : at + size] for size in PIECES for at in range(len(padded) - size + 1))
    return sorted({zlib.crc32(feature.encode()) % BUCKETS for feature in features})


@cache
def weights_of_buckets() -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    """A weight for each bucket, and last what a sentence has before its words are read."""
    weights: np.ndarray[tuple[int], np.dtype[np.float16]] = np.load(WEIGHTS)
    return weights.astype(np.float32)


def may_tell(sentence: str, past: bool, since: int) -> bool:
    """Whether what a sentence says may be the person's deed, in the time that matters.

    See `wordlists.breach_words` for `past` and `since`.
    """
    if len(sentence.split()) < FEWEST or is_name(sentence) or lies_before(sentence, since) or is_of_others(sentence):
        return False
    if not is_of_the_past(sentence):
        return True
    return (past or is_of_late(sentence)) and not excuses_of(language_of(sentence)).past.search(sentence)


def says_when(sentence: str, since: int) -> bool:
    """Whether a sentence itself puts its deed after a verdict, into the last weeks, or into a year that matters."""
    is_dated = since > 0 and YEAR.search(sentence) is not None
    return is_of_late(sentence) or (is_dated and not lies_before(sentence, since))


def is_of_late(sentence: str) -> bool:
    """Whether it puts its deed after a verdict or into the last weeks."""
    excuses = excuses_of(language_of(sentence))
    return bool(excuses.after.search(sentence) or excuses.recently.search(sentence))


def is_of_others(sentence: str) -> bool:
    """Whether somebody else opens the sentence, and nobody but them does anything in it."""
    language, words = language_of(sentence), sentence.split()
    others = excuses_of(language).of_others.search(" ".join(words[:2]))
    return others is not None and not re.search(PERSON[language], " ".join(words[2:]), re.IGNORECASE)


def is_of_the_past(sentence: str) -> bool:
    """Whether its verbs are of the past alone."""
    now, then = (re.search(tense, sentence, re.IGNORECASE) for tense in TENSES[language_of(sentence)])
    return then is not None and now is None


def language_of(sentence: str) -> str:
    """The language by its letters; a Russian sentence with a Kazakh name in it passes for Kazakh."""
    return "kk" if KAZAKH.search(sentence) else "ru" if CYRILLIC.search(sentence) else "en"


def is_name(sentence: str) -> bool:
    """Whether every word begins with a capital letter, and no full stop ends it."""
    return not sentence.endswith(".") and all(word[0].isupper() for word in sentence.split())


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, in pieces of bounded length."""
    sentences = re.split(r"(?<=[.!?;\n])\s", text)
    return [piece[start : start + LONGEST] for piece in sentences for start in range(0, len(piece), LONGEST)]
