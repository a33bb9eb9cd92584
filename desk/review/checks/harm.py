"""Texts that could serve as evidence of a breach while a restriction may be in force.

Word lists, not understanding: they stop the plain cases, and the question that the publisher
answers ("can this harm?") is for the rest.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from desk.review.checks.finding import Finding
from desk.review.checks.texts import SHARED, CaseEntry, LocatedText, texts
from editions.schema import Document
from law.country import country
from law.dates import parse
from law.states import MAY_BIND, state

OFFICIAL_KINDS = ("court", "law", "state")
OFFICIAL_EVENTS = ("court-decision", "official-opinion", "verdict", "appeal", "breach", "warning")

# What people do now, or did then: work, teach, speak, write, travel, earn, are helped. Regular expressions.
EVIDENCE = json.loads(Path(__file__).with_name("evidence.json").read_text(encoding="utf-8"))
PATTERNS = {
    (when, language): re.compile(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)", re.IGNORECASE)
    for when, by_language in EVIDENCE.items()
    for language, words in by_language.items()
}


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
        match = telling_words(text, since)
        if match and not is_covered(text, official):
            words = _(
                "“%(words)s” could serve as evidence of a breach while a restriction may be in force:"
                " leave it out, or record the court act or the dated consent that allows it"
            )
            yield Finding("breach", True, text.where, words % {"words": match[0]})


def telling_words(text: LocatedText, since: date) -> re.Match[str] | None:
    """What the text says of the present; of what may lie on a day on which something bound, also of that day."""
    if text.language is None:
        return None
    now = PATTERNS["now", text.language].search(text.text)
    if now is None and may_have_happened_since(text.fact, since):
        return PATTERNS["then", text.language].search(text.text)
    return now


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
