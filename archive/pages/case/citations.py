"""How to cite a case: one citation value, in the styles that people and programs ask for."""

import json
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from archive.wording.dates import day as day_words

SITE = "Shekteu"
MLA_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


class EditionCitation(NamedTuple):
    """What every style needs. ``published`` is the day of the edition, ``accessed`` the reader's day."""

    key: str
    title: str
    language: str
    version: int
    published: date
    accessed: date
    digest: str
    address: str


def sentence(citation: EditionCitation) -> str:
    """In the reader's language."""
    version = _("Version %(version)s of %(published)s.") % {
        "version": citation.version,
        "published": day_words(citation.published),
    }
    return f"{SITE}. {citation.title}. {version} {citation.address} (SHA-256 {citation.digest})"


def apa(citation: EditionCitation) -> str:
    published = f"{citation.published.year}, {citation.published:%B} {citation.published.day}"
    return f"{SITE}. ({published}). {citation.title} (Version {citation.version}). {citation.address}"


def mla(citation: EditionCitation) -> str:
    published, accessed = mla_day(citation.published), mla_day(citation.accessed)
    return (
        f"“{citation.title}.” {SITE}, version {citation.version}, {published}, {citation.address}. Accessed {accessed}."
    )


def gost(citation: EditionCitation) -> str:
    """GOST R 7.0.5-2008, a part of a remote resource: as its «// Электрон. б-ки. 2003. Т. 6, вып. 1. URL: …»."""
    published, accessed = f"{citation.published:%d.%m.%Y}", f"{citation.accessed:%d.%m.%Y}"
    return (
        f"{citation.title} // {SITE} : сайт. {citation.published.year}. Версия {citation.version} ({published}). "
        f"URL: {citation.address} (дата обращения: {accessed})."
    )


def bibtex(citation: EditionCitation) -> str:
    fields = {
        "author": "{" + SITE + "}",
        "title": "{" + braced(citation.title) + "}",
        "version": str(citation.version),
        "year": str(citation.published.year),
        "month": str(citation.published.month),
        "day": str(citation.published.day),
        "url": citation.address,
        "urldate": citation.accessed.isoformat(),
        "note": f"SHA-256 {citation.digest}",
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@online{{{citation.key},\n{body}\n}}"


def ris(citation: EditionCitation) -> str:
    fields = [
        ("TY", "ELEC"),
        ("AU", SITE),
        ("TI", citation.title),
        ("PB", SITE),
        ("ET", str(citation.version)),
        ("PY", str(citation.published.year)),
        ("DA", citation.published.strftime("%Y/%m/%d")),
        ("LA", citation.language),
        ("UR", citation.address),
        ("Y2", citation.accessed.strftime("%Y/%m/%d")),
        ("N1", f"SHA-256 {citation.digest}"),
    ]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in fields) + "ER  - \r\n"


def csl(citation: EditionCitation) -> str:
    """CSL-JSON."""
    entry = {
        "id": citation.key,
        "type": "webpage",
        "title": citation.title,
        "author": [{"literal": SITE}],
        "container-title": SITE,
        "version": str(citation.version),
        "issued": {"date-parts": [list(citation.published.timetuple()[:3])]},
        "accessed": {"date-parts": [list(citation.accessed.timetuple()[:3])]},
        "language": citation.language,
        "URL": citation.address,
        "note": f"SHA-256 {citation.digest}",
    }
    return json.dumps([entry], ensure_ascii=False, indent=2)


STYLES: dict[str, Callable[[EditionCitation], str]] = {
    "plain": sentence,
    "APA": apa,
    "MLA": mla,
    "ГОСТ Р 7.0.5": gost,
    "BibTeX": bibtex,
    "RIS": ris,
    "CSL-JSON": csl,
}
FILES: dict[str, tuple[Callable[[EditionCitation], str], str, str]] = {
    "bib": (bibtex, "application/x-bibtex", "BibTeX"),
    "ris": (ris, "application/x-research-info-systems", "RIS"),
    "json": (csl, "application/vnd.citationstyles.csl+json", "CSL-JSON"),
}


def mla_day(day: date) -> str:
    return f"{day.day} {MLA_MONTHS[day.month - 1]} {day.year}"


def braced(text: str) -> str:
    """BibTeX and LaTeX take these signs for their own."""
    special = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    special |= {sign: f"\\{sign}" for sign in "{}%&#$_"}
    return "".join(special.get(sign, sign) for sign in text)
