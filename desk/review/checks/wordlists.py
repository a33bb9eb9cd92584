"""The word lists of what could be evidence of a breach, a file for each language, and how a text is tried against them.

A list holds patterns by kind: of the present (`now`), of what somebody did (`then`), or both. They are regular
expressions in which a space stands between two words, `..` for up to five more of the same sentence, `@` for the
endings of a verb, `{teach|taught}` for the forms of an English one, and `$` for who does it, where the verb might be
taken for a noun. `innocent` says what makes a sentence harmless:
a negation, somebody else's deed, an accusation, a day before the verdict. Every repetition is bounded, and words and
what stands between them share no character: the time grows with the length of a text and not faster.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from records.languages import LANGUAGES

LISTS = Path(__file__).with_name("lists")
BETWEEN = r"[\s,:«»\"“”()\[\]—–]"
WORD = r"[^\s,:«»\"“”()\[\]—–.!?;]"
NOT_NEGATED = r"(?!(?:не|ни|not|never|no|cannot|stopped|\w{1,9}n['’]t)\b)"
NOT_THE_PERSON = r"(?!(?:he|she|он|она|ол)\b)"
"""“Her lawyer says that he teaches”: the deed is no longer the lawyer's."""
GAP = rf"(?:{BETWEEN}{{1,4}}{NOT_NEGATED}{WORD}{{1,40}}){{0,5}}{BETWEEN}{{1,4}}"
SUBJECT = r"(?:he|she|they|who|now|still|also|often|regularly|sometimes|again|then|person|activist|\w{2,12}ly)"
ENDINGS: Mapping[tuple[str, str], str] = {
    ("ru", "now"): r"(?:[еёи]т|[уюая]т)(?:ся)?",
    ("ru-i", "now"): r"(?:ит|[яа]т)(?:ся)?",
    ("ru-i", "then"): r"ил[аио]?(?:с[ья])?",
    ("ru", "then"): r"л[аио]?(?:с[ья])?",
    ("kk", "now"): r"(?:[аей]д[ыі]|ид[ыі]|[ыі]?п (?:\w{1,12} )?(?:жүр|отыр|тұр|жатыр|келе)\w{0,9}|уда|уде)",
    ("kk", "then"): r"(?:[дт][ыі]|[ғқ]ан|[гк]ен|[ыі]?пт[ыі]|[ыі]?п (?:кетт|келд|қойд|шықт|берд|жүрд|жүрг|қалд)\w{1,6})",
}
HARMLESS_BY_SUBJECT = frozenset(
    {"work", "unregistered", "teaching", "press", "publishing", "travel", "meetings", "intentions"}
)
"""Kinds that are somebody else's affair where a court, a lawyer or a newspaper does it."""
HARMLESS_WHERE_FORBIDDEN = "without leave"
"""The kind that a sentence names which says what a ban or the law forbids."""
NEVER_NEGATED = "in spite"
"""“He stayed despite the ban, and did not keep silent”: a negation beside it excuses nothing."""
NEVER_SERVED = "phone inside"
"""A telephone in a cell breaks the rules of the place: that somebody serves a sentence there excuses nothing."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
REACH = 300
"""How many characters of a sentence on either side of a match are looked at."""


class Excuses(NamedTuple):
    """What makes a sentence harmless, compiled."""

    negated: re.Pattern[str]
    of_others: re.Pattern[str]
    forbidden: re.Pattern[str]
    past: re.Pattern[str]
    served: re.Pattern[str]
    after: re.Pattern[str]
    recently: re.Pattern[str]


def breach_words(text: str, past: bool, since: int = 0) -> re.Match[str] | None:
    """The first words, in any of the languages, that tell what somebody does now; with `past` also what they did.

    Without `past`, a deed still counts that the sentence itself puts after a verdict or a release.
    A deed of a year before `since` never does.
    """
    return next((match for language in LANGUAGES for match in telling(text, language, past, since)), None)


def telling(text: str, language: str, past: bool, since: int = 0) -> Iterator[re.Match[str]]:
    """All matches of one language's lists that nothing excuses."""
    excuses = excuses_of(language)
    for (when, kind), pattern in patterns_of(language).items():
        for match in pattern.finditer(text):
            before, sentence = surroundings(text, match)
            if kind != NEVER_NEGATED and excuses.negated.search(before):
                continue
            if kind != NEVER_SERVED and excuses.served.search(sentence):
                continue
            if kind in HARMLESS_BY_SUBJECT and excuses.of_others.search(before):
                continue
            if kind == HARMLESS_WHERE_FORBIDDEN and (
                excuses.forbidden.search(sentence) or excuses.past.search(sentence)
            ):
                continue
            may_be_late = (past or excuses.recently.search(sentence)) and not lies_before(sentence, since)
            if when == "now" or excuses.after.search(sentence) or (may_be_late and not excuses.past.search(sentence)):
                yield match


