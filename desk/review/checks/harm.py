"""Texts that could serve as evidence of a breach while a restriction may be in force.

Word lists and likeness to examples, not understanding: they stop the plain cases, and the question that the publisher
answers ("can this harm?") is for the rest. Every text is tried against the lists of all languages:
a Kazakh sentence may stand in the Russian field.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext as _

from desk.review.checks.finding import Finding
from desk.review.checks.likeness import MAYBE, SURE, UNLIKE, likeness, may_tell, says_when, sentences_of
from desk.review.checks.texts import SHARED, CaseEntry, LocatedText, texts
from desk.review.checks.wordlists import breach_words
from editions.schema import Document
from law.country import country
from law.dates import parse
from law.states import MAY_BIND, state

OFFICIAL_KINDS = ("court", "law", "state")
OFFICIAL_EVENTS = ("court-decision", "official-opinion", "verdict", "appeal", "breach", "warning")


def evidence_of_breach(document: Document, on: date) -> Iterator[Finding]:
    """The texts that say what nobody needs to know while something may bind on that day."""
    binding = [
        outcome.binds_from
        for outcome in document.reckoning.restrictions
        if country().kinds[outcome.kind].forbids and state(outcome, on) in MAY_BIND
    ]
    if not binding:
        return
    since = min(days.earliest or date.min for days in binding)
    official = {source.id for source in document.sources if source.kind in OFFICIAL_KINDS}
    for text in texts(document):
        is_code = text.language is None and " " not in text.text  # an id, a day, a word: nobody wrote it
        if is_code or is_covered(text, official):
            continue
        past = may_have_happened_since(text.fact, since)
        if telling := telling_words(text.text, past, since.year):
            words = _(
                "“%(words)s” could serve as evidence of a breach while a restriction may be in force:"
                " leave it out, or record the court act or the dated consent that allows it"
            )
            yield Finding("breach", True, text.where, words % {"words": telling})
        elif unsure := unsure_words(text.text, past, since.year):
            words = _(
                "look at this sentence: does “%(words)s” tell what somebody does while a restriction may be in force?"
            )
            yield Finding("breach-look", False, text.where, words % {"words": unsure})


@lru_cache(maxsize=4096)  # a case is checked when it is looked at, sent, approved and published
def telling_words(text: str, past: bool, since: int = 0) -> str | None:
    """What in a text tells of a breach: the words of a list, or a sentence that is surely like those that do.

    With `past` also of what was, but for what the sentence puts into a year before `since`.
    """
    for sentence in sentences_of(text):
        like = likeness(sentence)
        match = breach_words(sentence, past, since) if like > UNLIKE or says_when(sentence, since) else None
        if match or (like > SURE and may_tell(sentence, past, since)):
            return match[0] if match else sentence.strip()
    return None


@lru_cache(maxsize=4096)
def unsure_words(text: str, past: bool, since: int = 0) -> str | None:
    """A sentence that a reviewer should look at, where nothing is sure to tell of a breach; it stops nothing."""
    for sentence in sentences_of(text):
        is_like = likeness(sentence) > MAYBE and may_tell(sentence, past, since)
        if is_like or breach_words(sentence, past, since):
            return sentence.strip()
    return None


def may_have_happened_since(fact: CaseEntry | None, since: date) -> bool:
    """Whether it tells of something that may lie on that day or later. What has no date may.

    How somebody's release is known is told in the reasons under a custody: they often speak of the days after it.
    """
    if fact is None or fact.part not in ("events", "custody"):
        return False
    if fact.part == "custody":
        return True
    latest = parse(fact.record["date"]).latest if fact.record["date"] else None
    return latest is None or latest >= since


def is_covered(text: LocatedText, official: set[str]) -> bool:
    """Whether a court or official act speaks there, or the person agreed on a known day."""
    fact = text.fact
    if fact is None:
        return text.part in SHARED
    if fact.part == "testimonies":
        return fact.record["consent"] == "given" and fact.record["said_on"] is not None
    if fact.part in ("verdicts", "charges") or fact.record.get("kind") in OFFICIAL_EVENTS:
        return True
    cited = fact.record.get("sources") or []
    ids = cited if isinstance(cited, list) else [source for sources in cited.values() for source in sources]
    return bool(official.intersection(ids))
