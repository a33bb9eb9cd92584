"""What a reader sees first: who it is, what happened, who calls it political, and three cells."""

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _

from archive.wording.claims import ClaimView
from archive.wording.last_days import last_day_words, latest_last_day
from archive.wording.lengths import length
from archive.wording.localize import LocalizedText, localize, restriction_kind
from archive.wording.restrictions import RestrictionView
from editions.schema import Document
from law.lengths import Length
from law.states import MAY_BIND

if TYPE_CHECKING:
    from archive.pages.case.page import CasePage

SENTENCE_ENDS = re.compile(r"(?<=[.!?…»])(?<!No\.)(?<!\bг\.)(?<!№\.)\s+(?=[«“\"]?[0-9A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
CLAUSE = "; "
LONGEST_STORY = 285
"""Letters: two sentences that are longer than this do not fit a telephone's first screen."""


CONTROL = "home"
"""The part of the burden of which one row speaks for all: probation is how restriction of freedom is carried out."""


class Story(NamedTuple):
    """The summary in two parts: what fits the first screen, and the rest."""

    lead: LocalizedText
    rest: LocalizedText | None


class CellLine(NamedTuple):
    """What one cell says of one or more restrictions."""

    names: str
    words: str


class OtherReading(NamedTuple):
    """What somebody else said of the whole or of an end, for readers who know it from elsewhere."""

    by: LocalizedText | None
    words: str
    claim: str


class FirstScreen(NamedTuple):
    kicker: tuple[str, ...]
    story: Story | None
    sentence: tuple[CellLine, ...]
    besides: tuple[CellLine, ...]
    articles: tuple[tuple[str, str], ...]
    now: tuple[CellLine, ...]
    nothing: str
    until: tuple[CellLine, ...]
    other: OtherReading | None
    fallen: str


def first_screen(page: "CasePage") -> FirstScreen:
    may_bind = sorted(page.may_bind, key=lambda row: MAY_BIND.index(row.state))
    main = [penalty for penalty in page.penalties if penalty.is_leading]
    rest = [penalty for penalty in page.penalties if not penalty.is_leading]
    stated = may_bind or page.ended
    return FirstScreen(
        kicker=kicker(page.document),
        story=story(page.document),
        sentence=in_one_line(CellLine(penalty.name, penalty.said) for penalty in main or rest),
        besides=in_one_line(CellLine(penalty.name, penalty.said) for penalty in rest if main),
        articles=articles(page),
        now=grouped_lines((row, row.state_words) for row in [*(stated or page.upcoming), *page.expected]),
        nothing="" if may_bind else page.none_binds,
        until=grouped_lines((row, last_day_words(row.outcome)) for row in latest_first(stated or page.upcoming)),
        other=other_reading(page.claims),
        fallen=fallen(page),
    )


def fallen(page: "CasePage") -> str:
    """That the verdict was cancelled, where all that it ordered fell with it and nothing else lasts or lasted."""
    rows = [row for row in page.rows if not row.is_pretrial]
    is_void = bool(rows) and all(row.state == "void" for row in rows)
    return rows[0].state_words if is_void else ""


def kicker(document: Document) -> tuple[str, ...]:
    """“Case · Atyrau · activist”: where and what the person is, as far as it is known."""
    names = {label.id: localize(label.names) for label in document.occupations}
    city = localize(document.person.city)
    occupations = [str(names.get(id_) or id_) for id_ in document.person.occupations]
    return tuple(filter(None, (_("Case"), str(city or ""), ", ".join(occupations))))


def story(document: Document) -> Story | None:
    """The first two sentences of the summary; the second only to its first semicolon, or one, where two are too long.

    The others stand below.
    """
    summary = localize(document.case.summary)
    if summary is None:
        return None
    first, *others = SENTENCE_ENDS.split(summary.text)
    clause, _semicolon, rest_of_second = (others or [""])[0].partition(CLAUSE)
    lead, below = first, others
    if len(" ".join((first, *others[:1]))) <= LONGEST_STORY:
        lead, below = " ".join((first, *others[:1])), others[1:]
    elif rest_of_second and len(f"{first} {clause}.") <= LONGEST_STORY:
        lead, below = f"{first} {clause}.", [rest_of_second[:1].upper() + rest_of_second[1:], *others[1:]]
    return Story(summary._replace(text=lead), summary._replace(text=" ".join(below)) if below else None)


def articles(page: "CasePage") -> tuple[tuple[str, str], ...]:
    """The articles of each code of law that the court applied: code, numbers."""
    numbers: dict[str, list[str]] = {}
    for conviction in page.convictions:
        numbers.setdefault(conviction.code or _("Criminal Code"), []).append(conviction.article)
    return tuple((code, ", ".join(dict.fromkeys(articles))) for code, articles in numbers.items())


def grouped_lines(stated: Iterable[tuple[RestrictionView, str]]) -> tuple[CellLine, ...]:
    """One line for all of which the same is said; what only carries out another control is left to the table."""
    names: dict[str, list[str]] = {}
    controlled = set()
    for row, words in stated:
        burden = restriction_kind(row.kind).burden
        if burden == "none" or (burden, words) in controlled:
            continue
        if burden == CONTROL:
            controlled.add((burden, words))
        names.setdefault(words, []).append(row.name)
    return tuple(CellLine(", ".join([rows[0], *map(uncapitalised, rows[1:])]), words) for words, rows in names.items())


def in_one_line(lines: Iterable[CellLine]) -> tuple[CellLine, ...]:
    """The lines as parts of one sentence: only the first begins with a capital."""
    parts = list(lines)
    return (*parts[:1], *(CellLine(uncapitalised(line.names), line.words) for line in parts[1:]))


def uncapitalised(name: str) -> str:
    return name[:1].lower() + name[1:]


def latest_first(rows: Iterable[RestrictionView]) -> list[RestrictionView]:
    """The row that lasts longest leads; what has no known last day comes after those that have one."""
    lasting = [row for row in rows if not row.once]
    return sorted(lasting, key=lambda row: latest_last_day(row.outcome) or date.min, reverse=True)


def other_reading(claims: Iterable[ClaimView]) -> OtherReading | None:
    """The claim that readers will have met: one about everything first, then one that differs from ours."""
    unlike = [claim for claim in claims if claim.result != "agrees" and claim.claim.value]
    unlike.sort(key=lambda claim: not claim.of_the_whole)
    for claim in unlike:
        value = claim.claim.value or ""
        if claim.claim.says == "lasts":
            return OtherReading(claim.by, length(Length.parse(value)), claim.id)
    return None
