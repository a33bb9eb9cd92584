"""What programs read from a case page: citation meta tags, Open Graph, schema.org JSON-LD."""

import json
from collections.abc import Callable

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from archive.pages.case.citations import SITE, EditionCitation
from archive.pages.case.page import CasePage
from archive.wording.localize import localized_str
from editions.models import Edition
from editions.schema import Source
from records.json_dict import JSONDict
from records.languages import active_language

Absolute = Callable[[str], str]
NOT_IN_SCRIPTS = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def title_of(page: CasePage) -> str:
    """“Max Bokai: the case of the land protests”."""
    title = localized_str(page.document.case.title)
    return f"{page.name.text}: {title}" if title else page.name.text


def citation(page: CasePage, edition: Edition, absolute: Absolute) -> EditionCitation:
    return EditionCitation(
        key=f"shekteu-{edition.case_id}-{edition.version}",
        title=title_of(page),
        language=active_language(),
        version=edition.version or 0,
        published=timezone.localdate(edition.published_at),
        accessed=timezone.localdate(),
        digest=edition.digest,
        address=absolute(reverse("archive:version", args=[edition.case_id, edition.version])),
    )


def citation_meta(page: CasePage, edition: Edition, absolute: Absolute) -> list[tuple[str, str]]:
    """The meta tags that Zotero and scholarly search engines read."""
    cited = citation(page, edition, absolute)
    return [
        ("citation_title", cited.title),
        ("citation_author", SITE),
        ("citation_publisher", SITE),
        ("citation_publication_date", cited.published.strftime("%Y/%m/%d")),
        ("citation_language", cited.language),
        ("citation_public_url", cited.address),
        ("citation_fulltext_html_url", cited.address),
    ]


def json_ld(page: CasePage, edition: Edition, absolute: Absolute) -> SafeString:
    """The page as schema.org Article about a Person, with its sources; safe inside a script element."""
    here = absolute(reverse("archive:case", args=[edition.case_id]))
    site = {"@type": "Organization", "name": SITE, "url": absolute("/")}
    names = [view.name for view in (*page.other_names, *page.spellings) if view.name != page.name.text]
    article: JSONDict = {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": here,
        "url": here,
        "headline": title_of(page)[:110],
        "inLanguage": get_language(),
        "datePublished": edition.published_at.isoformat(),
        "dateModified": edition.published_at.isoformat(),
        "version": edition.version,
        "author": site,
        "publisher": site,
        "image": absolute(reverse("archive:card", args=[edition.case_id])),
        "contentLocation": {"@type": "Country", "name": "Kazakhstan"},
        "temporalCoverage": coverage(page),
        "about": person(page, list(dict.fromkeys(names))),
        "citation": [creative_work(note.source) for note in page.footnotes.notes],
    }
    text = json.dumps({name: field for name, field in article.items() if field}, ensure_ascii=False)
    return mark_safe("".join(NOT_IN_SCRIPTS.get(sign, sign) for sign in text))  # noqa: S308


def coverage(page: CasePage) -> str:
    """From the first day under a restriction to the last (ISO 8601); “..” where a day is not known."""
    burden = page.document.reckoning.burden
    first, last = burden.begins.earliest, burden.last_day.latest
    return f"{first or '..'}/{last or '..'}" if first or last else ""


def person(page: CasePage, other_names: list[str]) -> JSONDict:
    """Who it is about, with what organisations found; what is not known is left out."""
    findings = [f"{finding.recognised_as} ({finding.by}{led_by(finding.date)})" for finding in page.recognitions]
    fields = {
        "@type": "Person",
        "name": page.name.text,
        "alternateName": other_names,
        "homeLocation": {"@type": "Place", "name": page.city.text} if page.city else None,
        "award": findings,
    }
    return {name: field for name, field in fields.items() if field}


def led_by(date: str) -> str:
    return f", {date}" if date else ""


def creative_work(source: Source) -> JSONDict:
    """A source as schema.org has it; what is not known is left out."""
    fields = {
        "@type": "CreativeWork",
        "name": source.title or source.id,
        "url": source.url,
        "inLanguage": source.language,
        "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
    }
    return {name: field for name, field in fields.items() if field}