def lies_before(sentence: str, since: int) -> bool:
    """Whether all years that a sentence names are earlier: *В 2012 году он основал газету*."""
    years = [int(year) for year in YEAR.findall(sentence)]
    return bool(years) and max(years) < since


def surroundings(text: str, match: re.Match[str]) -> tuple[str, str]:
    """What stands before a match in its sentence, and the sentence."""
    before = re.split(r"[.!?;\n]", text[max(0, match.start() - REACH) : match.start()])[-1]
    behind = re.split(r"[.!?;\n]", text[match.end() : match.end() + REACH])[0]
    return before, before + match[0] + behind


@cache
def patterns_of(language: str) -> dict[tuple[str, str], re.Pattern[str]]:
    """The compiled lists of a language, by time and kind."""
    kinds = {kind: lists for kind, lists in read_list(language).items() if kind != "innocent"}
    return {
        (when, kind): words_pattern([*lists.get("both", []), *lists.get(when, [])], language, when)
        for when in ("now", "then")
        for kind, lists in kinds.items()
        if lists.get("both") or lists.get(when)
    }


@cache
def excuses_of(language: str) -> Excuses:
    """The compiled excuses of a language."""
    lists = read_list(language)["innocent"]
    near = rf"(?:{BETWEEN}{{1,4}}{NOT_THE_PERSON}{WORD}{{1,40}})"
    return Excuses(
        negated=re.compile(rf"{any_of(lists['negation'], language)}{near}{{0,1}}{BETWEEN}{{0,4}}$", re.IGNORECASE),
        of_others=re.compile(
            rf"{any_of(lists['institutions'], language)}{near}{{0,3}}{BETWEEN}{{0,4}}$", re.IGNORECASE
        ),
        forbidden=words_pattern(lists["forbidden"], language, ""),
        past=words_pattern([*lists["accused"], *lists["before"]], language, ""),
        served=words_pattern(lists["served"], language, ""),
        after=words_pattern(lists["after"], language, ""),
        recently=words_pattern(lists["recently"], language, ""),
    )


@cache
def read_list(language: str) -> dict[str, dict[str, list[str]]]:
    """A language's lists as they stand in their file."""
    lists: dict[str, dict[str, list[str]]] = json.loads((LISTS / f"{language}.json").read_text(encoding="utf-8"))
    return lists


def words_pattern(words: Sequence[str], language: str, when: str) -> re.Pattern[str]:
    return re.compile(any_of(words, language, when), re.IGNORECASE)


def any_of(words: Sequence[str], language: str, when: str = "") -> str:
    """A regular expression for any of these patterns, as whole words."""
    alternatives = "|".join(expanded(pattern.removesuffix(" .."), language, when) for pattern in words)
    return rf"\b(?=[\w«])(?:{alternatives})(?!\w)"


def expanded(pattern: str, language: str, when: str) -> str:
    """Writes out the gaps, the endings and the forms of a pattern; `е` stands for `ё` too."""
    pattern = re.sub(r"\{(\w+\|.+?)\}", lambda verb: verb_forms(verb[1].split("|"), when), pattern)
    pattern = pattern.replace("$", SUBJECT)
    pattern = (
        pattern.replace("е", "[её]")
        .replace(" .. ", "\0")
        .replace(" ?", rf"{BETWEEN}{{0,4}}")
        .replace(" ", rf"{BETWEEN}{{1,4}}")
        .replace("\0", GAP)
    )
    pattern = pattern.replace("и@", ENDINGS.get((f"{language}-i", when), "и@"))
    return pattern.replace("@", ENDINGS.get((language, when), ""))


def verb_forms(forms: Sequence[str], when: str) -> str:
    """`teaches`, `is teaching` and the like for the present, `taught` for the past."""
    base, past, *rest = forms
    if when == "then":
        return rf"(?:{past})"
    ing = rest[0] if rest else base.removesuffix("e") + "ing"
    third = re.sub(r"(?<![aeou])y$", "ie", base) + "s"
    third = re.sub(r"(s|x|z|ch|sh|o)s$", r"\1es", third)
    plural = rf"|(?:they|we|who|still|now|also|friends) {base}"
    return rf"(?:{third}|(?:is|are|been|keeps?|still) (?:\w{{1,12}} )?{ing}{plural})"
