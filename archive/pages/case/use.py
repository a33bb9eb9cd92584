"""A paragraph to take along, in every language: with its day, its version, its certainty and what we do not know."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from archive.pages.case.first_screen import CellLine, in_one_line
from archive.pages.case.page import CasePage, case_page
from archive.wording.dates import day
from archive.wording.localize import localized_str, word
from editions.models import Edition
from records.languages import LANGUAGES, active_language


class ReadyText(NamedTuple):
    """The paragraph in one language."""

    language: str
    language_name: str
    text: str


def ready_texts(page: CasePage, edition: Edition, address: Callable[[], str]) -> tuple[ReadyText, ...]:
    """The same paragraph in each language of the site, with the address of the page in that language.

    A page holds words of the language it was built in, so that of each other language is built anew.
    """
    texts, own = [], active_language()
    for language, language_name in LANGUAGES.items():
        with override(language):
            translated = page if language == own else case_page(page.document, page.on)
            texts.append(ReadyText(language, language_name, paragraph(translated, edition, address())))
    return tuple(texts)


def paragraph(page: CasePage, edition: Edition, address: str) -> str:
    """In the language that is active; it says calculation, never event."""
    first = page.first
    words = {"name": localized_str(page.document.person.names), "day": day(page.on)}
    words |= {"now": in_one_sentence(first.now), "until": in_one_sentence(first.until)}
    sentence = (
        _(
            "%(name)s on %(day)s, by the calculation of the Shekteu archive from published reports. %(now)s. Last day: "
            "%(until)s."
        )
        if page.may_bind
        else _("%(name)s: on %(day)s the Shekteu archive knows of no restriction that is in force.")
    )
    return " ".join(filter(None, (sentence % words, certainty(page), open_facts(page), version(edition), address)))


def in_one_sentence(lines: Iterable[CellLine]) -> str:
    """“Criminal record: in force; prison: not known”."""
    return "; ".join(f"{line.names}: {line.words}" for line in in_one_line(lines))


def certainty(page: CasePage) -> str:
    """The weakest of what the paragraph sums up."""
    stated = [row.outcome.certainty for row in page.may_bind if row.certainty]
    return _("The law behind it: %(certainty)s.") % {"certainty": word("certainties", max(stated))} if stated else ""


def open_facts(page: CasePage) -> str:
    facts = list(dict.fromkeys(fact for row in page.may_bind for fact in row.missing))
    return _("We could not establish: %(facts)s.") % {"facts": "; ".join(facts)} if facts else ""


def version(edition: Edition) -> str:
    published_on: date = timezone.localdate(edition.published_at)
    words = {"version": edition.version, "published": day(published_on)}
    return _("Version %(version)s of %(published)s; a calculation, not a court’s decision.") % words
